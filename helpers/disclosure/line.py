"""Which counts of one line must be hidden, where the reader knows the sum of the line."""

from __future__ import annotations

from collections.abc import Sequence


def is_small(count: int, fewest: int, zero_shown: bool = False) -> bool:
    """Say whether a count may not be shown by itself."""
    return count < fewest and not (zero_shown and count == 0)


def hide(counts: Sequence[int], fewest: int, zero_shown: bool = False) -> frozenset[int]:
    """
    Choose which counts to hide, so that none of them can be worked out.

    Parameters
    ----------
    counts : sequence of int
        Counts of people; the reader is taken to know their sum.
    fewest : int
        Counts below this are small.
    zero_shown : bool
        Whether a count of nobody may be shown.

    Returns
    -------
    frozenset of int
        Places in ``counts``.

    Notes
    -----
    Small counts are hidden. Then the smallest shown ones are hidden as well, until the hidden
    ones together are at least ``fewest`` and have more than one solution: also for a reader who
    knows this rule. Three cases give a hidden count away to such a reader, so none is left
    standing: one hidden count alone; hidden counts that must all be the least or all the greatest
    small number; and one of several equal counts hidden, where the order of the list says which.
    Every line of up to some thirty people is tried in ``tests/disclosure/test_line.py``.

    Examples
    --------
    >>> sorted(hide([12, 7, 2], fewest=5))
    [1, 2]
    >>> sorted(hide([12, 7, 2, 3], fewest=5))
    [2, 3]
    """
    hidden = _small(counts, fewest, zero_shown)
    while hidden and not _safe(counts, hidden, fewest, zero_shown):
        guard = _smallest(counts, hidden, fewest)
        if guard is None:
            return frozenset(range(len(counts)))
        hidden.add(guard)
    return frozenset(hidden)


def hide_beside(
    counts: Sequence[int], few: int, fewest: int, zero_shown: bool = False
) -> frozenset[int]:
    """
    Choose which counts to hide beside a few people who are in none of them, and hidden too.

    Parameters
    ----------
    counts, fewest, zero_shown
        As for `hide`; the reader is taken to know the sum of ``counts`` and ``few``.
    few : int
        From 1 to ``fewest - 1``, and the reader knows that it is.

    Returns
    -------
    frozenset of int
        Places in ``counts``. At most one count guards the others; where that is not enough,
        all are hidden.

    Examples
    --------
    >>> sorted(hide_beside([12, 9], 1, fewest=5))
    [1]
    """
    hidden = _small(counts, fewest, zero_shown)
    lowest = 1 if zero_shown else 0
    together, places = sum(counts[at] for at in hidden) + few, len(hidden) + 1
    if hidden and _could_be_small(together, places, fewest, lowest):
        return frozenset(hidden)
    guard = _smallest(counts, hidden, fewest)
    if guard is not None:
        together, places = together + counts[guard], places + 1
        # how many people the small ones may be together, for the same counts to be hidden
        least = max(lowest * (places - 2) + 1, together - _most(counts, hidden, guard, fewest))
        several = min(fewest - 1, together - fewest) > least
        if several or _could_be_small(together, places, fewest, lowest):
            return frozenset(hidden | {guard})
    return frozenset(range(len(counts)))


def _small(counts: Sequence[int], fewest: int, zero_shown: bool) -> set[int]:
    return {at for at, count in enumerate(counts) if is_small(count, fewest, zero_shown)}


def _smallest(counts: Sequence[int], hidden: set[int], fewest: int) -> int | None:
    others = [at for at, n in enumerate(counts) if at not in hidden and n >= fewest]
    return min(others, key=counts.__getitem__, default=None)


def _most(counts: Sequence[int], hidden: set[int], guard: int, fewest: int) -> int:
    """Return how large a guard may be and still be the first of the smallest that are left."""
    after = _smallest(counts, hidden | {guard}, fewest)
    if after is None:
        return sum(counts)
    return counts[after] - (after < guard)  # of equal counts, the first in the list guards


def _could_be_small(together: int, places: int, fewest: int, lowest: int) -> bool:
    """Say whether hidden counts could all be small, in more than one way, and are not few."""
    return max(fewest, lowest * places + 1) <= together < places * (fewest - 1)


def _safe(counts: Sequence[int], hidden: set[int], fewest: int, zero_shown: bool) -> bool:
    held, lowest = [counts[at] for at in hidden], 1 if zero_shown else 0
    if len(held) < 2 or sum(held) < fewest or sum(held) <= lowest * len(held):
        return False
    if _could_be_small(sum(held), len(held), fewest, lowest):
        return True
    shown = [count for at, count in enumerate(counts) if at not in hidden]
    return max(held) >= fewest and max(held) not in shown
