"""The figure of papers that describe a difference, and of those that act on it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, GREY

SAID = words.load("voices")["hear"]["acted"]["chart"]
HEIGHT = 320  # pixels: what the page gives every figure at least
PAPERS = (149, 40)  # Gallifant and others 2023: described only, acted


def acted_chart() -> Drawing:
    """
    Draw how many of the papers described a difference only, and how many acted on it.

    Examples
    --------
    >>> acted_chart().table.iloc[1].astype(str).tolist()
    ['Acted on it', '40', '21']
    """
    bars = go.Bar(
        x=list(PAPERS),
        y=[0.1, 1.1],
        orientation="h",
        width=0.36,
        marker={"color": [GREY, BLUE]},
        hoverinfo="skip",
    )
    figure = rows([bars], SAID["rows"], [str(count) for count in PAPERS], reach=(0, 150))
    figure.update_layout(height=HEIGHT)
    shares = [round(100 * count / sum(PAPERS)) for count in PAPERS]
    table = pd.DataFrame(dict(zip(SAID["columns"], (SAID["rows"], PAPERS, shares), strict=True)))
    return Drawing(figure, SAID["title"], SAID["finding"], table)
