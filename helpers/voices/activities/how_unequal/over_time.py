"""Over time: each group's own control chart, and how the gap and the ratio move."""

from __future__ import annotations

from html import escape

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Select, show_problem
from helpers.page.layout import Activity, stack
from helpers.page.part import Markup
from helpers.spc import Chart
from helpers.spc.drawings import control_chart
from helpers.voices.measures.groups import Groups
from helpers.voices.own_file.groups import Order, compared
from helpers.voices.own_file.table import OwnTable
from helpers.voices.own_file.time import gaps_over_time, group_over_time

SAID = words.load("voices")["how_unequal"]["time"]
EVERYONE = ""


class ShowTime(Activity):
    """The folded charts over time; choosing a group redraws its chart alone."""

    def __init__(self):
        self._state: tuple[OwnTable, Order, Groups] | None = None
        self._filling = False
        self._drawn: tuple | None = None
        self.figures: dict[str, Figure] = {}
        self.who = Select(SAID["who"], {EVERYONE: SAID["everyone"]}, value=EVERYONE)
        self.pair, self._charts = Markup(), {name: stack() for name in ("group", "gap", "ratio")}
        lead, gap_lead = (Markup(f"<p>{SAID[key]}</p>") for key in ("lead", "gap_lead"))
        group, gap, times = self._charts.values()
        super().__init__(lead, self.who, group, self.pair, gap_lead, gap, times)
        self.who.observe(self._on_who, "value")

    def show(self, own: OwnTable, order: Order, groups: Groups) -> None:
        """Show the dates of another comparison; the group whose chart is open stays, if it can."""
        gaps = gaps_over_time(own, order, (SAID["gap"], SAID["ratio"]))
        self._filling, self._state = True, (own, order, groups)
        names = [*groups.names, *([own.unknown] if own.unknown not in ("", *groups.names) else [])]
        chosen = self.who.value
        self.who.options = {EVERYONE: SAID["everyone"]} | {name: name for name in names}
        self.who.value = chosen if chosen in self.who.options else EVERYONE
        self._filling = False
        missing = len(own.times) - len(gaps[0].points)
        empty = f" {SAID['missing'].format(count=missing)}" if missing else ""
        self.pair.html = f"<p><b>{SAID['gap']}</b>: {escape(_pair(groups))}.{empty}</p>"
        for name, chart in zip(("gap", "ratio"), gaps, strict=True):
            self._draw(name, chart)
        drawn = (own, order.good, groups.what, self.who.value)
        if self._drawn is None or any(a is not b for a, b in zip(drawn, self._drawn, strict=True)):
            self._drawn = drawn  # another order of the groups changes the gap alone
            show_problem(self.who, self._draw_group)

    def _on_who(self, _change) -> None:
        if not self._filling and self._state is not None:
            show_problem(self.who, self._draw_group)

    def _draw_group(self) -> None:
        assert self._state is not None
        own, order, groups = self._state
        chosen = self.who.value or None
        what = groups.what or SAID["figure"]
        name = SAID["name"].format(group=chosen or SAID["everyone"].lower(), what=what)
        self._draw("group", group_over_time(own, order, chosen, name[:1].upper() + name[1:]))

    def _draw(self, name: str, chart: Chart) -> None:
        drawing = control_chart(chart)
        if name in self.figures:
            self.figures[name].redraw(drawing)
        else:
            self.figures[name] = Figure(drawing)
            self._charts[name].children = (self.figures[name],)


def _pair(groups: Groups) -> str:
    """Say which two groups the gap compares."""
    worse, better = compared(groups)
    return str(SAID["worst"].format(worse=worse, better=better))
