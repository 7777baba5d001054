"""The figure of the gaps: how far two groups are apart in each place, the widest first."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import ink, key, marks, rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, INK, LINE, ORANGE, SOFT
from helpers.voices.charts.how_unequal import short
from helpers.voices.measures.many import Comparisons
from helpers.voices.measures.unequal import Inequality
from helpers.voices.words import figure

SAID = words.load("voices")["how_unequal"]["places"]
ROW, HEAD, FOOT = 46, 44, 34  # pixels: of one row, above the first and below the last
MOST = 20  # rows that a figure can hold


def gap_figure(
    what: str, names: tuple[str, ...], found: Inequality, judged: Comparisons
) -> Drawing:
    """
    Draw the gap in each place with its interval; those beyond chance differ in colour and shape.

    Parameters
    ----------
    what : str
        What is counted, "" where nobody said.
    names : tuple of str
        The places.
    found, judged
        The gap in each place, and which of them survive so many comparisons.
    """
    value = np.asarray(found.value, float)
    order = [int(at) for at in np.argsort(-np.nan_to_num(value, nan=-np.inf))]
    order = [at for at in order if np.isfinite(value[at])]
    title = f"{SAID['gap_title']}: {what}" if what else SAID["gap_title"]
    table = _table(names, found, judged)
    return Drawing(
        _rows(names, found, judged, order[:MOST]),
        title,
        _finding(names, found, judged, order),
        table,
    )


def _finding(
    names: tuple[str, ...], found: Inequality, judged: Comparisons, order: list[int]
) -> str:
    if not order:
        return str(SAID["gap_none"])
    first = order[0]
    said = SAID["gap_finding"].format(
        name=names[first],
        value=figure(float(found.value[first])),
        many=judged.sentence,
        per=f"{found.groups.per:,g}",
    )
    more = SAID["gap_widest"].format(count=MOST) if len(order) > MOST else ""
    return f"{said} {more}".strip()


def _rows(
    names: tuple[str, ...], found: Inequality, judged: Comparisons, order: list[int]
) -> go.Figure:
    value, lower, upper = (
        np.asarray(part, float)[order] for part in (found.value, found.lower, found.upper)
    )
    ends = [0.0, *value, *lower[np.isfinite(lower)], *upper[np.isfinite(upper)]]
    span = max(ends) - min(ends) or 1.0
    shown = rows(
        [_marks(value, lower, upper, judged.survives[order])],
        [escape(short(names[at])) for at in order],
        [figure(float(one)) for one in value],
        reach=(min(ends) - 0.04 * span, max(ends) + 0.04 * span),
        axis={"visible": True, "gridcolor": LINE, "nticks": 6},
        below=FOOT,
    )
    shown.update_layout(height=HEAD + FOOT + ROW * max(len(order), 1), margin_t=HEAD)
    shown.add_vline(0, line={"color": INK, "width": 1.5}, layer="below")
    shown.update_annotations(bgcolor=CARD)  # names stand on the line at 0
    shown.add_annotation(**_key())
    return shown


def _key() -> dict:
    return key(f"{ink('●', BLUE)} {SAID['gap_key']}", f"{ink('◆', ORANGE)} {SAID['gap_key_sure']}")


def side(found: Inequality) -> str:
    """Say which way a gap runs on the figure."""
    worse, better = found.groups.names[0], found.groups.names[-1]
    return str(SAID["gap_side"]).format(worse=worse, better=better)


def _marks(value: np.ndarray, lower: np.ndarray, upper: np.ndarray, sure: np.ndarray) -> go.Scatter:
    look = {
        "size": 12,
        "color": np.where(sure, ORANGE, BLUE),
        "symbol": np.where(sure, "diamond", "circle"),
    }
    dots = marks(value, np.arange(len(value)), look)
    dots.error_x = {
        "array": np.nan_to_num(upper - value),
        "arrayminus": np.nan_to_num(value - lower),
        "symmetric": False, "thickness": 1.8, "width": 5, "color": SOFT,
    }  # fmt: skip
    return dots


def _table(names: tuple[str, ...], found: Inequality, judged: Comparisons) -> pd.DataFrame:
    verdicts = [
        (SAID["yes"] if sure else SAID["no"]) if np.isfinite(value) else found.why(at)
        for at, (value, sure) in enumerate(zip(found.value, judged.survives, strict=True))
    ]
    return pd.DataFrame(
        {
            SAID["place"]: names,
            SAID["gap"]: found.value,
            SAID["lower"]: found.lower,
            SAID["upper"]: found.upper,
            SAID["verdict"]: verdicts,
        }
    )
