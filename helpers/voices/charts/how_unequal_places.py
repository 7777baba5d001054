"""The figure of the places: each inside or outside the funnel's curves."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import axis_title, canvas, ink, key, label, marks
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, GREY, INK, LINE, ORANGE, SOFT
from helpers.voices.charts.how_unequal import short
from helpers.voices.own_file.places import Places
from helpers.voices.words import figure

SAID = words.load("voices")["how_unequal"]["places"]
HEIGHT = 400
WIDE, TALL = 0.35, 0.07  # parts of the figure that a name takes on a narrow page


def place_figure(found: Places, what: str, unit: str) -> Drawing:
    """
    Draw places by their people and figure; those outside the curves differ in colour and shape.

    Parameters
    ----------
    what : str
        What is counted, "" where nobody said.
    unit : str
        "%" or "".
    """
    at = found.furthest
    title = SAID["curve"].format(what=what[:1].upper() + what[1:]) if what else SAID["figure"]
    finding = SAID["finding"].format(
        sentence=found.found.sentence, name=found.names[at],
        value=f"{figure(found.found.value[at])}{unit}",
        target=f"{figure(found.found.target)}{unit}",
    )  # fmt: skip
    return Drawing(_funnel(found, unit), title, finding, _table(found))


def _funnel(found: Places, unit: str) -> go.Figure:
    target = float(found.found.target)
    lines = [_line(found.sizes, curve, level) for level in (1, 0) for curve in _both(found, level)]
    middle = _line(found.sizes, np.full(len(found.sizes), target), 2)
    low, high = _reach(found)
    return canvas(
        [*lines, middle, *_dots(found)],
        x={"range": [0, float(found.sizes[-1])], "showgrid": False, "title": axis_title(SAID["axis"]),
           "nticks": 6, "tickformat": ","},
        y={"range": [low, high], "gridcolor": LINE, "ticksuffix": unit, "nticks": 6},
        labels=[_key(found), *_names(found)],
        room={"l": 54, "t": 58, "r": 20},
        height=HEIGHT,
    )  # fmt: skip


def _both(found: Places, level: int) -> tuple[np.ndarray, np.ndarray]:
    return found.lower[level], found.upper[level]


def _reach(found: Places) -> tuple[float, float]:
    """Return the figure's range: all places, and the curves where they are not endlessly wide."""
    value = found.found.value
    inside = found.sizes >= found.people.min()
    low = float(np.nanmin([*value, *found.lower[-1][inside]]))
    high = float(np.nanmax([*value, *found.upper[-1][inside]]))
    room = 0.12 * (high - low)
    return (max(low - room, 0.0) if low >= 0 else low), high + room


def _line(sizes: np.ndarray, curve: np.ndarray, level: int) -> go.Scatter:
    look = ({"color": GREY, "width": 1.5, "dash": "dot"}, {"color": BLUE, "width": 1.5},
            {"color": INK, "width": 1})[level]  # fmt: skip
    return go.Scatter(x=sizes, y=curve, mode="lines", line=look, hoverinfo="skip")


def _dots(found: Places) -> list[go.Scatter]:
    far = np.abs(found.found.outside) == len(found.found.levels)
    look = {
        "size": np.where(far, 12, 10),
        "color": np.where(far, ORANGE, BLUE),
        "symbol": np.where(far, "diamond", "circle"),
        "opacity": 1,
    }
    return [marks(found.people, found.found.value, look)]


def _names(found: Places) -> list[dict]:
    """Name the places outside the inner curves, the furthest first, where there is room."""
    out = np.abs(found.found.outside)
    low, high = _reach(found)
    x, y = found.people / found.sizes[-1], (found.found.value - low) / (high - low)
    named: list[int] = []
    for at in sorted(np.flatnonzero(out > 0), key=lambda at: -out[at]):
        if all(abs(x[at] - x[one]) > WIDE or abs(y[at] - y[one]) > TALL for one in named):
            named.append(int(at))
    return [_name(found, at) for at in named]


def _name(found: Places, at: int) -> dict:
    """Put a name on the side of its place that is away from the curves."""
    people, value = float(found.people[at]), float(found.found.value[at])
    side = "left" if people < found.sizes[-1] / 2 else "right"
    shift = 14 if value > found.found.target else -14
    text = escape(short(found.names[at]))
    return label(text, people, value, colour=SOFT, yshift=shift, xanchor=side)


def _key(found: Places) -> dict:
    inner, outer = (f"{100 * level:g}" for level in found.found.levels)
    curves = SAID["key"].format(
        inner=f"{ink('┄', GREY)} {inner}", outer=f"{ink('─', BLUE)} {outer}"
    )
    return key(curves, f"{ink('◆', ORANGE)} {SAID['beyond']}")


def _table(found: Places) -> pd.DataFrame:
    return pd.DataFrame(
        {
            SAID["place"]: found.names,
            "Events": found.events,
            SAID["axis"]: found.people,
            "Figure": found.found.value,
            **{
                f"{side} {100 * level:g}%": limits[at]
                for at, level in enumerate(found.found.levels)
                for side, limits in (("Lower", found.found.lower), ("Upper", found.found.upper))
            },
            SAID["where"]: [where(found, at) for at in range(len(found.names))],
        }
    )


def where(found: Places, at: int) -> str:
    """Say in words where a place lies."""
    out = int(found.found.outside[at])
    if not out:
        return str(SAID["inside"])
    side = SAID["above" if out > 0 else "below"]
    return f"{SAID['beyond' if abs(out) == len(found.found.levels) else 'between']}, {side}"
