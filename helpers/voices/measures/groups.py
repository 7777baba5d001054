"""Groups: one figure for each group of people, in one area or in many, ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.intake import Problem
from helpers.voices.measures.checks import checked_counts, no_negative, place
from helpers.voices.measures.intervals import proportion, rate, standard_error
from helpers.voices.measures.measured import Floats
from helpers.voices.measures.names import checked_names, no_total, one_for_each, place_of

Good = Literal["high", "low"]


@dataclass(frozen=True)
class Groups:
    """
    Figures to compare; areas come first, groups along the last axis.

    Attributes
    ----------
    names : tuple of str
        In order, the most deprived first, where there is an order.
    value : float array (..., groups)
        NaN for a group without a figure: it is left out of a measure, and counted.
    size : float array (..., groups)
        People in each group.
    error : float array (..., groups) or None
        Standard error of each value; without it most measures have no interval.
    good : {"high", "low"}
        Which way is better.
    ordered : bool
        Whether the groups have an order, such as fifths of deprivation.
    per : float
        The most a share can be (1, 100, 1,000 people); of a rate, its unit.
    bounded : bool
        Whether a value is a share of people, so at most `per`.
    reference : int or None
        The place of the group that others are compared with, instead of the best-off one.
    what : str
        What is counted, for the sentences: "people waiting", "falls".
    events : float array (..., groups) or None
        The counts that the values come from, if they do.
    """

    names: tuple[str, ...]
    value: Floats
    size: Floats
    error: Floats | None
    good: Good
    ordered: bool = True
    per: float = 1
    bounded: bool = False
    reference: int | None = None
    what: str = ""
    events: Floats | None = None

    @property
    def sign(self) -> int:
        """1 where high is good, -1 where low is: it makes larger mean more unequal."""
        return 1 if self.good == "high" else -1

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """Which groups have a figure and somebody in them."""
        return np.isfinite(self.value) & (self.size > 0)

    @cached_property
    def left_out(self) -> NDArray[np.int64]:
        """How many groups of each area are not in its measures."""
        return np.asarray((~self.present).sum(axis=-1))

    @cached_property
    def share(self) -> Floats:
        """Share of all people in each group; 0 for one that is left out."""
        size = np.where(self.present, self.size, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            return size / size.sum(axis=-1, keepdims=True)

    @cached_property
    def y(self) -> Floats:
        """The values, 0 for a group that is left out (it weighs nothing)."""
        return np.where(self.present, self.value, 0.0)

    @cached_property
    def e(self) -> Floats:
        """The standard errors, 0 for a group that is left out; NaN where none are known."""
        if self.error is None:
            return np.where(self.present, np.nan, 0.0)
        return np.where(self.present, self.error, 0.0)

    @cached_property
    def mean(self) -> Floats:
        """The mean of all people, an area each."""
        return np.asarray((self.share * self.y).sum(axis=-1))

    @cached_property
    def rank(self) -> Floats:
        """Each group's middle on the way from the most deprived (0) to the least (1): its ridit."""
        return np.cumsum(self.share, axis=-1) - self.share / 2

    def need_order(self) -> None:
        """Refuse a measure that follows an order where there is none."""
        if not self.ordered:
            raise Problem(
                "These groups have no order. Choose a measure that needs none, such as Theil's."
            )


def of_counts(
    names: Sequence[object],
    events: ArrayLike,
    people: ArrayLike,
    *,
    good: Good,
    ordered: bool = True,
    per: float = 100,
    repeated: bool = False,
    reference: object = None,
    what: str = "",
) -> Groups:
    """
    Groups from events and people.

    Parameters
    ----------
    names : sequence
        One for each group, most deprived first where `ordered`.
    events, people : arrays (..., groups)
    per : float
        "Out of 100 people" by default.
    repeated : bool
        Whether one person can have several events: then it is a rate, not a share.

    Raises
    ------
    Problem
        If names repeat, hold a total or run the wrong way; if a figure is negative, a count is not
        whole, or there are more events than people.

    Examples
    --------
    >>> of_counts(["poorer", "richer"], [30, 0], [100, 40], good="low").value.tolist()
    [30.0, 0.0]
    >>> of_counts(["A", "B"], [0.3, 0.2], [100, 40], good="low")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: A: 0.3 is not a count. Give whole numbers of events, or use of_values for shares and rates.
    """
    named = checked_names(names, ordered=ordered)
    x, n = checked_counts(events, people, whole="" if repeated else "people", names=named)
    parts = np.isfinite(x) & (x != np.round(x))
    if parts.any():
        index, where = place(parts, named)
        raise Problem(
            f"{where}: {x[index]:g} is not a count."
            " Give whole numbers of events, or use of_values for shares and rates."
        )
    one_for_each(named, x)
    no_total(named, x, n)
    found = (rate if repeated else proportion)(x, n, per=per)
    return Groups(
        named, found.value, n, standard_error(found), good, ordered, per, not repeated,
        place_of(named, reference), what, x,
    )  # fmt: skip


def of_values(
    names: Sequence[object],
    value: ArrayLike,
    size: ArrayLike,
    error: ArrayLike | None = None,
    *,
    good: Good,
    ordered: bool = True,
    share_of: float | None = None,
    reference: object = None,
    what: str = "",
) -> Groups:
    """
    Groups from figures that are worked out already, such as standardised rates or mean scores.

    Parameters
    ----------
    value, size : arrays (..., groups)
        The figures, and the people in each group.
    error : array (..., groups), optional
        Standard errors, in the unit of the values.
    share_of : float, optional
        100 if the values are percentages, 1 if they are shares: the kit never guesses.

    Raises
    ------
    Problem
        If names repeat, hold a total or run the wrong way, or a percentage is not one.

    Examples
    --------
    >>> of_values(["A", "B"], [30, 45], [10, 10], good="low", share_of=1)
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: A: 30 is more than 1. If these are percentages, say share_of=100.
    """
    named = checked_names(names, ordered=ordered)
    figures, people = np.broadcast_arrays(np.asarray(value, float), np.asarray(size, float))
    no_negative("people", people, named)
    one_for_each(named, figures)
    if share_of is not None:
        no_negative("as a share", figures, named)
        if (figures > share_of).any():
            index, where = place(figures > share_of, named)
            hint = "If these are percentages, say share_of=100." if share_of == 1 else "Correct it."
            raise Problem(f"{where}: {figures[index]:g} is more than {share_of:g}. {hint}")
    spread = None if error is None else np.broadcast_to(np.asarray(error, float), figures.shape)
    if spread is not None:
        no_negative("as a standard error", spread, named)
    return Groups(
        named, figures, people, spread, good, ordered, share_of or 1, share_of is not None,
        place_of(named, reference), what,
    )  # fmt: skip
