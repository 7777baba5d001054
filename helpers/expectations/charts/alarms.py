"""The figure of false alarms: rule sets against the length of a steady chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from helpers.expectations.alarms import LENGTHS, chance
from helpers.page import words
from helpers.page.canvas import (
    Label,
    axis_title,
    canvas,
    ink,
    key,
    label,
    marks,
    percent,
    percent_ticks,
)
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, LINE, ORANGE
from helpers.spc.furniture import GRID

SAID = words.load("expectations")["false_alarms"]["chart"]


class _Look(NamedTuple):
    colour: str
    dash: str
    symbol: str
    key: str


LOOKS = (_Look(BLUE, "solid", "circle", "━"), _Look(ORANGE, "7px,4px", "diamond", "╍"))


def alarm_chart(titles: Mapping[str, str], rules: str, other: str | None, points: int) -> Drawing:
    """
    Draw how often steady charts signal, by their length.

    Parameters
    ----------
    titles : mapping
        Rule set to what readers call it; all are drawn, faintly.
    rules, other : str
        The one or two rule sets that stand out.
    points : int
        The length whose figures are written on the chart and in the finding.
    """
    looks = {rules: LOOKS[0]} | ({other: LOOKS[1]} if other and other != rules else {})
    written = [f"{ink(look.key, look.colour)} {titles[name]}" for name, look in looks.items()]
    figure = canvas(
        _alarm_lines(list(titles), looks, points),
        x={"range": [LENGTHS[0] - 5, LENGTHS[-1] + 1], "title": axis_title(SAID["axis"])}
        | {"tickvals": LENGTHS[::3], "showgrid": False},
        y={"range": [0, 0.85], "gridcolor": GRID, **percent_ticks(0, 0.2, 0.4, 0.6, 0.8)},
        labels=[
            key(*written, f"{ink('━', LINE)} {SAID['rest']}"),
            *_alarm_figures(list(looks), points),
        ],
        room={"l": 44, "t": 22 + 18 * (len(written) + 1)},
    )
    finding = _alarm_finding(titles, list(looks), points)
    return Drawing(figure, SAID["title"], finding, _alarms(titles))


def _alarm_lines(names: Sequence[str], looks: dict[str, _Look], points: int) -> list[go.Scatter]:
    """Draw the faint lines first, the chosen ones over them, and a mark at the chosen length."""
    lines = [_line(name, {"color": LINE, "width": 1.5}) for name in names if name not in looks]
    for name, look in looks.items():
        mark = {"size": 12, "color": look.colour, "symbol": look.symbol}
        lines.append(_line(name, {"color": look.colour, "width": 3, "dash": look.dash}))
        lines.append(marks([points], [chance(name, points)], mark))
    return lines


def _line(name: str, look: dict[str, Any]) -> go.Scatter:
    heights = [chance(name, points) for points in LENGTHS]
    return go.Scatter(x=LENGTHS, y=heights, mode="lines", line=look, hoverinfo="skip")


def _alarm_figures(chosen: Sequence[str], points: int) -> list[Label]:
    """Write each chosen figure beside its mark: the higher one above, a lower one below."""
    heights = sorted((chance(name, points) for name in chosen), reverse=True)
    places: tuple[dict[str, Any], ...] = (
        {"xshift": -18, "yshift": 17},
        {"xshift": 10, "yshift": -18},
    )
    return [
        label(f"<b>{percent(height)}</b>", points, height, bgcolor=CARD, **place)
        for height, place in zip(heights, places, strict=False)
    ]


def _alarm_finding(titles: Mapping[str, str], chosen: Sequence[str], points: int) -> str:
    told = {"points": points, "rules": titles[chosen[0]]}
    told["chance"] = percent(chance(chosen[0], points))
    if len(chosen) == 1:
        return str(SAID["finding"].format(**told))
    told |= {"other": titles[chosen[1]], "other_chance": percent(chance(chosen[1], points))}
    return str(SAID["finding_two"].format(**told))


def _alarms(titles: Mapping[str, str]) -> pd.DataFrame:
    rates = {title: [percent(chance(name, n)) for n in LENGTHS] for name, title in titles.items()}
    return pd.DataFrame({"Points": LENGTHS, **rates})
