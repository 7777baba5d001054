"""Centre lines and limits of every kind of chart, for many phases at once.

Sources: Shewhart (p, u, c); Wheeler (XmR); Laney (2002) for p' and u'; Benneyan (2001) for g;
Nelson (1994) for t; Taylor (2017) for I'. Xbar and S charts are in `subgroups`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from helpers.spc.conventions import D2, D4, LIMIT, Convention
from helpers.spc.points import Lines, Points
from helpers.spc.segments import Bools, Floats, Segments

T_POWER = 3.6  # times between rare events become roughly normal at the power 1/3.6
G_MEDIAN = 0.693  # the median of a geometric count is about ln 2 of its mean


def lines(
    points: Points,
    centre: Floats,
    sigma: Floats,
    *,
    pointwise: bool = False,
    drawn: Floats | None = None,
    **bounds: Any,
) -> Lines:
    """Spread the centre of each segment, and its sigma unless that is pointwise, over the points."""
    at = points.segments.of
    middle = centre[at]
    width = sigma if pointwise else sigma[at]
    return Lines(middle if drawn is None else drawn[at], middle, width, width, **bounds)


def mean_range(
    numbers: Floats, segments: Segments, screen: bool, convention: Convention
) -> tuple[Floats, Bools]:
    """
    Average the moving ranges of each segment, after one pass of screening if asked.

    Returns
    -------
    average : float array, one entry a segment
    rescued : bool array
        Where screening would have taken every range that is not zero, so that all were kept.
    """
    ranges = np.abs(segments.steps(numbers))
    exact = convention.as_printed
    average = segments.mean(ranges, once_rounded=exact, again=False)
    if not screen:
        return average, np.zeros(segments.count, bool)
    wide = ranges >= segments.spread(D4 * average)
    narrow = average
    if wide.any():
        kept = np.where(wide, np.nan, ranges)
        narrow = segments.mean(kept, once_rounded=exact, again=False)
    if not convention.rescue:
        return narrow, np.zeros(segments.count, bool)
    lost = ~(narrow > 0)
    return np.where(lost, average, narrow), lost & (average > 0)


def run(points: Points, screen: bool, convention: Convention) -> Lines:
    """Median; a run chart has no limits."""
    base = points.base()
    centre = points.centre(points.segments.only(base).median(points.value[base]))
    return lines(points, centre, np.full_like(centre, np.nan))


def xmr(points: Points, screen: bool, convention: Convention) -> Lines:
    """Mean, and the mean moving range as the measure of routine variation."""
    base = points.base()
    segments, kept = points.segments.only(base), points.value[base]
    average, rescued = mean_range(kept, segments, screen, convention)
    centre = points.centre(segments.mean(kept, once_rounded=convention.as_printed))
    return lines(points, centre, average * convention.individuals / LIMIT, rescued=rescued)


def mr(points: Points, screen: bool, convention: Convention) -> Lines:
    """Chart of moving ranges: mean range, 0, and 3.267 mean ranges; never screened."""
    base = points.base()
    segments = points.segments.only(base)
    centre = points.centre(segments.mean(points.value[base], once_rounded=convention.as_printed))
    spread = lines(points, centre, centre * D4 / LIMIT, floor=0.0)
    return Lines(spread.centre, np.zeros_like(spread.middle), spread.above, spread.below, 0.0)


def _ratio(points: Points) -> tuple[Floats, Floats]:
    """Return the pooled ratio of each segment and the denominators, missing pairs left out."""
    assert points.numerator is not None
    assert points.denominator is not None
    base = points.base() & ~np.isnan(points.value)
    segments = points.segments.only(base)
    with np.errstate(invalid="ignore", divide="ignore"):
        pooled = segments.total(points.numerator[base]) / segments.total(points.denominator[base])
    weights = np.where(np.isnan(points.value), np.nan, points.denominator)
    return points.centre(pooled), weights


def _binomial(points: Points, centre: Floats, weights: Floats) -> Floats:
    share = centre[points.segments.of]
    with np.errstate(invalid="ignore"):
        return np.sqrt(share * (1 - share) / weights)


def _poisson(points: Points, centre: Floats, weights: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.sqrt(centre[points.segments.of] / weights)


def p(points: Points, screen: bool, convention: Convention) -> Lines:
    """Share of a denominator: binomial spread, wider where the denominator is small."""
    centre, weights = _ratio(points)
    sigma = _binomial(points, centre, weights)
    return lines(points, centre, sigma, pointwise=True, floor=0.0, ceiling=1.0)


def u(points: Points, screen: bool, convention: Convention) -> Lines:
    """Events for each unit of exposure: Poisson spread."""
    centre, weights = _ratio(points)
    return lines(points, centre, _poisson(points, centre, weights), pointwise=True, floor=0.0)


def _laney(points: Points, sigma: Floats, centre: Floats, screen: bool, convention: Convention):
    """Stretch sigmas by how much the standardised values really move (not floored at 1)."""
    base = points.base()
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = ((points.value - centre[points.segments.of]) / sigma)[base]
    segments = points.segments.only(base)
    if not convention.in_order:
        none = np.zeros(segments.count, bool)
        return sigma * _scatter(scores, segments)[points.segments.of], none
    average, rescued = mean_range(scores, segments, screen, convention)
    return sigma * (average / D2)[points.segments.of], rescued


def _scatter(scores: Floats, segments: Segments) -> Floats:
    """Standard deviation of each segment, NaN left out."""
    present = ~np.isnan(scores)
    kept = segments.only(present)
    away = scores[present] - segments.mean(scores)[kept.of]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.sqrt(kept.total(away**2) / (kept.sizes - 1))


def laney_p(points: Points, screen: bool, convention: Convention) -> Lines:
    """p chart whose limits allow for more (or less) variation than chance alone."""
    centre, weights = _ratio(points)
    sigma = _binomial(points, centre, weights)
    wide, rescued = _laney(points, sigma, centre, screen, convention)
    return lines(points, centre, wide, pointwise=True, floor=0.0, ceiling=1.0, rescued=rescued)


def laney_u(points: Points, screen: bool, convention: Convention) -> Lines:
    """u chart whose limits allow for more (or less) variation than chance alone."""
    centre, weights = _ratio(points)
    sigma = _poisson(points, centre, weights)
    wide, rescued = _laney(points, sigma, centre, screen, convention)
    return lines(points, centre, wide, pointwise=True, floor=0.0, rescued=rescued)


def c(points: Points, screen: bool, convention: Convention) -> Lines:
    """Counts with an equal chance each period: Poisson spread."""
    base = points.base()
    mean = points.segments.only(base).mean(points.value[base], once_rounded=convention.as_printed)
    centre = points.centre(mean)
    return lines(points, centre, np.sqrt(centre), floor=0.0)


def g(points: Points, screen: bool, convention: Convention) -> Lines:
    """Cases between rare events: geometric limits from the mean, drawn around the median."""
    base = points.base()
    segments, kept = points.segments.only(base), points.value[base]
    mean = points.centre(segments.mean(kept, once_rounded=convention.as_printed))
    median = segments.median(kept)
    if points.given is not None:
        median = np.where(np.isnan(points.given), median, G_MEDIAN * points.given)
    return lines(points, mean, np.sqrt(mean * (mean + 1)), drawn=median, floor=0.0)


def t(points: Points, screen: bool, convention: Convention) -> Lines:
    """Time between rare events: an XmR chart of the power 1/3.6, taken back."""
    scale = 1 / T_POWER
    given = None if points.given is None else points.given**scale
    flat = Points(
        points.value**scale, points.segments, points.included, points.baseline, given=given
    )
    on_scale = xmr(flat, screen, convention)
    return replace(on_scale, centre=on_scale.centre**T_POWER, floor=0.0, power=T_POWER)


def i_prime(points: Points, screen: bool, convention: Convention) -> Lines:
    """Individuals with a denominator: each range is weighed by how much it rests on."""
    centre, weights = _ratio(points)
    base = points.base() if convention.i_prime_baseline else np.ones(len(points.value), bool)
    segments = points.segments.only(base)
    with np.errstate(invalid="ignore", divide="ignore"):
        pair = 1 / weights[base]
        pair[1:] += pair[:-1].copy()
        each = np.sqrt(np.pi / 2) * np.abs(segments.steps(points.value[base])) / np.sqrt(pair)
        one = segments.mean(each, once_rounded=convention.as_printed)
        sigma = one[points.segments.of] / np.sqrt(weights)
    return lines(points, centre, sigma, pointwise=True)
