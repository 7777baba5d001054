"""Stretches: how long people sit before each break, as even as can be."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.voices.process_design.plan import Plan

# Minutes without a break: what we aim at, by pace, and what is never passed. Our suggestion.
AIM = {"screen": {"brisk": 60}, "room": {"brisk": 90}}
USUAL = {"screen": 55, "room": 75}
NEVER_OVER = {"screen": 60, "room": 90}
SHORT_BREAK, LONG_BREAK, MEAL = 10, 15, 45
UNHURRIED = 5  # minutes more for each
LONG_DAY = 300  # minutes from which one break is a meal
LEAST_TALK = 6  # minutes for one question
CALM_TALK = 15  # minutes in which one question is not rushed
MOST_STRETCHES = 12


@dataclass(frozen=True)
class Stretches:
    """
    The minutes between breaks.

    Attributes
    ----------
    talk : tuple of int
        Minutes for each question; opening and closing are not in them.
    breaks : tuple of int
        Minutes of the breaks between.
    """

    talk: tuple[int, ...]
    breaks: tuple[int, ...]


def stretches(plan: Plan, opening: int, closing: int) -> Stretches | None:
    """
    Share out what is left between opening and closing, with as few breaks as will do.

    Returns
    -------
    Stretches or None
        None where opening and closing leave no room to talk.

    Examples
    --------
    >>> stretches(Plan(kind="meeting", minutes=120), 15, 22)
    Stretches(talk=(40, 33), breaks=(10,))
    """
    where = "room" if plan.where == "room" else "screen"
    aim = AIM[where].get(plan.pace or "", USUAL[where])
    tried = (_tried(plan, opening, closing, count) for count in range(1, MOST_STRETCHES))
    found = [each for each in tried if each]
    for limit, least in ((aim, CALM_TALK), (NEVER_OVER[where], CALM_TALK), (NEVER_OVER[where], 0)):
        for each in found:
            if _longest(each, opening, closing) <= limit and min(each.talk) >= least:
                return each
    return None


def _tried(plan: Plan, opening: int, closing: int, count: int) -> Stretches | None:
    """Share it out among so many stretches; None where a question would get too little."""
    minutes = plan.minutes or 0
    breaks = _breaks(plan, count - 1)
    left = minutes - opening - closing - sum(breaks) - LEAST_TALK * count
    if left < 0:
        return None
    talk, fixed = [LEAST_TALK] * count, [0] * count
    fixed[0] += opening
    fixed[-1] += closing
    for _ in range(left):  # each minute to the stretch that is shortest so far
        shortest = min(range(count), key=lambda place: talk[place] + fixed[place])
        talk[shortest] += 1
    return Stretches(tuple(talk), breaks)


def _breaks(plan: Plan, count: int) -> tuple[int, ...]:
    minutes = plan.minutes or 0
    usual = LONG_BREAK if minutes >= 150 and plan.pace != "brisk" else SHORT_BREAK
    breaks = [usual + UNHURRIED * (plan.pace == "unhurried")] * count
    if count and minutes >= LONG_DAY:
        breaks[(count - 1) // 2] = MEAL
    return tuple(breaks)


def _longest(found: Stretches, opening: int, closing: int) -> int:
    lengths = list(found.talk)
    lengths[0] += opening
    lengths[-1] += closing
    return max(lengths)
