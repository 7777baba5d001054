"""Measured: a number for each place of an array, with its interval, or the reason there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from helpers.intake import Problem
from helpers.voices.words import say

Floats = NDArray[np.float64]
PERCENT_FROM = 90  # a confidence of 95 can only mean 95 in 100


class Reason(IntEnum):
    """Why a number or its interval is not shown; the words are in words.toml."""

    SHOWN = 0
    MISSING = 1
    NOBODY = 2
    FEW_EVENTS = 3
    ONE_FIGURE = 4
    ONE_GROUP = 5
    END_EMPTY = 6
    NONE_HERE = 7
    NONE_ANYWHERE = 8
    ALL_ALIKE = 9
    NO_SPREAD_KNOWN = 10
    UNCLEAR_SIDES = 11
    BEYOND_SCALE = 12
    TOO_FEW_FIGURES = 13
    END_AT_ZERO = 14


@dataclass(frozen=True)
class Measured:
    """
    A number for each place, with its interval.

    Attributes
    ----------
    value, lower, upper : float array, all of one shape
        NaN where not shown. Where only the interval is NaN, the value stands without it.
    reason : array of Reason
        Why something is not shown; 0 where all is.
    confidence : float
        Between 0 and 1.
    equal : float
        The number that stands for no difference: 0, or 1 for a ratio.
    """

    value: Floats
    lower: Floats
    upper: Floats
    reason: NDArray[np.uint8]
    confidence: float = 0.95
    equal: float = 0

    @property
    def not_shown(self) -> int:
        """How many values are missing."""
        return int(np.isnan(self.value).sum())

    def why(self, at: int | tuple[int, ...] = ()) -> str:
        """Return the reason at one place in plain words, '' where all is shown."""
        code = Reason(int(self.reason[at]))
        return "" if code is Reason.SHOWN else say("reasons", code.name.lower())

    def times(self, factor: float | Floats) -> Self:
        """Multiply value and interval; a negative factor turns the interval round."""
        first, second = self.lower * factor, self.upper * factor
        ends = np.minimum(first, second), np.maximum(first, second)
        return replace(self, value=self.value * factor, lower=ends[0], upper=ends[1])


def measured(
    value: ArrayLike,
    lower: ArrayLike,
    upper: ArrayLike,
    confidence: float,
    *blanks: tuple[ArrayLike, Reason, bool],
) -> Measured:
    """
    Build a result; each blank is (where, reason, whether the value goes too). The first one wins.

    Examples
    --------
    >>> measured([1.0, 2.0], 0, 3, 0.95, ([False, True], Reason.NOBODY, True)).value.tolist()
    [1.0, nan]
    """
    parts = np.broadcast_arrays(*(np.asarray(part, float) for part in (value, lower, upper)))
    value, lower, upper = (part.copy() for part in parts)
    reason = np.zeros(value.shape, np.uint8)
    for where, why, value_too in reversed(blanks):
        where = np.broadcast_to(where, value.shape)
        reason[where] = why
        lower[where] = upper[where] = np.nan
        if value_too:
            value[where] = np.nan
    return Measured(value, lower, upper, reason, confidence)


def share_of(confidence: float) -> float:
    """
    Return a confidence as a share: 95 and 0.95 mean the same.

    Raises
    ------
    Problem
        If it is neither a share nor a percentage from 90 to 100.

    Examples
    --------
    >>> share_of(95), share_of(0.998)
    (0.95, 0.998)
    """
    share = confidence / 100 if confidence >= PERCENT_FROM else confidence
    if not 0 < share <= 1:
        raise Problem(f"A confidence of {confidence:g} does not exist. Choose 95, or 99.8.")
    return float(share)


def deviations(confidence: float) -> float:
    """
    Return how many standard errors an interval reaches to either side.

    Examples
    --------
    >>> round(deviations(0.95), 4)
    1.96
    """
    return float(ndtri((1 + share_of(confidence)) / 2))
