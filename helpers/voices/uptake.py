"""Uptake: who gets something new first, and how wide the gap is on the way.

A teaching model, not a forecast. Each group follows one S-shaped curve; those served worst start
late on it. A month of effort moves any group one month along its curve, and every policy spends the
same effort in all by any month, so that only the order of effort differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Policy = Literal["universal", "targeted", "proportionate", "least_first"]

POLICIES: tuple[Policy, ...] = ("universal", "targeted", "proportionate", "least_first")
GROUPS = 5  # fifths, from the best served to the least served, each with as many people
MONTHS = 36
FROM_TENTH_TO_NINE = 2 * log(9)  # of a logistic curve, between 10% and 90%
TARGETED = 0.5  # of all effort, for the least served group alone: a choice of this model


@dataclass(frozen=True)
class Uptake:
    """
    How many are reached, month by month.

    Attributes
    ----------
    policy : str
    coverage : float array, one row a month from 0, one column a group
        Shares reached; the best served group comes first.
    effort : float array of the same shape
        Months of effort spent on each group so far, where one is a group's even share of a month.
    """

    policy: Policy
    coverage: Floats
    effort: Floats

    @property
    def average(self) -> Floats:
        """The share of all people reached, by month."""
        return self.coverage.mean(axis=1)

    @property
    def gap(self) -> Floats:
        """The gap between the group reached most and the group reached least, by month."""
        return self.coverage.max(axis=1) - self.coverage.min(axis=1)

    @property
    def widest(self) -> int:
        """The month in which the gap is widest; of several, the first."""
        return int(self.gap.argmax())

    @property
    def behind(self) -> int:
        """The group reached least when the gap is widest, from 0."""
        return int(self.coverage[self.widest].argmin())

    @property
    def gap_months(self) -> float:
        """The gap summed over the months: 1 is everybody in one group and nobody in another for a month."""
        return float(np.trapezoid(self.gap))

    def risen(self, month: int, over: int = 6) -> float:
        """Return how far the average rose in the months before one month."""
        return float(self.average[month] - self.average[max(month - over, 0)])


def midpoints(first: float, lag: float, groups: int = GROUPS) -> Floats:
    """
    Return the month in which each group is half reached, where all get the same effort.

    Parameters
    ----------
    first : float
        Month of the best served group.
    lag : float
        Months by which the least served group is later. An assumption of this kit.

    Examples
    --------
    >>> midpoints(10, 12).tolist()
    [10.0, 13.0, 16.0, 19.0, 22.0]
    """
    return first + lag * np.arange(groups) / (groups - 1)


def spread(
    policy: Policy,
    *,
    first: float = 10,
    lag: float = 12,
    span: float = 14,
    cost: float = 1,
    months: int = MONTHS,
) -> Uptake:
    """
    Let something new spread under one policy.

    Parameters
    ----------
    policy : str
        "universal": the same effort for every group. "targeted": half of all effort for the least
        served group alone. "proportionate": effort in proportion to what a group needs to be half
        reached. "least_first": all effort for the group furthest behind, until it has caught up.
    first, lag : float
        Months, as for `midpoints`.
    span : float
        Months from 10% to 90% reached, with an even share of the effort.
    cost : float
        How many times the effort each step takes for the least served group, against the best
        served; the groups between lie evenly between.
    months : int
        How long to watch.

    Returns
    -------
    Uptake

    Notes
    -----
    Coverage is logistic in the effort a group has had: after `E` months of it, at a cost of `k`, a
    group whose midpoint is `m` has reached ``1 / (1 + exp(-r (E / k - m)))``, ``r = 2 log(9) / span``.
    With the same effort for all and a cost of 1, the gap between two groups is then widest midway
    between their midpoints, and is ``tanh(r × lag / 4)`` there. That the better off come first is
    the inverse equity hypothesis (Victora and others, Lancet 2000); the lag, the cost and the shape
    are this kit's own.

    Examples
    --------
    >>> universal = spread("universal")
    >>> universal.widest, round(float(universal.gap.max()), 2)
    (16, 0.74)
    """
    middle, costs = midpoints(first, lag), np.linspace(1, cost, GROUPS)
    effort = _effort(policy, np.arange(months + 1.0), middle, costs)
    rate = FROM_TENTH_TO_NINE / span
    return Uptake(policy, _logistic(rate * (effort / costs - middle)), effort)


def _effort(policy: Policy, time: Floats, middle: Floats, costs: Floats) -> Floats:
    """Return effort so far by month and group; it averages the time that has passed."""
    if policy == "least_first":
        return costs * np.maximum(0, _level(time, middle, costs)[:, None] + middle)
    return time[:, None] * _weights(policy, middle * costs)


def _weights(policy: Policy, need: Floats) -> Floats:
    groups = len(need)
    if policy == "universal":
        return np.ones(groups)
    if policy == "proportionate":
        return need / need.mean()
    rest = np.full(groups, (1 - TARGETED) * groups / (groups - 1))
    return np.append(rest[:-1], TARGETED * groups)


def _level(time: Floats, middle: Floats, costs: Floats) -> Floats:
    """Return how far the groups that get effort are along their curves: water poured into steps."""
    order = np.argsort(-middle, kind="stable")  # the group furthest behind first
    steps, widths = -middle[order], np.cumsum(costs[order])
    until = np.append(np.cumsum(np.diff(steps) * widths[:-1]), np.inf)
    poured = time * len(middle)
    filled = np.searchsorted(until, poured, side="right")  # the last group under the water
    return (poured + np.cumsum(steps * costs[order])[filled]) / widths[filled]


def _logistic(along: Floats) -> Floats:
    return 0.5 * (1 + np.tanh(along / 2))
