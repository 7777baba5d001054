"""Excluding: which choices may keep somebody out or silent, and the one change that ends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from helpers.voices.process_design.facts import after_holiday, facts, shorter
from helpers.voices.process_design.plan import Plan, asked, words, working_day

WEEKS_AHEAD = timedelta(weeks=6)
SOON = timedelta(weeks=4)


@dataclass(frozen=True)
class Warned:
    """
    One choice that may keep people out.

    Attributes
    ----------
    id, group : str
    weight : int
        3 where people cannot take part, 2 where they may stay silent, 1 worth a thought.
    title, who, change : str
        What it is, whom it may keep out, and one easy change.
    because : str
        The reason for which it was kept on purpose; empty where none was given.
    """

    id: str
    group: str
    weight: int
    title: str
    who: str
    change: str
    because: str = ""


def warnings(plan: Plan, today: date | None = None) -> tuple[Warned, ...]:
    """
    Return what in a plan may keep people out, the gravest first.

    Parameters
    ----------
    plan : Plan
        What is not decided in it brings no warning.
    today : date, optional
        To tell how soon it is; without it, that is not looked at.

    Examples
    --------
    >>> plan = Plan(kind="event", place="room", choices={"order": "hands", "pay": "nothing"})
    >>> [warning.title for warning in warnings(plan)]
    ['You are paid for being there, and they are not.', 'Whoever puts a hand up speaks.']
    """
    groups = {choice.id: choice.group for choice in asked(plan)}
    found = facts(plan, today)
    told = []
    for name, rule in words()["warnings"].items():
        if "fact" in rule:
            said = found.get(rule["fact"])
        else:
            said = {} if plan.chosen(rule["choice"]) in rule["is"] else None
        if said is not None:
            group = rule.get("group") or groups[rule["choice"]]
            told.append(_warned(name, group, rule, said, plan))
    return tuple(sorted(told, key=lambda warning: -warning.weight))


def look_at(plan: Plan, today: date | None = None) -> tuple[Warned, ...]:
    """Return the warnings nobody has given a reason for."""
    return tuple(each for each in warnings(plan, today) if not each.because)


def on_purpose(plan: Plan, today: date | None = None) -> tuple[Warned, ...]:
    """Return the warnings that were kept for a reason."""
    return tuple(each for each in warnings(plan, today) if each.because)


def changed(plan: Plan, warning: str, today: date) -> Plan:
    """
    Return the plan with the one easy change made that takes a warning away.

    Raises
    ------
    KeyError
        No warning has this id.

    Examples
    --------
    >>> plan = Plan(kind="event", place="room", choices={"order": "hands"})
    >>> changed(plan, "hands", date(2026, 3, 2)).choices
    {'order': 'round'}
    """
    for name, value in words()["warnings"][warning]["to"].items():
        plan = _changed(plan, name, value, today)
    return plan


def _warned(name: str, group: str, rule: dict[str, Any], said: dict[str, str], plan: Plan):
    title, change = (rule[part].format(**said) for part in ("title", "change"))
    because = plan.because.get(name, "").strip()
    return Warned(name, group, rule["weight"], title, rule["who"], change, because)


def _changed(plan: Plan, name: str, value: Any, today: date) -> Plan:
    if name == "days_open":
        return replace(plan, days_open=value)
    if name == "shorter":
        return replace(plan, minutes=shorter(plan))
    if name == "answer_sooner":
        last = plan.last_day or today
        return replace(plan, promised=working_day(last + SOON))
    if name == "notice":
        return _moved(plan, working_day(today + WEEKS_AHEAD))
    if name == "past_holiday":
        return _moved(plan, after_holiday(plan.day or today))
    return replace(plan, choices={**plan.choices, name: value})


def _moved(plan: Plan, day: date) -> Plan:
    """Move the day, and the promised day by as much."""
    later = day - (plan.day or day)
    promised = plan.promised + later if plan.promised else None
    return replace(plan, day=day, promised=promised)
