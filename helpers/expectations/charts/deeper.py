"""Figures of the funnel, and of board papers beside what others found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.expectations.funnel import Path, Spread
from helpers.expectations.paper_audit import Share
from helpers.page import words
from helpers.page.canvas import (
    AT_END,
    BAND,
    Label,
    axis_title,
    canvas,
    ink,
    key,
    label,
    marks,
    percent,
    percent_ticks,
    rows,
)
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, GREY, INK, ORANGE, SOFT, TEAL
from helpers.spc.furniture import GRID

WORDS = words.load("expectations")
DROPS = 50  # the width of the funnel's figure
USUAL = 3  # in standard deviations: 99.7% of drops when the funnel is left alone


def funnel_path(path: Path) -> Drawing:
    """Draw where the funnel stood and where each marble came to rest, drop by drop."""
    said, drops = WORDS["funnel"]["path"], np.arange(1, len(path.results) + 1)
    reach = max(4.0, 1.1 * path.worst)
    figure = canvas(
        _marbles(path, drops),
        x={"range": [0, DROPS + 1], "showgrid": False, "title": axis_title(said["axis"])},
        y={"range": [-reach, reach], "gridcolor": GRID, "zeroline": True, "zerolinecolor": INK},
        labels=[_path_key(), label(said["mark"], 1, 0, **AT_END, yshift=9)],
        room={"t": 66},
    )
    figure.add_hrect(-USUAL, USUAL, fillcolor=BAND, line_width=0, layer="below")
    table = pd.DataFrame(
        {"Drop": drops, "Funnel stood at": path.positions, "Marble rested at": path.results}
    ).round(2)
    return Drawing(figure, said["title"], _path_finding(path), table)


def _path_key() -> Label:
    said = WORDS["funnel"]["path"]
    pair = f"{ink('●', BLUE)} {said['rested']}    {ink('–', GREY)} {said['stood']}"
    return key(said["unit"], pair, f"{ink('█', BAND)} {said['alone_band']}")


def _marbles(path: Path, drops: np.ndarray) -> list[go.Scatter]:
    stood = {"symbol": "line-ew", "size": 8, "line": {"color": GREY, "width": 2}}
    rested = {"size": 8, "color": BLUE, "line": {"color": CARD, "width": 1}}
    newest = {"size": 13, "color": ORANGE, "symbol": "diamond"}
    return [
        marks(drops, path.positions, stood),
        marks(drops, path.results, rested),
        marks(drops[-1:], path.results[-1:], newest),
    ]


def _path_finding(path: Path) -> str:
    said, drops = WORDS["funnel"]["path"], len(path.results)
    if not drops:
        return str(said["none"])
    # What a marble adds of its own is the same wherever the funnel stands.
    alone = float(np.abs(path.results - path.positions).max())
    sentence = said["alone" if path.rule == 1 else "moved"]
    return str(sentence.format(drops=drops, worst=f"{path.worst:.1f}", alone=f"{alone:.1f}"))


def funnel_spreads(spreads: Sequence[Spread]) -> Drawing:
    """Draw the measured spread of the four rules as bars, each with the mark of theory."""
    said, rules = WORDS["funnel"]["spreads"], WORDS["funnel"]["rules"]
    names = [f"Rule {each.rule}. {rules[str(each.rule)]['habit']}" for each in spreads]
    measured = [f"{each.measured:.1f}" for each in spreads]
    theory = [f"{each.theory:g}" for each in spreads]
    values = [
        said["value"].format(measured=number, theory=exact)
        for number, exact in zip(measured, theory, strict=True)
    ]
    figure = rows(_spread_bars(spreads), names, values, reach=(0, 1.03 * _widest(spreads)))
    drops = spreads[0].drops
    finding = said["finding"].format(
        drops=drops, **dict(zip(("first", "second", "third", "fourth"), measured, strict=True))
    )
    table = pd.DataFrame({"Habit": names, "Measured": measured, "Theory": theory})
    return Drawing(figure, said["title"], finding, table)


def _widest(spreads: Sequence[Spread]) -> float:
    return max(max(each.measured, each.theory) for each in spreads)


def _spread_bars(spreads: Sequence[Spread]) -> list[Any]:
    places = np.arange(len(spreads))
    bars = go.Bar(
        x=[each.measured for each in spreads],
        y=places,
        orientation="h",
        width=0.32,
        marker={"color": [TEAL if each.rule == 1 else BLUE for each in spreads]},
        hoverinfo="skip",
    )
    theory = {"symbol": "line-ns", "size": 15, "line": {"color": ORANGE, "width": 3}}
    return [bars, marks([each.theory for each in spreads], places, theory)]


def paper_shares(shares: Sequence[tuple[str, Share]], finding: str, own: int) -> Drawing:
    """
    Draw shares of charts, each with its 95% interval; the first `own` are the reader's.

    Names are written on the figure as they come: escape what a reader typed.
    """
    names, found = [name for name, _ in shares], [share for _, share in shares]
    at = [each.value or 0.0 for each in found]
    counts = [f"{each.part:,} of {each.whole:,}" for each in found]
    texts = [percent(value) for value in at]
    ticks = {"visible": True, **percent_ticks(0, 0.25, 0.5, 0.75, 1)}
    figure = rows(
        [_share_marks(found, at, own)],
        names,
        texts,
        reach=(-0.02, 1.03),
        axis=ticks | {"gridcolor": GRID},
        below=30,
    )
    table = pd.DataFrame({"Paper": names, "Charts that show chance": counts, "Share": texts})
    return Drawing(figure, WORDS["paper_audit"]["chart"]["title"], finding, table)


def _share_marks(found: Sequence[Share], at: Sequence[float], own: int) -> go.Scatter:
    mine = np.arange(len(found)) < own
    look = {
        "size": 13,
        "color": np.where(mine, BLUE, GREY),
        "symbol": np.where(mine, "diamond", "circle"),
    }
    shares = marks(at, np.arange(len(found)), look)
    shares.error_x = {
        "array": [(each.high or 0) - value for each, value in zip(found, at, strict=True)],
        "arrayminus": [value - (each.low or 0) for each, value in zip(found, at, strict=True)],
        "symmetric": False,
        "thickness": 1.5,
        "width": 5,
        "color": SOFT,
    }
    return shares
