"""The figure of the groups: a dot and its interval for each, in the order given."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import ink, key, label, marks, rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, GREY, LINE, ORANGE, SOFT
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Measured
from helpers.voices.measures.unequal import extremes
from helpers.voices.own_file.each import each, value_text

SAID = words.load("voices")["how_unequal"]["chart"]
ROW, HEAD, FOOT = 46, 44, 34  # pixels: of one row, above the first and below the last
LONG = 42  # characters of a name that a narrow page holds beside its value


def group_figure(groups: Groups) -> Drawing:
    """
    Draw each group's figure with its interval, and the mean of all as a line.

    The two groups that the gap compares are drawn as diamonds.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> drawing = group_figure(of_counts(["A", "B"], [30, 50], [100, 100], good="high", what="seen"))
    >>> drawing.finding
    'Highest in B (50%), lowest in A (30%); all together 40%.'
    """
    found = each(groups)
    title = SAID["title"].format(what=_capital(groups.what)) if groups.what else SAID["figure"]
    return Drawing(_dots(groups, found), title, _finding(groups, found), _table(groups, found))


def _dots(groups: Groups, found: Measured) -> go.Figure:
    most = float(np.nanmax([*found.upper, *found.value, 1e-9]))
    least = min(0.0, float(np.nanmin([*found.lower, *found.value, 0])))
    texts = [_text(groups, value) for value in found.value]
    names = [escape(short(name)) for name in groups.names]
    span = (least - 0.03 * (most - least), most + 0.05 * (most - least))
    figure = rows([_marks(groups, found)], names, texts, reach=span, axis=_axis(groups), below=FOOT)
    figure.update_layout(height=HEAD + FOOT + ROW * len(names), margin_t=HEAD)
    figure.update_annotations(bgcolor=CARD)
    figure.add_annotation(**_key())
    mean = float(groups.mean)
    if np.isfinite(mean):
        _mean_line(figure, mean, SAID["all"].format(mean=value_text(groups, mean)))
    return figure


def _axis(groups: Groups) -> dict:
    suffix = "%" if groups.bounded and groups.per == 100 else ""
    return {"visible": True, "gridcolor": LINE, "nticks": 6, "ticksuffix": suffix}


def _key() -> dict:
    return key(f"{ink('●', BLUE)} {SAID['key']}", f"{ink('◆', ORANGE)} {SAID['key_ends']}")


def _mean_line(figure: go.Figure, mean: float, text: str) -> None:
    figure.add_vline(mean, line={"color": GREY, "width": 1.5, "dash": "dot"}, layer="below")
    below = {"yref": "paper", "yanchor": "bottom", "xanchor": "center"}
    figure.add_annotation(**label(text, mean, 0, colour=SOFT) | below | {"bgcolor": CARD})


def _marks(groups: Groups, found: Measured) -> go.Scatter:
    compared = {int(end) for end in extremes(groups)}
    ends = np.array([at in compared for at in range(len(groups.names))])
    look = {
        "size": 12,
        "color": np.where(ends, ORANGE, BLUE),
        "symbol": np.where(ends, "diamond", "circle"),
    }
    dots = marks(found.value, np.arange(len(groups.names)), look)
    dots.error_x = {
        "array": np.nan_to_num(found.upper - found.value),
        "arrayminus": np.nan_to_num(found.value - found.lower),
        "symmetric": False, "thickness": 1.8, "width": 5, "color": SOFT,
    }  # fmt: skip
    return dots


def _finding(groups: Groups, found: Measured) -> str:
    if not groups.present.any():
        return str(SAID["finding_none"])
    high, low = int(np.nanargmax(found.value)), int(np.nanargmin(found.value))
    key = "finding" if groups.present.sum() > 1 else "finding_one"
    return str(SAID[key]).format(
        high=groups.names[high], low=groups.names[low],
        most=_text(groups, found.value[high]), least=_text(groups, found.value[low]),
        mean=_text(groups, float(groups.mean)),
    )  # fmt: skip


def _text(groups: Groups, value: float) -> str:
    return value_text(groups, float(value)) if np.isfinite(value) else SAID["not_shown"]


def _table(groups: Groups, found: Measured) -> pd.DataFrame:
    table = {
        SAID["group"]: list(groups.names),
        SAID["value"]: [_text(groups, value) for value in found.value],
        SAID["lower"]: found.lower.round(3),
        SAID["upper"]: found.upper.round(3),
    }
    if groups.events is not None:
        table[SAID["events"]] = groups.events
    return pd.DataFrame(table | {SAID["people"]: groups.size})


def short(name: str) -> str:
    """Return a name as a narrow figure can hold it; the table has it in full."""
    return name if len(name) <= LONG else f"{name[: LONG - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
