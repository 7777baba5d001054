"""Impact: how much better the whole would be if every group did as well as the reference.

Population attributable risk and fraction. For shares the standard error of the fraction is Walter's
(1976, Biometrics 32:829), and that of the risk is as much times the overall mean; for other figures
both follow from the groups' standard errors (delta method).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Floats, Reason
from helpers.voices.measures.unequal import Inequality, around, at_place, extremes, unequal


def attributable_risk(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    What the whole would gain if every group were like the reference, in the values' unit.

    The reference is the least deprived group, the best one where there is no order, or the one
    that was named. 0 where it is not better than the whole.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> gain = attributable_risk(of_counts("AB", [30, 10], [100, 100], good="low"))
    >>> float(gain.value), [round(float(end), 1) for end in (gain.lower, gain.upper)]
    (10.0, [5.0, 15.0])
    """
    reference, gain, blank = _gain(groups)
    if groups.bounded:
        error = _walter(groups, reference) * groups.mean
    else:
        error = _moves(groups, _is(groups, reference) - groups.share)
    ends = around(gain, error, confidence)
    return unequal("attributable_risk", groups, gain, ends, confidence, blank)


def attributable_fraction(groups: Groups, *, confidence: float = 0.95) -> Inequality:
    """
    The attributable risk in per cent of the overall mean.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> float(attributable_fraction(of_counts("AB", [30, 10], [100, 100], good="low")).value)
    50.0
    """
    reference, gain, blank = _gain(groups)
    with np.errstate(invalid="ignore", divide="ignore"):
        times = 100 / np.where(groups.mean > 0, groups.mean, np.nan)
    if groups.bounded:
        error = 100 * _walter(groups, reference)
    else:
        over = (at_place(groups.y, reference) * times / 100)[..., None]
        error = times * _moves(groups, _is(groups, reference) - over * groups.share)
    ends = around(gain * times, error, confidence)
    none = (~(groups.mean > 0), Reason.NONE_ANYWHERE, True)
    return unequal("attributable_fraction", groups, gain * times, ends, confidence, blank, none)


def _gain(groups: Groups) -> tuple[NDArray[np.intp], Floats, tuple]:
    """Return the place of the reference, what is gained, and where that cannot be said."""
    _, reference = extremes(groups)
    empty = (~(at_place(groups.present, reference) > 0), Reason.END_EMPTY, True)
    gain = groups.sign * (at_place(groups.y, reference) - groups.mean)
    return reference, np.maximum(gain, 0), empty


def _is(groups: Groups, reference: NDArray[np.intp]) -> NDArray[np.bool_]:
    return np.arange(len(groups.names)) == reference[..., None]


def _moves(groups: Groups, parts: Floats) -> Floats:
    """Standard error of a sum of the groups' figures."""
    return np.sqrt((parts**2 * groups.e**2).sum(axis=-1))


def _walter(groups: Groups, reference: NDArray[np.intp]) -> Floats:
    """Walter's error of the fraction: a, b cases and others elsewhere, c, d in the reference."""
    people = np.where(groups.present, groups.size, 0.0)
    cases = people * groups.y / groups.per
    c = at_place(cases, reference)
    d = at_place(people, reference) - c
    a = cases.sum(axis=-1) - c
    everybody = people.sum(axis=-1)
    b = everybody - a - c - d
    with np.errstate(invalid="ignore", divide="ignore"):
        top = c * everybody * (a * d * (everybody - c) + b * c**2)
        return np.sqrt(top / ((a + c) ** 3 * (c + d) ** 3))
