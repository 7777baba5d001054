"""The native chart on a slide: the values, their limits and target as series to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from helpers.page.look import CARD, GREY, INK, ORANGE, PLUM, SOFT
from helpers.spc.export.slide_axes import draw_axes
from helpers.spc.export.table import harmless
from helpers.spc.geometry import drawn_line, line_ends, spread_apart, value_range
from helpers.spc.marks import point_mark, words
from helpers.spc.said import centre_name, end_text, title, when_texts

if TYPE_CHECKING:
    from helpers.spc.record import Chart

# PowerPoint has no downward triangle; the letter beside the mark tells low from high.
MARKERS = {
    "square": "SQUARE",
    "diamond": "DIAMOND",
    "triangle-up": "TRIANGLE",
    "triangle-down": "TRIANGLE",
    "split": "CIRCLE",
    "circle": "CIRCLE",
}
COLOURS = {"upper": SOFT, "lower": SOFT, "centre": INK, "target": PLUM}
WEIGHTS = {"upper": 1.0, "lower": 1.0, "centre": 1.25, "target": 1.5}
# The part of the frame that holds the plot; the rest is for the names of the lines.
PLOT = {"x": 0.06, "y": 0.03, "w": 0.76, "h": 0.86}


def add_chart(slide: Any, chart: Chart, place: tuple[float, float, float, float]) -> Any:
    """
    Add a native line chart to a slide.

    Parameters
    ----------
    slide : pptx Slide
    chart : Chart
    place : tuple of float
        Left, top, width and height in inches.

    Returns
    -------
    GraphicFrame
        With one series for the values, and one for each line of each phase.
    """

    # The chart's numbers live in a workbook inside the slide, so its texts must not be formulas.
    data = CategoryChartData(number_format="General")
    data.categories = _categories(chart)
    columns = _series(chart)
    for name, _, heights in columns:
        data.add_series(name, [None if np.isnan(height) else float(height) for height in heights])
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.LINE_MARKERS, *(Inches(edge) for edge in place), data
    )
    _style(frame.chart, chart, [line for _, line, _ in columns])
    return frame


def _categories(chart: Chart) -> list[Any]:
    """Return days as dates, so that uneven gaps stay uneven; everything else as text."""
    when = chart.points["when"]
    dated = pd.api.types.is_datetime64_any_dtype(when) and when.dt.tz is None
    if dated and when.notna().all() and when.is_unique and (when == when.dt.normalize()).all():
        return [stamp.date() for stamp in when]
    return [harmless(text) for text in when_texts(when)]


def _series(chart: Chart) -> list[tuple[str, str, np.ndarray]]:
    """Return name, line and heights of each series; a line is a new series in each phase."""
    values = chart.points["value"].to_numpy(dtype=float)
    found = [(str(harmless(title(chart))), "value", values)]
    heads = words()["columns"] | {"centre": centre_name(chart).capitalize()}
    phases = chart.points["phase"].to_numpy()
    for line in ("upper", "centre", "lower", "target"):
        heights = drawn_line(chart, line)
        parts = [None] if line == "target" else list(dict.fromkeys(phases))
        for number, part in enumerate(parts, 1):
            own = heights if part is None else np.where(phases == part, heights, np.nan)
            if np.isfinite(own).any():
                suffix = f", phase {number}" if len(parts) > 1 else ""
                found.append((f"{heads[line]}{suffix}", line, own))
    return found


def _style(native: Any, chart: Chart, lines: list[str]) -> None:

    native.has_legend = native.has_title = False
    native.font.size, native.font.color.rgb = Pt(12), _rgb(INK)
    draw_axes(native, chart, _categories(chart))
    _place_plot(native)
    ends, last = _apart(chart), {line: number for number, line in enumerate(lines)}
    for number, (line, series) in enumerate(zip(lines, native.plots[0].series, strict=True)):
        series.smooth = False
        if line == "value":
            _draw_values(series, chart)
            continue
        _draw_line(series, line, _varies(chart, line))
        if last[line] == number and line in ends:
            _name_end(series, line, *ends[line])


def _place_plot(native: Any) -> None:
    """Keep room at the right of the plot for the names of the lines."""
    area = native._chartSpace.chart.plotArea
    area.remove_all("c:layout")
    layout = etree.Element(qn("c:layout"))
    area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for tag, setting in (
        {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"} | PLOT
    ).items():
        etree.SubElement(manual, qn(f"c:{tag}")).set("val", str(setting))


def _draw_values(series: Any, chart: Chart) -> None:
    """Draw the values, each signal as its own mark, and a letter where a run of it ends."""

    series.format.line.color.rgb, series.format.line.width = _rgb(GREY), Pt(1.5)
    _mark(series.marker, "CIRCLE", GREY, GREY, 5)
    points = chart.points
    verdicts = points["verdict"].where(points["included"], "excluded").tolist()
    for row, verdict in enumerate(verdicts):
        if verdict == "excluded":
            _mark(series.points[row].marker, "CIRCLE", CARD, GREY, 7)
            _trail(series.points[row], GREY)
        elif verdict not in ("common", "missing"):
            mark = point_mark(verdict)
            edge = ORANGE if verdict == "both" else mark.colour
            _mark(series.points[row].marker, MARKERS[mark.shape], mark.colour, edge, 9)
            _trail(series.points[row], edge)
            if row + 1 == len(verdicts) or verdicts[row + 1] != verdict:
                above = points["value"].iloc[row] >= points["centre"].iloc[row]
                _letter(series.points[row], mark.letter, edge, above)


def _mark(marker: Any, shape: str, fill: str, edge: str, size: int) -> None:

    marker.style, marker.size = getattr(XL_MARKER_STYLE, shape), size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = _rgb(fill)
    marker.format.line.color.rgb = _rgb(edge)


def _trail(point: Any, colour: str) -> None:
    """Colour the stroke that leads to a point; LibreOffice takes the mark's colour from it."""
    point.format.line.color.rgb, point.format.line.width = _rgb(colour), Pt(1.5)


