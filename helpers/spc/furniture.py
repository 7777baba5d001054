"""Furniture: the axes, labels, letters, pins and written key around a chart's figure."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.page.look import CARD, FONT, GREY, INK, LINE, ORANGE, PLUM, SOFT
from helpers.spc.geometry import (
    Floats,
    cell_edges,
    line_ends,
    nice_ticks,
    places_in_time,
    some_rows,
    spread_apart,
)
from helpers.spc.marks import POINTS, point_mark, words
from helpers.spc.said import Remark, end_text, number_text, remark_text, when_texts

if TYPE_CHECKING:
    from helpers.spc.record import Chart

PLOT = 300  # height of the plotting area in pixels; labels are kept apart by it
LINE_HEIGHT = 17.5
TOP, PINS, UNIT = 12, 20, 20  # pixels above the plot: always, for numbered pins, for the unit
GRID = "#edebe3"
AXIS = 46  # pixels below the plot for the time axis
WRAP = 42  # characters of a written line that fit where the page is 400 pixels wide

DATE_TICKS = [
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},  # first, because both ends count
    {"dtickrange": [None, 86_399_999], "value": "%H:%M\n%-d %b"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]

Range = tuple[float, float]
Label = dict[str, Any]


def as_time(chart: Chart, x: Floats) -> Any:
    """Return places in time as plotly takes them: dates as dates, numbers as numbers."""
    if not _dated(chart):
        return x
    # NaN parts the shapes of a band; as an integer it would become a date long ago.
    filled = np.where(np.isnan(x), 0, x).astype("int64").astype("datetime64[ns]")
    return np.where(np.isnan(x), np.datetime64("NaT"), filled)


def wrapped(text: str, width: int = WRAP) -> str:
    """
    Break a text into lines, with nothing in it that plotly would take for markup.

    Examples
    --------
    >>> wrapped("beds < staff & hope", 12)
    'beds &lt; staff<br>&amp; hope'
    """
    return "<br>".join(escape(line, quote=False) for line in wrap(text, width))


def line_labels(chart: Chart, low_high: Range) -> list[Label]:
    """Name the lines in the right margin, where they end, apart where they would touch."""
    ends, colours = line_ends(chart), {"centre": INK, "target": PLUM}
    scale = PLOT / (low_high[1] - low_high[0])
    pixels = np.array([(end - low_high[0]) * scale for end in ends.values()])
    return [
        _label(end_text(chart, name, end), 1, end, colours.get(name, SOFT))
        | {"xref": "paper", "xanchor": "left", "xshift": 3, "yshift": float(shift)}
        for (name, end), shift in zip(ends.items(), spread_apart(pixels, 14) - pixels, strict=True)
    ]


def letters(chart: Chart) -> list[Label]:
    """Put one letter beside the newest point of each unbroken run of the same signal."""
    points, x = chart.points, as_time(chart, places_in_time(chart))
    verdicts = points["verdict"].where(points["included"], "common").to_numpy()
    values, centres = points["value"].to_numpy(dtype=float), points["centre"].to_numpy(dtype=float)
    last = np.append(verdicts[1:] != verdicts[:-1], True)
    rows = np.flatnonzero(last & ~np.isin(verdicts, ["common", "missing"]))
    return [
        _label(f"<b>{point_mark(verdicts[row]).letter}</b>", _at(x[row]), values[row], 13)
        | {"yshift": 15 if values[row] >= centres[row] else -15}
        | {"font": {"size": 13, "color": _letter_colour(verdicts[row])}}
        | {"bgcolor": "rgba(255,255,255,.75)", "borderpad": 0}
        for row in rows
    ]


def _letter_colour(verdict: str) -> str:
    return ORANGE if verdict == "both" else point_mark(verdict).colour


def number_pins(chart: Chart, notes: list[Remark]) -> list[Label]:
    """Number the remarks above the plot."""
    pin = {"yref": "paper", "yanchor": "bottom", "yshift": 2, "bgcolor": CARD, "bordercolor": INK}
    return [
        _label(f"<b>{note.number}</b>", place, 1, INK) | pin | {"borderwidth": 1, "borderpad": 2}
        for note, place in zip(notes, _pin_places(chart, notes), strict=True)
    ]


def written_key(chart: Chart, notes: list[Remark]) -> list[str]:
    """Write the lines beneath the plot: what the marks mean, then the remarks by number."""
    seen = set(chart.points["verdict"].where(chart.points["included"], "excluded"))
    said, glyphs = words()["points"], words()["glyphs"]
    entries = []
    for name in (name for name in POINTS if name in seen and name != "common"):
        mark = point_mark(name)
        glyph = (
            f'<span style="color:{mark.colour}">{glyphs[mark.shape]} <b>{mark.letter}</b></span>'
        )
        entries.append(f"{glyph} {said[name]}")
    if "excluded" in seen:
        entries.append(f"{glyphs['circle-open']} {said['excluded']}")
    # Two to a line: more would not fit a narrow page.
    key = ["    ".join(entries[i : i + 2]) for i in range(0, len(entries), 2)]
    for note in notes:
        lines = wrapped(remark_text(chart, note)).split("<br>")
        key += [f"<b>{note.number}</b>  {lines[0]}", *(f"    {line}" for line in lines[1:])]
    return key


def layout(
    chart: Chart, low_high: Range, notes: list[Remark], key: list[str], labels: list[Label]
) -> dict[str, Any]:
    """Return the figure's layout: room for everything, and nothing that moves."""
    bottom = AXIS + round(len(key) * LINE_HEIGHT) + 6
    below = {"xref": "paper", "xanchor": "left", "align": "left", "yref": "paper"}
    if key:
        text = _label("<br>".join(key), 0, 0, INK) | below | {"yanchor": "top", "yshift": -AXIS}
        labels = [*labels, text | {"font": {"size": 12.5, "color": INK}}]
    top = TOP + PINS * bool(notes)
    if chart.unit not in ("", "%"):
        unit = _label(escape(chart.unit, quote=False), 0, 1, SOFT) | below
        labels = [*labels, unit | {"yanchor": "bottom", "yshift": top - 8}]
        top += UNIT
    return {
        "template": {},  # none of plotly's own: every style is set here
        "height": top + PLOT + bottom,
        "margin": {"l": 8, "r": _gutter(labels), "t": top, "b": bottom, "pad": 0},
        "font": {"family": FONT, "size": 12.5, "color": INK},
        "paper_bgcolor": CARD,
        "plot_bgcolor": CARD,
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": CARD, "bordercolor": LINE, "align": "left"}
        | {"font": {"color": INK, "size": 13, "family": FONT}},
        "dragmode": False,  # so that a finger on the chart scrolls the page
        "annotations": labels,
        "shapes": _upright_lines(chart, notes),
        "xaxis": _x_axis(chart),
        "yaxis": _y_axis(chart, low_high),
    }


