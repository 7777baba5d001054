"""Find signals: each rule of a set, over many phases at once.

A rule answers with one number a point: +1 a signal upwards, -1 downwards, 0 none. Rules start
afresh in every phase. A missing point breaks a pattern; an excluded point is passed over as
if it were not there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from helpers.spc.conventions import LIMIT
from helpers.spc.points import Lines, Points
from helpers.spc.rule_sets import RuleSet
from helpers.spc.runs import Runs, count_runs, number_of_runs
from helpers.spc.segments import Bools, Floats, Segments

Signs = NDArray[np.int8]
ROUNDING = 1e-10  # differences smaller than this share of the value are the computer's, not yours


@dataclass(frozen=True)
class Tested:
    """The points that rules look at (excluded ones taken out), with their lines."""

    value: Floats
    segments: Segments
    side: Signs
    lines: Lines
    slack: Floats
    method: str

    def beyond(self, sigmas: float) -> Signs:
        """Mark points strictly beyond the line at so many sigmas."""
        lower, upper = self.lines.band(sigmas)
        high, low = self.value > upper + self.slack, self.value < lower - self.slack
        return high.view(np.int8) - low.view(np.int8)

    @cached_property
    def runs(self) -> Runs:
        """Runs and crossings of each phase, counted when they are asked for."""
        return count_runs(self.side, self.segments, self.method)


@dataclass(frozen=True)
class Signals:
    """Which rule fires where (+1 up, -1 down, 0 not), and the runs of each phase."""

    fired: dict[str, Signs]
    tested: Tested

    @property
    def runs(self) -> Runs:
        """The runs of each phase, judged by the rule set's method."""
        return self.tested.runs


def find(points: Points, lines: Lines, rule_set: RuleSet, as_printed: bool = False) -> Signals:
    """
    Run every rule of the set.

    Parameters
    ----------
    points : Points
    lines : Lines
        Centre and limits at each of those points.
    rule_set : RuleSet
    as_printed : bool, optional
        Compare to the last bit, as R does; otherwise rounding noise is not a difference.
    """
    method = str(rule_set.thresholds.get("longest_run", "anhoj"))
    tested = _tested(points, lines, as_printed, method)
    fired = {rule: _FINDERS[rule](tested, rule_set) for rule in rule_set.rules}
    if not points.included.all():
        fired = {rule: _spread(signs, points.included) for rule, signs in fired.items()}
    return Signals(fired, tested)


def _tested(points: Points, lines: Lines, as_printed: bool, method: str) -> Tested:
    keep, value, segments = points.included, points.value, points.segments
    if not keep.all():
        value, segments = value[keep], segments.only(keep)
        arrays = {
            name: getattr(lines, name)[keep] for name in ("centre", "middle", "above", "below")
        }
        lines = replace(lines, **arrays)
    slack = np.zeros(1) if as_printed else ROUNDING * np.abs(value)
    side = _signs(value - lines.centre, slack)
    return Tested(value, segments, side, lines, slack, method)


def _signs(difference: Floats, slack: Floats | float = 0.0) -> Signs:
    """Sign of a difference; noise and missing values count as none."""
    return (difference > slack).view(np.int8) - (difference < -slack).view(np.int8)


def _spread(signs: Signs, included: Bools) -> Signs:
    everywhere = np.zeros(len(included), np.int8)
    everywhere[included] = signs
    return everywhere


def _outside(tested: Tested, rules: RuleSet) -> Signs:
    return tested.beyond(float(rules.thresholds["outside"]))


def _in_long_runs(side: Signs, segments: Segments, size: int) -> Signs:
    """
    Mark every member of an unbroken run of at least `size` on one side.

    Windows are joined two by two, so the work hardly grows with the size of a run.
    """
    if len(side) < size:
        return np.zeros_like(side)
    linked = (side[1:] == side[:-1]) & (side[1:] != 0)
    linked[segments.begins[1:] - 1] = False
    wide = 1
    while wide < size - 1:
        step = min(wide, size - 1 - wide)
        linked = linked[:-step] & linked[step:]
        wide += step
    members = np.zeros(len(side), np.int8)
    members[: len(linked)] = linked
    wide = 1
    while wide < size:
        step = min(wide, size - wide)
        members[step:] |= members[:-step].copy()
        wide += step
    return side * members


def _shift(tested: Tested, rules: RuleSet) -> Signs:
    size = int(rules.thresholds["shift"])
    if not rules.skip_ties:
        return _in_long_runs(tested.side, tested.segments, size)
    useful = tested.side != 0
    return _spread(_in_long_runs(tested.side[useful], tested.segments.only(useful), size), useful)


