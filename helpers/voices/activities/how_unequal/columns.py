"""Is this right? What is in a row and which column is which, guessed for the reader to confirm."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from helpers.intake import Problem
from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Choice, Select, Text, Ticks, show_problem
from helpers.page.layout import Activity, fold, side_by_side
from helpers.page.own_file.bring import Source
from helpers.page.own_file.preview import first_rows
from helpers.page.part import Button, Markup
from helpers.voices.own_file.guess import answers_in, guess_own, yes_of
from helpers.voices.own_file.reading import MORE, NEEDED, take_own
from helpers.voices.own_file.table import Chosen, Form, OwnTable

SAID = words.load("voices")["how_unequal"]["columns"]
JOBS = ("group", "events", "people", "outcome", "value", "size", "error", "area", "when")
MOST_ANSWERS = 40  # a column with more is no outcome


class ConfirmColumns(Activity):
    """Step 2: when the choice holds, ``then(own, chosen)`` is called with the table that was read."""

    def __init__(self, then: Callable[[OwnTable, Chosen], None]):
        self._then = then
        self.source: Source | None = None
        self.sheet: Sheet | None = None
        self._guess = Chosen()
        self._build()
        columns = side_by_side(*self.jobs.values(), self.counts_as)
        self.odd = fold(SAID["unusual_title"], None, lambda: self.unusual)
        asked = (self.page, self.form, columns, self.unit, self.repeats, self.odd, self.what)
        super().__init__(self.top, *asked, self.use, self.said)
        self.page.observe(self._on_page, "value")
        self.form.observe(lambda _change: self._show_form(), "value")
        for job, box in self.jobs.items():
            box.observe(lambda _change, job=job: self._on_job(job), "value")

    def _build(self) -> None:
        self.top, self.said = Markup(), Markup(live=True)
        self.page = Select(SAID["sheet"], {})
        self.form = Choice(SAID["form"], SAID["forms"])
        self.jobs = {job: _column_choice(job) for job in JOBS}
        self.counts_as = Select(SAID["counts_as"], {}, placeholder=SAID["choose"])
        self.unit = Choice(SAID["unit"], SAID["units"])
        self.repeats = Choice(SAID["repeats"], SAID["repeats_options"])
        self.unusual = Ticks(SAID["unusual"], SAID["unusual_options"])
        self.what = Text(SAID["what"], rows=1, hint=SAID["what_hint"])
        self.use = Button(SAID["button"], self._on_use)

    def show(self, source: Source, sheet: Sheet) -> None:
        """Show the guesses for a table."""
        guess = guess_own(sheet)
        self.source, self.sheet, self._guess = None, sheet, guess
        self.unusual.value, self.repeats.value, self.unit.value = [], None, None
        self.what.value, self.said.html = "", ""
        self.repeats.layout.display = "none"
        names = {str(name): str(name) for name in sheet.table}
        for job, box in self.jobs.items():
            box.value, box.options = None, names
            box.value = getattr(guess, job)
            self._on_job(job)
        self.form.value = guess.form
        self._show_form()
        self.page.options = {name: name for name in sheet.sheets}
        self.page.value = sheet.sheet
        self.page.layout.display = "" if len(sheet.sheets) > 1 else "none"
        self.top.html = first_rows(sheet).partition("</h3>")[2]  # the fold has the heading
        self.source = source

    def from_where(self) -> str:
        """Name what was brought, and of a workbook with several sheets the sheet."""
        if self.source is None or self.sheet is None:
            return ""
        several = len(self.sheet.sheets) > 1
        return f"{self.source.name}, {self.sheet.sheet}" if several else self.source.name

    def chosen(self) -> Chosen:
        """Return what the reader has chosen, only what the form of the table needs."""
        form: Form = next((one for one in NEEDED if one == self.form.value), "counts")
        picked = {job: self.jobs[job].value for job in (*NEEDED[form], *MORE[form])}
        return Chosen(
            form, **picked,
            counts_as=self.counts_as.value or "" if form == "people" else "",
            unit=self.unit.value,
            repeated=form == "counts" and "repeated" in (self.unusual.value or []),
            repeats=self.repeats.value or "",
        )  # fmt: skip

    def _show_form(self) -> None:
        """Show only the questions that this kind of table needs."""
        form = self.chosen().form
        asked = (*NEEDED[form], *MORE[form])
        for job, box in self.jobs.items():
            box.layout.display = "" if job in asked else "none"
        self.counts_as.layout.display = "" if form == "people" else "none"
        self.unit.layout.display = "" if form == "values" else "none"

    def _on_job(self, job: str) -> None:
        guessed, value = getattr(self._guess, job), self.jobs[job].value
        none = "no_guess" if guessed is None else "yours"
        self.jobs[job].hint = SAID["guessed" if value and value == guessed else none]
        if value and value != guessed:
            self.jobs[job].hint = SAID["yours"]
        if job == "outcome" and self.sheet is not None:
            self._ask_answer(value)

    def _ask_answer(self, column: str | None) -> None:
        assert self.sheet is not None
        found = answers_in(self.sheet.table[column]) if column else ()
        self.counts_as.value = None
        self.counts_as.options = {answer: answer for answer in found[:MOST_ANSWERS]}
        self.counts_as.value = yes_of(found) or None

    def _on_page(self, change) -> None:
        if self.source and self.sheet and change["new"] not in (None, self.sheet.sheet):
            source = self.source
            show_problem(self.page, lambda: self.show(source, source.read(change["new"])))

    def _on_use(self) -> None:
        self.said.html = ""
        try:
            self._take()
        except Problem as problem:
            self._ask(getattr(problem, "about", ""))
            self.said.html = f'<p class="kit-problem">{escape(str(problem))}</p>'

    def _ask(self, about: str) -> None:
        """Show the question that settles a problem."""
        if about == "repeats":
            self.repeats.layout.display = ""
        elif about == "repeated":
            self.odd.unfold()

    def _take(self) -> None:
        assert self.sheet is not None
        chosen, what = self.chosen(), " ".join((self.what.value or "").split())
        own = take_own(self.sheet, chosen, what)
        self._then(own, chosen)
        self.said.html = f"<p>{_read(own)}</p>"


def _read(own: OwnTable) -> str:
    count = int(own.table["people"].sum()) if own.counted else len(own.table)
    people = SAID["people_read" if own.counted else "figures_read"].format(count=f"{count:,}")
    return SAID["read"].format(people=people, groups=len(own.names))


def _column_choice(job: str) -> Select:
    needed = any(job in jobs for jobs in NEEDED.values())
    return Select(SAID[job], {}, placeholder=SAID["choose" if needed else "none"])
