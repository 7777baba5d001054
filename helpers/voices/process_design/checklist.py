"""Checklist: what to do before, on the day and after, with real dates; and a consultation's steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from helpers.voices.process_design.plan import Plan, matters, words, working_day

ANCHORS = ("start", "half", "end", "promised")


@dataclass(frozen=True)
class Task:
    """One thing to do, and who does it."""

    id: str
    text: str
    who: str


@dataclass(frozen=True)
class Group:
    """
    What is due on one day.

    Attributes
    ----------
    title : str
        When that is, in words.
    day : date or None
        The day itself; None while the plan has no day to count from.
    overdue : bool
        Whether that day has passed.
    tasks : tuple of Task
    """

    title: str
    day: date | None
    overdue: bool
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Milestone:
    """One step of a written consultation, by its day."""

    id: str
    day: date
    overdue: bool
    title: str
    how: str
    who: str


def checklist(plan: Plan, today: date) -> tuple[Group, ...]:
    """
    Return what there is to do, by when, in the order of the days.

    Days before fall on a working day. A day that has passed is said to be overdue, not hidden.

    Examples
    --------
    >>> plan = Plan(kind="workshop", place="room", day=date(2026, 6, 10))
    >>> group = checklist(plan, date(2026, 3, 2))[0]
    >>> group.title, group.day, group.overdue
    ('Six weeks before', datetime.date(2026, 4, 29), False)
    """
    found: dict[tuple[str, int], list[Task]] = {}
    for rule in words()["tasks"]:
        if matters(rule, plan) and not _ruled_out(rule, plan):
            task = Task(rule["id"], rule["text"], words()["who"][rule["who"]])
            found.setdefault((rule.get("from", "start"), rule["days"]), []).append(task)
    groups = [_group(plan, today, when, tasks) for when, tasks in sorted(found.items(), key=_order)]
    if all(group.day for group in groups):
        groups.sort(key=lambda group: group.day or today)
    return tuple(groups)


def steps(plan: Plan, today: date) -> tuple[Milestone, ...]:
    """
    Return the steps of a written consultation, in the order of their days.

    Empty for another kind of plan, or until it has a day and a length.

    Examples
    --------
    >>> plan = Plan(kind="written", day=date(2026, 6, 1), days_open=42)
    >>> [(step.id, f"{step.day:%d %b}") for step in steps(plan, date(2026, 3, 2))][3:5]
    [('open', '01 Jun'), ('visit', '04 Jun')]
    """
    if not plan.is_written or plan.last_day is None:
        return ()
    found = [
        (due(plan, rule.get("from", "start"), rule["days"]), rule) for rule in words()["steps"]
    ]
    dated = sorted(((day, rule) for day, rule in found if day), key=lambda each: each[0])
    return tuple(
        Milestone(
            rule["id"], day, day < today, rule["title"], rule["how"], words()["who"][rule["who"]]
        )
        for day, rule in dated
    )


def due(plan: Plan, anchor: str, days: int) -> date | None:
    """
    Return the day so many days before an anchor of the plan; below nought is after it.

    A day of preparation is moved to the Friday before a weekend; the plan's own days stay.
    """
    begins, ends = plan.day, plan.last_day
    half = begins + (ends - begins) // 2 if begins and ends else None
    found = dict(zip(ANCHORS, (begins, half, ends, plan.promised), strict=True))[anchor]
    if found is None:
        return None
    return working_day(found - timedelta(days)) if days > 0 else _not_weekend(found, days)


def _not_weekend(anchor: date, days: int) -> date:
    """Return a day after the anchor, the Monday after where that is a weekend."""
    if days == 0:
        return anchor
    day = anchor + timedelta(-days)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _group(plan: Plan, today: date, when: tuple[str, int], tasks: list[Task]) -> Group:
    anchor, days = when
    day = due(plan, anchor, days)
    said = words()["when"]
    title = said[str(days) if anchor == "start" else f"{anchor}_{days}"]
    return Group(title, day, day is not None and day < today, tuple(tasks))


def _order(found: tuple[tuple[str, int], list[Task]]) -> tuple[int, int]:
    anchor, days = found[0]
    return ANCHORS.index(anchor), -days


def _ruled_out(rule: Mapping[str, Any], plan: Plan) -> bool:
    unless = rule.get("unless", {})
    return any(plan.chosen(choice) in options for choice, options in unless.items())
