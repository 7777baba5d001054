"""Figure of "Who is at the table?": the share of one group in each body, with its interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import label, marks, percent, rows
from helpers.page.canvas import percent_ticks as ticks
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, GREY, ORANGE, SOFT, WASH
from helpers.voices.panel import Body

SAID = words.load("voices")["at_the_table"]["totals"]["chart"]


def shares_chart(bodies: Sequence[Body], reference: Body, group: str, finding: str) -> Drawing:
    """
    Draw each body's share with its interval; the line is the share of those it decides for.

    Names are written on the figure as they come: escape what a reader typed.
    """
    names = [body.name for body in bodies]
    counts = [SAID["count"].format(count=f"{b.count:,}", total=f"{b.total:,}") for b in bodies]
    figure = rows(
        [_dots(bodies, reference)],
        names,
        [f"{percent(body.share)} · {count}" for body, count in zip(bodies, counts, strict=True)],
        reach=(-0.02, 1.03),
        axis={"visible": True, "gridcolor": WASH, **ticks(0, 0.25, 0.5, 0.75, 1)},
        below=30,
    )
    figure.update_annotations(bgcolor=CARD)  # a name stays readable where the line passes
    line_name = label(reference.name.lower(), reference.share, 0, colour=ORANGE, yref="paper")
    figure.add_annotation(line_name | {"yanchor": "bottom", "xanchor": "left", "xshift": 6})
    figure.add_vline(
        reference.share, line={"color": ORANGE, "width": 2, "dash": "dash"}, layer="below"
    )
    table = pd.DataFrame(
        {
            SAID["body"]: names,
            SAID["people"]: counts,
            SAID["share"]: [percent(body.share, 1) for body in bodies],
            SAID["limits"]: [
                f"{percent(low, 1)} – {percent(high, 1)}"
                for low, high in (b.limits for b in bodies)
            ],
        }
    )
    return Drawing(figure, SAID["title"].format(group=group), finding, table)


def _dots(bodies: Sequence[Body], reference: Body) -> go.Scatter:
    at = np.array([body.share for body in bodies])
    ends = np.array([body.limits for body in bodies])
    own = np.array([body is not reference for body in bodies])
    look = {
        "size": 13,
        "color": np.where(own, BLUE, GREY),
        "symbol": np.where(own, "diamond", "circle"),
    }
    dots = marks(at, np.arange(len(bodies)), look)
    dots.error_x = {
        "array": ends[:, 1] - at,
        "arrayminus": at - ends[:, 0],
        "symmetric": False,
        "thickness": 1.5,
        "width": 5,
        "color": SOFT,
    }
    return dots
