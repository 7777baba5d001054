"""How long until a false alarm? Rule sets against the length of a chart, for analysts."""

from __future__ import annotations

from html import escape

from helpers.expectations.alarms import BETWEEN, LENGTHS, RATES, alarms_a_year, chance
from helpers.expectations.charts.alarms import alarm_chart
from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.figures import Drawing, Figure
from helpers.page.forms import Choice, Select, Slider
from helpers.page.layout import Activity, side_by_side, stack
from helpers.page.part import Button, Markup
from helpers.spc import RULE_SETS

SAID = words.load("expectations")["false_alarms"]
TITLES = {name: RULE_SETS[name].title for name in RATES}
USUAL, GUESSED_AT = "making_data_count", 24


class FalseAlarms(Activity):
    """
    Choose rules and a length, and see how often a chart signals though nothing has changed.

    Examples
    --------
    >>> activity = FalseAlarms()
    >>> activity.reveal()
    >>> activity.rules.answer("shewhart")
    >>> activity.result
    0.094
    """

    def __init__(self, journal=None):
        self.guess = Choice(SAID["guess"], SAID["guesses"], inline=True)
        self.rules = Select(SAID["rules"], TITLES, value=USUAL)
        self.other = Select(SAID["compare"], TITLES, placeholder=SAID["nothing"])
        first, step = LENGTHS[0], LENGTHS[1] - LENGTHS[0]
        self.points = Slider(SAID["points"], first, LENGTHS[-1], step=step, value=GUESSED_AT)
        self.charts = Slider(SAID["charts"], 1, 100, value=20)
        self.described, self.said = Markup(live=True), Markup(live=True)
        self.shown = stack()
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.guess,
            Button(SAID["button"], self.reveal),
            self.shown,
        )

    @property
    def result(self) -> float:
        """The chance that a steady chart of this length signals under the chosen rules."""
        return chance(self.rules.value or USUAL, int(self.points.value))

    def reveal(self) -> None:
        """Show the figure with its controls."""
        if self.shown.children:
            return
        self.figure = Figure(self._drawing())
        self.shown.children = (
            side_by_side(self.rules, self.other),
            self.points,
            self.figure,
            self.charts,
            self.said,
            self.described,
        )
        for field in (self.rules, self.other, self.points):
            field.observe(self._refresh, "value")
        self.charts.observe(self._say, "value")
        self._say()

    def _refresh(self, _change) -> None:
        self.figure.redraw(self._drawing())
        self._say()

    def _drawing(self) -> Drawing:
        return alarm_chart(
            TITLES, self.rules.value or USUAL, self.other.value, int(self.points.value)
        )

    def _say(self, _change=None) -> None:
        rules = self.rules.value or USUAL
        self.said.html = f"<p>{' '.join(self._alarms(rules))}</p><p>{SAID['reading']}</p>"
        self.described.html = (
            f"<p class='eyebrow'>{escape(TITLES[rules])}: "
            f"{escape(RULE_SETS[rules].description)}</p><p class='eyebrow'>{SAID['how']}</p>"
        )

    def _alarms(self, rules: str) -> list[str]:
        said, charts = [], int(self.charts.value)
        if guess := SAID["guesses"].get(self.guess.value):
            there = percent(chance(USUAL, GUESSED_AT))
            said.append(SAID["guessed"].format(guess=guess, chance=there))
        alarms = alarms_a_year(rules, charts)
        if alarms is None:
            return [*said, SAID["no_average"]]
        said.append(SAID["average"].format(points_between=BETWEEN[rules]))
        said.append(SAID["average_how"])
        return [*said, SAID["board"].format(charts=charts, alarms=f"{alarms:.1f}")]
