"""The figure of the average: before and after, for all and then for each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import axis_title, marks, percent, percent_ticks, rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, GREY, ORANGE
from helpers.voices.average import Counted, Hidden, Way

SAID = words.load("voices")["average_hides"]
ROWS = ("whole", "first", "other")
HEIGHT, LOWER = 320, 0.02  # pixels; how far a line stands below the middle of its row


def points(share: float) -> str:
    """
    Write a change of a share as signed points of a hundred.

    Examples
    --------
    >>> points(0.1975), points(-0.02), points(0)
    ('+19.75', '\N{MINUS SIGN}2', '0')
    """
    number = f"{abs(100 * share):.2f}".rstrip("0").rstrip(".")
    sign = "" if number == "0" else "+" if share > 0 else "\N{MINUS SIGN}"
    return sign + number


def before_and_after(found: Hidden, names: Mapping[str, str], shown: Sequence[str]) -> Drawing:
    """
    Draw the share before and after: an open ring, an arrow and a filled mark.

    Parameters
    ----------
    found : Hidden
    names : mapping
        What whole, first and other are called.
    shown : sequence of str
        Which of them to draw, from top to bottom.
    """
    seen = {name: getattr(found, name) for name in ROWS if name in shown}
    labels = [f"<b>{names[name]}</b>" for name in seen]
    values = [_value(each) for each in seen.values()]
    axis = {"visible": True, "showgrid": False, **percent_ticks(0, 0.5, 1)}
    axis["title"] = axis_title(SAID["chart"]["key"])
    figure = rows(
        _marks(list(seen.values())), labels, values, reach=(-0.06, 1.06), axis=axis, below=52
    )
    figure.update_layout(height=HEIGHT)
    return Drawing(figure, SAID["chart"]["title"], _finding(seen, names), _table(seen, names))


def _marks(groups: Sequence[Counted]) -> list[go.Scatter]:
    traces = [
        go.Scatter(
            x=[0, 1], y=[row + LOWER] * 2, mode="lines", line={"color": "#e6e3da", "width": 2},
            hoverinfo="skip",
        )
        for row in range(len(groups))
    ]  # fmt: skip
    for row, group in enumerate(groups):
        (before, after), y = group.shares, row + LOWER
        colour = ORANGE if group.way is Way.FELL else BLUE
        symbol = "triangle-right" if after >= before else "triangle-left"
        ring = {"size": 13, "color": CARD, "line": {"color": GREY, "width": 2.5}}
        line = {"color": colour, "width": 5}
        across = {"x": [before, after], "y": [y, y], "mode": "lines", "line": line}
        traces += [
            go.Scatter(**across, hoverinfo="skip"),
            marks([before], [y], ring),
            marks([after], [y], {"size": 17, "color": colour, "symbol": symbol}),
        ]
    return traces


def _value(group: Counted) -> str:
    return SAID["chart"]["value"].format(change=points(float(group.change.value)))


def _finding(seen: Mapping[str, Counted], names: Mapping[str, str]) -> str:
    said = [
        SAID["chart"]["finding"].format(name=names[name], change=points(float(group.change.value)))
        for name, group in seen.items()
    ]
    return "; ".join([*said[:1], *(each[0].lower() + each[1:] for each in said[1:])]) + "."


def _table(seen: Mapping[str, Counted], names: Mapping[str, str]) -> pd.DataFrame:
    groups = list(seen.values())
    ends = [(points(float(g.change.lower)), points(float(g.change.upper))) for g in groups]
    head = SAID["chart"]["columns"]
    return pd.DataFrame(
        {
            head[0]: [names[name] for name in seen],
            head[1]: [f"{group.people_after:,.0f}" for group in groups],
            head[2]: [percent(group.shares[0], 1) for group in groups],
            head[3]: [percent(group.shares[1], 1) for group in groups],
            head[4]: [points(float(group.change.value)) for group in groups],
            head[5]: [f"{low} to {high}" for low, high in ends],
        }
    )
