"""The Pareto as boards see it, and the few that a leader chooses from it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Ticks
from helpers.page.layout import Activity
from helpers.page.part import Markup
from helpers.voices.charts.eighty import whole_pareto
from helpers.voices.eighty.harm import Harm
from helpers.voices.eighty.lenses import weigh
from helpers.voices.eighty.pareto import Pareto

SAID = words.load("voices")["whose_80"]
STAND_IN = 3  # how many of the biggest stand in where nothing is ticked
TOO_MANY = 6  # half of twelve themes


class ChooseFew(Activity):
    """
    Tick a few themes; ``then`` is called when the choice changes.

    ``kept`` is the question under which the journal keeps the choice; without it, nothing is kept.
    """

    def __init__(
        self,
        harm: Harm,
        then: Callable[[], object],
        *,
        kept: dict | None = None,
        label: str = "",
        title: str = "",
        last: Collection[str] = (),
    ):
        self.bars: Pareto = weigh(harm).pareto(last=tuple(last))
        self._then, self._title = then, title
        options = {theme: theme for theme in self.bars.themes if theme not in last}
        self.ticks = Ticks(label, options, **(kept or {}))
        self.figure = Figure(self._drawing())
        self.said = Markup(live=True)
        steps = Markup(f"<p class='eyebrow'>{SAID['steps']}</p>")
        super().__init__(self.figure, steps, self.ticks, self.said)
        self.ticks.observe(self._on_ticks, "value")

    @property
    def ticked(self) -> tuple[str, ...]:
        """The themes ticked, the biggest first."""
        asked = self.ticks.value or []
        return tuple(theme for theme in self.bars.themes if theme in asked)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The themes ticked, or the three biggest where none is."""
        return self.ticked or self.bars.first(min(STAND_IN, len(self.bars.themes)))

    def _drawing(self):
        return whole_pareto(self.bars, self.ticked, title=self._title)

    def _on_ticks(self, _change) -> None:
        self.figure.redraw(self._drawing())
        count, every = len(self.ticked), len(self.bars.themes)
        many = count > min(TOO_MANY, every // 2)
        self.said.html = f"<p>{SAID['many'].format(count=count, all=every)}</p>" if many else ""
        self._then()
