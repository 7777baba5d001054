"""The Pareto: themes from the biggest to the smallest, and the few that make up most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt

import numpy as np

from helpers.intake import Problem

MOST = 0.8  # Juran's "vital few" are usually read as those that make up 80%
CLOSE = 1.96  # two counts nearer than this many standard errors could change places by chance


@dataclass(frozen=True)
class Pareto:
    """
    Themes from the biggest to the smallest.

    Attributes
    ----------
    themes : tuple of str
        Equal ones stand in the order in which they were given; what is kept for last stands last.
    amounts, shares, running : ndarray
        How much each has, its share of all (0 to 1), and the running total of shares.
    places : tuple of int
        1 is the biggest; equal themes have the same place.
    few : int
        How many themes make up the vital few; themes equal to the last of them are taken too.
    errors : ndarray
        The standard error of each amount; empty where it is not known.
    """

    themes: tuple[str, ...]
    amounts: np.ndarray = field(repr=False)
    shares: np.ndarray = field(repr=False)
    running: np.ndarray = field(repr=False)
    places: tuple[int, ...]
    few: int
    errors: np.ndarray = field(repr=False)

    def place(self, theme: str) -> int:
        """Return the place of a theme."""
        return self.places[self.themes.index(theme)]

    def amount(self, theme: str) -> float:
        """Return how much a theme has."""
        return float(self.amounts[self.themes.index(theme)])

    def first(self, count: int) -> tuple[str, ...]:
        """Return the first themes."""
        return self.themes[:count]

    def close_call(self, count: int) -> bool:
        """Tell whether chance alone could swap the last of the first themes with the next one."""
        if not 0 < count < len(self.themes) or not len(self.errors):
            return False
        gap = self.amounts[count - 1] - self.amounts[count]
        return bool(gap < CLOSE * sqrt(np.square(self.errors[count - 1 : count + 1]).sum()))


def pareto(
    themes: Sequence[str],
    amounts: Sequence[float] | np.ndarray,
    *,
    share: float = MOST,
    variances: Sequence[float] | np.ndarray = (),
    last: Sequence[str] = (),
) -> Pareto:
    """
    Order themes by how much they have.

    Parameters
    ----------
    themes : sequence of str
    amounts : sequence of float
        How much each has, not below 0.
    share : float
        The vital few are the first themes that make up this share of all (0 to 1).
    variances : sequence of float
        The variance of each amount; for plain counts the count itself (Poisson).
    last : sequence of str
        Themes that gather others, such as "Other": they stand last and are never vital.

    Raises
    ------
    Problem
        Nothing is above 0, or an amount is below 0 or missing.

    Examples
    --------
    >>> bars = pareto(["Waits", "Falls", "Meals", "Noise"], [30, 50, 10, 10])
    >>> bars.themes, bars.places, bars.few
    (('Falls', 'Waits', 'Meals', 'Noise'), (1, 2, 3, 3), 2)
    """
    given = np.asarray(amounts, dtype=float)
    _check(given)
    keep_last = np.array([theme in last for theme in themes])
    order = np.lexsort((-given, keep_last))
    ordered, whole = given[order], float(given.sum())
    running = np.cumsum(ordered) / whole
    ranked = len(given) - int(keep_last.sum())
    return Pareto(
        tuple(themes[at] for at in order),
        ordered,
        ordered / whole,
        running,
        _places(ordered, ranked),
        _few(ordered, running, share, ranked),
        np.sqrt(np.asarray(variances, dtype=float)[order]) if len(variances) else np.empty(0),
    )


def _check(amounts: np.ndarray) -> None:
    if not np.isfinite(amounts).all() or (amounts < 0).any():
        raise Problem("An amount is missing or below 0. Put a number from 0 up there.")
    if not amounts.sum() > 0:
        raise Problem("Nothing is left to draw: every bar is 0. Choose another group or lens.")


def _places(ordered: np.ndarray, ranked: int) -> tuple[int, ...]:
    places = [1] if len(ordered) else []
    for at, (above, here) in enumerate(pairwise(ordered), start=2):
        equal = bool(np.isclose(above, here)) and at <= ranked
        places.append(places[-1] if equal else at)
    return tuple(places)


def _few(ordered: np.ndarray, running: np.ndarray, share: float, ranked: int) -> int:
    count = min(int(np.searchsorted(running, share - 1e-9)) + 1, ranked)
    while 0 < count < ranked and np.isclose(ordered[count - 1], ordered[count]):
        count += 1
    return count
