"""Two groups side by side: differences and ratios of shares and of rates, with intervals.

Difference of shares: Newcombe 1998, method 10, from Wilson's limits. Ratio of shares: on the log
scale (Katz and others 1978); with no events in a group, half an event is added to both for the
interval alone (Pettigrew, Gart and Thomas 1986). Difference of rates: limits of each rate
combined (MOVER: Zou and Donner 2008). Ratio of rates: exact, from the share of all events that
fall on the first group (Breslow and Day 1987).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv

from helpers.voices.measures.checks import checked_counts
from helpers.voices.measures.intervals import count_limits, wilson
from helpers.voices.measures.measured import (
    Floats,
    Measured,
    Reason,
    deviations,
    measured,
    share_of,
)


def _gaps(*parts: Floats) -> list:
    first, n1, other, n0 = parts
    return [
        (np.isnan(first + n1 + other + n0), Reason.MISSING, True),
        ((n1 == 0) | (n0 == 0), Reason.NOBODY, True),
    ]


def _hybrid(p1: Floats, limits1: tuple, p0: Floats, limits0: tuple) -> tuple[Floats, Floats]:
    """Combine the limits of two figures into those of their difference."""
    (l1, u1), (l0, u0) = limits1, limits0
    gap = p1 - p0
    return gap - np.hypot(p1 - l1, u0 - p0), gap + np.hypot(u1 - p1, p0 - l0)


def risk_difference(
    events: ArrayLike,
    people: ArrayLike,
    other_events: ArrayLike,
    other_people: ArrayLike,
    *,
    per: float = 1,
    confidence: float = 0.95,
) -> Measured:
    """
    Share in the first group minus share in the other (Newcombe 1998, method 10).

    Raises
    ------
    Problem
        If a count is negative, or there are more events than people.

    Examples
    --------
    >>> gap = risk_difference(56, 70, 48, 80)  # Newcombe's example (a): 0.0524 to 0.3339
    >>> float(gap.value.round(4)), float(gap.lower.round(4)), float(gap.upper.round(4))
    (0.2, 0.0524, 0.3339)
    """
    x1, n1 = checked_counts(events, people, whole="people")
    x0, n0 = checked_counts(other_events, other_people, whole="people")
    with np.errstate(invalid="ignore", divide="ignore"):
        p1, p0 = x1 / n1, x0 / n0
    ends = _hybrid(p1, wilson(x1, n1, confidence), p0, wilson(x0, n0, confidence))
    return measured(p1 - p0, *ends, share_of(confidence), *_gaps(x1, n1, x0, n0)).times(per)


def risk_ratio(
    events: ArrayLike,
    people: ArrayLike,
    other_events: ArrayLike,
    other_people: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Measured:
    """
    Share in the first group over share in the other, with a log interval.

    With no events in the first group the ratio and its lower limit are 0. With none in the other
    there is no ratio; a lower limit still says how large it is at least.

    Examples
    --------
    >>> ratio = risk_ratio([30, 0, 4], [100, 50, 50], [15, 5, 0], [100, 50, 50])
    >>> ratio.value.tolist(), ratio.lower.round(2).tolist(), ratio.upper.round(2).tolist()
    ([2.0, 0.0, nan], [1.15, 0.0, 0.5], [3.48, 1.6, inf])
    """
    x1, n1 = checked_counts(events, people, whole="people")
    x0, n0 = checked_counts(other_events, other_people, whole="people")
    half = np.where((x1 == 0) | (x0 == 0), 0.5, 0.0)
    y1, m1, y0, m0 = x1 + half, n1 + half, x0 + half, n0 + half
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = np.log(y1 / m1) - np.log(y0 / m0)
        reach = deviations(confidence) * np.sqrt(1 / y1 - 1 / m1 + 1 / y0 - 1 / m0)
        value = (x1 / n1) / (x0 / n0)
    return _ratio(value, np.exp(middle - reach), np.exp(middle + reach), x1, n1, x0, n0, confidence)


def _ratio(value, lower, upper, x1, n1, x0, n0, confidence: float) -> Measured:
    lower, upper = np.where(x1 == 0, 0, lower), np.where(x0 == 0, np.inf, upper)
    none = (x1 == 0) & (x0 == 0)
    found = measured(
        np.where(x0 == 0, np.nan, value),
        lower,
        upper,
        share_of(confidence),
        *_gaps(x1, n1, x0, n0),
        (none, Reason.NONE_ANYWHERE, True),
    )
    found.reason[(found.reason == 0) & (x0 == 0)] = Reason.NONE_HERE
    return replace(found, equal=1)


def rate_difference(
    events: ArrayLike,
    exposure: ArrayLike,
    other_events: ArrayLike,
    other_exposure: ArrayLike,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
) -> Measured:
    """
    Rate in the first group minus rate in the other (MOVER from exact and Byar's limits).

    Examples
    --------
    >>> gap = rate_difference(60, 10_000, 0, 10_000, per=1000)
    >>> float(gap.value), float(gap.lower.round(2)), float(gap.upper.round(2))
    (6.0, 4.53, 7.72)
    """
    x1, n1 = checked_counts(events, exposure)
    x0, n0 = checked_counts(other_events, other_exposure)
    with np.errstate(invalid="ignore", divide="ignore"):
        rates = [
            (x / n, tuple(limit / n for limit in count_limits(x, confidence)))
            for x, n in ((x1, n1), (x0, n0))
        ]
        (p1, limits1), (p0, limits0) = rates
        ends = _hybrid(p1, limits1, p0, limits0)
    return measured(p1 - p0, *ends, share_of(confidence), *_gaps(x1, n1, x0, n0)).times(per)


def rate_ratio(
    events: ArrayLike,
    exposure: ArrayLike,
    other_events: ArrayLike,
    other_exposure: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Measured:
    """
    Rate in the first group over rate in the other, with exact limits.

    Given all events, those of the first group are binomial; Clopper and Pearson's limits of that
    share give those of the ratio. Groups with no events need no other rule.

    Examples
    --------
    >>> ratio = rate_ratio([20, 0], [1000, 1000], [10, 8], [1000, 1000])
    >>> ratio.value.tolist(), ratio.lower.round(2).tolist(), ratio.upper.round(2).tolist()
    ([2.0, 0.0], [0.89, 0.0], [4.78, 0.59])
    """
    x1, n1 = checked_counts(events, exposure)
    x0, n0 = checked_counts(other_events, other_exposure)
    tail = (1 - share_of(confidence)) / 2
    low = betaincinv(np.maximum(x1, 1e-9), x0 + 1, tail)
    high = betaincinv(x1 + 1, np.maximum(x0, 1e-9), 1 - tail)
    with np.errstate(invalid="ignore", divide="ignore"):
        parts = (x1 / n1) / (x0 / n0), low / (1 - low) * n0 / n1, high / (1 - high) * n0 / n1
    return _ratio(*parts, x1, n1, x0, n0, confidence)
