"""Your own measure: from a file to a chart with its reading, and to a slide, in five steps."""

from __future__ import annotations

from dataclasses import replace

from helpers.expectations.activities.own_measure.advice import advise, first_answers
from helpers.expectations.activities.own_measure.away import TakeAway
from helpers.expectations.activities.own_measure.changes import ChangeChart
from helpers.expectations.activities.own_measure.columns import ConfirmColumns
from helpers.expectations.activities.own_measure.kind import ChooseKind
from helpers.expectations.activities.own_measure.reading import ReadChart
from helpers.expectations.data import EXAMPLE
from helpers.expectations.own_measure import Plan
from helpers.intake.measure import Taken
from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.layout import Activity, card, fold, stack
from helpers.page.own_file.bring import BringNumbers, Source
from helpers.page.part import Markup
from helpers.spc import Chart

SAID = words.load("expectations")["own_measure"]


class YourOwnMeasure(Activity):
    """
    Bring a measure, confirm how it was read, see what it says, take it with you.

    Each step appears after the one before. The numbers live in this object's memory alone;
    nothing goes to the journal. What cannot be read or drawn leaves the chart that was there.

    Attributes
    ----------
    plan, chart : Plan and Chart, or None
        What is drawn at present.

    Examples
    --------
    >>> activity = YourOwnMeasure()
    >>> activity.file.use_example()
    >>> activity.columns.jobs["when"].value
    'Month'
    """

    def __init__(self):
        self.plan: Plan | None = None
        self.chart: Chart | None = None
        self._source = ""
        self.file = BringNumbers(self._on_sheet, example=EXAMPLE, hint=SAID["hint"])
        self.columns = ConfirmColumns(self._on_taken)
        self.kind = ChooseKind(self._adopt)
        self.reading = ReadChart()
        self.changes = ChangeChart(self._change)
        self.away = TakeAway()
        why = fold(SAID["kind"]["title"], None, lambda: self.kind)
        reading = stack(self.reading, self.kind.advice, why)
        steps = (self.file, self.columns, reading, self.changes, self.away)
        self._cards = [card(step) for step in steps]
        self._lead = Markup(f"<p>{SAID['scene']}</p><p>{SAID['privacy']}</p>")
        self._steps = 1
        super().__init__(self._lead, self._cards[0])

    @property
    def figure(self):
        """The figure on the page, once there is one."""
        return self.reading.figure

    def _on_sheet(self, source: Source, sheet: Sheet) -> None:
        self.columns.show(source, sheet)
        self._reveal(2)

    def _on_taken(self, taken: Taken, name: str, direction: str) -> None:
        if self.plan is not None and taken.table.equals(self.plan.taken.table):
            plan = replace(self.plan, taken=taken, name=name, improvement_direction=direction)
            self._adopt(plan)
            return
        answers = first_answers(taken, self.columns.jobs["denominator"].value or "")
        kind, _ = advise(taken, answers)
        self._adopt(Plan(taken, name, direction, answers, kind), afresh=True)

    def _adopt(self, plan: Plan, *, afresh: bool = False) -> None:
        """Draw a plan, and only when that worked put it in the place of the old one."""
        chart = plan.draw()
        self.plan, self.chart = plan, chart
        self.kind.show(plan, chart)
        self.reading.show(chart)
        self.changes.show(plan, chart, afresh=afresh)
        if afresh:
            self._source = self.columns.from_where()
        self.away.show(chart, self._source)
        self._reveal(len(self._cards))
        if afresh:
            self.reading.icons.come_into_view()

    def _change(self, plan: Plan) -> None:
        """Adopt a plan the reader asked for further down the page, and show it to them."""
        self._adopt(plan)
        if self.figure is not None:
            self.figure.come_into_view()

    def _reveal(self, steps: int) -> None:
        """Show the first steps; a step once shown stays."""
        if steps > self._steps:
            self._steps = steps
            self.children = (self._lead, *self._cards[:steps])