def _trend(tested: Tested, rules: RuleSet) -> Signs:
    size = int(rules.thresholds["trend"])
    if not rules.skip_ties:
        return _long_climbs(tested.value, tested.segments, size)
    moved = ~np.isnan(tested.value) & ~(tested.segments.steps(tested.value) == 0)
    return _spread(_long_climbs(tested.value[moved], tested.segments.only(moved), size), moved)


def _long_climbs(value: Floats, segments: Segments, size: int) -> Signs:
    """Mark points of `size - 1` strict rises or falls in a row; a turning point looks ahead."""
    arriving = _in_long_runs(_signs(segments.steps(value)), segments, size - 1)
    leaving = np.zeros_like(arriving)
    # the first point of a segment has no step, so nothing leaks in from the next segment
    leaving[:-1] = arriving[1:]
    return np.where(leaving != 0, leaving, arriving)


def _two_of_three(tested: Tested, rules: RuleSet) -> Signs:
    beyond = tested.beyond(float(rules.thresholds["two_of_three"]))
    if not rules.strict_near:
        return _some_of(beyond, tested.segments, 2, 3)
    near = beyond * (tested.beyond(LIMIT) == 0).view(np.int8)
    together = (tested.side[2:] != 0) & (tested.side[2:] == tested.side[1:-1])
    together &= tested.side[1:-1] == tested.side[:-2]
    return _some_of(near, tested.segments, 2, 3, together)


def _four_of_five(tested: Tested, rules: RuleSet) -> Signs:
    return _some_of(tested.beyond(float(rules.thresholds["four_of_five"])), tested.segments, 4, 5)


def _some_of(
    beyond: Signs, segments: Segments, some: int, of: int, also: Bools | None = None
) -> Signs:
    """Mark points beyond a line where at least `some` of `of` in a row are, on one side."""
    signs = np.zeros_like(beyond)
    windows = len(beyond) - of + 1
    if windows < 1:
        return signs
    fits = segments.of[of - 1 :] == segments.of[:windows]
    fits = fits if also is None else fits & also
    for side in (1, -1):
        on_side = beyond == side
        if on_side.any():
            signs[_in_windows(on_side, fits, some, of) & on_side] = side
    return signs


def _in_windows(on_side: Bools, fits: Bools, some: int, of: int) -> Bools:
    """Mark every point of the windows that hold enough points."""
    counts = [on_side[shift : shift + len(fits)].view(np.int8) for shift in range(of)]
    enough = fits & (np.add.reduce(counts, dtype=np.int8) >= some)
    covered = np.zeros(len(on_side), bool)
    for shift in range(of):
        covered[shift : shift + len(fits)] |= enough
    return covered


def _longest_run(tested: Tested, rules: RuleSet) -> Signs:
    """Mark the runs that are longer than chance allows."""
    useful = tested.side != 0
    segments = tested.segments.only(useful)
    side = tested.side[useful]
    number, lengths = segments.runs(side)
    runs = tested.runs
    # a cut corner signals through both tests together, so it marks the longest run too
    bound = np.where(runs.cut & ~runs.too_long, runs.longest - 1, runs.longest_bound)
    long = lengths[number] > bound[segments.of] if len(number) else np.zeros(0, bool)
    return _spread(np.where(long, side, 0).astype(np.int8), useful)


def _crossings(tested: Tested, rules: RuleSet) -> Signs:
    """Mark a whole phase whose centre line is crossed too seldom; each point by its side."""
    return np.where(tested.runs.too_few[tested.segments.of], tested.side, 0).astype(np.int8)


def _number_of_runs(tested: Tested, tail: float, low: bool) -> Signs:
    runs = tested.runs
    bounds = np.array([number_of_runs(int(n), tail) for n in runs.n_useful]).reshape(-1, 2)
    found = np.where(runs.n_useful > 0, runs.crossings + 1, 0)
    odd = found < bounds[:, 0] if low else found > bounds[:, 1]
    odd &= runs.n_useful >= FEWEST_FOR_RUNS
    return np.where(odd[tested.segments.of], tested.side, 0).astype(np.int8)


def _too_few_runs(tested: Tested, rules: RuleSet) -> Signs:
    return _number_of_runs(tested, float(rules.thresholds["too_few_runs"]), low=True)


def _too_many_runs(tested: Tested, rules: RuleSet) -> Signs:
    return _number_of_runs(tested, float(rules.thresholds["too_many_runs"]), low=False)


FEWEST_FOR_RUNS = 10  # as in the published table of runs
_FINDERS = {
    "outside": _outside,
    "shift": _shift,
    "trend": _trend,
    "two_of_three": _two_of_three,
    "four_of_five": _four_of_five,
    "longest_run": _longest_run,
    "crossings": _crossings,
    "too_few_runs": _too_few_runs,
    "too_many_runs": _too_many_runs,
}
