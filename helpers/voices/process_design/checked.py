"""Checked: what somebody typed, or a sentence on what is wrong with it."""

from __future__ import annotations

import re
from datetime import date

from helpers.intake import Problem
from helpers.voices.process_design.plan import OwnItem, Plan, said_day, words

SHORTEST, LONGEST = 20, 480  # minutes of one sitting
FEWEST, MOST = 2, 1000  # people
LONGEST_OPEN = 365  # days
YEARS_AHEAD = 10
OWN_LINE = re.compile(r"(\d{1,3})(?:\s*(?:min\w*\.?|['′]))?[\s:,–-]+(\S.*)", re.I)


def checked_minutes(minutes: float | None) -> int | None:
    """
    Return the minutes of a plan.

    Raises
    ------
    Problem
        Outside 20 to 480, or no whole number.

    Examples
    --------
    >>> checked_minutes(90)
    90
    >>> checked_minutes(0)
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: 0 minutes is outside what can be planned here: 20 to 480. For longer, plan each day or sitting on its own.
    """
    return _whole("minutes", minutes, SHORTEST, LONGEST)


def checked_people(people: float | None) -> int | None:
    """Return how many people are expected; a Problem outside 2 to 1,000."""
    return _whole("people", people, FEWEST, MOST)


def checked_days_open(days: float | None) -> int | None:
    """Return for how many days people can answer; a Problem outside 1 to 365."""
    return _whole("days_open", days, 1, LONGEST_OPEN)


def checked_day(day: str | None, today: date) -> date | None:
    """
    Return a day that is still to come, or is today.

    Raises
    ------
    Problem
        It has passed, is too far away, or is no day.
    """
    if not day:
        return None
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise Problem(words()["problems"]["day_far"]) from None
    if abs(found.year - today.year) > YEARS_AHEAD:
        raise Problem(words()["problems"]["day_far"])
    if found < today:
        raise Problem(words()["problems"]["day_passed"].format(day=said_day(found)))
    return found


def checked_promised(promised: date | None, plan: Plan) -> date | None:
    """Return the day people hear what came of it; a Problem where it comes before the end."""
    last = plan.last_day
    if promised and last and promised < last:
        raise Problem(words()["problems"]["promised_early"])
    return promised


def checked_end(plan: Plan) -> Plan:
    """Return the plan; a Problem where it would end after midnight."""
    if plan.start and plan.minutes and plan.end is None:
        raise Problem(words()["problems"]["midnight"])
    return plan


def own_items(lines: str | None) -> tuple[OwnItem, ...]:
    """
    Read one's own items, one on a line: the minutes, then what it is.

    Raises
    ------
    Problem
        A line does not begin with its minutes, or they are none.

    Examples
    --------
    >>> own_items("10 A film\\n5 min: a song")
    (OwnItem(minutes=10, title='A film'), OwnItem(minutes=5, title='a song'))
    """
    found = []
    for number, line in enumerate((lines or "").splitlines(), 1):
        if not line.strip():
            continue
        read = OWN_LINE.fullmatch(line.strip())
        if read is None or int(read[1]) == 0:
            raise Problem(words()["problems"]["own_line"].format(line=number))
        found.append(OwnItem(int(read[1]), read[2].strip()))
    return tuple(found)


def _whole(name: str, number: float | None, least: int, most: int) -> int | None:
    if number is None or number == "":
        return None
    problems = words()["problems"]
    if number != number or not least <= number <= most:
        raise Problem(problems[name].format(**{_COUNTED[name]: _said(number)}))
    if number != int(number):
        raise Problem(problems["whole"])
    return int(number)


_COUNTED = {"minutes": "minutes", "people": "people", "days_open": "days"}


def _said(number: float) -> str:
    """Write a number as it was typed, however large."""
    return f"{number:,.0f}" if abs(number) < 1e15 and number == int(number) else f"{number:g}"
