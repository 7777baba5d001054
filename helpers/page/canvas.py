"""Canvas: what the figures of the deeper activities share, in the look of the control charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from helpers.page.look import CARD, FONT, INK, LINE, SOFT

Label = dict[str, Any]

BAND = "#e3ebf0"  # what chance alone does, in the faintest blue that still prints

ROOM = {"l": 36, "r": 14, "t": 38, "b": 44}  # pixels around a plot with axes
AT_START = {"xref": "paper", "xanchor": "left"}
AT_END = {"xref": "paper", "xanchor": "right"}


def percent(share: float, digits: int = 0) -> str:
    """
    Write a share as a reader sees it.

    Examples
    --------
    >>> percent(0.0591, 1)
    '5.9%'
    """
    return f"{100 * share:.{digits}f}%"


def percent_ticks(*shares: float) -> dict[str, Any]:
    """Return the marks of an axis at these shares."""
    return {"tickvals": list(shares), "ticktext": [percent(share) for share in shares]}


def ink(text: str, colour: str) -> str:
    """Return a text in a colour, for the key of a figure."""
    return f'<span style="color:{colour}"><b>{text}</b></span>'


def label(text: str, x: float, y: float, *, colour: str = INK, **more: Any) -> Label:
    """Return a text on a figure; without `xref` and `yref` it stands at values of the axes."""
    font = {"size": 12.5, "color": colour, "family": FONT}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font, **more}


def key(*lines: str) -> Label:
    """Return the written key that stands above a plot instead of a legend."""
    above = {"yref": "paper", "yanchor": "bottom", "yshift": 6, "align": "left"}
    return label("<br>".join(lines), 0, 1) | AT_START | above


def marks(x: Any, y: Any, look: dict[str, Any]) -> go.Scatter:
    """Return points that say nothing when pointed at: the finding and the table do."""
    return go.Scatter(x=x, y=y, mode="markers", marker=look, hoverinfo="skip", cliponaxis=False)


def axis_title(text: str) -> dict[str, Any]:
    """Return an axis's title, close to its numbers."""
    return {"text": text, "standoff": 4, "font": {"size": 12.5, "color": SOFT}}


def canvas(
    traces: Sequence[Any],
    *,
    x: dict[str, Any],
    y: dict[str, Any],
    labels: Sequence[Label] = (),
    room: dict[str, int] | None = None,
    height: int = 340,
) -> go.Figure:
    """Return a calm figure: nothing moves, nothing floats, every style is set here."""
    still = {"fixedrange": True, "zeroline": False, "linecolor": LINE, "tickcolor": LINE}
    return go.Figure(
        list(traces),
        {
            "template": "none",
            "height": height,
            "margin": {**ROOM, **(room or {}), "pad": 0},
            "font": {"family": FONT, "size": 12.5, "color": INK},
            "paper_bgcolor": CARD,
            "plot_bgcolor": CARD,
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,  # so that a finger on the figure scrolls the page
            "annotations": list(labels),
            "xaxis": still | x,
            "yaxis": still | y,
        },
    )


def rows(
    traces: Sequence[Any],
    names: Sequence[str],
    values: Sequence[str],
    *,
    reach: tuple[float, float],
    axis: dict[str, Any] | None = None,
    below: int = 10,
) -> go.Figure:
    """
    Return a figure of rows from top to bottom, each under its own name and value.

    Row 0 is the top one. Names stand above their rows, so that they fit a narrow page.
    `reach` is the range of the horizontal axis; without `axis` it is not shown.
    """
    bare = {"visible": False, "range": list(reach)}
    written = [
        *(label(name, 0, row - 0.38, **AT_START) for row, name in enumerate(names)),
        *(label(f"<b>{v}</b>", 1, row - 0.38, **AT_END) for row, v in enumerate(values) if v),
    ]
    return canvas(
        traces,
        x=bare | (axis or {}),
        y={"range": [len(names) - 0.55, -0.65], "visible": False},
        labels=written,
        room={"l": 14, "t": 8, "b": below},
    )
