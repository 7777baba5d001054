"""Geometry: where the lines, steps, labels and ticks of a chart go, for every way of drawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

if TYPE_CHECKING:
    from helpers.spc import Chart

Floats = NDArray[np.float64]


def places_in_time(chart: Chart) -> Floats:
    """
    Return where each point stands on the time axis, as numbers.

    Dates become nanoseconds, so that uneven gaps stay uneven; numbers stay;
    anything else is spaced evenly from 0.
    """
    when = chart.points["when"]
    if pd.api.types.is_datetime64_any_dtype(when):
        naive = when.dt.tz_localize(None) if when.dt.tz is not None else when
        return naive.to_numpy("datetime64[ns]").astype("int64").astype(float)
    if pd.api.types.is_numeric_dtype(when):
        return when.to_numpy(dtype=float)
    return np.arange(len(when), dtype=float)


def cell_edges(x: Floats) -> Floats:
    """
    Return the borders half-way between points, and half a usual gap beyond both ends.

    Examples
    --------
    >>> cell_edges(np.array([0.0, 1, 2, 4])).tolist()
    [-0.5, 0.5, 1.5, 3.0, 4.5]
    """
    if not len(x):
        return x
    half = float(np.median(np.diff(x))) / 2 if len(x) > 1 else 0.5
    half = half or 0.5
    return np.concatenate([[x[0] - half], (x[:-1] + x[1:]) / 2, [x[-1] + half]])


def steps(x: Floats, heights: Floats, phase: NDArray) -> tuple[Floats, Floats]:
    """
    Return a step line that is flat around each point and broken between phases (by NaN).

    Examples
    --------
    >>> x, y = steps(np.array([0.0, 1, 2]), np.array([5.0, 5, 7]), np.array([1, 1, 2]))
    >>> x.tolist()
    [-0.5, 1.5, 1.5, 1.5, 2.5]
    >>> y.tolist()
    [5.0, 5.0, nan, 7.0, 7.0]
    """
    edges, out_x, out_y = cell_edges(x), [], []
    for i, height in enumerate(heights):
        if i and phase[i] != phase[i - 1]:
            out_x.append(edges[i])
            out_y.append(np.nan)
        elif out_y and out_y[-1] == height:
            out_x[-1] = edges[i + 1]  # a level stretch needs only its two ends
            continue
        out_x += [edges[i], edges[i + 1]]
        out_y += [height, height]
    return np.array(out_x), np.array(out_y)


def bands(
    x: Floats, lower: Floats, upper: Floats, phase: NDArray, floor: float
) -> tuple[Floats, Floats]:
    """
    Return the outline of the usual range, one closed shape a phase, parted by NaN.

    A limit that does not exist reaches to `floor` below; without an upper limit there is no band.

    Examples
    --------
    >>> one, two = np.array([0.0, 1]), np.array([1, 1])
    >>> x, y = bands(one, one * 0 + 2, one * 0 + 8, two, 0)
    >>> x.tolist(), y.tolist()
    ([-0.5, 0.5, 0.5, 1.5, 1.5, 0.5, 0.5, -0.5, nan], [8.0, 8.0, 8.0, 8.0, 2.0, 2.0, 2.0, 2.0, nan])
    """
    bottoms = np.where(np.isnan(lower), floor, lower)
    out_x: list[Floats] = []
    out_y: list[Floats] = []
    edges, gap = cell_edges(x), np.array([np.nan])
    stretch = np.cumsum(np.diff(phase, prepend=phase[:1]) != 0)
    stretch += np.cumsum(np.isnan(upper)) * len(x)  # a missing limit ends a band, too
    for part in np.unique(stretch[~np.isnan(upper)]):
        rows = np.flatnonzero((stretch == part) & ~np.isnan(upper))
        walls = np.repeat(edges[rows[0] : rows[-1] + 2], 2)[1:-1]
        out_x += [walls, walls[::-1], gap]
        out_y += [np.repeat(upper[rows], 2), np.repeat(bottoms[rows], 2)[::-1], gap]
    return (np.concatenate(out_x), np.concatenate(out_y)) if out_x else (x[:0], x[:0])


def value_range(chart: Chart) -> tuple[float, float]:
    """
    Return the bottom and top of the value axis.

    The axis starts at zero where the values come near it, and never shows what cannot be:
    less than nothing, or more than 100%, unless the values themselves do.
    """
    values = _finite(chart.points[["value"]])
    seen = np.concatenate([values, _finite(chart.points[["centre", "lower", "upper", "target"]])])
    if not len(seen):
        return 0.0, 1.0
    low, high = float(seen.min()), float(seen.max())
    floor, ceiling = _possible(chart, values)
    low, high = max(low, floor), min(high, ceiling)
    span = (high - low) or abs(high) or 1.0
    if 0 <= low <= span / 2:
        low = 0.0
    pad = 0.07 * ((high - low) or span)
    # A sliver below zero keeps a point at zero whole; the room on top is for a letter.
    return (low - 0.4 * pad if low == floor == 0 else low - pad), high + 1.4 * pad


def drawn_line(chart: Chart, column: str) -> Floats:
    """Return one line of the chart, NaN where it lies beyond what the measure can be."""
    line = chart.points[column].to_numpy(dtype=float)
    floor, ceiling = _possible(chart, _finite(chart.points[["value"]]))
    return np.where((line < floor) | (line > ceiling), np.nan, line)


def spread_apart(heights: Floats, gap: float) -> Floats:
    """
    Move labels apart, as little as needed, until neighbours are `gap` away from each other.

    Examples
    --------
    >>> spread_apart(np.array([10.0, 12.0, 40.0]), 6).tolist()
    [8.0, 14.0, 40.0]
    """
    order = np.argsort(heights, kind="stable")
    groups: list[list[float]] = []  # centre, number of labels
    for height in heights[order]:
        groups.append([float(height), 1])
        while len(groups) > 1 and _touch(groups[-2], groups[-1], gap):
            (a, m), (b, n) = groups[-2], groups[-1]
            groups[-2:] = [[(a * m + b * n) / (m + n), m + n]]
    moved = [
        centre + gap * (k - (count - 1) / 2) for centre, count in groups for k in range(int(count))
    ]
    placed = np.empty(len(heights))
    placed[order] = moved
    return placed


def nice_ticks(low: float, high: float, wanted: int = 5) -> Floats:
    """
    Return round numbers between `low` and `high`, about `wanted` of them.

    Examples
    --------
    >>> nice_ticks(-0.2, 12.3).tolist()
    [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0]
    """
    rough = (high - low) / max(wanted, 1)
    power = 10.0 ** np.floor(np.log10(rough))
    step = power * min((1, 2, 5, 10), key=lambda m: abs(m * power - rough))
    return np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1) * step + 0.0


def some_rows(count: int, most: int) -> list[int]:
    """
    Return at most `most` row numbers, evenly spaced and counted back from the newest.

    Examples
    --------
    >>> some_rows(24, 5)
    [3, 8, 13, 18, 23]
    """
    stride = max(1, -(-count // most))
    return list(range(count - 1, -1, -stride))[::-1]


def line_ends(chart: Chart) -> dict[str, float]:
    """
    Return the newest height of each line that is drawn there: upper, centre, lower, target.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> {line: round(end, 1) for line, end in line_ends(chart([4, 5, 6] * 5)).items()}
    {'upper': 8.4, 'centre': 5.0, 'lower': 1.6}
    """
    ends = {}
    for column in ("upper", "centre", "lower", "target"):
        known = np.flatnonzero(chart.points[column].notna())
        height = drawn_line(chart, column)[known[-1]] if len(known) else np.nan
        if np.isfinite(height):
            ends[column] = float(height)
    return ends


def _possible(chart: Chart, values: Floats) -> tuple[float, float]:
    floor = 0.0 if not len(values) or values.min() >= 0 else -np.inf
    top = len(values) and chart.unit == "%" and values.max() <= 100
    return floor, 100.0 if top else np.inf


def _touch(below: list[float], above: list[float], gap: float) -> bool:
    return above[0] - below[0] < gap * (below[1] + above[1]) / 2 - 1e-9


def _finite(columns: pd.DataFrame) -> Floats:
    numbers = columns.to_numpy(dtype=float).ravel()
    return numbers[np.isfinite(numbers)]