def _label(text: str, x: Any, y: float, colour: Any) -> Label:
    font = {"size": 11.5, "color": colour} if isinstance(colour, str) else {"size": colour}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font}


def _gutter(labels: list[Label]) -> int:
    """Return the right margin that the longest line label needs, in pixels."""
    ends = [label["text"] for label in labels if label["x"] == 1 and label.get("xref") == "paper"]
    return 12 + round(6.9 * max(map(len, ends), default=0))


def _pin_places(chart: Chart, notes: list[Remark]) -> list[Any]:
    """A new phase is pinned between two periods; an event at the period it fell into."""
    x = places_in_time(chart)
    edges = cell_edges(x)
    spots = np.array([edges[n.at] if n.is_phase else x[n.at] for n in notes], dtype=float)
    return [_at(place) for place in as_time(chart, spots)]


def _at(place: Any) -> Any:
    """Return one place as plotly takes it outside of an array."""
    return str(place)[:19] if isinstance(place, np.datetime64) else float(place)


def _upright_lines(chart: Chart, notes: list[Remark]) -> list[dict[str, Any]]:
    """Draw an upright line at each remark: through where limits start anew, dotted at an event."""
    return [
        {"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper"}
        | {"layer": "below", "line": {"color": SOFT if note.is_phase else GREY, "width": 1}}
        | ({} if note.is_phase else {"line_dash": "dot"})
        for note, place in zip(notes, _pin_places(chart, notes), strict=True)
    ]


def _dated(chart: Chart) -> bool:
    return pd.api.types.is_datetime64_any_dtype(chart.points["when"])


def _x_axis(chart: Chart) -> dict[str, Any]:
    axis: dict[str, Any] = {"fixedrange": True, "showgrid": False, "zeroline": False}
    axis |= {"linecolor": LINE, "ticks": "outside", "tickcolor": LINE, "tickangle": 0}
    edges = cell_edges(places_in_time(chart))
    if len(edges):
        axis["range"] = [_at(place) for place in as_time(chart, edges[[0, -1]])]
    if _dated(chart):
        return axis | {"type": "date", "tickformatstops": DATE_TICKS, "nticks": 8}
    if pd.api.types.is_numeric_dtype(chart.points["when"]):
        return axis | {"type": "linear", "nticks": 10}
    rows, texts = some_rows(len(chart.points), 4), when_texts(chart.points["when"])
    return axis | {
        "type": "linear",
        "tickvals": rows,
        "ticktext": [wrapped(texts[r], 10) for r in rows],
    }


def _y_axis(chart: Chart, low_high: Range) -> dict[str, Any]:
    ticks = nice_ticks(*low_high)
    axis = {"range": list(low_high), "fixedrange": True, "automargin": True, "zeroline": False}
    axis |= {"gridcolor": GRID, "tickvals": ticks.tolist()}
    return axis | {"ticktext": [number_text(tick, chart.unit) for tick in ticks]}
