"""Figures of "Who gets it first?": uptake by group, and the gap on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import AT_START, axis_title, canvas, ink, key, label, percent
from helpers.page.canvas import percent_ticks as ticks
from helpers.page.figures import Drawing
from helpers.page.look import GREY, INK, ORANGE, PLUM, TEAL, WASH
from helpers.voices.uptake import Uptake

SAID = words.load("voices")["first"]
NAMES = SAID["groups"]
COLOURS = (TEAL, GREY, GREY, GREY, PLUM)
DASHES = ("solid", "dot", "dot", "dot", "solid")
TOO_SMALL = 0.1  # a gap with no room for its name
WIDTHS = (3, 1.5, 1.5, 1.5, 3)
POINTS = {"tickvals": (0, 0.5, 1), "ticktext": ("0", "50", "100")}


def curves(uptake: Uptake) -> Drawing:
    """Draw the share of each fifth that is reached, month by month, with the average."""
    said = SAID["curves"]
    months = np.arange(len(uptake.coverage))
    lines = [
        _line(months, shares, colour, width=width, dash=dash)
        for shares, colour, width, dash in zip(
            uptake.coverage.T, COLOURS, WIDTHS, DASHES, strict=True
        )
    ]
    lines.append(_line(months, uptake.average, INK, width=2.5, dash="dash"))
    figure = canvas(
        lines,
        x=_months(),
        y={"range": [0, 1.02], "gridcolor": WASH, **ticks(0, 0.25, 0.5, 0.75, 1)},
        labels=[_key()],
        room={"l": 52, "t": 62, "r": 18},
        height=360,
    )
    _mark_widest(figure, uptake)
    return Drawing(figure, _titled(said["title"], uptake), _finding(uptake), _table(uptake))


def gaps(uptake: Uptake, beside: Uptake) -> Drawing:
    """Draw the gap of one policy, month by month, beside that of another."""
    said = SAID["gaps"]
    months = np.arange(len(uptake.gap))
    lines = [
        _line(months, beside.gap, GREY, width=2, dash="dot"),
        _line(months, uptake.gap, ORANGE, width=3, fill="tozeroy", fillcolor="rgba(194,80,15,.10)"),
    ]
    own, other = (ink(sign, colour) for sign, colour in (("━", ORANGE), ("┅", GREY)))
    compared = f"{own} {said['own']}    {other} {said['beside']}"
    figure = canvas(
        lines,
        x=_months(),
        y={"range": [0, 1.02], "gridcolor": WASH, **POINTS},
        labels=[key(said["unit"], compared)],
        room={"l": 52, "t": 56, "r": 18},
        height=250,
    )
    same = uptake.policy == beside.policy
    finding = said["alone" if same else "finding"].format(
        own=_points(float(uptake.gap.max())),
        month=uptake.widest,
        beside=_points(float(beside.gap.max())),
        other=beside.widest,
    )
    table = pd.DataFrame({"Month": months, said["own"]: uptake.gap, said["beside"]: beside.gap})
    return Drawing(figure, _titled(said["title"], uptake), finding, table)


def _points(gap: float) -> str:
    """Return the difference of two shares in percentage points."""
    return f"{100 * gap:.0f}"


def _line(x: np.ndarray, y: np.ndarray, colour: str, **look: Any) -> go.Scatter:
    area = {name: look.pop(name) for name in ("fill", "fillcolor") if name in look}
    drawn = {"color": colour, **look}
    return go.Scatter(x=x, y=y, mode="lines", line=drawn, hoverinfo="skip", **area)


def _months() -> dict[str, Any]:
    shown = {"range": [0, 36], "dtick": 6, "showgrid": False}
    return shown | {"title": axis_title(SAID["axis"])}


def _key() -> dict[str, Any]:
    said = SAID["curves"]
    signs = (
        ("━", TEAL, NAMES[0]),
        ("━", PLUM, NAMES[-1]),
        ("┅", GREY, said["between"]),
        ("╍", INK, said["average"]),
    )
    parts = [f"{ink(sign, colour)} {name}" for sign, colour, name in signs]
    return key(f"{parts[0]}    {parts[1]}", f"{parts[2]}    {parts[3]}")


def _mark_widest(figure: go.Figure, uptake: Uptake) -> None:
    """Draw the gap where it is widest as an upright line between the two groups."""
    month, shares = uptake.widest, uptake.coverage[uptake.widest]
    low, high = float(shares.min()), float(shares.max())
    figure.add_shape(
        type="line", x0=month, x1=month, y0=low, y1=high, line={"color": ORANGE, "width": 3}
    )
    if high - low < TOO_SMALL:
        return
    side = AT_START | {"xref": "x"} if month < 24 else {"xref": "x", "xanchor": "right"}
    text = SAID["curves"]["widest"].format(gap=_points(high - low))
    figure.add_annotation(
        label(text, month, (low + high) / 2, colour=ORANGE, **side)
        | {"xshift": 8 if month < 24 else -8, "bgcolor": "rgba(255,255,255,.85)"}
    )


def _titled(title: str, uptake: Uptake) -> str:
    return f"{title}: {SAID['policies'][uptake.policy].lower()}"


def _finding(uptake: Uptake) -> str:
    at = uptake.coverage[uptake.widest]
    return str(
        SAID["curves"]["finding"].format(
            month=uptake.widest,
            first=NAMES[int(at.argmax())].lower(),
            high=percent(float(at.max())),
            last=NAMES[int(at.argmin())].lower(),
            low=percent(float(at.min())),
        )
    )


def _table(uptake: Uptake) -> pd.DataFrame:
    columns = dict(zip(NAMES, uptake.coverage.T, strict=True))
    all_of_it = {"Month": np.arange(len(uptake.coverage))} | columns
    return pd.DataFrame(all_of_it | {SAID["curves"]["average"]: uptake.average})
