"""How unequal is it: absolute and relative side by side, with the figure of the groups."""

from __future__ import annotations

from html import escape

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.layout import Activity, side_by_side
from helpers.page.own_file.preview import told
from helpers.page.part import Markup
from helpers.voices.charts.how_unequal import group_figure
from helpers.voices.measures.gaps import difference, ratio
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.impact import attributable_risk
from helpers.voices.measures.slope import slope_index
from helpers.voices.own_file.each import not_shown
from helpers.voices.own_file.gap import change, lines, other_side, say_change
from helpers.voices.own_file.groups import Order, halves, people_of
from helpers.voices.own_file.table import OwnTable
from helpers.voices.words import figure

SAID = words.load("voices")["how_unequal"]["results"]
UNITS = words.load("voices")["parts"]


class ShowGaps(Activity):
    """Step 4: what the numbers say; the figure stays in its place and is redrawn."""

    def __init__(self):
        self.figure: Figure | None = None
        self._rows = 0
        self.shown, self.absolute, self.relative = Markup(), Markup(live=True), Markup()
        self.more, self.notes = Markup(), Markup()
        self._title = Markup(f"<h3 style='margin:0'>{SAID['title']}</h3>")
        super().__init__(self._title)

    def show(self, own: OwnTable, order: Order, groups: Groups, source: str) -> None:
        """Show a comparison in the place of the one before."""
        drawing = group_figure(groups)
        if self.figure is None or self._rows != len(groups.names):
            self.figure, self._rows = Figure(drawing), len(groups.names)  # as tall as it has rows
            pair = side_by_side(self.absolute, self.relative)
            self.children = (self._title, self.shown, pair, self.figure, self.more, self.notes)
        else:
            self.figure.redraw(drawing)
        self.shown.html = f"<p class='kit-hint'>{_shown(own, groups, source)}</p>"
        self.absolute.html = _headed("absolute", difference(groups).sentence())
        self.relative.html = _headed("relative", ratio(groups).sentence())
        self.more.html = "".join(_paragraphs(own, order, groups))
        self.notes.html = told(own.notes, SAID["notes"])


def _shown(own: OwnTable, groups: Groups, source: str) -> str:
    count = f"{groups.size.sum():,.0f}"
    people = SAID["shown_people"].format(count=count) if own.counted else SAID["shown_figures"]
    return SAID["shown"].format(source=escape(source), people=people, groups=len(groups.names))


def _headed(key: str, sentence: str) -> str:
    why = SAID.get(f"{key}_why")
    small = f'<p class="kit-hint">{why}</p>' if why else ""
    return f"<p><b>{SAID[key]}</b><br>{escape(sentence)}</p>{small}"


def _paragraphs(own: OwnTable, order: Order, groups: Groups):
    """Yield what else is to be said, the most important first."""
    if sentence := changed(own, order):
        yield _headed("changed", sentence)
    if pair := other_side(groups):
        one, other = map(figure, pair)
        if one != other:
            yield f"<p>{SAID['other_side'].format(one=one, other=other)}</p>"
    if lines(groups):
        yield _headed("line", slope_index(groups).absolute.sentence())
    yield _headed("gain", attributable_risk(groups).sentence())
    for name, why in not_shown(groups):
        yield f"<p>{escape(SAID['left_out'].format(names=name, why=why))}</p>"
    if own.unknown and own.unknown not in groups.names:
        yield f"<p>{_unknown(own)}</p>"
    yield f"<p>{SAID['not_cause']}</p>"


def _unknown(own: OwnTable) -> str:
    if not own.counted:
        return str(SAID["unknown_values"])
    events, people = people_of(own, own.unknown)
    return str(SAID["unknown"].format(events=f"{events:,.0f}", people=f"{people:,.0f}"))


def changed(own: OwnTable, order: Order) -> str:
    """Say how both gaps moved from the earlier half of the dates to the later; "" without dates."""
    if not own.times:
        return ""
    two, (early, late) = halves(own, order)
    moved = change(two)
    key = "people" if two.bounded else "rate" if two.per > 1 else "score"
    unit = UNITS[f"unit_{key}"].format(per=f"{two.per:,g}")
    return say_change(moved, early, late, unit) if moved else ""
