"""Get one measure ready: sorted, checked, and with what is drawn worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.spc.kinds import COUNTS, RATIOS, SHARES, SUBGROUPED
from helpers.spc.phases import positions
from helpers.spc.segments import Bools, Floats
from helpers.spc.words import say


@dataclass(frozen=True)
class Measure:
    """
    One measure in time order, one entry a point.

    `value` is what is drawn, before any multiplying; NaN is a missing point.
    """

    when: pd.Index
    value: Floats
    numerator: Floats | None
    denominator: Floats | None
    spread: Floats | None
    order: np.ndarray
    notes: tuple[str, ...]


def measure(values, when, denominator, kind: str, name: str) -> Measure:
    """
    Check and sort the figures of one measure.

    Raises
    ------
    Problem
        If there are no figures, one is not a number, is impossible for this kind of chart,
        or the lengths differ.
    """
    numbers = as_numbers(values, name or "the measure")
    if not len(numbers):
        raise Problem("There are no figures to chart. Add at least one row with a number.")
    times = as_times(_own_times(values) if when is None else when, len(numbers))
    below = None if denominator is None else as_numbers(denominator, "the denominator")
    _same_length(len(numbers), times, below)
    in_order = times.is_monotonic_increasing or isinstance(times[0], str)  # labels have no order
    order = np.arange(len(times)) if in_order else times.argsort(kind="stable")
    notes: tuple[str, ...] = () if in_order else (say("note", "sorted"),)
    times, numbers = times[order], numbers[order]
    below = None if below is None else below[order]
    if kind in SUBGROUPED:
        return _subgroups(times, numbers, notes)
    value, numerator = drawn(numbers, below, kind)
    check_possible(value, numerator, below, kind)
    zeros = 0 if below is None else int((below == 0).sum())
    notes += (say("note", "zero_denominator", count=zeros),) if zeros else ()
    return Measure(times, value, numerator, below, None, order, notes + date_notes(times))


def as_numbers(values, what: str) -> Floats:
    """
    Return an array of numbers; name the first that is not one.

    Examples
    --------
    >>> as_numbers([4, None, "5"], "the falls").tolist()
    [4.0, nan, 5.0]
    """
    if getattr(values, "dtype", None) == np.float64 and not np.isinf(values).any():
        return np.asarray(values)
    series = pd.Series(values).reset_index(drop=True)
    numbers = pd.to_numeric(series, errors="coerce").to_numpy(float, na_value=np.nan)
    wrong = (np.isnan(numbers) & series.notna().to_numpy()) | np.isinf(numbers)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise Problem(
            f"Row {row + 1} of {what}: {series[row]!r} is not a number. Correct it or leave it empty."
        )
    return numbers


def _own_times(values) -> pd.Index | None:
    dated = pd.DatetimeIndex | pd.PeriodIndex
    return (
        values.index if isinstance(values, pd.Series) and isinstance(values.index, dated) else None
    )


def as_times(when, size: int) -> pd.Index:
    """
    Return dates, numbers or labels in an index; without any, 1, 2, 3 …

    Examples
    --------
    >>> as_times(None, 3).tolist()
    [1, 2, 3]
    >>> as_times(["2026-01-01", "2026-02-01"], 2).month.tolist()
    [1, 2]
    """
    if when is None:
        return pd.RangeIndex(1, size + 1)
    index = pd.Index(when)
    if index.dtype == object or isinstance(index.dtype, pd.StringDtype):
        index = _dates(index)
    index = index.to_timestamp() if isinstance(index, pd.PeriodIndex) else index
    if index.isna().any():
        row = int(np.flatnonzero(index.isna())[0])
        raise Problem(f"Row {row + 1} has no date. Fill it in, or leave the row out.")
    return index


def _dates(index: pd.Index) -> pd.Index:
    """Read ISO dates; leave other labels as they are."""
    try:
        return pd.DatetimeIndex(pd.to_datetime(index, format="ISO8601"))
    except (ValueError, TypeError):
        return index


def _same_length(size: int, times: pd.Index, below: Floats | None) -> None:
    for what, other in (("dates", times), ("denominators", below)):
        if other is not None and len(other) != size:
            raise Problem(f"There are {size} figures but {len(other)} {what}. Give one for each.")


def drawn(numbers: Floats, below: Floats | None, kind: str) -> tuple[Floats, Floats | None]:
    """
    Return what is drawn and its numerator: a ratio where there is a denominator.

    Examples
    --------
    >>> share, numerator = drawn(np.array([3.0, 1.0]), np.array([10.0, 0.0]), "p")
    >>> share.tolist()
    [0.3, nan]
    """
    if below is None:
        if kind in RATIOS:
            raise Problem(
                "This chart needs a denominator: how many there were in all. Name its column."
            )
        return numbers, None
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(below > 0, numbers / below, np.nan)
    return value, numbers


def check_possible(value: Floats, numerator, below, kind: str, place=None) -> None:
    """
    Refuse counts below zero, shares above the whole, and times of zero.

    `place` turns a position into words; by default 'Point 3'.

    Examples
    --------
    >>> check_possible(np.array([3.0, -1.0]), None, None, "c")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Point 2: the count is below zero. Correct it, or choose another kind of chart.
    """
    rules = [(kind in COUNTS, value, "the count is below zero")]
    if below is not None:
        rules.append((True, below, "the denominator is below zero"))
        rules.append(
            (kind in ("p", "u", "laney_p", "laney_u"), numerator, "the count is below zero")
        )
    wrong = [
        (asked and bool((number < 0).any()), number < 0, what) for asked, number, what in rules
    ]
    if kind in SHARES:
        wrong.append((True, numerator > below, "the numerator is larger than its denominator"))
    if kind == "t":
        wrong.append((True, value <= 0, "the time between two events is not above zero"))
    for asked, rows, what in wrong:
        if asked and rows.any():
            row = int(np.flatnonzero(rows)[0])
            where = place(row) if place else f"Point {row + 1}"
            raise Problem(f"{where}: {what}. Correct it, or choose another kind of chart.")


def _subgroups(times: pd.Index, numbers: Floats, notes: tuple[str, ...]) -> Measure:
    """Average each subgroup (the figures that share a date) and measure its spread."""
    code, groups = pd.factorize(times)
    grouped = pd.Series(numbers).groupby(code)
    size = grouped.count().to_numpy(float)
    mean, spread = grouped.mean().to_numpy(), grouped.std().to_numpy()
    filled = size[size > 0]
    if len(filled) and filled.min() != filled.max():
        notes += (say("note", "pooled"),)
    groups = pd.Index(groups)
    order = np.arange(len(groups))
    return Measure(groups, mean, None, size, spread, order, notes + date_notes(groups))


def excluded(places: Sequence, when: pd.Index) -> Bools:
    """Mark the points that are not left out."""
    included = np.ones(len(when), bool)
    included[positions(places, when, "You asked to leave out")] = False
    return included


def date_notes(when: pd.Index) -> tuple[str, ...]:
    """Say where dates repeat, leave gaps or are uneven."""
    if not isinstance(when, pd.DatetimeIndex) or len(when) < 3:
        return ()
    repeated = int(when.duplicated().sum())
    notes = (say("note", "duplicates", count=repeated),) if repeated else ()
    gaps = _gaps(when.unique())
    if gaps is None:
        return (*notes, say("note", "irregular"))
    names = {"first": f"{when[0]:%d %B %Y}", "last": f"{when[-1]:%d %B %Y}"}
    return (*notes, say("note", "gaps", count=gaps, **names)) if gaps else notes


def _gaps(when: pd.DatetimeIndex) -> int | None:
    """Count missing periods: months where each date is in a month of its own, else equal steps."""
    months = np.diff(when.year * 12 + when.month)
    days = np.diff(when.to_numpy()).astype("timedelta64[s]").astype(float)
    usual_days = float(np.median(days)) if len(days) else 0
    if len(months) and months.min() >= 1 and usual_days >= 27 * 86400:
        usual = int(np.median(months))
        steps = months / max(usual, 1)
        tidy = bool((steps == steps.round()).all()) and when.day.max() - when.day.min() <= 3
        tidy |= bool((steps == steps.round()).all()) and bool(when.is_month_end.all())
    else:
        steps = days / usual_days if usual_days else days
        tidy = (
            bool(len(days))
            and bool((np.abs(steps - steps.round()) < 0.01).all())
            and steps.min() > 0.5
        )
    return int((steps.round() - 1).sum()) if tidy else None
