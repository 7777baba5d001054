"""Inequality: one number that says how unequal groups are, larger always meaning more unequal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import (
    Floats,
    Measured,
    Reason,
    deviations,
    measured,
    share_of,
)
from helpers.voices.measures.sentences import PAIRED, Told, tell


@dataclass(frozen=True)
class Inequality(Measured):
    """
    A measure of inequality in each area.

    Below zero (or below 1 for a ratio) the gap runs the other way: the groups that are usually
    better off are the worse ones here. A sentence always names them.

    Attributes
    ----------
    measure : str
        Its key in words.toml.
    groups : Groups
    worse, better : int array
        The places of the two groups that are compared, or of the worst and the best one.
    """

    measure: str = ""
    groups: Groups = None  # type: ignore[assignment]
    worse: NDArray[np.intp] = None  # type: ignore[assignment]
    better: NDArray[np.intp] = None  # type: ignore[assignment]

    @property
    def left_out(self) -> NDArray[np.int64]:
        """How many groups of each area are not shown in the measure."""
        return self.groups.left_out

    def sentence(self, at: int | tuple[int, ...] = ()) -> str:
        """Say one area's number in plain English, naming the group that is worse off."""
        groups = self.groups
        return tell(
            Told(
                self.measure,
                float(self.value[at]),
                float(self.lower[at]),
                float(self.upper[at]),
                self.equal,
                groups.names[int(self.worse[at])],
                groups.names[int(self.better[at])],
                low_is_good=groups.good == "low",
                per=groups.per,
                bounded=groups.bounded,
                what=groups.what,
                why=self.why(at),
                left_out=int(self.left_out[at]),
                ordered=groups.ordered and groups.reference is None,
            )
        )


def extremes(groups: Groups) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """
    Return the places of the two groups to compare in each area: first the worse one.

    Most against least deprived where there is an order; otherwise the worst against the best, or
    against the reference.
    """
    areas = groups.value.shape[:-1]
    if groups.ordered and groups.reference is None:
        last = len(groups.names) - 1
        return np.zeros(areas, np.intp), np.full(areas, last, np.intp)
    if groups.reference is not None:
        return _worst(groups), np.full(areas, groups.reference, np.intp)
    return _worst(groups), best(groups)


def _worst(groups: Groups) -> NDArray[np.intp]:
    good = np.where(groups.present, groups.sign * groups.y, np.inf)
    return np.asarray(good.argmin(axis=-1))


def best(groups: Groups) -> NDArray[np.intp]:
    """Return the place of the group that does best in each area."""
    good = np.where(groups.present, groups.sign * groups.y, -np.inf)
    return np.asarray(good.argmax(axis=-1))


def at_place(figures: ArrayLike | None, place: NDArray[np.intp]) -> Floats:
    """Pick one group's figure in each area."""
    return np.take_along_axis(np.asarray(figures), place[..., None], axis=-1)[..., 0]


def unequal(
    measure: str,
    groups: Groups,
    value: Floats,
    ends: tuple[ArrayLike, ArrayLike],
    confidence: float,
    *blanks: tuple[ArrayLike, Reason, bool],
    equal: float = 0,
    floor: float | None = None,
) -> Inequality:
    """Build a measure from its value and interval; two groups with a figure are needed."""
    lower, upper = (np.asarray(end, float) for end in ends)
    if floor is not None:
        lower = np.maximum(lower, floor)
    few = (groups.present.sum(axis=-1) < 2, Reason.ONE_GROUP, True)
    open_ended = (np.isnan(lower) | np.isnan(upper), Reason.NO_SPREAD_KNOWN, False)
    found = measured(value, lower, upper, share_of(confidence), few, *blanks, open_ended)
    worse, better = extremes(groups)
    if not measure.startswith(PAIRED):
        worse = _worst(groups)
    return Inequality(
        found.value, found.lower, found.upper, found.reason, found.confidence, equal,
        measure, groups, worse, better,
    )  # fmt: skip


def around(value: Floats, error: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Return the ends of a normal interval."""
    reach = deviations(confidence) * error
    with np.errstate(invalid="ignore"):
        return value - reach, value + reach
