"""Figures of the core path: the steady ward, and colours that flip while nothing changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers import spc
from helpers.expectations.targets import Recoloured
from helpers.page import look, words
from helpers.page.figures import Drawing
from helpers.spc.drawings import control_chart


def falls_chart(falls: pd.Series) -> Drawing:
    """Draw 24 months of falls on one ward as a c chart."""
    said = words.load("expectations")["two_emails"]
    steady = spc.chart(falls, kind="c", improvement_direction="decrease", name=said["chart_title"])
    return replace(control_chart(steady), title=said["chart_title"], finding=said["chart_finding"])


def flipping_chart(values: np.ndarray, target: float, coloured: Recoloured) -> Drawing:
    """Draw one steady series, each month marked by whether it met the target."""
    months = np.arange(1, len(values) + 1)
    met = coloured.met
    figure = go.Figure(
        [
            go.Scatter(x=months, y=values, mode="lines", line={"color": look.LINE, "width": 2}),
            _dots(months[met], values[met], "#2e7d32", "circle", "green"),
            _dots(months[~met], values[~met], "#c62828", "diamond", "red"),
        ],
    )
    figure.add_hline(y=target, line={"color": look.INK, "dash": "dash", "width": 1.5})
    figure.add_annotation(
        x=1,
        xref="paper",
        y=target,
        text="target",
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
    )
    figure.update_layout(
        height=320,
        showlegend=False,
        font={"family": look.FONT, "size": 14, "color": look.INK},
        margin={"l": 44, "r": 16, "t": 16, "b": 40},
        paper_bgcolor=look.CARD,
        plot_bgcolor=look.CARD,
        xaxis={"title": {"text": "Month"}, "showgrid": False, "zeroline": False},
        yaxis={"gridcolor": look.WASH, "zeroline": False, "range": [72, 88]},
        hovermode="closest",
    )
    finding = (
        f"{coloured.red} of {len(values)} months are red, and the colour changes "
        f"{coloured.flips} times. The measure never changed."
    )
    table = pd.DataFrame(
        {"month": months, "value": values.round(1), "colour": np.where(met, "green", "red")}
    )
    return Drawing(figure, "One steady measure, coloured by its target", finding, table)


def _dots(x, y, colour: str, symbol: str, name: str) -> go.Scatter:
    marker = {"color": colour, "symbol": symbol, "size": 11, "line": {"color": "#fff", "width": 1}}
    hover = f"month %{{x}}: %{{y:.1f}}, {name}<extra></extra>"
    return go.Scatter(x=x, y=y, mode="markers", marker=marker, hovertemplate=hover)
