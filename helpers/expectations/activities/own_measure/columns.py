"""Is this right? The guessed columns with their reasons, for the reader to confirm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape

from helpers.intake import Problem
from helpers.intake.columns import Columns, Guess, guess_columns
from helpers.intake.measure import Taken, take_measure
from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Choice, Select, Text, Ticks, show_problem
from helpers.page.layout import Activity, fold, side_by_side
from helpers.page.own_file.bring import Source
from helpers.page.own_file.preview import first_rows
from helpers.page.part import Button, Markup

SAID = words.load("expectations")["own_measure"]["columns"]
NEEDED = ("when", "numbers")
JOBS = (*NEEDED, "denominator", "target", "measure")


class ConfirmColumns(Activity):
    """Step 2: when the choice holds, ``then(taken, name, direction)`` is called with one measure."""

    def __init__(self, then: Callable[[Taken, str, str], None]):
        self._then = then
        self.source: Source | None = None
        self.sheet: Sheet | None = None
        self._own_name = ""
        self._guesses: dict[str, Guess | None] = {}
        self.top = Markup()
        self.page = Select(SAID["sheet"], {})
        self.jobs = {job: _column_choice(job) for job in JOBS}
        self.which = Select(SAID["which"], {}, placeholder=SAID["choose"])
        self.direction = Choice(SAID["direction"], SAID["directions"], inline=True)
        self.called = Text(SAID["called"], rows=1, hint=SAID["called_hint"])
        self.unusual = Ticks(SAID["unusual"], SAID["unusual_options"])
        self.said = Markup(live=True)
        self.draw = Button(SAID["button"], self._on_draw)
        unusual = fold(SAID["unusual_title"], None, lambda: self.unusual)
        columns = side_by_side(*self.jobs.values())
        asked = (self.page, columns, unusual, self.direction, self.called, self.which)
        super().__init__(self.top, *asked, self.draw, self.said)
        self.page.observe(self._on_page, "value")
        self.which.observe(self._on_which, "value")
        for job, box in self.jobs.items():
            box.observe(lambda change, job=job: self._on_job(job, change["new"]), "value")

    def show(self, source: Source, sheet: Sheet) -> None:
        """Show the guesses for a table; a table that can be no chart changes nothing here."""
        guess = guess_columns(sheet)
        self.source, self.sheet, self._own_name = None, sheet, ""
        self.called.value, self.unusual.value, self.direction.value = "", [], None
        self._ask_which(())
        self._show_guesses(guess, list(map(str, sheet.table)))
        self.page.options = {name: name for name in sheet.sheets}
        self.page.value = sheet.sheet
        self.page.layout.display = "" if len(sheet.sheets) > 1 else "none"
        self.top.html = first_rows(sheet)
        self.source = source

    def _show_guesses(self, guess: Columns, names: list[str]) -> None:
        self._guesses = {job: getattr(guess, job, None) for job in JOBS}
        self._guesses["numbers"] = guess.value or guess.numerator
        for job, box in self.jobs.items():
            found, box.value = self._guesses[job], None
            box.options = {name: name for name in names}
            box.value = found.column if found else None
            self._give_reason(job)

    def _give_reason(self, job: str) -> None:
        """Say why a column was guessed, as long as the guess stands."""
        found, chosen = self._guesses.get(job), self.jobs[job].value
        why = SAID["guessed"].format(reason=found.reason) if found else SAID["no_guess"]
        self.jobs[job].hint = why if chosen == (found.column if found else None) else SAID["yours"]

    def from_where(self) -> str:
        """Name what was brought, and of a workbook with several sheets the sheet."""
        assert self.source is not None
        assert self.sheet is not None
        several = len(self.sheet.sheets) > 1
        return f"{self.source.name}, {self.sheet.sheet}" if several else self.source.name

    def _on_page(self, change) -> None:
        if self.source and self.sheet and change["new"] not in (None, self.sheet.sheet):
            source = self.source
            show_problem(self.page, lambda: self.show(source, source.read(change["new"])))

    def _on_job(self, job: str, column: str | None) -> None:
        self._give_reason(job)
        if job == "numbers":
            self._name_it(column or "")

    def _name_it(self, name: str) -> None:
        """Suggest a name, unless the reader has written their own."""
        if (self.called.value or "") in ("", self._own_name):
            self.called.value = self._own_name = name

    def _on_which(self, change) -> None:
        if change["old"]:  # a name of the reader's own was for the other measure
            self.called.value = self._own_name = ""
        if change["new"]:
            self._on_draw()

    def _on_draw(self) -> None:
        self.said.html = ""
        try:
            self._take()
        except Problem as problem:
            self.said.html = f'<p class="kit-problem">{escape(str(problem))}</p>'

    def _take(self) -> None:
        assert self.sheet is not None
        if not self.direction.value:
            raise Problem(SAID["direction_missing"])
        taken = take_measure(self.sheet, **self._chosen(), today=dt.date.today())
        if len(taken.measures) > 1:
            self._ask_which(taken.measures)
            if not self.which.value:
                return
            taken = taken.only(self.which.value)
        if self.jobs["measure"].value:
            self._name_it(taken.measures[0])
        name = (self.called.value or "").strip() or taken.measures[0]
        self._then(taken, name, self.direction.value)
        self.said.html = f"<p>{SAID['drawn']}</p>"

    def _chosen(self) -> dict:
        picked = {job: box.value for job, box in self.jobs.items()}
        for job in NEEDED:
            if not picked[job]:
                raise Problem(f"No column is chosen for '{SAID[job]}'. Choose one of the list.")
        number = picked.pop("numbers")
        picked["numerator" if picked["denominator"] else "value"] = number
        ticked = self.unusual.value or []
        first = False if "month_first" in ticked else None
        odd = {"rate": "rate" in ticked, "allow_negative": "negative" in ticked}
        return {**picked, **odd, "day_first": first}

    def _ask_which(self, measures: tuple[str, ...]) -> None:
        """Ask for one measure of several; a choice that is still on the list stays."""
        if self.which.value not in measures:
            self.which.value = None
        self.which.options = {name: name for name in measures}
        self.which.hint = SAID["which_hint"].format(count=len(measures))
        self.which.layout.display = "" if len(measures) > 1 else "none"


def _column_choice(job: str) -> Select:
    return Select(SAID[job], {}, placeholder=SAID["choose" if job in NEEDED else "none"])
