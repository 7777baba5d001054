"""Xbar and S charts: the averages and the spreads of subgroups, of equal or unequal size.

Source: Shewhart; c4 from the gamma function, so that any size of subgroup is exact. With
unequal sizes one pooled spread serves all, as in most statistical packages.
"""

from __future__ import annotations

import numpy as np

from helpers.spc.conventions import Convention
from helpers.spc.limits import lines
from helpers.spc.points import Lines, Points
from helpers.spc.segments import Floats


def c4(size: Floats) -> Floats:
    """
    Bias of the standard deviation of a small sample: its mean, in sigmas.

    Examples
    --------
    >>> c4(np.array([2, 5, 25])).round(4).tolist()
    [0.7979, 0.94, 0.9896]
    """
    from scipy.special import gammaln  # half a second to import, and few charts need it

    size = np.asarray(size, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        exact = np.sqrt(2 / (size - 1)) * np.exp(gammaln(size / 2) - gammaln((size - 1) / 2))
    return np.where(size > 1, exact, np.nan)


def _spread(points: Points) -> tuple[Floats, Floats, Floats]:
    """Return each segment's typical SD, what that SD is biased by, and its mean of all values."""
    assert points.denominator is not None
    assert points.spread is not None
    base = points.base() & ~np.isnan(points.value)
    segments, size = points.segments.only(base), points.denominator[base]
    mean = segments.total(size * points.value[base]) / _positive(segments.total(size))
    several = base & (points.denominator > 1)
    segments, size, sd = (
        points.segments.only(several),
        points.denominator[several],
        points.spread[several],
    )
    largest, smallest = np.zeros(segments.count), np.full(segments.count, np.inf)
    np.maximum.at(largest, segments.of, size)
    np.minimum.at(smallest, segments.of, size)
    freedom = segments.total(size - 1)
    pooled = np.sqrt(segments.total((size - 1) * sd**2) / _positive(freedom))
    equal = largest == smallest
    typical = np.where(equal, segments.mean(sd), pooled)
    return mean, typical, np.where(equal, c4(largest), c4(freedom + 1))


def _positive(numbers: Floats) -> Floats:
    return np.where(numbers > 0, numbers, np.nan)


def _sigma(points: Points, typical: Floats, bias: Floats, convention: Convention) -> Floats:
    """Estimate sigma for each subgroup; one for all unless the convention divides by its own c4."""
    assert points.denominator is not None
    at = points.segments.of
    if convention.common_spread:
        return (typical / bias)[at]
    return typical[at] / c4(points.denominator)


def xbar(points: Points, screen: bool, convention: Convention) -> Lines:
    """Averages of subgroups, with limits from the spread inside the subgroups."""
    assert points.denominator is not None
    mean, typical, bias = _spread(points)
    sigma = _sigma(points, typical, bias, convention)
    return lines(points, points.centre(mean), sigma / np.sqrt(points.denominator), pointwise=True)


def s(points: Points, screen: bool, convention: Convention) -> Lines:
    """Spreads of subgroups: is the variation inside the subgroups itself steady?"""
    assert points.denominator is not None
    _, typical, bias = _spread(points)
    at, own = points.segments.of, c4(points.denominator)
    if convention.common_spread:
        centre = own * points.centre(typical / bias)[at]
        sigma = _sigma(points, typical, bias, convention)
    else:
        centre = points.centre(typical)[at]
        sigma = centre / own
    width = sigma * np.sqrt(1 - own**2)
    return Lines(centre, centre, width, width, floor=0.0)
