"""Standardised rates: what would be if every place had people of the same ages.

Direct: Dobson and others, Statistics in Medicine 1991, with Byar's limits; repeated events of
one person after the Fingertips technical guidance. Indirect: observed over expected events.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from helpers.intake import Problem
from helpers.voices.measures.checks import checked_counts, no_negative
from helpers.voices.measures.intervals import EXACT_BELOW, byar, count_limits
from helpers.voices.measures.measured import Floats, Measured, Reason, measured, share_of

# European Standard Population 2013: people in 100,000 aged 0-4, 5-9, ... 85-89, 90 and over.
BANDS = (5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000)
LATER = (7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000)
EUROPE_2013 = np.array([*BANDS, *LATER], float)


def direct(
    events: ArrayLike,
    people: ArrayLike,
    standard: ArrayLike = EUROPE_2013,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
    missing_is_none: bool = False,
) -> Measured:
    """
    Directly standardised rate, ages along the last axis.

    Parameters
    ----------
    events, people : arrays (..., ages)
    standard : array (ages,)
        People of the standard population; the European one of 2013 by default.
    missing_is_none : bool
        Count a missing number of events as none. Otherwise the rate is not shown.

    Raises
    ------
    Problem
        If a figure is negative, or the ages do not fit the standard population.

    Examples
    --------
    >>> round(float(direct([5, 5, 0], [1000, 2000, 500], [30, 40, 30]).value), 1)
    250.0
    >>> direct([4, 5, 0], [1000, 2000, 500], [30, 40, 30]).why()
    'fewer than ten events are too few to standardise'
    """
    x, n = checked_counts(events, people)
    weights = _weights(standard, x.shape[-1])
    if missing_is_none:
        x = np.nan_to_num(x)
    used = weights > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        one = np.where(used, weights / n, 0.0)
    return _dobson(x, n, one * x, one**2 * x, weights, per, confidence)


def direct_repeated(
    persons: ArrayLike,
    times: ArrayLike,
    people: ArrayLike,
    standard: ArrayLike = EUROPE_2013,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
) -> Measured:
    """
    Directly standardised rate where one person may have several events.

    Parameters
    ----------
    persons : array (..., ages, times)
        How many persons had so many events. With one age it gives a crude rate.
    times : array (times,)
        The number of events of such a person.
    people : array (..., ages)

    Examples
    --------
    >>> once = direct_repeated([[20], [30]], [1], [1000, 1000], [1, 1])
    >>> float(once.upper) == float(direct([20, 30], [1000, 1000], [1, 1]).upper)
    True
    """
    each, often = no_negative("persons", np.asarray(persons, float)), np.asarray(times, float)
    x, n = checked_counts((each * often).sum(axis=-1), people)
    weights = _weights(standard, x.shape[-1])
    with np.errstate(invalid="ignore", divide="ignore"):
        one = np.where(weights > 0, weights / n, 0.0)
    return _dobson(x, n, one * x, one**2 * (each * often**2).sum(-1), weights, per, confidence)


def _weights(standard: ArrayLike, ages: int) -> Floats:
    weights = no_negative("people of the standard population", np.asarray(standard, float))
    if weights.shape[-1] != ages:
        raise Problem(
            f"There are {ages} ages, but the standard population has {weights.shape[-1]}."
            " Use the same ages for both."
        )
    return weights


def _dobson(
    x: Floats,
    n: Floats,
    terms: Floats,
    variances: Floats,
    weights: Floats,
    per: float,
    confidence: float,
) -> Measured:
    whole = weights.sum(axis=-1)
    total = x.sum(axis=-1)
    value, variance = terms.sum(axis=-1) / whole, variances.sum(axis=-1) / whole**2
    lower, upper = byar(total, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        step = np.sqrt(variance / total)
        ends = value + step * (lower - total), value + step * (upper - total)
    needed = (weights > 0) & (n == 0)
    missing = np.isnan(x).any(axis=-1) | np.isnan(n).any(axis=-1) | np.isnan(whole)
    return measured(
        value,
        *ends,
        share_of(confidence),
        (missing, Reason.MISSING, True),
        (needed.any(axis=-1), Reason.NOBODY, True),
        (total < EXACT_BELOW, Reason.FEW_EVENTS, True),
    ).times(per)


def expected_events(
    people: ArrayLike, standard_events: ArrayLike, standard_people: ArrayLike
) -> Floats:
    """
    Return the events to expect at the standard's rates, ages along the last axis.

    Raises
    ------
    Problem
        If a figure is negative, or the standard has nobody of some age.
    """
    events, whole = checked_counts(standard_events, standard_people)
    if (whole == 0).any():
        raise Problem("The standard population has nobody of one age. Leave that age out.")
    rates = events / whole
    _, n = checked_counts(0, people)
    return np.asarray((n * rates).sum(axis=-1))


def indirect(
    events: ArrayLike,
    people: ArrayLike,
    standard_events: ArrayLike,
    standard_people: ArrayLike,
    *,
    times: float = 1,
    confidence: float = 0.95,
    missing_is_none: bool = False,
) -> Measured:
    """
    Observed over expected events, ages along the last axis; limits as for a count.

    Parameters
    ----------
    events, people : arrays (..., ages)
    standard_events, standard_people : arrays (..., ages)
    times : float
        1 for a ratio, 100 for a ratio in per cent; the standard's own rate for a rate.
    missing_is_none : bool
        Count missing events and people as none. Otherwise the ratio is not shown.

    Examples
    --------
    >>> ratio = indirect([12, 25], [500, 600], [100, 250], [5000, 6000])
    >>> float(ratio.value.round(3)), float(ratio.lower.round(3))
    (1.057, 0.744)
    """
    x, n = checked_counts(events, people)
    if missing_is_none:
        x, n = np.nan_to_num(x), np.nan_to_num(n)
    expected, total = expected_events(n, standard_events, standard_people), x.sum(axis=-1)
    lower, upper = count_limits(total, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        parts = total / expected, lower / expected, upper / expected
    blanks = (
        (np.isnan(total + expected), Reason.MISSING, True),
        (expected == 0, Reason.NOBODY, True),
    )
    return measured(*parts, share_of(confidence), *blanks).times(times)
