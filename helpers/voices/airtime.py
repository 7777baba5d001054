"""Airtime: who spoke, for how long, in how many turns, and how evenly. Never how well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from helpers.intake import Problem

EARLY = 300.0  # seconds: the first five minutes
SMALL = 5  # people; with fewer, one turn more or less moves the evenness a lot


@dataclass(frozen=True)
class Speaker:
    """
    One person's airtime.

    Attributes
    ----------
    person, role : str
        A letter or a role; the role may be empty.
    seconds, longest : float
        In all, and in the longest turn.
    share : float
        Of the seconds of all speakers, 0 to 1.
    turns : int
    first : float or None
        When the first turn began, in seconds after the first word; None for who never spoke.
    early : float
        Seconds in the first five minutes.
    """

    person: str
    role: str
    seconds: float
    share: float
    turns: int
    longest: float
    first: float | None
    early: float


@dataclass(frozen=True)
class RoleTime:
    """The airtime of all people in one role: how many, their seconds, share and turns."""

    role: str
    people: int
    seconds: float
    share: float
    turns: int


@dataclass(frozen=True)
class Airtime:
    """
    The airtime of a meeting.

    Attributes
    ----------
    speakers : tuple of Speaker
        Who spoke longest first; those who never spoke at the end.
    length, silence, together, unnamed : float
        Seconds from the first word to the last; in which nobody spoke; in which more than one
        spoke (both count); and of speech where nobody is named.
    """

    speakers: tuple[Speaker, ...]
    length: float
    silence: float
    together: float
    unnamed: float

    @property
    def seconds(self) -> float:
        """Seconds of all speakers together; speech at once counts for each."""
        return sum(one.seconds for one in self.speakers)

    @property
    def gini(self) -> float | None:
        """The Gini coefficient of the seconds; None where it says nothing."""
        return gini([one.seconds for one in self.speakers])

    @property
    def ceiling(self) -> float:
        """The highest Gini coefficient that a group of this size can have: (n - 1) / n."""
        return 1 - 1 / len(self.speakers) if self.speakers else 0.0

    @property
    def is_small(self) -> bool:
        """Whether the group is so small that its evenness says little."""
        return len(self.speakers) < SMALL

    @property
    def half(self) -> int:
        """The fewest people who together had half of the time."""
        so_far = np.cumsum([one.share for one in self.speakers])
        return int(np.searchsorted(so_far, 0.5 - 1e-9)) + 1 if self.seconds else 0

    @property
    def early(self) -> tuple[Speaker, ...]:
        """Who spoke in the first five minutes, in the order in which they began."""
        began = (one for one in self.speakers if one.first is not None and one.early)
        return tuple(sorted(began, key=lambda one: one.first or 0.0))

    def by_role(self) -> tuple[RoleTime, ...]:
        """Return the airtime of each role, the longest first; people without a role are left out."""
        roles = dict.fromkeys(one.role for one in self.speakers if one.role)
        found = [_role(role, [s for s in self.speakers if s.role == role]) for role in roles]
        return tuple(sorted(found, key=lambda one: -one.seconds))


def _role(role: str, people: Sequence[Speaker]) -> RoleTime:
    seconds, share = (sum(getattr(one, what) for one in people) for what in ("seconds", "share"))
    return RoleTime(role, len(people), seconds, share, sum(one.turns for one in people))


def gini(amounts: ArrayLike) -> float | None:
    """
    Return the Gini coefficient: 0 where all have the same, (n - 1) / n where one has all.

    Parameters
    ----------
    amounts : array (people,)
        Zero for who had none.

    Returns
    -------
    float or None
        None for fewer than two people, or where nobody has any.

    Notes
    -----
    Half the mean absolute difference over the mean, not enlarged for small groups
    (Sen 1973, On Economic Inequality).

    Examples
    --------
    >>> gini([5, 5, 5, 5]), round(gini([40, 30, 10, 6, 5, 4, 3, 2]), 3)
    (0.0, 0.525)
    """
    ordered = np.sort(np.asarray(amounts, float))
    count = ordered.size
    if count < 2 or not ordered.sum():
        return None
    places = 2 * np.arange(1, count + 1) - count - 1
    return float(places @ ordered / (count * ordered.sum()))


def airtime(
    turns: pd.DataFrame,
    *,
    roles: Mapping[str, str] | None = None,
    present: Sequence[str] = (),
    length: float | None = None,
) -> Airtime:
    """
    Add up who spoke.

    Parameters
    ----------
    turns : DataFrame
        One row a turn: ``person`` (empty where nobody is named), ``start`` and ``end`` in seconds.
    roles : mapping of person to role
    present : sequence of str
        People who were there, also those who never spoke.
    length : float
        Seconds of the meeting; by default from the first word to the last.

    Raises
    ------
    Problem
        Nobody spoke.

    Examples
    --------
    >>> spoken = pd.DataFrame({"person": ["A", "B", "A"], "start": [0, 60, 90], "end": [60, 90, 120]})
    >>> found = airtime(spoken, present=["A", "B", "C"])
    >>> [(one.person, one.seconds, one.turns) for one in found.speakers]
    [('A', 90.0, 2), ('B', 30.0, 1), ('C', 0.0, 0)]
    """
    if turns.empty:
        raise Problem("Nobody has spoken yet. Tap a seat when its person speaks.")
    start = float(turns["start"].min())
    named = turns.assign(first=turns["start"] - start)[turns["person"] != ""]
    total = float((named["end"] - named["start"]).sum())
    people = dict.fromkeys([*named["person"], *present])
    found = [_speaker(name, (roles or {}).get(name, ""), named, total) for name in people]
    covered, together = overlap(turns)
    whole = max(length or 0.0, float(turns["end"].max()) - start)
    unnamed = turns[turns["person"] == ""]
    return Airtime(
        tuple(sorted(found, key=lambda one: -one.seconds)),
        whole,
        max(0.0, whole - covered),
        together,
        float((unnamed["end"] - unnamed["start"]).sum()),
    )


def _speaker(name: str, role: str, named: pd.DataFrame, total: float) -> Speaker:
    own = named[named["person"] == name]
    if own.empty:
        return Speaker(name, role, 0.0, 0.0, 0, 0.0, None, 0.0)
    lasted = own["end"] - own["start"]
    seconds = float(lasted.sum())
    early = (own["first"] + lasted).clip(upper=EARLY) - own["first"].clip(upper=EARLY)
    first, longest = float(own["first"].min()), float(lasted.max())
    share = seconds / total if total else 0.0
    return Speaker(name, role, seconds, share, len(own), longest, first, float(early.sum()))


def overlap(turns: pd.DataFrame) -> tuple[float, float]:
    """
    Return the seconds in which somebody spoke, and those in which more than one did.

    Examples
    --------
    >>> overlap(pd.DataFrame({"start": [0.0, 8.0], "end": [10.0, 12.0]}))
    (12.0, 2.0)
    """
    times = np.concatenate([turns["start"], turns["end"]])
    steps = np.repeat([1, -1], len(turns))
    order = np.argsort(times, kind="stable")
    speaking = np.cumsum(steps[order])[:-1]
    lasted = np.diff(times[order])
    return float(lasted[speaking > 0].sum()), float(lasted[speaking > 1].sum())
