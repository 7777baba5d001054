"""Gaps: how far the groups are from each other, from the best, from the mean.

Two groups known by their counts have the intervals of `comparisons`; otherwise their standard errors
give a normal one (of a ratio, on the log scale).

Difference and ratio; mean difference from best, mean or reference; index of disparity. As
defined in the World Health Organization's Health Inequality Monitoring series.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from scipy.special import ndtr

from helpers.intake import Problem
from helpers.voices.measures.comparisons import (
    rate_difference,
    rate_ratio,
    risk_difference,
    risk_ratio,
)
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Floats, Reason
from helpers.voices.measures.unequal import Inequality, around, at_place, best, extremes, unequal

MOST_BIAS = 0.25  # of a standard error: beyond it chance alone makes groups look apart


def difference(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    The worse-off group's figure against the better-off group's, as a difference.

    Most against least deprived where there is an order, otherwise worst against best, or against
    the reference. In the unit of the values; above zero the first is worse off.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> gap = difference(of_counts(["poorer", "richer"], [84, 50], [1000, 1000], good="low", per=1000))
    >>> gap.sentence()
    'Out of 1,000 people, 34 more in poorer than in richer (12 to 56). Poorer is worse off.'
    """
    places = extremes(groups)
    low, high = (at_place(groups.y, place) for place in places)
    value = groups.sign * (high - low)
    if groups.events is None:
        error = np.hypot(*(at_place(groups.e, place) for place in places))
        ends = around(value, error, confidence)
    else:
        compare = risk_difference if groups.bounded else rate_difference
        gap = compare(*_counts(groups, places), per=groups.per, confidence=confidence)
        gap = gap.times(-groups.sign)
        ends = gap.lower, gap.upper
    return unequal("difference", groups, value, ends, confidence, _empty_end(groups, places))


def ratio(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    The same two groups as a ratio, above 1 if the first is worse off.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> ratio(of_counts(["poorer", "richer"], [84, 0], [1000, 1000], good="low")).sentence()
    'Not shown, because the group to compare with has none.'
    """
    places = extremes(groups) if groups.good == "low" else extremes(groups)[::-1]
    top, bottom = (at_place(groups.y, place) for place in places)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = top / bottom
        if groups.events is None:
            errors = (at_place(groups.e, place) for place in places)
            error = np.hypot(*(one / y for one, y in zip(errors, (top, bottom), strict=True)))
            low, high = around(np.log(value), error, confidence)
            ends = np.exp(low), np.exp(high)
        else:
            compare = risk_ratio if groups.bounded else rate_ratio
            found = compare(*_counts(groups, places), confidence=confidence)
            ends = found.lower, found.upper
    return unequal(
        "ratio", groups, value, ends, confidence,
        _empty_end(groups, places),
        ((bottom == 0) & (top == 0), Reason.NONE_ANYWHERE, True),
        (bottom == 0, Reason.NONE_HERE, True),
        (np.isnan(ends[1]) & (top == 0), Reason.BEYOND_SCALE, False),
        equal=1,
    )  # fmt: skip


def _counts(groups: Groups, places: tuple) -> tuple[Floats, Floats, Floats, Floats]:
    """Return events and people of one group, then of the other."""
    x1, x0 = (at_place(groups.events, place) for place in places)
    n1, n0 = (at_place(groups.size, place) for place in places)
    return x1, n1, x0, n0


def _empty_end(groups: Groups, places: tuple) -> tuple:
    there = [at_place(groups.present, place) > 0 for place in places]
    return ~(there[0] & there[1]), Reason.END_EMPTY, True


def mean_difference(
    groups: Groups,
    compared_with: Literal["best", "mean", "reference"] = "best",
    *,
    weighted: bool = True,
    confidence: float = 0.95,
) -> Inequality:
    """
    How far a group is, on average, from the best one, the overall mean or the reference.

    Parameters
    ----------
    weighted : bool
        Weigh each group by its people; otherwise each counts the same.

    Notes
    -----
    Distances have no sign, so that chance alone makes them larger. The interval holds the sides
    as they were seen; where chance would add more than a quarter of a standard error, there is
    no interval.

    Raises
    ------
    Problem
        If there is no reference to compare with.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> float(mean_difference(of_values("AB", [10, 30], [300, 100], good="low")).value)
    5.0
    """
    if compared_with == "reference" and groups.reference is None:
        raise Problem("Say which group is the reference, or compare with the best or the mean.")
    weight = _weights(groups, weighted)
    target, pull = _target(groups, compared_with)
    away = groups.y - target[..., None]
    side = np.sign(away) * weight
    value = (np.abs(away) * weight).sum(axis=-1)
    parts = side - side.sum(axis=-1, keepdims=True) * pull
    error = np.sqrt((parts**2 * groups.e**2).sum(axis=-1))
    unclear = _bias(away, weight, groups.e) > MOST_BIAS * error
    return unequal(
        f"mean_difference_{compared_with}", groups, value, around(value, error, confidence),
        confidence, _no_reference(groups, compared_with), (unclear, Reason.UNCLEAR_SIDES, False),
        floor=0,
    )  # fmt: skip


def _weights(groups: Groups, weighted: bool) -> Floats:
    if weighted:
        return groups.share
    there = groups.present
    return there / np.maximum(there.sum(axis=-1, keepdims=True), 1)


def _target(groups: Groups, compared_with: str) -> tuple[Floats, Floats]:
    """Return the figure to compare with, and how much each group weighs in it."""
    if compared_with == "mean":
        return groups.mean, groups.share
    at = best(groups)
    if compared_with == "reference":
        at = np.full_like(at, groups.reference)
    return at_place(groups.y, at), np.arange(len(groups.names)) == at[..., None]


def _bias(away: Floats, weight: Floats, error: Floats) -> Floats:
    """Estimate by how much chance lengthens the distances: the mean of a folded normal, less it."""
    far = np.abs(away)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.where(far > 0, far / error, np.inf)
        longer = error * np.sqrt(2 / np.pi) * np.exp(-(z**2) / 2) - 2 * far * ndtr(-z)
    return np.nansum(longer * weight, axis=-1)


def _no_reference(groups: Groups, compared_with: str) -> tuple:
    if compared_with != "reference":
        return False, Reason.END_EMPTY, True
    return ~groups.present[..., groups.reference], Reason.END_EMPTY, True


def disparity_index(
    groups: Groups, *, weighted: bool = False, confidence: float = 0.95
) -> Inequality:
    """
    Index of disparity: the mean distance from the overall mean, in per cent of that mean.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> float(disparity_index(of_values("AB", [10, 30], [1, 1], good="low")).value)
    50.0
    """
    apart = mean_difference(groups, "mean", weighted=weighted, confidence=confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        factor = np.where(groups.mean > 0, 100 / groups.mean, np.nan)
    scaled = apart.times(factor)
    none = (~(groups.mean > 0), Reason.NONE_ANYWHERE, True)
    unclear = (apart.reason == Reason.UNCLEAR_SIDES, Reason.UNCLEAR_SIDES, False)
    return unequal(
        "disparity_index", groups, scaled.value, (scaled.lower, scaled.upper), confidence,
        none, unclear,
    )  # fmt: skip
