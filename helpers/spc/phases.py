"""Phases: where limits start afresh (a rebase), and always why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.spc.runs import RunsResult
from helpers.spc.segments import Bools, Ints

Baseline = int | slice | None


@dataclass(frozen=True)
class Phase:
    """
    A rebase: from `start` on, centre and limits are set anew.

    Parameters
    ----------
    start : int or Timestamp
        Position of the first point of the new phase (from 0, in time order), or its date.
    reason : str
        What was changed in the work. Limits are never moved without one.

    Examples
    --------
    >>> Phase(12, "")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: A new phase needs a reason: what was changed in the work then? Write it down, or leave the limits where they are.
    """

    start: int | pd.Timestamp
    reason: str

    def __post_init__(self):
        if not str(self.reason).strip():
            raise Problem(
                "A new phase needs a reason: what was changed in the work then? "
                "Write it down, or leave the limits where they are."
            )


@dataclass(frozen=True)
class PhaseLimits:
    """
    Centre and limits of one phase, in the unit of the chart.

    Where limits vary from point to point (p, u, Xbar …) these are the last point's.
    `baseline` is the number of points they rest on.
    """

    number: int
    start: int
    when: object
    reason: str
    points: int
    baseline: int
    centre: float
    lower: float
    upper: float
    runs: RunsResult


def phase_starts(phases: Sequence[Phase], when: pd.Index) -> list[int]:
    """
    Return the position of the first point of every phase, the first phase included.

    Raises
    ------
    Problem
        If a phase starts outside the chart, before the second point, or twice.

    Examples
    --------
    >>> phase_starts([Phase(12, "A new form")], pd.RangeIndex(24))
    [0, 12]
    """
    starts = [_position(phase.start, when, "A phase starts at") for phase in phases]
    if any(later <= earlier for earlier, later in zip([0, *starts], starts, strict=False)):
        raise Problem(
            "Phases must start one after the other, each after the first point. "
            f"These start at points {', '.join(str(start + 1) for start in starts)}."
        )
    return [0, *starts]


def positions(places: Sequence, when: pd.Index, what: str) -> Ints:
    """Turn positions or dates into positions; say which is not on the chart."""
    return np.array([_position(place, when, what) for place in places], int)


def _position(place, when: pd.Index, what: str) -> int:
    if isinstance(place, int | np.integer) and not isinstance(place, bool):
        if not 0 <= place < len(when):
            raise Problem(f"{what} point {place + 1}, but there are {len(when)} points.")
        return int(place)
    found = np.flatnonzero(when == _like(place, when))
    if not len(found):
        raise Problem(f"{what} {place}, but no point has that date. Choose the date of a point.")
    return int(found[0])


def _like(place, when: pd.Index):
    return pd.Timestamp(place) if isinstance(when, pd.DatetimeIndex) else place


def baseline_mask(baseline: Baseline, segment: Ints) -> Bools:
    """
    Mark the points that set the limits: all, the first so many of each phase, or a slice.

    Within a phase the slice is counted from the phase's first point.

    Examples
    --------
    >>> baseline_mask(2, np.array([0, 0, 0, 1, 1, 1])).tolist()
    [True, True, False, True, True, False]
    """
    size = len(segment)
    if baseline is None:
        return np.ones(size, bool)
    first = np.flatnonzero(np.diff(segment, prepend=-1))
    within = np.arange(size) - first[np.cumsum(np.diff(segment, prepend=-1) != 0) - 1]
    if isinstance(baseline, slice):
        start, stop = baseline.start or 0, baseline.stop
        if start < 0 or (stop is not None and stop <= start) or baseline.step not in (None, 1):
            raise Problem("The baseline must be a plain stretch of points, such as slice(0, 12).")
        return (within >= start) & (within < (size if stop is None else stop))
    if baseline < 2:
        raise Problem(f"A baseline of {baseline} points sets no limits. Use at least 12 points.")
    return within < baseline
