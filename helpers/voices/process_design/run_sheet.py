"""Run sheet: what happens when, in clock times that add up exactly to the minutes there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.intake import Problem
from helpers.voices.process_design.plan import OwnItem, Plan, said_day, words
from helpers.voices.process_design.stretches import Stretches, stretches

CYCLE_SHARES = {"writing": 3, "pairs": 3, "few": 5, "harvest": 3, "round": 5, "hands": 6}
CYCLE_SHARES |= {"senior": 6}
AT_MOST = {"writing": 8, "pairs": 12}  # minutes; a longer silence turns into waiting
SILENCE = {"unhurried": 1.6}  # times as long
LEAST = 2  # minutes for anything at all
ENOUGH_FOR_PAIRS = 30  # minutes of one question in which pairs and then groups are not rushed
A_FEW = 12  # people; a round of more takes too long


@dataclass(frozen=True)
class Step:
    """
    One line of the run sheet.

    Attributes
    ----------
    id : str
    at, minutes : int
        Minutes from the start, and how long it takes.
    title, how, who : str
        In the words of the page; an own item's title is the planner's.
    """

    id: str
    at: int
    minutes: int
    title: str
    how: str
    who: str


def run_sheet(plan: Plan) -> tuple[Step, ...]:
    """
    Return the run sheet of a plan; empty for a consultation, or while the length is not decided.

    What is not decided stands as the kit suggests it: writing first without names, pairs, a round.

    Raises
    ------
    Problem
        The planner's own items leave no room for others to speak.

    Examples
    --------
    >>> steps = run_sheet(Plan(kind="workshop", place="room", minutes=60, people=10))
    >>> [(step.at, step.minutes, step.id) for step in steps]
    [(0, 5, 'arrival'), (5, 5, 'welcome'), (10, 8, 'writing'), (18, 10, 'pairs'), (28, 18, 'round'), (46, 7, 'decide'), (53, 4, 'next'), (57, 3, 'how_was_it')]
    """
    if plan.minutes is None or plan.kind is None or plan.is_written:
        return ()
    opening, closing = _opening(plan), _closing(plan)
    own = [(f"own_{place}", item.minutes) for place, item in enumerate(plan.own)]
    first = opening + (own if plan.own_where != "end" else [])
    last = (own if plan.own_where == "end" else []) + closing
    found = stretches(plan, sum(m for _, m in first), sum(m for _, m in last))
    if found is None:
        raise Problem(words()["problems"]["own_long"])
    return _told(plan, _laid_out(plan, first, last, found))


def cycle(plan: Plan) -> list[str]:
    """
    Return how one question is talked about, as ids of items.

    Examples
    --------
    >>> cycle(Plan(kind="event", place="room", people=30))
    ['writing', 'pairs', 'few', 'harvest']
    >>> cycle(Plan(kind="event", choices={"first": "floor", "order": "hands", "groups": "all"}))
    ['hands']
    """
    parts = [] if plan.chosen("first") == "floor" else ["writing"]
    together = plan.chosen("groups") == "all"
    order = plan.chosen("order")
    if not together:
        parts.append("pairs")
    if order in ("hands", "senior"):
        return [*parts, str(order)]
    many = (plan.people or 0) > A_FEW and not together
    return [*parts, *(["few", "harvest"] if many else ["round"])]


def _opening(plan: Plan) -> list[tuple[str, int]]:
    minutes = plan.minutes or 0
    slow = plan.pace == "unhurried"
    arrival = 0 if minutes < 40 else 5 if minutes < 120 and not slow else 10
    welcome = 3 if minutes < 40 else 5 if minutes < 120 else 8
    return [each for each in (("arrival", arrival), ("welcome", welcome)) if each[1]]


def _closing(plan: Plan) -> list[tuple[str, int]]:
    minutes = plan.minutes or 0
    if minutes < 30:
        return [("next", 3)]
    if minutes < 60:
        return [("decide", 4), ("next", 3)]
    if minutes < 120:
        return [("decide", 7), ("next", 4), ("how_was_it", 3)]
    return [("decide", 12), ("next", 5), ("how_was_it", 5)]


def _laid_out(
    plan: Plan, first: list[tuple[str, int]], last: list[tuple[str, int]], found: Stretches
) -> list[tuple[str, int, int]]:
    """Return ids, minutes and the number of the question, in the order of the day."""
    lines = [(name, minutes, 0) for name, minutes in first]
    for place, minutes in enumerate(found.talk):
        lines += [(name, took, place + 1) for name, took in _shared(plan, minutes)]
        if place < len(found.breaks):
            rest = found.breaks[place]
            lines.append(("meal" if rest >= 30 else "break", rest, 0))
    return lines + [(name, minutes, 0) for name, minutes in last]


def _shared(plan: Plan, minutes: int) -> list[tuple[str, int]]:
    """Share the minutes of one question out among its parts; the last takes what is left."""
    parts = cycle(plan)
    if "few" in parts and minutes < ENOUGH_FOR_PAIRS:
        parts.remove("pairs")
    parts = parts[-max(1, minutes // LEAST) :]
    shares: dict[str, float] = {name: CYCLE_SHARES[name] for name in parts}
    if "writing" in shares:
        shares["writing"] *= SILENCE.get(plan.pace or "", 1)
    took: dict[str, int] = {}
    for name in parts[:-1]:
        whole, rest = sum(shares[each] for each in parts if each not in took), minutes
        rest -= sum(took.values())
        fair = max(LEAST, round(rest * shares[name] / whole))
        took[name] = min(fair, AT_MOST.get(name, fair))
    return [*took.items(), (parts[-1], minutes - sum(took.values()))]


def _told(plan: Plan, lines: Sequence[tuple[str, int, int]]) -> tuple[Step, ...]:
    steps, at = [], 0
    for name, minutes, number in lines:
        steps.append(_step(plan, name, at, minutes, number))
        at += minutes
    return tuple(steps)


def _step(plan: Plan, name: str, at: int, minutes: int, number: int) -> Step:
    own: OwnItem | None = plan.own[int(name[4:])] if name.startswith("own_") else None
    kind = "own" if own else name
    said = words()["items"][kind]
    title = own.title if own else said["title"].format(number=number)
    how = _how(plan, kind, said).replace("{each}", _each(plan, minutes))
    return Step(kind, at, minutes, title, how, words()["who"][said["who"]])


def _how(plan: Plan, kind: str, said: dict[str, str]) -> str:
    if kind == "next":
        promised = said["promised"].format(day=said_day(plan.promised)) if plan.promised else ""
        return said["how"].format(promised=promised)
    if kind == "writing" and plan.chosen("first") == "named":
        return said["named"]
    if plan.where == "online" and "online" in said:
        return said["online"]
    return said["remote"] if plan.where == "both" and "remote" in said else said["how"]


def _each(plan: Plan, minutes: int) -> str:
    """Say how long each person has in a round of so many minutes."""
    said = words()["each"]
    if not plan.people:
        return said["unknown"]
    each = minutes / plan.people
    name = "under" if each < 1 else "one" if each < 1.5 else "minutes"
    return said[name].format(minutes=round(each), people=f"{plan.people:,}")
