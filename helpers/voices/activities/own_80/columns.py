"""Is this right? Which columns hold the theme, the group, how bad it was, and counts."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from helpers.intake import Problem
from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Select, Ticks, show_problem
from helpers.page.layout import Activity, side_by_side, stack
from helpers.page.own_file.bring import Source
from helpers.page.own_file.preview import first_rows, told
from helpers.page.part import Button, Markup
from helpers.voices.eighty.own_reports import JOBS, OwnReports, guess_jobs, take_reports
from helpers.voices.eighty.together import MOST_GROUPS

SAID = words.load("voices")["own_80"]["columns"]
NEEDED = ("theme", "group")


class ConfirmReports(Activity):
    """Step 2: when the choice holds, ``then(reports)`` is called; a Problem is said here."""

    def __init__(self, then: Callable[[OwnReports], None]):
        self._then = then
        self.source: Source | None = None
        self.sheet: Sheet | None = None
        self.top, self.said = Markup(), Markup(live=True)
        self.page = Select(SAID["sheet"], {})
        self.jobs = {job: _column(job) for job in JOBS}
        self.draw = Button(SAID["button"], self._on_draw)
        self.keep = Ticks(SAID["keep"], {}, inline=True)
        self.again = Button(SAID["keep_button"], self._on_draw, quiet=True)
        self.many = stack(self.keep, self.again)
        self.many.layout.display = "none"
        columns = side_by_side(*self.jobs.values())
        super().__init__(self.top, self.page, columns, self.draw, self.said, self.many)
        self.page.observe(self._on_page, "value")

    def show(self, source: Source, sheet: Sheet) -> None:
        """Show the guesses for a table; a table that cannot be used changes nothing here."""
        if sheet.table.shape[1] < 2:
            raise Problem(
                f"'{sheet.filename}' has one column. Two are needed: the theme and the group. "
                "Add the missing one, or check how the columns are separated."
            )
        guesses, names = guess_jobs(sheet), list(map(str, sheet.table))
        self.source, self.sheet = None, sheet
        for job, box in self.jobs.items():
            box.value, box.options = None, {name: name for name in names}
            box.value = guesses[job]
        self._offer_groups(())
        self.page.options = {name: name for name in sheet.sheets}
        self.page.value = sheet.sheet
        self.page.layout.display = "" if len(sheet.sheets) > 1 else "none"
        self.top.html, self.said.html = first_rows(sheet), ""
        self.source = source

    def _on_page(self, change) -> None:
        if self.source and self.sheet and change["new"] not in (None, self.sheet.sheet):
            source = self.source
            show_problem(self.page, lambda: self.show(source, source.read(change["new"])))

    def _on_draw(self) -> None:
        self.said.html = ""
        try:
            reports = self._take()
            self._then(reports)
        except Problem as problem:
            self.said.html = f'<p class="kit-problem">{escape(str(problem))}</p>'
            return
        self._offer_groups(reports.groups)
        self.said.html = f"<p>{SAID['drawn']}</p>{told(reports.notes, SAID['notes'])}"

    def _take(self) -> OwnReports:
        assert self.sheet is not None
        picked = {job: box.value for job, box in self.jobs.items()}
        if not all(picked[job] for job in NEEDED):
            raise Problem(SAID["missing"])
        keep = self.keep.value or []
        if len(keep) > MOST_GROUPS - 1:
            raise Problem(SAID["keep_many"])
        return take_reports(self.sheet, keep=keep, **picked)

    def _offer_groups(self, groups: tuple[str, ...]) -> None:
        """Where there are more groups than a page can hold, ask which to keep apart."""
        names = {name: name for name in groups}
        if names != self.keep.options:
            self.keep.value, self.keep.options = [], names
        self.many.layout.display = "" if len(groups) > MOST_GROUPS else "none"


def _column(job: str) -> Select:
    return Select(SAID[job], {}, placeholder=SAID["choose" if job in NEEDED else "none"])
