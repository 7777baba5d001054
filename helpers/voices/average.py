"""Average: what a rise of the whole hides, in two groups of unlike size.

Three outcomes for a gap while the whole gets better: it stays, narrows or widens (Hirschhorn,
Magge and Kiflie, BMJ 2021). A fourth is honest: the counts are too small to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, isnan

from helpers.voices.measures.comparisons import risk_difference
from helpers.voices.measures.measured import Measured

ALIKE = 0.03  # a gap that certainly changed by less than three points in a hundred has stayed


class Outcome(StrEnum):
    """What became of the gap between two groups."""

    STAYS = "stays"
    NARROWS = "narrows"
    WIDENS = "widens"
    CANNOT_TELL = "cannot_tell"


class Way(StrEnum):
    """Which way a share went, as far as its interval tells."""

    ROSE = "rose"
    FELL = "fell"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Counted:
    """
    One group, counted twice.

    Attributes
    ----------
    before, after : float
        People with a good result.
    people_before, people_after : float
        People in the group.
    """

    before: float
    people_before: float
    after: float
    people_after: float

    def __add__(self, other: Counted) -> Counted:
        """Return both groups as one."""
        return Counted(
            self.before + other.before,
            self.people_before + other.people_before,
            self.after + other.after,
            self.people_after + other.people_after,
        )

    @property
    def shares(self) -> tuple[float, float]:
        """The share before and after, between 0 and 1; NaN where nobody is in the group."""
        pairs = ((self.before, self.people_before), (self.after, self.people_after))
        first, second = (events / people if people else float("nan") for events, people in pairs)
        return first, second

    @property
    def change(self) -> Measured:
        """The share after less the share before (Newcombe's method 10)."""
        return risk_difference(self.after, self.people_after, self.before, self.people_before)

    @property
    def way(self) -> Way:
        """Whether the share rose or fell by more than chance explains."""
        change = self.change
        return Way.ROSE if change.lower > 0 else Way.FELL if change.upper < 0 else Way.UNSURE


@dataclass(frozen=True)
class Hidden:
    """
    What a change of the whole hides.

    Attributes
    ----------
    first, other, whole : Counted
        The two groups, and both as one.
    gap_before, gap_after : float
        Share in the first group less that in the other; NaN where a group is empty.
    growth, lower, upper : float
        By how much the size of the gap has grown, with its interval; below 0 it has shrunk.
    outcome : Outcome
    turned : bool
        Whether the group that was clearly ahead is now clearly behind.
    levelled_down : bool
        Whether the gap is smaller because the group ahead fell, and the other did not rise.
    """

    first: Counted
    other: Counted
    whole: Counted
    gap_before: float
    gap_after: float
    growth: float
    lower: float
    upper: float
    outcome: Outcome
    turned: bool
    levelled_down: bool

    @property
    def ways(self) -> tuple[Way, Way]:
        """Which way each group went."""
        return self.first.way, self.other.way

    @property
    def rises_while_one_falls(self) -> bool:
        """Whether the whole clearly rose while a group clearly fell."""
        return self.whole.way is Way.ROSE and Way.FELL in self.ways


def look_behind(first: Counted, other: Counted, *, alike: float = ALIKE) -> Hidden:
    """
    Say what became of the gap between two groups, as far as chance lets one tell.

    Parameters
    ----------
    first, other : Counted
        Two groups of different people, counted before and after.
    alike : float
        A change of the gap that would not matter, as a share.

    Raises
    ------
    Problem
        If a count is negative, or more people have a good result than are in the group.

    Notes
    -----
    The interval of each gap is Newcombe's (1998, method 10); the sizes of both gaps are taken
    apart by the same rule (MOVER: Zou and Donner 2008). A gap whose interval holds 0 may have
    either sign, so its size is at least 0. People before and after count as different people.

    Examples
    --------
    >>> most, few = Counted(20_800, 40_000, 28_700, 40_000), Counted(4_400, 10_000, 4_200, 10_000)
    >>> found = look_behind(most, few)
    >>> found.outcome.value, round(float(found.whole.change.value), 3), round(found.growth, 4)
    ('widens', 0.154, 0.2175)
    >>> look_behind(Counted(5, 10, 7, 10), Counted(4, 10, 4, 10)).outcome.value
    'cannot_tell'
    """
    before = _gap(first.before, first.people_before, other.before, other.people_before)
    after = _gap(first.after, first.people_after, other.after, other.people_after)
    growth, lower, upper = _apart(_size(after), _size(before))
    outcome = _outcome(lower, upper, alike)
    ahead, behind = (first, other) if before[0] >= 0 else (other, first)
    return Hidden(
        first, other, first + other, before[0], after[0], growth, lower, upper, outcome,
        turned=_is_turned(before, after),
        levelled_down=outcome is Outcome.NARROWS
        and ahead.way is Way.FELL
        and behind.way is not Way.ROSE,
    )  # fmt: skip


def _gap(*counts: float) -> tuple[float, float, float]:
    gap = risk_difference(*counts)
    return float(gap.value), float(gap.lower), float(gap.upper)


def _size(gap: tuple[float, float, float]) -> tuple[float, float, float]:
    """Return how large a gap is, whoever is ahead, with its interval."""
    value, lower, upper = gap
    if lower <= 0 <= upper:
        return abs(value), 0.0, max(-lower, upper)
    small, large = sorted((abs(lower), abs(upper)))
    return abs(value), small, large


def _apart(new: tuple[float, float, float], old: tuple[float, float, float]):
    (a, a_low, a_high), (b, b_low, b_high) = new, old
    apart = a - b
    return apart, apart - hypot(a - a_low, b_high - b), apart + hypot(a_high - a, b - b_low)


def _outcome(lower: float, upper: float, alike: float) -> Outcome:
    if isnan(lower + upper):
        return Outcome.CANNOT_TELL
    if -alike <= lower and upper <= alike:
        return Outcome.STAYS
    return Outcome.WIDENS if lower > 0 else Outcome.NARROWS if upper < 0 else Outcome.CANNOT_TELL


def _is_turned(before: tuple[float, float, float], after: tuple[float, float, float]) -> bool:
    return (before[1] > 0 and after[2] < 0) or (before[2] < 0 and after[1] > 0)
