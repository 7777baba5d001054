"""Spread: one number for how far all groups are apart, whatever their order.

Between-group variance, its root and the coefficient of variation; Theil's index and the mean log
deviation, both times 1,000. Standard errors by the delta method (Ahn and others, Health Services
and Outcomes Research Methodology 2018), from those of the groups.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from scipy.special import xlogy

from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Floats, Reason
from helpers.voices.measures.unequal import Inequality, around, unequal

THOUSAND = 1000


def between_group_variance(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    Mean squared distance of the groups from the overall mean, weighed by people.

    In the square of the values' unit. The interval stays at or above zero.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> float(between_group_variance(of_values("AB", [10, 30], [1, 1], good="low")).value)
    100.0
    """
    value, error = _variance(groups)
    ends = around(value, error, confidence)
    return unequal("variance", groups, value, ends, confidence, floor=0)


def _variance(groups: Groups) -> tuple[Floats, Floats]:
    p, away = groups.share, groups.y - groups.mean[..., None]
    own = (p * groups.e) ** 2
    value = (p * away**2).sum(axis=-1)
    first = 4 * (own * away**2).sum(axis=-1)
    squares = (own**2).sum(axis=-1)
    within = (p**2 * (1 - p) ** 2 * groups.e**4).sum(axis=-1)
    return value, np.sqrt(first + 2 * (own.sum(axis=-1) ** 2 - squares + within))


def between_group_deviation(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    The root of the between-group variance, in the values' own unit.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> float(between_group_deviation(of_values("AB", [10, 30], [1, 1], good="low")).value)
    10.0
    """
    found = between_group_variance(groups, confidence=confidence)
    ends = np.sqrt(found.lower), np.sqrt(found.upper)
    return unequal("deviation", groups, np.sqrt(found.value), ends, confidence)


def variation(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    Coefficient of variation: the deviation in per cent of the overall mean.

    The interval takes the mean as known.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> float(variation(of_values("AB", [10, 30], [1, 1], good="low")).value)
    50.0
    """
    found = between_group_deviation(groups, confidence=confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        scaled = found.times(np.where(groups.mean > 0, 100 / groups.mean, np.nan))
    none = (~(groups.mean > 0), Reason.NONE_ANYWHERE, True)
    ends = scaled.lower, scaled.upper
    return unequal("variation", groups, scaled.value, ends, confidence, none)


def theil(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    Theil's index times 1,000: 0 if all groups are alike. A group with none adds nothing to it.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> round(float(theil(of_values("AB", [0, 30], [1, 1], good="low")).value), 1)  # ln 2
    693.1
    """
    return _entropy("theil", groups, confidence)


def mean_log_deviation(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    Mean log deviation times 1,000. A group with none makes it endless: then it is not shown.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> mean_log_deviation(of_values("AB", [0, 30], [1, 1], good="low")).why()
    'one group has none, and on this scale that is endlessly far away'
    """
    return _entropy("mean_log_deviation", groups, confidence)


def _entropy(
    kind: Literal["theil", "mean_log_deviation"], groups: Groups, confidence: float
) -> Inequality:
    p, mean = groups.share, groups.mean
    with np.errstate(invalid="ignore", divide="ignore"):
        r = groups.y / mean[..., None]
        if kind == "theil":
            value = xlogy(p * r, r).sum(axis=-1)
            # a group with none moves the index by its error times ln r: endless, so no interval
            slope = np.where(p > 0, 1 + np.log(r) - (p * r + xlogy(p * r, r)).sum(-1)[..., None], 0)
        else:
            value = -xlogy(p, r).sum(axis=-1)
            slope = np.where(p > 0, 1 - 1 / r, 0)
        error = np.sqrt(((slope * p * groups.e) ** 2).sum(axis=-1)) / mean
    zero = ((groups.y == 0) & groups.present).any(axis=-1)
    alike = (np.abs(groups.y - mean[..., None]) * groups.present <= 1e-12 * mean[..., None]).all(-1)
    ends = around(value, error, confidence)
    return unequal(
        kind, groups, THOUSAND * value, (THOUSAND * ends[0], THOUSAND * ends[1]), confidence,
        (~(mean > 0), Reason.NONE_ANYWHERE, True),
        (zero, Reason.BEYOND_SCALE, kind != "theil"),
        (alike, Reason.ALL_ALIKE, False),
        floor=0,
    )  # fmt: skip
