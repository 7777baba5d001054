"""What a chart says in words and numbers: the finding, its remarks, and the table for readers."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.spc.marks import kind_name, variation_mark, words
from helpers.spc.words import figure

if TYPE_CHECKING:
    from helpers.spc import Chart

# What the middle line is called. A g chart draws the median, a t chart its own scale's centre.
CENTRES = {"run": "median", "g": "median", "t": "centre"}


@dataclass(frozen=True)
class Remark:
    """A numbered note on a chart: an event, or the start of a phase with its reason."""

    number: int
    at: int
    text: str
    is_phase: bool


def title(chart: Chart) -> str:
    """Return the measure's name, or the chart's kind where it has none."""
    return chart.name.strip() or kind_name(chart.kind)


def finding(chart: Chart) -> str:
    """
    Return the one sentence a reader should take away, or the verdict if the chart has no reading.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> finding(chart([4, 5, 6] * 5 + [14], name="Falls", improvement_direction="decrease"))
    'Falls shows a signal of concern: the latest figure, 14, is above the upper limit of 8.98.'
    """
    first = sentences(chart)[0]
    return first if first.strip() else variation_mark(chart.variation).says


def sentences(chart: Chart) -> list[str]:
    """Return the reading of the chart as a list of sentences."""
    # A measure's own name may hold a full stop ("St. Mary's"), which ends no sentence.
    hidden = chart.reading.replace(chart.name, "\0") if chart.name else chart.reading
    parts = re.split(r"(?<=[.?!])\s+(?=[A-Z\0])", hidden)
    return [part.replace("\0", chart.name).strip() for part in parts]


def centre_name(chart: Chart) -> str:
    """Return what the middle line of this kind of chart is called."""
    return CENTRES.get(chart.kind, "average")


def end_text(chart: Chart, line: str, height: float) -> str:
    """Name a line and its height, as it is written where the line ends."""
    names = words()["figure"] | {"centre": centre_name(chart)}
    size = chart.points[["upper", "centre"]].abs().max().max()
    like = None if line == "target" or not size > 0 else float(size)
    return f"{names[line]} {number_text(height, chart.unit, like)}"


def decimals(chart: Chart) -> int:
    """
    Return how many decimals the numbers of a table deserve: three figures of their span.

    Limits that span 24 get one decimal, 9 two, 0.03 four; whole numbers stay as they are.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> decimals(chart([4, 5, 6] * 5))
    2
    """
    seen = chart.points[["value", "lower", "upper"]].to_numpy(dtype=float)
    seen = seen[np.isfinite(seen)]
    span = float(np.ptp(seen)) if len(seen) else 0.0
    span = span or (float(abs(seen[0])) if len(seen) else 0.0) or 1.0
    return int(np.clip(2 - math.floor(math.log10(span)), 0, 6))


def number_text(value: float, unit: str = "", like: float | None = None) -> str:
    """
    Write a number with the figures that matter; only "%" is joined to it.

    `like` is a number of the size to round for, so that a chart's numbers are rounded alike.

    Examples
    --------
    >>> number_text(1234.5, "falls"), number_text(93.26, "%"), number_text(float("nan"))
    ('1,234', '93.3%', '–')
    """
    if not math.isfinite(value):
        return "–"
    return figure(value, "%" if unit == "%" else "", like=like)


def when_texts(when: pd.Series) -> list[str]:
    """
    Write each period the British way; first-of-month series as months.

    Examples
    --------
    >>> when_texts(pd.Series(pd.to_datetime(["2025-01-01", "2025-02-01"])))
    ['Jan 2025', 'Feb 2025']
    >>> when_texts(pd.Series(pd.to_datetime(["2025-01-06", "2025-01-13"])))
    ['6 Jan 2025', '13 Jan 2025']
    """
    if not pd.api.types.is_datetime64_any_dtype(when):
        return [_plain(item) for item in when]
    known = when.dropna()
    if (known.dt.normalize() != known).any():
        return [_date(stamp, "{day} %b %Y, %H:%M") for stamp in when]
    if len(known) and (known.dt.day == 1).all():
        return [_date(stamp, "%b %Y") for stamp in when]
    return [_date(stamp, "{day} %b %Y") for stamp in when]


def remarks(chart: Chart) -> list[Remark]:
    """Return the starts of phases and the annotations as one numbered list, in order of time."""
    phase = chart.points["phase"].to_numpy()
    starts = [int(row) for row in np.flatnonzero(phase[1:] != phase[:-1]) + 1]
    reasons = [given.reason for given in chart.phases][-len(starts) :] if starts else []
    placed = [(row, reason, True) for row, reason in zip(starts, reasons, strict=True)]
    for when, text in chart.annotations:
        placed.append((_row(chart.points["when"], when), text, False))
    placed.sort(key=lambda remark: (remark[0], not remark[2]))
    return [Remark(number, *remark) for number, remark in enumerate(placed, 1)]


def remark_text(chart: Chart, remark: Remark) -> str:
    """
    Return a remark as one line: when, whether the limits start anew there, and the note.

    Examples
    --------
    >>> from helpers.spc import Phase, chart
    >>> falls = chart([4, 5, 6] * 5, phases=[Phase(8, "Hourly rounding")])
    >>> [remark_text(falls, each) for each in remarks(falls)]
    ['9: new limits. Hourly rounding']
    """
    when = when_texts(chart.points["when"])[remark.at]
    start = words()["figure"]["new_limits"] if remark.is_phase else ""
    return f"{when}: {start}{remark.text}"


def limits_text(chart: Chart) -> str:
    """
    Return one sentence that says which points the limits (or the median) come from.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> limits_text(chart([4, 5, 6] * 5, baseline=12))
    'Limits come from 12 points, 1 to 12.'
    """
    base = chart.points["in_baseline"].to_numpy(dtype=bool)
    texts, said = when_texts(chart.points["when"]), words()["figure"]
    phases = chart.points["phase"].to_numpy()
    parts = []
    for phase in dict.fromkeys(phases):
        rows = np.flatnonzero(base & (phases == phase))
        if len(rows):
            span = {"first": texts[rows[0]], "last": texts[rows[-1]], "points": len(rows)}
            parts.append(said["span"].format(**span))
    start = said["median_from"] if chart.kind == "run" else said["limits_from"]
    return f"{start} {said['then'].join(parts)}." if parts else ""


def reader_table(chart: Chart) -> pd.DataFrame:
    """
    Return the chart's numbers as a reader sees them: dates and verdicts in words, rounded.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> list(reader_table(chart([4, 5, 6] * 5, unit="%")))
    ['When', 'Value (%)', 'Average', 'Lower limit', 'Upper limit', 'Signal', 'Why']
    """
    points, heads, places = chart.points, words()["columns"], decimals(chart)
    unit = f" ({chart.unit})" if chart.unit else ""
    seen = {heads["when"]: when_texts(points["when"]), heads["value"] + unit: points["value"]}
    for column in ("numerator", "denominator"):
        if points[column].notna().any():
            seen[heads[column]] = points[column]
    seen[centre_name(chart).capitalize()] = points["centre"]
    for column in ("lower", "upper", "target"):
        if points[column].notna().any():
            seen[heads[column]] = points[column]
    table = pd.DataFrame(seen).round(places)
    table[heads["verdict"]] = [point_word(row) for row in points.itertuples()]
    table[heads["why"]] = points["why"].fillna("").astype(str).to_numpy()
    return table


def point_word(point: Any) -> str:
    """Return the verdict on one row of ``chart.points`` in a word or two."""
    said = words()["points"]
    if point.verdict == "missing":
        return said["missing"]
    return said[point.verdict] if point.included else said["excluded"]


def _row(when: pd.Series, moment: Any) -> int:
    """Find the period that a moment falls into: the last one that began by then."""
    if pd.api.types.is_datetime64_any_dtype(when):
        moment = pd.Timestamp(moment)
    elif not pd.api.types.is_numeric_dtype(when):
        moment, when = str(moment), when.astype(str)
        return int(np.argmax((when == moment).to_numpy()))
    return max(int((when <= moment).sum()) - 1, 0)


def _plain(item: Any) -> str:
    return f"{item:g}" if isinstance(item, float) else str(item)


def _date(stamp: pd.Timestamp, form: str) -> str:
    # Without "%-d", which Windows does not know.
    return "" if pd.isna(stamp) else stamp.strftime(form).format(day=stamp.day)
