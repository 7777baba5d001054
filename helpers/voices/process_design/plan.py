"""Plan: what somebody is planning, as far as it is decided."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from helpers.voices.words import texts

KINDS = ("event", "workshop", "meeting", "written")
PLACES = ("room", "online", "both")
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


@dataclass(frozen=True)
class OwnItem:
    """Something of the planner's own on the run sheet, with its minutes."""

    minutes: int
    title: str


@dataclass(frozen=True)
class Plan:
    """
    A plan; what is None or missing is not decided yet.

    Attributes
    ----------
    kind : {"event", "workshop", "meeting", "written"} or None
    place : {"room", "online", "both"} or None
        Where people take part in an event or a workshop.
    day, promised : date or None
        When it is, or opens; and when people hear what came of it.
    start : time or None
    minutes, people, days_open : int or None
        The whole length; about how many come; how long a consultation is open, in days.
    choices : mapping
        Choice id to option id, as in ``[design.choices]`` of words.toml.
    because : mapping
        Warning id to the reason for which it was kept on purpose.
    """

    kind: str | None = None
    place: str | None = None
    title: str = ""
    day: date | None = None
    start: time | None = None
    minutes: int | None = None
    people: int | None = None
    days_open: int | None = None
    promised: date | None = None
    contact: str = ""
    pace: str | None = None
    own: tuple[OwnItem, ...] = ()
    own_where: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_written(self) -> bool:
        """Whether people answer in their own time."""
        return self.kind == "written"

    @property
    def where(self) -> str | None:
        """Where people take part; a virtual meeting is online, a consultation nowhere."""
        fixed = {"meeting": "online", "written": None, None: None}
        return fixed.get(self.kind, self.place)

    @property
    def end(self) -> time | None:
        """When it ends; None where that is not decided, or would be after midnight."""
        if self.start is None or self.minutes is None:
            return None
        begins = datetime.combine(date(2000, 1, 1), self.start)
        ends = begins + timedelta(minutes=self.minutes)
        return ends.time() if ends.date() == begins.date() else None

    @property
    def last_day(self) -> date | None:
        """The day it ends: of a consultation, the day it closes."""
        if not self.is_written or self.day is None:
            return self.day
        return self.day + timedelta(days=self.days_open) if self.days_open else None

    def chosen(self, choice: str) -> str | None:
        """Return the option of a choice that matters to this plan; None where it is not decided."""
        return self.choices.get(choice) if choice in {one.id for one in asked(self)} else None


@dataclass(frozen=True)
class Choice:
    """One choice of a plan: its question, its options, and the group it stands in."""

    id: str
    group: str
    question: str
    options: Mapping[str, str]


@cache
def words() -> dict[str, Any]:
    """Read the words and rules of this subject, words.toml of this folder, once."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def question(name: str) -> str:
    """Return how a question of the plan reads."""
    return texts()["prompts"][f"design_{name}"]["wording"]


def matters(rule: Mapping[str, Any], plan: Plan) -> bool:
    """Return whether something is about this kind and place of plan."""
    kinds: Collection[str] = rule.get("kinds", KINDS)
    return plan.kind in kinds and ("places" not in rule or plan.where in rule["places"])


def asked(plan: Plan) -> tuple[Choice, ...]:
    """
    Return the choices that matter to this plan, in the order of words.toml.

    Examples
    --------
    >>> "ways" in [choice.id for choice in asked(Plan(kind="written"))]
    True
    >>> "remote" in [choice.id for choice in asked(Plan(kind="event", place="room"))]
    False
    """
    return tuple(
        Choice(name, rule["group"], question(name), rule["options"])
        for name, rule in words()["choices"].items()
        if matters(rule, plan)
    )


def open_points(plan: Plan) -> tuple[str, ...]:
    """
    Return the questions that are not decided yet, as they read.

    Examples
    --------
    >>> open_points(Plan())
    ('What are you planning?',)
    """
    if plan.kind is None:
        return (question("kind"),)
    held = ["day", "days_open"] if plan.is_written else ["day", "start", "minutes", "people"]
    if plan.kind in ("event", "workshop"):
        held.insert(0, "place")
    basics = [name for name in [*held, "promised", "contact"] if not getattr(plan, name)]
    choices = [choice.question for choice in asked(plan) if not plan.choices.get(choice.id)]
    return (*map(question, basics), *choices)


def said_day(day: date) -> str:
    """
    Say a day with its weekday.

    Examples
    --------
    >>> said_day(date(2026, 12, 3))
    'Thursday 3 December 2026'
    """
    month = MONTHS.split()[day.month - 1]
    return f"{WEEKDAYS.split()[day.weekday()]} {day.day} {month} {day.year}"


def said_time(moment: time) -> str:
    """Say a time of day, as in '09:30'."""
    return f"{moment:%H:%M}"


def working_day(day: date) -> date:
    """
    Return the day itself, or the Friday before a weekend.

    Examples
    --------
    >>> working_day(date(2026, 12, 5))
    datetime.date(2026, 12, 4)
    """
    return day - timedelta(days=max(0, day.weekday() - 4))
