"""Impact: how much better the whole would be if every group did as well as the reference.

Population attributable risk and fraction. Standard error of the fraction after Walter (1976,
Biometrics 32:829), of the risk as that times the overall mean.
"""

from __future__ import annotations

import numpy as np

from helpers.voices.groups import Groups
from helpers.voices.measured import Floats, Reason
from helpers.voices.unequal import Inequality, around, at_place, extremes, unequal


def attributable_risk(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    What the whole would gain if every group were like the reference, in the values' unit.

    The reference is the least deprived group, the best one where there is no order, or the one
    that was named. 0 where it is not better than the whole. Only shares have an interval.

    Examples
    --------
    >>> from helpers.voices.groups import of_counts
    >>> gain = attributable_risk(of_counts("AB", [30, 10], [100, 100], good="low"))
    >>> float(gain.value), [round(float(end), 1) for end in (gain.lower, gain.upper)]
    (10.0, [5.0, 15.0])
    """
    value, error, blank = _gain(groups)
    ends = around(value, error, confidence)
    return unequal("attributable_risk", groups, value, ends, confidence, blank)


def attributable_fraction(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """The attributable risk in per cent of the overall mean."""
    value, error, blank = _gain(groups)
    with np.errstate(invalid="ignore", divide="ignore"):
        factor = 100 / np.where(groups.mean > 0, groups.mean, np.nan)
    ends = around(value * factor, error * factor, confidence)
    none = (~(groups.mean > 0), Reason.NONE_ANYWHERE, True)
    return unequal("attributable_fraction", groups, value * factor, ends, confidence, blank, none)


def _gain(groups: Groups) -> tuple[Floats, Floats, tuple]:
    _, best = extremes(groups)
    empty = (~at_place(groups.present, best).astype(bool), Reason.END_EMPTY, True)
    gain = groups.sign * (at_place(groups.y, best) - groups.mean)
    error = _walter(groups, best) * groups.mean
    return np.maximum(gain, 0), error, empty


def _walter(groups: Groups, best: np.ndarray) -> Floats:
    """Walter's standard error of the fraction: a, b cases and others elsewhere, c, d at the best."""
    if not groups.bounded:
        return np.full(groups.mean.shape, np.nan)
    people = np.where(groups.present, groups.size, 0.0)
    cases = people * groups.y / groups.per
    c = at_place(cases, best)
    d = at_place(people, best) - c
    a = cases.sum(axis=-1) - c
    everybody = people.sum(axis=-1)
    b = everybody - a - c - d
    with np.errstate(invalid="ignore", divide="ignore"):
        top = c * everybody * (a * d * (everybody - c) + b * c**2)
        return np.sqrt(top / ((a + c) ** 3 * (c + d) ** 3))
