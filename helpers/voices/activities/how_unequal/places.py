"""Place by place: the funnel, with curves that the reader sets."""

from __future__ import annotations

from html import escape
from typing import get_args

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Choice, Select, show_problem
from helpers.page.layout import Activity, side_by_side, stack
from helpers.page.part import Markup
from helpers.voices.charts.how_unequal_gaps import gap_figure, side
from helpers.voices.charts.how_unequal_places import place_figure
from helpers.voices.measures.groups import Groups
from helpers.voices.own_file.groups import Order
from helpers.voices.own_file.places import Spread, gaps_by_place, places
from helpers.voices.own_file.table import OwnTable

SAID = words.load("voices")["how_unequal"]["places"]
LEVELS = {"usual": (0.95, 0.998), "wide": (0.99, 0.9998), "narrow": (0.80, 0.95)}
EVERYONE = ""


class ShowPlaces(Activity):
    """The folded funnel of places; each choice redraws the same figure."""

    def __init__(self):
        self.own: OwnTable | None = None
        self._unit, self._filling = "", False
        self.figure: Figure | None = None
        self.gaps: Figure | None = None
        self._rows = 0
        self.side = Markup()
        self.who = Select(SAID["who"], {EVERYONE: SAID["everyone"]}, value=EVERYONE)
        self.levels = Select(SAID["levels"], SAID["levels_options"], value="usual")
        self.spread = Choice(SAID["spread"], SAID["spread_options"], value="none")
        self._asked = side_by_side(self.who, self.levels)
        self._lead = Markup(f"<p>{SAID['lead']}</p>")
        self._unsure = Markup(f"<p>{SAID['unsure']}</p>")
        self._box, self._gaps = stack(), stack()
        super().__init__(self._lead, self._asked, self.spread, self._box, self._gaps)
        for box in (self.who, self.levels, self.spread):
            box.observe(self._on_choice, "value")

    def show(self, own: OwnTable, order: Order, groups: Groups) -> None:
        """Show the places of another comparison; a choice that still holds stays."""
        self._filling, self.own = True, own
        self._unit = "%" if groups.bounded and groups.per == 100 else ""
        chosen = self.who.value
        self.who.options = {EVERYONE: SAID["everyone"]} | {name: name for name in groups.names}
        self.who.value = chosen if chosen in self.who.options else EVERYONE
        self._filling = False
        self._draw_gaps(own, order)
        self._draw()

    def _draw_gaps(self, own: OwnTable, order: Order) -> None:
        names, found, judged = gaps_by_place(own, order)
        drawing = gap_figure(own.what, names, found, judged)
        self.side.html = f"<p>{escape(side(found))}</p>"
        if self.gaps is None or self._rows != len(names):
            self.gaps, self._rows = Figure(drawing), len(names)  # as tall as it has rows
            self._gaps.children = (self.gaps, self.side)
        else:
            self.gaps.redraw(drawing)

    def _on_choice(self, _change) -> None:
        if not self._filling and self.own is not None:
            show_problem(self.who, self._draw)

    def _draw(self) -> None:
        assert self.own is not None
        spread = next(one for one in get_args(Spread) if one == (self.spread.value or "none"))
        levels = LEVELS[self.levels.value or "usual"]
        found = places(self.own, self.who.value or None, levels=levels, spread=spread)
        drawing = place_figure(found, self.own.what, self._unit)
        if self.figure is None:
            self.figure = Figure(drawing)
            self._box.children = (self.figure, self._unsure)
        else:
            self.figure.redraw(drawing)
