"""Own gap: absolute and relative side by side, which may disagree, and every other measure said."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from helpers.voices.measures.comparisons import rate_difference, risk_difference
from helpers.voices.measures.concentration import concentration_index
from helpers.voices.measures.gaps import difference, disparity_index, mean_difference, ratio
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.impact import attributable_fraction, attributable_risk
from helpers.voices.measures.many import Comparisons, many
from helpers.voices.measures.measured import Measured, deviations, measured
from helpers.voices.measures.slope import slope_index
from helpers.voices.measures.spread import (
    between_group_deviation,
    mean_log_deviation,
    theil,
    variation,
)
from helpers.voices.measures.unequal import Inequality, at_place, extremes
from helpers.voices.words import figure, texts

ENOUGH_FOR_LINE = 3  # groups: through two, a line says no more than their difference


@dataclass(frozen=True)
class Change:
    """
    How a gap moved from one stretch to another.

    Attributes
    ----------
    absolute, relative : tuple of float
        The gap before and after, larger meaning more unequal.
    sure : tuple of bool
        For each, whether the change is more than chance alone would show.
    """

    absolute: tuple[float, float]
    relative: tuple[float, float]
    sure: tuple[bool, bool]

    @property
    def disagree(self) -> bool:
        """Whether one gap grew and the other shrank."""
        moves = [after - before for before, after in (self.absolute, self.relative)]
        return bool(moves[0] * moves[1] < 0)


def change(two: Groups) -> Change | None:
    """
    Return how the gap moved from the first to the second of two stretches; None if unknown.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> moved = change(of_counts(["poorer", "richer"], [[30, 50], [50, 74]], [[100, 100]] * 2, good="high"))
    >>> [round(gap) for gap in moved.absolute], moved.disagree
    ([20, 24], True)
    """
    gap, times = difference(two), ratio(two)
    ends = [float(end) for end in (*gap.value, *times.value)]
    if not all(math.isfinite(end) for end in ends):
        return None
    with np.errstate(all="ignore"):
        sure = (_moved(gap.value, gap.upper - gap.lower), _moved(*_logs(times)))
    return Change((ends[0], ends[1]), (ends[2], ends[3]), sure)


def _logs(times: Measured) -> tuple[np.ndarray, np.ndarray]:
    return np.log(times.value), np.log(times.upper) - np.log(times.lower)


def _moved(values: np.ndarray, widths: np.ndarray) -> bool:
    """Say whether two values differ by more than the widths of their intervals allow."""
    reach = float(np.hypot(*(widths / 2)))
    return bool(abs(values[1] - values[0]) > reach)


def say_change(moved: Change, early: str, late: str, unit: str) -> str:
    """Say how both gaps moved, and whether they agree."""
    said = texts()["how_unequal"]["change"]
    parts = [
        said[_way(ends)].format(
            kind=said[kind], before=figure(ends[0]), after=figure(ends[1]),
            unit=unit if kind == "absolute" else "",
        ) + ("" if sure else f" {said['unsure']}")
        for kind, ends, sure in zip(
            ("absolute", "relative"), (moved.absolute, moved.relative), moved.sure, strict=True
        )
    ]  # fmt: skip
    key = "agree" if not moved.disagree else "disagree" if all(moved.sure) else "unclear"
    return " ".join([said["from_to"].format(early=early, late=late), *parts, said[key]])


def _way(ends: tuple[float, float]) -> str:
    return "same" if ends[0] == ends[1] else "grew" if ends[1] > ends[0] else "shrank"


def other_side(groups: Groups) -> tuple[float, float] | None:
    """
    Return the ratio as it is counted, and counted from those who are not: both are larger than 1.

    None where figures are not shares of people, or one of the two groups has none or all.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> two = of_counts(["poorer", "richer"], [80, 90], [100, 100], good="high")
    >>> [round(times, 2) for times in other_side(two)]
    [1.12, 2.0]
    """
    if not groups.bounded:
        return None
    worse, better = (float(at_place(groups.y, end) / groups.per) for end in extremes(groups))
    if not (0 < worse < 1 and 0 < better < 1) or worse == better:
        return None
    one, other = better / worse, (1 - worse) / (1 - better)
    return (max(one, 1 / one), max(other, 1 / other))


def against(groups: Groups) -> tuple[int, Measured, Comparisons]:
    """
    Hold every group against one; return which, each difference, and what survives so many.

    That one is the reference, the least deprived where there is an order, otherwise the best.
    """
    at = int(extremes(groups)[1])
    others = np.arange(len(groups.names)) != at
    if groups.events is not None:
        compare = risk_difference if groups.bounded else rate_difference
        found = compare(
            groups.events[others], groups.size[others], groups.events[at], groups.size[at],
            per=groups.per,
        )  # fmt: skip
    else:
        gap = groups.value[others] - groups.value[at]
        error = np.hypot(groups.e[others], groups.e[at]) * deviations(0.95)
        found = measured(gap, gap - error, gap + error, 0.95)
    return at, found, many(found)


def lines(groups: Groups) -> bool:
    """Say whether a line through the groups says something."""
    return groups.ordered and int(groups.present.sum()) >= ENOUGH_FOR_LINE


def all_measures(groups: Groups) -> Iterator[tuple[str, Inequality]]:
    """Yield every measure that fits these groups, with its key in words.toml."""
    yield "difference", difference(groups)
    yield "ratio", ratio(groups)
    if lines(groups):
        line = slope_index(groups)
        yield "slope", line.absolute
        yield "relative_slope", line.relative
        yield "concentration", concentration_index(groups)
    for name, measure in _UNORDERED.items():
        yield name, measure(groups)


_UNORDERED: dict[str, Callable[[Groups], Inequality]] = {
    "from_best": lambda groups: mean_difference(groups, "best"),
    "from_mean": lambda groups: mean_difference(groups, "mean"),
    "disparity": disparity_index,
    "gain": attributable_risk,
    "gain_share": attributable_fraction,
    "deviation": between_group_deviation,
    "variation": variation,
    "theil": theil,
    "log_deviation": mean_log_deviation,
}
