"""Best box and cut box: bounds for longest run and crossings, chosen together.

Source: Anhøj & Wentzel-Larsen (2020). Of all pairs of bounds that leave a steady chart alone
at least 92.5% of the time, the best box is the one that misses a shift of 0.8 standard
deviations least often. The cut box also cuts cells off its most suspicious corner while the
92.5% holds. Both come from the exact joint distribution of crossings and longest run.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from helpers.spc.segments import Floats

FEWEST, MOST = 10, 100  # lengths the paper covers; outside, the plain rules hold
SPECIFICITY = 0.925
SHIFT = 0.8


@cache
def joint(n: int, above: float) -> Floats:
    """
    Return P(crossings = c, longest run ≤ l) at [l, c], for `n` points above with that chance.

    Examples
    --------
    Two points cross the line half the time, and then the longest run is 1.

    >>> joint(2, 0.5)[1].tolist(), joint(2, 0.5)[2].tolist()
    ([0.0, 0.5], [0.5, 0.5])
    """
    table = np.zeros((n + 1, n))
    for cap in range(1, n + 1):
        table[cap] = _at_most(n, cap, above)
    return table


def _at_most(n: int, cap: int, above: float) -> Floats:
    """Follow side × length of the present run × crossings, run lengths at most `cap`."""
    chance = np.array([above, 1 - above])
    state = np.zeros((2, cap, n))
    state[:, 0, 0] = chance
    for _ in range(n - 1):
        onward = np.zeros_like(state)
        onward[:, 1:] = state[:, :-1] * chance[:, None, None]
        onward[:, 0, 1:] = state[::-1].sum(axis=1)[:, :-1] * chance[:, None]
        state = onward
    return state.sum(axis=(0, 1))


def _boxes(n: int) -> tuple[Floats, Floats]:
    """Return P(crossings ≥ c, longest ≤ l) at [l, c]: steady, and after a shift."""
    from scipy.special import ndtr

    tables = joint(n, 0.5), joint(n, float(ndtr(SHIFT)))
    steady, shifted = (table[:, ::-1].cumsum(axis=1)[:, ::-1] for table in tables)
    return steady, shifted


@cache
def best_box(n: int) -> tuple[int, int]:
    """
    Return the fewest crossings and the longest run that do not signal.

    Examples
    --------
    >>> best_box(24)
    (6, 7)
    """
    steady, shifted = _boxes(n)
    missed = np.where(steady >= SPECIFICITY, shifted, np.inf)
    longest, crossings = np.unravel_index(np.argmin(missed[1:].T), missed[1:].T.shape)[::-1]
    return int(crossings), int(longest) + 1


@cache
def cut_corner(n: int) -> tuple[int, int]:
    """
    Return the crossings below which the longest run signals, and the run above which the
    fewest crossings do, on the edges of the best box.

    Examples
    --------
    >>> cut_corner(24)
    (7, 6)
    """
    crossings, longest = best_box(n)
    boxes = _boxes(n)
    steady, shifted = (_cells(box) for box in boxes)
    spare = boxes[0][longest, crossings] - SPECIFICITY
    return _largest_cut(steady, shifted, crossings, longest, spare)


def _cells(box: Floats) -> Floats:
    """Turn P(crossings ≥ c, longest ≤ l) back into P(crossings = c, longest = l)."""
    return -np.diff(np.diff(box, axis=0, prepend=0), axis=1, append=0)


def _largest_cut(
    steady: Floats, shifted: Floats, crossings: int, longest: int, spare: float
) -> tuple[int, int]:
    """Cut the corner that costs at most `spare` on a steady chart and finds the most shifts."""
    best, gained = (crossings, longest), 0.0
    for end in range(crossings + 1, steady.shape[1] + 1):
        for low in range(longest):
            cost = _corner(steady, crossings, longest, end, low)
            gain = _corner(shifted, crossings, longest, end, low)
            if cost <= spare and gain > gained:
                best, gained = (end, low), gain
    return best


def _corner(cells: Floats, crossings: int, longest: int, end: int, low: int) -> float:
    """Sum the top edge up to `end` and the left edge above `low`, their corner once."""
    top = cells[longest, crossings:end].sum()
    return float(top + cells[low + 1 : longest, crossings].sum())