def _letter(point: Any, letter: str, colour: str, above: bool) -> None:

    side = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW
    _label(point, letter, colour, side, Pt(13), bold=True)


def _draw_line(series: Any, line: str, varies: bool) -> None:

    series.marker.style = XL_MARKER_STYLE.NONE
    look = series.format.line
    look.color.rgb, look.width = _rgb(COLOURS[line]), Pt(WEIGHTS[line])
    if line == "target":
        look.dash_style = MSO_LINE.ROUND_DOT
    elif line != "centre" and not varies:
        look.dash_style = MSO_LINE.DASH


def _apart(chart: Chart) -> dict[str, tuple[str, float]]:
    """Return each line's name and how far to move it, as a share of the frame, off the others."""
    ends, (low, high) = line_ends(chart), value_range(chart)
    heights = np.array([PLOT["h"] * (high - end) / (high - low) for end in ends.values()])
    moves = spread_apart(heights, 0.055) - heights
    return {
        line: (end_text(chart, line, end), float(move))
        for (line, end), move in zip(ends.items(), moves, strict=True)
    }


def _varies(chart: Chart, line: str) -> bool:
    """Say whether a line changes within a phase, as limits of a p chart do."""
    return bool((chart.points.groupby("phase")[line].nunique() > 1).any())


def _name_end(series: Any, line: str, text: str, move: float) -> None:
    """Write a line's name and height at its last point, moved off its neighbours."""
    known = [number for number, height in enumerate(series.values) if height is not None]
    point = series.points[known[-1]]
    _label(point, text, COLOURS[line], XL_LABEL_POSITION.RIGHT, Pt(12))
    if move:
        label = point.data_label._dLbl
        place = etree.Element(qn("c:layout"))
        manual = etree.SubElement(place, qn("c:manualLayout"))
        etree.SubElement(manual, qn("c:x")).set("val", "0")
        etree.SubElement(manual, qn("c:y")).set("val", f"{move:.4f}")
        label.remove_all("c:layout")
        label.insert(1, place)  # after its index, as the format wants


def _label(point: Any, text: str, colour: str, side: Any, size: Any, bold: bool = False) -> None:
    label = point.data_label
    label.position = side
    run = label.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = text, size, bold
    run.font.color.rgb = _rgb(colour)


def _rgb(colour: str) -> Any:
    return RGBColor.from_string(colour[1:])
