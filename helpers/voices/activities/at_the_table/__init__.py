"""Who is at the table: perspectives present and missing for one decision, and one person to ask."""

from __future__ import annotations

from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Date, Marks, Text
from helpers.page.layout import Activity, card, fold
from helpers.page.paper.take_away import TakeAway, blank
from helpers.page.part import Markup
from helpers.page.past import said_day
from helpers.voices.activities.at_the_table.totals import FromTotals
from helpers.voices.table_seats import Table, at_table, own_perspectives

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.journal import Journal
    from helpers.page.paper import Paper

SAID = words.load("voices")["at_the_table"]


class WhoIsAtTheTable(Activity):
    """
    Say of each perspective where it sits, see who is missing, and choose one person to ask.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from helpers.journal import Journal
    >>> with TemporaryDirectory() as folder:
    ...     activity = WhoIsAtTheTable(Journal.open(folder + "/journal.sqlite3"))
    ...     activity.seats.answer({"carers": "missing"})
    >>> activity.result.missing
    ('Carers and families',)
    """

    def __init__(self, journal: Journal | None = None):
        asks = partial(words.question, "voices", journal=journal)
        self.decision = Text(rows=2, **asks("table_decision"))
        self.seats = Marks(
            "",
            SAID["places"],
            [],
            **asks("table_seats"),
            asked=SAID["asked"],
            placeholder=SAID["not_said"],
        )
        self.others = Text(rows=2, **asks("table_others"))
        self.told = Markup(live=True)
        self.most = Text(rows=2, **asks("table_most"))
        self.ask = Text(rows=2, **asks("table_ask"))
        self.when = Date("", **asks("table_when"))
        self.take = TakeAway(self.texts, self.made, SAID["away"], ("docx", "html"))
        title, minutes = SAID["totals"]["title"], None
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.decision,
            self.seats,
            self.others,
            self.told,
            card(self.most, self.ask, self.when, kind="promise"),
            self.take,
            fold(title, minutes, FromTotals),
        )
        self._lay_out()
        for field in (self.seats, self.others):
            field.observe(self._lay_out, "value")
        for text in (self.decision, self.others, self.most, self.ask):
            text.observe(lambda _change: self.take.refresh(), "saved")

    @property
    def result(self) -> Table:
        """Where each perspective sits."""
        return at_table(self._perspectives(), self.seats.value or {})

    def texts(self) -> list[tuple[str, str]]:
        """Return the words that the paper will hold: what each is called, and the words."""
        fields = (self.decision, self.others, self.most, self.ask)
        return [(field.label, field.value) for field in fields if field.value]

    def made(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """
        Return the page as a file: docx or html.

        Raises
        ------
        Problem
            Nothing was said of any perspective yet.
        """
        if not self.seats.value:
            raise Problem(SAID["away"]["empty"])
        paper = blank(form, SAID["away"]["title"])
        self._write(paper, copy)
        return paper.made()

    def _perspectives(self) -> dict[str, str]:
        menu = SAID["perspectives"]
        return menu | own_perspectives(self.others.value or "", menu)

    def _lay_out(self, _change=None) -> None:
        found = [
            {"id": key, "label": name, "html": f"<p class='name'>{escape(name)}</p>"}
            for key, name in self._perspectives().items()
        ]
        if found != self.seats.rows:
            self.seats.rows = found
        self.told.html = _sentences(self.result)

    def _write(self, paper: Paper, copy: Callable[[str], str]) -> None:
        said, table = SAID["away"], self.result
        for field in (self.decision, self.most):
            if field.value:
                paper.heading(field.label, 1)
                paper.words(copy(field.value))
        for place in ("deciding", "asked", "missing", "open"):
            if names := getattr(table, place):
                paper.heading(said[place], 1)
                paper.items([copy(name) for name in names])
        if self.ask.value:
            paper.heading(self.ask.label, 1)
            paper.words(copy(self.ask.value))
        if self.when.value:
            day = said_day(date.fromisoformat(self.when.value), date.min)
            paper.line([(said["by"].format(day=day), False)])
        paper.line([(said["note"], False)], kind="small")


def _sentences(table: Table) -> str:
    """Say who decides, who is asked and who is missing; nothing where nobody said."""
    if not (table.deciding or table.asked or table.missing):
        return f"<p class='eyebrow'>{SAID['waiting']}</p>"
    said = [SAID["counts"].format(deciding=len(table.deciding), asked=len(table.asked))]
    if table.missing:
        names = "".join(f"<li>{escape(name)}</li>" for name in table.missing)
        said.append(f"{SAID['missing']}</p><ul>{names}</ul><p>{SAID['ask_first']}")
    else:
        said.append(SAID["none_missing"])
    if table.open:
        said.append(SAID["open"].format(count=len(table.open)))
    return f"<p>{' '.join(said)}</p>"
