"""Drawings: any run chart or control chart as one calm, printable figure."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import plotly.graph_objects as go

from helpers.page.figures import Drawing
from helpers.page.look import CARD, GREY, INK, ORANGE, PLUM, SOFT
from helpers.spc.furniture import (
    as_time,
    layout,
    letters,
    line_labels,
    number_pins,
    wrapped,
    written_key,
)
from helpers.spc.geometry import bands, drawn_line, places_in_time, steps, value_range
from helpers.spc.marks import POINTS, point_mark
from helpers.spc.said import (
    finding,
    number_text,
    point_word,
    reader_table,
    remarks,
    title,
    when_texts,
)

if TYPE_CHECKING:
    from helpers.spc.record import Chart

SYMBOLS = {"split": "hexagon"}  # the other shapes have plotly's own names
MANY = 80  # points beyond which marks shrink so as not to touch
BAND = "rgba(18,67,109,.06)"  # the usual range, in the faintest blue that still prints


def control_chart(chart: Chart) -> Drawing:
    """
    Draw a run chart or control chart of any kind.

    Parameters
    ----------
    chart : Chart
        What ``helpers.spc.chart`` returns.

    Returns
    -------
    Drawing
        The figure (its title is the page's to show), the title, the finding in one
        sentence, and the table of the numbers in words a reader knows.

    Notes
    -----
    Signals differ in colour, in shape and by a letter. Lines are named where they end.
    Remarks are numbered on the figure and written out beneath it.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> drawing = control_chart(chart([4, 5, 6] * 5, name="Falls"))
    >>> drawing.title, len(drawing.table)
    ('Falls', 15)
    """
    low_high, notes = value_range(chart), remarks(chart)
    key = written_key(chart, notes)
    traces = (_band(chart, low_high[0]), *_lines(chart), _values(chart), *_marks(chart))
    labels = (*line_labels(chart, low_high), *letters(chart), *number_pins(chart, notes))
    figure = go.Figure(list(traces), layout(chart, low_high, notes, key, list(labels)))
    return Drawing(figure, title(chart), finding(chart), reader_table(chart))


def run_chart(chart: Chart) -> Drawing:
    """Draw a run chart: as ``control_chart``, which leaves out the limits that are not there."""
    return control_chart(chart)


def titled(drawing: Drawing, width: int = 1000) -> go.Figure:
    """
    Return a copy of the figure that carries its title and finding, for a picture on its own.

    The page shows both as text, so the figure itself has neither. `width` is in pixels.
    """
    figure = go.Figure(drawing.figure)
    text = f"<b>{wrapped(drawing.title, width // 10)}</b><br>{wrapped(drawing.finding, width // 8)}"
    extra = 22 * (text.count("<br>") + 1) + 14
    figure.update_layout(
        width=width,
        height=figure.layout.height + extra,
        margin_t=figure.layout.margin.t + extra,
        title={"text": text, "x": 0, "xref": "paper", "y": 1, "yanchor": "top"},
        title_pad={"t": 14},
        title_font={"size": 15, "color": INK},
        title_yref="container",
    )
    return figure


def _band(chart: Chart, floor: float) -> go.Scatter:
    """Shade the usual range between the limits."""
    lower, upper = drawn_line(chart, "lower"), chart.points["upper"].to_numpy(dtype=float)
    x, y = bands(places_in_time(chart), lower, upper, chart.points["phase"].to_numpy(), floor)
    return _quiet(
        x=as_time(chart, x), y=y, fill="toself", fillcolor=BAND, line_width=0, name="band"
    )


def _lines(chart: Chart) -> list[go.Scatter]:
    """Draw limits, centre and target as steps, each phase on its own."""
    x, phase = places_in_time(chart), chart.points["phase"].to_numpy()
    lines = []
    for column in ("upper", "lower", "centre", "target"):
        heights = drawn_line(chart, column)
        if np.isfinite(heights).any():
            along = np.ones_like(phase) if column == "target" else phase
            step_x, step_y = steps(x, heights, along)
            look = _line_look(column, len(step_x) > 3 * phase[-1])
            lines.append(_quiet(x=as_time(chart, step_x), y=step_y, name=column, line=look))
    return lines


def _line_look(column: str, varies: bool) -> dict[str, Any]:
    if column == "centre":
        return {"color": INK, "width": 1.4}
    if column == "target":
        return {"color": PLUM, "width": 1.6, "dash": "dot"}
    # Dashes on a staircase turn to confetti: limits that vary are drawn through.
    return (
        {"color": SOFT, "width": 0.8}
        if varies
        else {"color": SOFT, "width": 1.2, "dash": "6px,4px"}
    )


def _values(chart: Chart) -> go.Scatter:
    x = as_time(chart, places_in_time(chart))
    look = {"color": GREY, "width": 1.5}
    return _quiet(x=x, y=chart.points["value"].to_numpy(dtype=float), name="value", line=look)


def _marks(chart: Chart) -> list[go.Scatter]:
    """Draw one set of markers for each verdict, so that each has its own shape."""
    points, x = chart.points, as_time(chart, places_in_time(chart))
    verdicts = points["verdict"].where(points["included"], "excluded").to_numpy()
    hover, drawn = np.array(_hover(chart), dtype=object), points["value"].notna().to_numpy()
    sets = []
    for name in (*POINTS, "excluded"):
        rows = drawn & (verdicts == name)
        if rows.any():
            y, look = points["value"].to_numpy(dtype=float)[rows], _marker(name, len(points) > MANY)
            marks = go.Scatter(x=x[rows], y=y, name=name, mode="markers", marker=look)
            sets.append(marks.update(hovertext=hover[rows], hoverinfo="text"))
    return sets


def _marker(name: str, many: bool) -> dict[str, Any]:
    if name == "excluded":
        return {"symbol": "circle-open", "size": 8, "color": GREY, "line": {"width": 1.5}}
    mark = point_mark(name)
    edge = {"color": ORANGE, "width": 2.5} if name == "both" else {"color": CARD, "width": 1}
    size = (4.5 if many else 6.5) if name == "common" else (8 if many else 10)
    return {
        "symbol": SYMBOLS.get(mark.shape, mark.shape),
        "size": size,
        "color": mark.colour,
        "line": edge,
    }


def _hover(chart: Chart) -> list[str]:
    """Say each point's date, value, verdict and reason."""
    texts = []
    for when, row in zip(when_texts(chart.points["when"]), chart.points.itertuples(), strict=True):
        why = f"<br>{wrapped(row.why, 40)}" if row.why else ""
        number = number_text(row.value, chart.unit)
        texts.append(f"<b>{escape(when)}: {number}</b><br>{point_word(row)}{why}")
    return texts


def _quiet(**line: Any) -> go.Scatter:
    """Draw a line that says nothing when pointed at: the marks do."""
    return go.Scatter(mode="lines", hoverinfo="skip", **line)
