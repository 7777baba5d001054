"""Dates: the days of a plan as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.voices.process_design.checklist import checklist, steps
from helpers.voices.process_design.plan import Plan, words

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Leading for Improvement//Voices//EN"
REMIND = timedelta(hours=9)  # after midnight of an all-day entry
LONGEST = 180  # characters of a title; calendars cut longer ones


def calendar_file(plan: Plan, now: datetime) -> bytes:
    """
    Return the days to come of a plan as an iCalendar file: what is due, and the promised answer.

    Raises
    ------
    Problem
        No day lies ahead.

    Notes
    -----
    RFC 5545; all-day entries without a time zone, with an alarm at 09:00.
    """
    from icalendar import Calendar

    today = now.astimezone().date()
    calendar: Calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    found = [entry for entry in entries(plan, today) if entry[1] >= today]
    if not found:
        raise Problem(words()["said"]["no_dates"])
    for name, day, title, text in found:
        calendar.add_component(_event(f"{name}-{day:%Y%m%d}", day, title, text, now))
    return calendar.to_ical()


def entries(plan: Plan, today: date) -> Iterator[tuple[str, date, str, str]]:
    """Yield an id, the day, a title and what is due, for every day of the plan."""
    said = words()["calendar"]
    named = f": {plan.title.strip()}" if plan.title.strip() else ""
    for number, group in enumerate(checklist(plan, today)):
        if group.day:
            due = said["due"].format(title=group.title, count=len(group.tasks))
            text = "\n".join(f"- {task.text} ({task.who})" for task in group.tasks)
            yield f"tasks-{number}", group.day, due + named, text
    for step in steps(plan, today):
        yield f"step-{step.id}", step.day, step.title + named, step.how
    if plan.promised:
        yield "promised", plan.promised, said["promised"] + named, ""


def _event(name: str, day: date, title: str, text: str, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event, line = Event(), shorten(" ".join(title.split()), LONGEST, placeholder=" …")
    event.add("uid", f"{name}@leading-for-improvement")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", line)
    if text:
        event.add("description", text)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", line)
    alarm.add("trigger", REMIND)
    event.add_component(alarm)
    return event
