"""Figures: bars with their names above them, and gaps that say so."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers.disclosure import Cell, Shown
from helpers.packs.lines import Line, answer_of, columns_of, row_lines
from helpers.packs.results import Counted, Row
from helpers.page import look, words
from helpers.page.figures import Drawing

WIDEST = 46  # letters of a name in one line, so that it fits a phone
NAME, BAR, GAP, EDGE = 18, 14, 10, 12  # pixels: a line of a name, a bar, room below and around
LOWEST, STRETCH = 320, 1.6  # pixels that a figure takes at least; how far bars may grow to fill it
LONGEST = 0.88  # of the width, so that the number fits behind the longest bar

Box = dict[str, Any]


def row_chart(counted: Counted, row: Row) -> Drawing:
    """Draw a question, or one row of it: how many people gave each answer."""
    title = counted.asked.wording
    if row.name:
        title = words.load("packs")["chart"]["title"].format(question=title, row=row.name)
    return Drawing(_bars(row.shown), title, finding(row), table(row))


def table(row: Row) -> pd.DataFrame:
    """Return the numbers of a row, each hidden one with its reason."""
    said = words.load("packs")
    told = row_lines(row)
    cells = [(answer_of(line, said), _number_of(line)) for line in told]
    return pd.DataFrame(cells, columns=columns_of(told, said)[-2:])


def finding(row: Row) -> str:
    """Say what stands out in a row's figure, and how much of it is not shown."""
    said = words.load("packs")["chart"]
    told = _numbers_finding(row, said) if row.numbers else _counts_finding(row, said)
    return " ".join(filter(None, [told, count_of(said["some_hidden"], row.shown.hidden)]))


def count_of(said: Mapping[str, str], count: int) -> str:
    """
    Return the words for a count; "" for none.

    Examples
    --------
    >>> count_of({"one": "one file", "many": "{count} files"}, 3)
    '3 files'
    """
    return said["one" if count == 1 else "many"].format(count=count) if count else ""


def _number_of(line: Line) -> str:
    number = line.value if line.spread else line.people
    return line.why if number is None else f"{number:,.12g}"


def _counts_finding(row: Row, said: Mapping[str, Any]) -> str:
    shown = {cell.name: cell.count for cell in row.shown.cells if cell.count is not None}
    if not shown:
        return said["none"]
    name, count = max(shown.items(), key=lambda each: each[1])
    whole = {"count": count, "people": row.shown.people}
    of = said["of"].format(**whole) if row.shown.people else count_of(said["people"], count)
    # of ticks, one that nearly everybody set is hidden and may stand higher
    sure = row.shown.exclusive or not row.shown.hidden
    return said["most" if sure else "most_shown"].format(name=name, of=of)


def _numbers_finding(row: Row, said: Mapping[str, Any]) -> str:
    numbers = row.numbers
    assert numbers is not None
    ends = {"middle": numbers.middle, "low": numbers.low, "high": numbers.high}
    told = {name: f"{value:,.12g}" for name, value in ends.items() if value is not None}
    if not told:
        return said["bands"]
    return said["numbers_quarters" if "low" in told else "numbers"].format(**told)


def _bars(shown: Shown) -> go.Figure:
    """Lay bars out from top to bottom, each under its name; the lengths are in pixels."""
    hidden = words.load("packs")["chart"]["hidden"]
    longest = max([1, *(cell.count or 0 for cell in shown.cells)])
    notes: list[Box] = []
    boxes: list[Box] = []
    down = 0.0
    for cell in shown.cells:
        name = [escape(part, quote=False) for part in wrap(cell.name, WIDEST)]
        notes.append(_note("<br>".join(name), 0, down, yanchor="top"))
        down += len(name) * NAME
        reach = _reach(cell, longest)
        boxes.append(_bar(cell, reach, down))
        told = hidden if cell.hidden else f"<b>{cell.count}</b>"
        notes.append(_note(told, reach, down + BAR / 2, xshift=6, yanchor="middle"))
        down += BAR + GAP
    return _canvas(notes, boxes, down)


def _reach(cell: Cell, longest: int) -> float:
    return 0.02 if cell.count is None else LONGEST * cell.count / longest


def _bar(cell: Cell, reach: float, down: float) -> Box:
    """Return a bar; where nothing is shown, a dotted outline that has no length of its own."""
    place = {"type": "rect", "xref": "x", "yref": "y", "x0": 0, "x1": reach}
    place |= {"y0": down, "y1": down + BAR}
    if cell.hidden:
        line = {"color": look.GREY, "dash": "dot", "width": 1.5}
        return place | {"line": line, "fillcolor": look.CARD}
    return place | {"line": {"width": 0}, "fillcolor": look.BLUE}


def _note(text: str, x: float, y: float, **where: Any) -> Box:
    font = {"size": 12.5, "color": look.INK, "family": look.FONT}
    place = {"x": x, "y": y, "xref": "x", "yref": "y", "xanchor": "left", "align": "left"}
    return {"text": text, "showarrow": False, "font": font, **place, **where}


def _canvas(notes: list[Box], boxes: list[Box], height: float) -> go.Figure:
    reach = max(height, (LOWEST - 2 * EDGE) / STRETCH)  # a few bars may be drawn a little larger
    corners = go.Scatter(x=[0, 1], y=[0, reach], mode="markers", marker={"opacity": 0})
    corners.hoverinfo = "skip"
    bare = {"visible": False, "fixedrange": True}
    return go.Figure(
        [corners],
        {
            "template": "none",
            "height": max(height + 2 * EDGE, LOWEST),
            "margin": {"l": 14, "r": 14, "t": EDGE, "b": EDGE, "pad": 0},
            "paper_bgcolor": look.CARD,
            "plot_bgcolor": look.CARD,
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,  # so that a finger on the figure scrolls the page
            "annotations": notes,
            "shapes": boxes,
            "xaxis": bare | {"range": [0, 1]},
            "yaxis": bare | {"range": [reach, 0]},
        },
    )
