"""Intervals of one group's figure: a share, a count, a rate, a mean.

Shares: Wilson 1927, as Newcombe and Altman advise ("Statistics with Confidence", 2000).
Counts and rates: exact Poisson limits below ten events, Byar's from ten on (Breslow and Day,
"Statistical Methods in Cancer Research" II, 1987). Means: Student's t.
Every function takes arrays of any shapes that fit together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammainccinv, gammaincinv, stdtrit

from helpers.voices.measures.checks import checked_counts
from helpers.voices.measures.measured import (
    Floats,
    Measured,
    Reason,
    deviations,
    measured,
    share_of,
)

EXACT_BELOW = 10


def wilson(events: Floats, people: Floats, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return Wilson's lower and upper limit of a share, between 0 and 1.

    Examples
    --------
    >>> lower, upper = wilson(np.array(65.0), np.array(100.0))
    >>> round(float(lower), 4), round(float(upper), 4)
    (0.5525, 0.7364)
    """
    z = deviations(confidence)
    if np.isinf(z):
        sure = np.where(np.isnan(events + people), np.nan, 1.0)
        return sure * 0, sure
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = 2 * events + z**2
        reach = z * np.sqrt(z**2 + 4 * events * (1 - events / people))
        below, scale = middle - reach, 2 * (people + z**2)
        lower = np.where(events == 0, 0 * below, below) / scale
        upper = np.where(events == people, 1 + 0 * below, (middle + reach) / scale)
    return lower, upper


def proportion(
    events: ArrayLike, people: ArrayLike, *, per: float = 1, confidence: float = 0.95
) -> Measured:
    """
    Share of people with an event, with Wilson's interval.

    Parameters
    ----------
    events, people : arrays that fit together
        Counts; NaN is a missing figure. Nobody in a group gives no value, with the reason.
    per : float
        1 for a share, 100 for a percentage, 1,000 for "out of 1,000 people".
    confidence : float
        0.95 or 95.

    Raises
    ------
    Problem
        If a count is negative, or there are more events than people.

    Examples
    --------
    >>> few = proportion([0, 5, 0], [5, 10, 0], per=100)
    >>> few.value.tolist(), few.lower.round(1).tolist(), few.why(2)
    ([0.0, 50.0, nan], [0.0, 23.7, nan], 'nobody is in this group')
    """
    x, n = checked_counts(events, people, whole="people")
    lower, upper = wilson(x, n, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = x / n
    return measured(share, lower, upper, share_of(confidence), *_blanks(x, n)).times(per)


def _blanks(x: Floats, n: Floats) -> list:
    return [(np.isnan(x + n), Reason.MISSING, True), (n == 0, Reason.NOBODY, True)]


def exact(count: Floats, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return exact Poisson limits of a count (Garwood 1936); no events: the lower one is 0.

    Examples
    --------
    >>> [round(float(limit), 3) for limit in exact(np.array(3.0))]
    [0.619, 8.767]
    """
    tail = (1 - share_of(confidence)) / 2
    count = np.asarray(count, float)
    lower = np.where(count > 0, gammaincinv(np.where(count > 0, count, 1), tail), 0 * count)
    return lower, gammainccinv(count + 1, tail)


def byar(count: Floats, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return Byar's limits of a count; a lower one that would fall below zero is 0.

    Examples
    --------
    >>> [round(float(limit), 2) for limit in byar(np.array(10.0))]
    [4.79, 18.39]
    """
    z, count = deviations(confidence), np.asarray(count, float)
    some, more = np.where(count > 0, count, np.nan), count + 1
    lower = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return np.where(count == 0, 0.0, np.maximum(lower, 0)), upper


def count_limits(count: Floats, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return the limits of a count: exact below ten, Byar's from ten on.

    Examples
    --------
    >>> [limit.round(2).tolist() for limit in count_limits(np.array([9.0, 10.0]))]
    [[4.12, 4.79], [17.08, 18.39]]
    """
    count = np.asarray(count, float)
    lower, upper = (np.asarray(limit) for limit in byar(count, confidence))
    small = count < EXACT_BELOW
    lower[small], upper[small] = exact(count[small], confidence)
    return lower, upper


def rate(
    events: ArrayLike, exposure: ArrayLike, *, per: float = 100_000, confidence: float = 0.95
) -> Measured:
    """
    Events for so many people (or bed days): exact below ten events, Byar's from ten on.

    Parameters
    ----------
    events, exposure : arrays that fit together
        Counts, and what they could have happened to; NaN is a missing figure.
    per : float
        The unit: 100,000 people by default.

    Raises
    ------
    Problem
        If a figure is negative. There may be more events than people.

    Examples
    --------
    >>> none = rate(0, 10_000)
    >>> float(none.value), float(none.lower), round(float(none.upper), 1)
    (0.0, 0.0, 36.9)
    """
    x, n = checked_counts(events, exposure)
    lower, upper = count_limits(x, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        parts = x / n, lower / n, upper / n
    return measured(*parts, share_of(confidence), *_blanks(x, n)).times(per)


def mean(values: ArrayLike, *, confidence: float = 0.95) -> Measured:
    """
    Mean along the last axis, with Student's t interval.

    A missing figure is not dropped: the mean is missing, too. One figure alone has no interval.

    Examples
    --------
    >>> four = mean([20, 30, 40, 50])
    >>> float(four.value), round(float(four.lower), 2)
    (35.0, 14.46)
    """
    figures = np.asarray(values, float)
    size = figures.shape[-1]
    if size == 0:
        blank = np.full(figures.shape[:-1], np.nan)
        return measured(blank, blank, blank, share_of(confidence), (True, Reason.NOBODY, True))
    middle = figures.mean(axis=-1)
    gaps = (np.isnan(middle), Reason.MISSING, True)
    if size == 1:
        alone = (True, Reason.ONE_FIGURE, False)
        return measured(middle, np.nan, np.nan, share_of(confidence), gaps, alone)
    spread = figures.std(axis=-1, ddof=1)
    reach = stdtrit(size - 1, (1 + share_of(confidence)) / 2) * spread / np.sqrt(size)
    return measured(middle, middle - reach, middle + reach, share_of(confidence), gaps)


def standard_error(found: Measured) -> Floats:
    """
    Return half an interval's width as a standard error: above zero even where nothing happened.

    Examples
    --------
    >>> round(float(standard_error(proportion(0, 20))), 3)
    0.041
    """
    return (found.upper - found.lower) / (2 * deviations(found.confidence))
