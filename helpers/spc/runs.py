"""Runs: the longest one, how often the centre line is crossed, and what chance would allow.

Sources: Schilling (2012) for the longest run; Chen (2010) and Anhøj & Olesen (2014) for
crossings; Wald & Wolfowitz (1940) for the number of runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import comb, log2

import numpy as np

from helpers.spc.segments import Bools, Ints, Segments


@dataclass(frozen=True)
class RunsResult:
    """
    The runs of one phase.

    `n_useful` points are not on the centre line; `longest_run` signals when it is above
    `longest_run_max`, `crossings` when there are fewer than `crossings_min`.
    """

    n_useful: int
    longest_run: int
    longest_run_max: int
    crossings: int
    crossings_min: int
    signal: bool = False


@dataclass(frozen=True)
class Runs:
    """The same for many segments, one entry each; `cut` is a signal in a cut box's corner."""

    n_useful: Ints
    longest: Ints
    longest_max: Ints
    longest_bound: Ints
    crossings: Ints
    crossings_min: Ints
    too_long: Bools
    too_few: Bools
    cut: Bools

    def of(self, segment: int) -> RunsResult:
        """Return the runs of one segment as plain numbers."""
        shown = (
            self.n_useful,
            self.longest,
            self.longest_max,
            self.crossings,
            self.crossings_min,
        )
        useful, longest, most, crossings, fewest = (int(each[segment]) for each in shown)
        signal = bool(self.too_long[segment] | self.too_few[segment] | self.cut[segment])
        return RunsResult(useful, longest, most, crossings, fewest, signal)


@cache
def longest_run_max(n_useful: int) -> int:
    """
    Return the longest run that chance gives often enough not to signal.

    Examples
    --------
    >>> longest_run_max(24), longest_run_max(12)
    (8, 7)
    """
    return round(log2(n_useful)) + 3 if n_useful > 0 else 0


@cache
def crossings_min(n_useful: int) -> int:
    """
    Return the fewest crossings that do not signal: the 5th percentile of Binomial(n-1, 1/2).

    Examples
    --------
    >>> crossings_min(24), crossings_min(12)
    (8, 3)
    """
    trials, so_far, k = max(n_useful - 1, 0), 0, -1
    while 20 * so_far < 2**trials:
        k += 1
        so_far += comb(trials, k)
    return max(k, 0)


@cache
def number_of_runs(n_useful: int, tail: float) -> tuple[int, int]:
    """
    Return the fewest and the most runs that chance gives, with at most `tail` beyond each.

    Half the useful points are above the centre and half below, as around a median.

    Examples
    --------
    >>> number_of_runs(10, 0.025), number_of_runs(24, 0.025)
    ((3, 9), (8, 18))
    """
    above = n_useful // 2
    below = n_useful - above
    chance = [_ways(runs, above, below) / comb(n_useful, above) for runs in range(n_useful + 1)]
    below_tail = np.cumsum(chance) <= tail
    above_tail = np.cumsum(chance[::-1])[::-1] <= tail
    return int(below_tail.sum()), int(n_useful - above_tail.sum())


def _ways(runs: int, above: int, below: int) -> int:
    """Count the orders of so many points above and below that have so many runs."""
    half, odd = divmod(runs, 2)
    if half < 1 or above < 1 or below < 1:
        return 0
    if odd:
        starts_above = comb(above - 1, half) * comb(below - 1, half - 1)
        return starts_above + comb(above - 1, half - 1) * comb(below - 1, half)
    return 2 * comb(above - 1, half - 1) * comb(below - 1, half - 1)


def count_runs(side: np.ndarray, segments: Segments, method: str = "anhoj") -> Runs:
    """
    Count useful points, longest run and crossings of each segment, and judge them.

    Examples
    --------
    Twelve points, one of them on the line.

    >>> side = np.array([1, 1, 1, -1, -1, 0, 1, 1, -1, -1, -1, -1])
    >>> count_runs(side, Segments(np.zeros(12, int), 1)).of(0)
    RunsResult(n_useful=11, longest_run=4, longest_run_max=6, crossings=3, crossings_min=2, signal=False)
    """
    useful = side != 0
    kept = segments.only(useful)
    n_useful = kept.sizes
    number, lengths = kept.runs(side[useful])
    longest, runs = np.zeros(kept.count, int), np.zeros(kept.count, int)
    if len(number):
        home = kept.of[np.flatnonzero(np.diff(number, prepend=-1))]
        np.maximum.at(longest, home, lengths)
        runs = np.bincount(home, minlength=kept.count)
    crossings = np.maximum(runs - 1, 0)
    return _judge(n_useful, longest, crossings, method)


def _judge(n_useful: Ints, longest: Ints, crossings: Ints, method: str) -> Runs:
    sizes, at = np.unique(n_useful, return_inverse=True)
    table = np.array([_bounds(int(n), method) for n in sizes])[at]
    most, fewest, cut_longest, cut_crossings = table.T
    too_long, too_few = longest > most, crossings < fewest
    # on the edges of a cut box, next to its corner
    corner = (crossings == fewest) & (longest > cut_longest)
    corner |= (longest == most) & (crossings < cut_crossings)
    corner &= ~(too_long | too_few)
    shown = np.array([(longest_run_max(int(n)), crossings_min(int(n))) for n in sizes])[at]
    most_shown, fewest_shown = shown.T
    return Runs(
        n_useful, longest, most_shown, most, crossings, fewest_shown, too_long, too_few, corner
    )


def _bounds(n_useful: int, method: str) -> tuple[int, int, int, int]:
    """Return longest allowed, fewest allowed, and the cut corner's two ends."""
    from helpers.spc.boxes import FEWEST, MOST, best_box, cut_corner

    most, fewest = longest_run_max(n_useful), crossings_min(n_useful)
    if method == "anhoj" or not FEWEST <= n_useful <= MOST:
        return most, fewest, most, fewest
    fewest, most = best_box(n_useful)
    if method == "bestbox":
        return most, fewest, most, fewest
    cut_crossings, cut_longest = cut_corner(n_useful)
    return most, fewest, cut_longest, cut_crossings
