"""The axes of a slide's native chart: round steps, dates that lie flat."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from helpers.page.look import LINE
from helpers.spc.geometry import nice_ticks, value_range

if TYPE_CHECKING:
    from helpers.spc.record import Chart

LABELS = 6  # dates that fit under the chart without turning
MONTH = 30.44  # days


def draw_axes(native: Any, chart: Chart, places: list[Any]) -> None:
    """Style both axes; ``places`` are the dates or labels along the bottom."""
    _value_axis(native.value_axis, chart)
    axis = native.category_axis
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = RGBColor.from_string(LINE.lstrip("#"))
    axis.tick_labels.font.size = Pt(11)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark, axis.minor_tick_mark = XL_TICK_MARK.OUTSIDE, XL_TICK_MARK.NONE
    if isinstance(places[0], str):
        for tag in ("tickLblSkip", "tickMarkSkip"):
            _setting(axis, tag, -(-len(places) // LABELS), ("c:noMultiLvlLbl",))
        return
    axis._element.txPr.bodyPr.set("rot", "0")  # dates lie flat
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.number_format = "mmm yy" if all(d.day == 1 for d in places) else "d mmm yy"
    gap = max((max(places) - min(places)).days / LABELS, 1)
    months = gap > MONTH / 2
    _setting(axis, "majorUnit", math.ceil(gap / MONTH) if months else math.ceil(gap))
    _setting(axis, "majorTimeUnit", "months" if months else "days")


def _value_axis(axis: Any, chart: Chart) -> None:
    low, high = value_range(chart)
    ticks = nice_ticks(low, high)
    step = float(ticks[1] - ticks[0])
    # PowerPoint counts its ticks from the bottom, so the bottom must be a round number.
    axis.minimum_scale = step * math.floor(low / step) if ticks[0] else 0.0
    axis.maximum_scale, axis.major_unit = step * math.ceil(high / step), step
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(LINE.lstrip("#"))
    axis.format.line.fill.background()
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.number_format = '#,##0.###"%"' if chart.unit == "%" else "General"


def _setting(
    axis: Any, tag: str, value: object, before: tuple[str, ...] = ("c:minorUnit", "c:extLst")
) -> None:
    """Give an axis a setting that python-pptx has no property for, where the format wants it."""
    axis._element.remove_all(f"c:{tag}")
    element = axis._element.makeelement(qn(f"c:{tag}"), {"val": str(value)})
    axis._element.insert_element_before(element, *before)
