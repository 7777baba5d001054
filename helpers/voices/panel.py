"""A panel beside the people it decides for: shares, what chance allows, and what one seat changes.

Only totals that were published, or that people declared themselves, belong in here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from helpers.intake import Problem
from helpers.voices.measures.comparisons import risk_ratio
from helpers.voices.measures.intervals import proportion
from helpers.voices.measures.measured import Measured

SMALL = 20  # people, below which one seat moves a share by more than five points
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Body:
    """How many people of one group are among all people of one body, such as a board."""

    name: str
    count: int
    total: int

    @property
    def share(self) -> float:
        """The share of the group, between 0 and 1."""
        return self.count / self.total

    @property
    def step(self) -> float:
        """By how much the share moves when one seat changes."""
        return 1 / self.total

    @property
    def small(self) -> bool:
        """Whether the body is so small that its share says little."""
        return self.total < SMALL

    @property
    def limits(self) -> tuple[float, float]:
        """Wilson's 95% limits of the share."""
        found = proportion(self.count, self.total)
        return float(found.lower), float(found.upper)


def body(name: str, count: float | None, total: float | None) -> Body:
    """
    Return a body of checked counts.

    Raises
    ------
    Problem
        If a count is missing, below zero or not whole, as a percentage would be, or above the total.

    Examples
    --------
    >>> low, high = body("The board", 1, 9).limits
    >>> round(low, 2), round(high, 2)
    (0.02, 0.43)
    """
    numbers = []
    for number in (count, total):
        if number is None:
            raise Problem(f"{name}: type both numbers, or leave both empty.")
        if number != int(number):
            raise Problem(
                f"{name}: {number:g} is no whole number of people. "
                "Type how many people, and not a percentage."
            )
        if number < 0:
            raise Problem(f"{name}: {number:g} people cannot be. Type 0 or more.")
        numbers.append(int(number))
    if numbers[1] == 0:
        raise Problem(f"{name}: of 0 people there is no share. Type how many there are in all.")
    if numbers[0] > numbers[1]:
        raise Problem(
            f"{name}: {numbers[0]:,} are more than {numbers[1]:,} in all. Change the two round?"
        )
    return Body(name, *numbers)


@dataclass(frozen=True)
class Beside:
    """
    A body beside those it decides for.

    Attributes
    ----------
    expected : float
        Seats the group would hold if all were drawn by lot.
    by_lot : float
        The chance of as few seats as it holds, or fewer, by lot; of as many or more where it
        holds more than expected.
    ratio : Measured
        The share here over the share there, with a 95% interval.
    """

    here: Body
    there: Body
    expected: float
    by_lot: float
    ratio: Measured

    @property
    def fewer(self) -> bool:
        """Whether the group holds fewer seats than expected."""
        return self.here.count < self.expected


def beside(here: Body, there: Body) -> Beside:
    """
    Lay a body beside the people it decides for.

    Notes
    -----
    The chance is binomial: seats drawn by lot from very many people. The interval of the ratio is
    that of `risk_ratio`, which takes the two as separate people; where one is part of the other it
    is a little too wide.

    Examples
    --------
    >>> found = beside(body("Board", 1, 9), body("Area", 24_000, 100_000))
    >>> round(found.expected, 2), round(found.by_lot, 2)
    (2.16, 0.33)
    """
    from scipy.special import bdtr, bdtrc

    expected = here.total * there.share
    if here.count < expected:
        chance = bdtr(here.count, here.total, there.share)
    else:
        chance = 1.0 if here.count == 0 else bdtrc(here.count - 1, here.total, there.share)
    ratio = risk_ratio(here.count, here.total, there.count, there.total)
    return Beside(here, there, expected, float(chance), ratio)


def likelihood(chosen: Body, others: Body) -> Measured:
    """
    How many times as likely people of one group were to be appointed as those of another.

    Parameters
    ----------
    chosen, others : Body
        Appointed, out of shortlisted, for each group.

    Notes
    -----
    The relative likelihood of the NHS Workforce Race Equality Standard, where 1 is no difference;
    with the interval that the published figure lacks.

    Examples
    --------
    >>> found = likelihood(body("White", 154, 1000), body("Others", 100, 1000))
    >>> round(float(found.value), 2), round(float(found.lower), 2), round(float(found.upper), 2)
    (1.54, 1.22, 1.95)
    """
    return risk_ratio(chosen.count, chosen.total, others.count, others.total)
