"""For whom? One change, four kinds of consequence for a group, who watches, and a pause to look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from helpers.intake import Problem
from helpers.page import words
from helpers.page.caution import BeforeSharing
from helpers.page.files import Download
from helpers.page.layout import Activity, card, fold, reveal, row, stack
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.voices.activities.dated import DayInCalendar
from helpers.voices.activities.scan_page import example, preview, texts, written
from helpers.voices.activities.scan_row import ScanRow
from helpers.voices.consequences import KINDS, Scan, next_steps

SAID = words.load("voices")["for_whom"]
MOST = 3  # groups that still fit one page


class ForWhom(Activity):
    """
    Scan one change for its consequences, group by group.

    Examples
    --------
    >>> activity = ForWhom()
    >>> activity.change.answer("People check in by phone")
    >>> activity.rows[0].group.answer("offline")
    >>> activity.rows[0].boxes["goals"].answer("a shorter queue")
    >>> activity.steps.html.startswith("<p>So far there are goals only")
    True
    """

    def __init__(self, journal=None, *, now: Callable[[], datetime] | None = None):
        self._journal, self._now = journal, now or (lambda: datetime.now(UTC))
        self.rows: list[ScanRow] = []
        self.steps, self.listed, self.shown = Markup(live=True), stack(), stack()
        self.more = Button(SAID["add"], self.add, quiet=True)
        self.full = Markup()
        self.change = ask("voices", "scan_change", rows=2, journal=journal)
        self.watch, self.watcher = (
            ask("voices", f"scan_{name}", rows=2, journal=journal) for name in ("watch", "watcher")
        )
        self.pause = DayInCalendar("scan_pause", SAID, lambda: SAID["calendar_title"], journal, now)
        self.add()
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p>{SAID['enough']}</p>"),
            fold(SAID["example_title"], None, lambda: Markup(example(SAID["example"]))),
            self.change,
            Told(self._wake),
            self.listed,
            self.more,
            self.full,
            card(
                Markup(f"<h4>{SAID['watch_title']}</h4><p>{SAID['watch']}</p>"),
                self.watch,
                self.watcher,
                Markup(f"<p>{SAID['pause']}</p>"),
                self.pause,
            ),
            self.steps,
            Button(SAID["page_button"], self.make_page),
            self.shown,
        )
        for field in (self.change, self.watch, self.watcher, self.pause.day):
            field.observe(self._refresh, "value")
        self._refresh()

    @property
    def result(self) -> Scan:
        """The scan as it stands."""
        pause = date.fromisoformat(self.pause.day.value) if self.pause.day.value else None
        change, watch, watcher = (
            (field.value or "").strip() for field in (self.change, self.watch, self.watcher)
        )
        return Scan(change, [each.row for each in self.rows], watch, watcher, pause)

    def add(self) -> None:
        """Add a row for another group, as long as one page can hold it."""
        if len(self.rows) == MOST:
            return
        self.rows.append(ScanRow(len(self.rows) + 1, self._journal, self._refresh))
        self.listed.children = tuple(self.rows)
        full = len(self.rows) == MOST
        self.more.disabled = full
        self.full.html = f"<p class='eyebrow'>{SAID['all_rows']}</p>" if full else ""

    def make_page(self) -> None:
        """Show the page, what in it may point to a person, and buttons that make files of it."""
        if not texts(self.result):
            self.shown.children = (Markup(f"<p>{SAID['page_nothing']}</p>", live=True),)
            return
        self.caution = BeforeSharing(lambda: texts(self.result))
        self.sheet = Told(lambda: preview(self.result, self._today()))
        buttons = (
            Download(SAID[f"page_{kind}"], f"{SAID['page_file']}.{form}", self._maker(form))
            for kind, form in (("word", "docx"), ("html", "html"))
        )
        reveal(self.shown, self.sheet, self.caution, row(*buttons))

    def file(self, form: str) -> bytes:
        """
        Return the page as a Word file or as a web page: form is docx or html.

        Raises
        ------
        Problem
            Where nothing was written yet.
        """
        if not texts(self.result):
            raise Problem(SAID["page_nothing"])
        return written(self.result, form, self._today(), self.caution.copy)

    def _maker(self, form: str) -> Callable[[], bytes]:
        return lambda: self.file(form)

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _wake(self) -> str:
        """Show as many rows as the journal holds."""
        journal = self.change.journal
        names = ("group", "own_group", *KINDS)
        for number in range(MOST, len(self.rows), -1):
            kept = (journal.latest(f"voices.scan_{name}.{number}") for name in names)
            if any(version and version.value for version in kept):
                while len(self.rows) < number:
                    self.add()
        return ""

    def _refresh(self, _change=None) -> None:
        self.steps.html = "".join(f"<p>{SAID['steps'][step]}</p>" for step in self._next())
        if len(self.shown.children) > 1:
            self.sheet.refresh()
            self.caution.refresh()

    def _next(self) -> tuple[str, ...]:
        return next_steps(self.result)
