"""Mixes: a programme made up of two groups, to turn size and change and see the average move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from helpers.intake import Problem
from helpers.voices.average import Counted, Hidden, Outcome, Way, look_behind

STARTS = (52.0, 44.0)  # per cent reached before, in the larger and the smaller group: invented


@dataclass(frozen=True)
class Mix:
    """
    Two groups of a programme and what happened to each.

    Attributes
    ----------
    people : int
        In both groups together.
    smaller : float
        How many of each 100 are in the smaller group, 1 to 50.
    larger_change, smaller_change : float
        Percentage points.
    """

    people: int = 50_000
    smaller: float = 20
    larger_change: float = 19.75
    smaller_change: float = -2


SCENARIO = Mix()  # IHI's scenario as told: an 80 to 20 mix that gives +15.4 points overall


def counted(mix: Mix) -> tuple[Counted, Counted]:
    """
    Return the larger and the smaller group as counts of whole people.

    Raises
    ------
    Problem
        If a share would fall outside 0 to 100 per cent, or a group would be empty.

    Examples
    --------
    >>> counted(SCENARIO)[1]
    Counted(before=4400, people_before=10000, after=4200, people_after=10000)
    """
    few = round(mix.people * mix.smaller / 100)
    sizes, changes = (mix.people - few, few), (mix.larger_change, mix.smaller_change)
    if min(sizes) < 1:
        raise Problem("One group is empty. Choose more people, or a larger small group.")
    if not all(0 <= start + change <= 100 for start, change in zip(STARTS, changes, strict=True)):
        raise Problem("A group cannot go below 0% or above 100%. Choose a smaller change.")
    larger, smaller = (
        Counted(round(n * start / 100), n, round(n * (start + change) / 100), n)
        for n, start, change in zip(sizes, STARTS, changes, strict=True)
    )
    return larger, smaller


def mixed(mix: Mix) -> Hidden:
    """
    Say what the average of a mix hides.

    Examples
    --------
    >>> found = mixed(SCENARIO)
    >>> round(100 * float(found.whole.change.value), 2), found.rises_while_one_falls
    (15.4, True)
    """
    return look_behind(*counted(mix))


def _both(found: Hidden, way: Way) -> bool:
    return found.ways == (way, way)


TO_FIND: Mapping[str, Callable[[Hidden], bool]] = {
    "gains_and_widens": lambda seen: _both(seen, Way.ROSE) and seen.outcome is Outcome.WIDENS,
    "gains_and_narrows": lambda seen: _both(seen, Way.ROSE) and seen.outcome is Outcome.NARROWS,
    "levelled_down": lambda seen: seen.levelled_down,
    "turned": lambda seen: seen.turned,
}
