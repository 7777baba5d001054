"""Two emails: how much two neighbouring months differ when nothing has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from helpers.intake import Problem

SIGMAS = 3  # limits of a c chart, in standard deviations (Shewhart)


@dataclass(frozen=True)
class NothingChanged:
    """
    What a steady rate does to two neighbouring months, as chances from 0 to 1.

    Attributes
    ----------
    rate : float
        Events a month, the same in both months.
    differ, double, halve : float
        Chance that the months differ by two or more; that the second is at least twice the
        first; that it is at most half. A first month of 0 can do neither.
    upper : float
        Upper limit of the c chart, in events a month.
    """

    rate: float
    differ: float
    double: float
    halve: float
    upper: float

    def say(self, wording: Mapping[str, str]) -> list[str]:
        """Return the result in sentences: ``wording`` is [two_emails.result] of words.toml."""
        numbers = {
            "rate": f"{self.rate:g}",
            "differ": f"{self.differ:.0%}",
            "double": f"{self.double:.0%}",
            "halve": f"{self.halve:.0%}",
            "upper": f"{self.upper:.1f}",
            "routine": f"{int(self.upper)}",
        }
        return [sentence.format(**numbers) for sentence in wording.values()]


def nothing_changed(rate: float = 3) -> NothingChanged:
    """
    Work out how far apart two months fall by chance alone.

    Parameters
    ----------
    rate : float
        Events a month, above 0 and at most 100.

    Raises
    ------
    Problem
        If the rate lies outside that range.

    Notes
    -----
    Two independent Poisson counts with the same mean; sums over their joint distribution.

    Examples
    --------
    >>> result = nothing_changed(3)
    >>> f"{result.differ:.0%} {result.double:.0%} {result.halve:.0%} {result.upper:.1f}"
    '53% 22% 27% 8.2'
    """
    if not 0 < rate <= 100:
        raise Problem("The rate must lie above 0 and be at most 100 a month. Choose another.")
    first, second, chance = _two_months(rate)
    some = first > 0
    return NothingChanged(
        rate,
        differ=float(chance[abs(second - first) >= 2].sum()),
        double=float(chance[some & (second >= 2 * first)].sum()),
        halve=float(chance[some & (2 * second <= first)].sum()),
        upper=rate + SIGMAS * sqrt(rate),
    )


def _two_months(rate: float) -> tuple[NDArray, NDArray, NDArray]:
    """Return every pair of counts worth counting, and its chance."""
    counts = np.arange(int(rate + 12 * sqrt(rate)) + 12)
    factorials = np.cumsum(np.log(np.maximum(counts, 1)))  # logarithms of 0!, 1!, 2!, …
    each = np.exp(counts * np.log(rate) - rate - factorials)
    first, second = np.meshgrid(counts, counts, indexing="ij")
    return first, second, np.outer(each, each)
