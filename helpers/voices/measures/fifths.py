"""Quantile groups: fifths or tenths of areas, numbered from the most deprived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from helpers.intake import Problem
from helpers.voices.measures.measured import Floats, Reason
from helpers.voices.words import say, texts


@dataclass(frozen=True)
class QuantileGroups:
    """
    Which group each area is in.

    Attributes
    ----------
    number : float array
        1 for the most deprived group; NaN where there is none.
    count : int
        How many groups.
    reason : Reason
        Why there are none, if so.
    """

    number: Floats
    count: int
    reason: Reason = Reason.SHOWN

    @property
    def names(self) -> tuple[str, ...]:
        """The groups' names, the most deprived first: they say which end is which."""
        return group_names(self.count)

    @property
    def why(self) -> str:
        """Why no area has a group, in plain words."""
        return say("reasons", self.reason.name.lower()) if self.reason else ""


def group_names(count: int) -> tuple[str, ...]:
    """
    Name groups from the most to the least deprived.

    Examples
    --------
    >>> group_names(3)
    ('the most deprived third', 'third 2 of 3', 'the least deprived third')
    """
    one = texts()["quantiles"].get(str(count), texts()["quantiles"]["other"])
    between = (f"{one} {number} of {count}" for number in range(2, count))
    return (f"the most deprived {one}", *between, f"the least deprived {one}")


def quantile_groups(
    score: ArrayLike, count: int = 5, *, most_deprived: Literal["highest", "lowest"]
) -> QuantileGroups:
    """
    Divide areas into groups of equal number by a deprivation score.

    Parameters
    ----------
    score : array (areas,)
        NaN stays without a group. Areas with the same score are in the same group.
    most_deprived : {"highest", "lowest"}
        Which end of the score is deprived. English deprivation scores are highest, ranks and
        deciles lowest, where deprivation is greatest: so it must be said.

    Raises
    ------
    Problem
        If fewer than two groups are asked for, or the end is not said.

    Examples
    --------
    >>> quantile_groups([10, 20, 30, 40, 50], 5, most_deprived="highest").number.tolist()
    [5.0, 4.0, 3.0, 2.0, 1.0]
    """
    if count < 2 or most_deprived not in ("highest", "lowest"):
        raise Problem("Give two groups or more, and say whether highest or lowest is deprived.")
    figures = np.asarray(score, float)
    known = np.isfinite(figures)
    number = np.full(figures.shape, np.nan)
    if known.sum() < count:
        return QuantileGroups(number, count, Reason.TOO_FEW_FIGURES)
    sign = -1 if most_deprived == "highest" else 1
    order = np.sort(sign * figures[known])
    place = np.searchsorted(order, sign * figures[known])  # those that share a score share a place
    number[known] = place * count // known.sum() + 1
    return QuantileGroups(number, count)
