"""Many groups at once: how many comparisons were made, and which survive that number.

False-discovery control after Benjamini and Hochberg (1995): of what is marked, at most one in
twenty is expected to be chance alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from helpers.intake import Problem
from helpers.voices.measures.measured import Floats, Measured, deviations
from helpers.voices.words import say


@dataclass(frozen=True)
class Comparisons:
    """
    What is left of many comparisons.

    Attributes
    ----------
    chance : float array
        How often chance alone would show as much (p value); NaN where there is no interval.
    adjusted : float array
        The same, for so many comparisons at once.
    survives : bool array
    made, not_shown : int
    """

    chance: Floats
    adjusted: Floats
    survives: NDArray[np.bool_]
    made: int
    not_shown: int

    @property
    def sentence(self) -> str:
        """Say how many comparisons were made and how many stand out."""
        hidden = " " + say("many", "hidden", count=f"{self.not_shown:,}") if self.not_shown else ""
        return say("many", "made", made=f"{self.made:,}", stand=f"{self.survives.sum():,}") + hidden


def many(found: Measured, *, expected_by_chance: float = 0.05) -> Comparisons:
    """
    Judge all values of a measure together against "no inequality".

    Parameters
    ----------
    found : Measured
        Differences are held against 0, ratios against 1.
    expected_by_chance : float
        The share of marked ones that may be chance, above 0 and below 1.

    Raises
    ------
    Problem
        If that share is not one.

    Examples
    --------
    >>> from helpers.voices.measures.comparisons import risk_difference
    >>> found = many(risk_difference([60, 12, 0], [100, 100, 0], [20, 10, 5], 100))
    >>> found.survives.tolist(), found.sentence
    ([True, False, False], '2 comparisons were made at once. Beyond what chance alone would show: 1. Not shown: 1.')
    """
    if not 0 < expected_by_chance < 1:
        raise Problem("The share of chance findings must be between 0 and 1, such as 0.05.")
    relative = found.equal == 1
    with np.errstate(invalid="ignore", divide="ignore"):
        ends = [np.log(part) if relative else part for part in (found.lower, found.upper)]
        middle = np.log(found.value) if relative else found.value
        # the side towards "no inequality" decides, for an interval may be wider on one side
        side = np.where(middle > 0, middle - ends[0], ends[1] - middle)
        z = np.abs(middle) / (side / deviations(found.confidence))
    chance = np.where(np.isfinite(z) | (z == np.inf), 2 * ndtr(-np.abs(z)), np.nan)
    shown = np.isfinite(chance)
    adjusted = np.full(chance.shape, np.nan)
    if shown.any():
        adjusted[shown] = _adjusted(chance[shown])
    made = int(shown.sum())
    return Comparisons(
        chance, adjusted, adjusted <= expected_by_chance, made, int(chance.size - made)
    )


def _adjusted(chance: Floats) -> Floats:
    """Return chances for so many comparisons at once; scipy.stats has it, and takes seconds to load."""
    order, n = np.argsort(chance), len(chance)
    stepped = chance[order] * n / np.arange(1, n + 1)
    found = np.empty(n)
    found[order] = np.minimum.accumulate(stepped[::-1])[::-1].clip(max=1)
    return found
