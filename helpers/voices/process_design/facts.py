"""Facts: what the day, the hour and the numbers of a plan mean for somebody."""

from __future__ import annotations

from datetime import date, time, timedelta

from helpers.intake import Problem
from helpers.voices.process_design.plan import WEEKDAYS, Plan, said_time
from helpers.voices.process_design.run_sheet import A_FEW, run_sheet

# Hours and lengths are our suggestion, for a usual week in Britain; words.toml says them in words.
EARLY, LATE = time(9, 30), time(18, 0)
SCHOOL = (time(14, 45), time(16, 0))
PRAYERS = (time(12, 30), time(14, 30))
LONG = {"room": 180, "screen": 120}  # minutes
SHORTER = {"room": 150, "screen": 90}
NOTICE = 21  # days
WINDOW = 28  # days that people have to answer
WAIT = 42  # days until they hear
HOLIDAY = ((12, 20), (1, 3))  # month and day

Facts = dict[str, dict[str, str]]


def facts(plan: Plan, today: date | None = None) -> Facts:
    """
    Return what is so, by id, with the words that fill its sentence.

    Examples
    --------
    >>> sorted(facts(Plan(kind="event", place="room", start=time(8, 30), minutes=420)))
    ['early', 'school', 'too_long']
    """
    found = _of_days(plan, today)
    if plan.is_written:
        return found | _of_window(plan)
    if plan.chosen("times") not in ("two", "other"):
        found |= _of_hours(plan)
    if plan.kind and plan.minutes and plan.minutes > LONG[_screen(plan)]:
        found["too_long"] = {"minutes": str(plan.minutes), "shorter": str(shorter(plan))}
    return found | _of_round(plan)


def shorter(plan: Plan) -> int:
    """Return the minutes that most people can manage in one sitting."""
    return SHORTER[_screen(plan)]


def after_holiday(day: date) -> date:
    """
    Return the first Tuesday after the turn of the year that follows.

    Examples
    --------
    >>> after_holiday(date(2026, 12, 23))
    datetime.date(2027, 1, 5)
    """
    year = day.year + (day.month == HOLIDAY[0][0])
    first = date(year, *HOLIDAY[1]) + timedelta(days=1)
    return first + timedelta(days=(1 - first.weekday()) % 7)


def _screen(plan: Plan) -> str:
    return "room" if plan.where == "room" else "screen"


def _of_hours(plan: Plan) -> Facts:
    found: Facts = {}
    weekday = plan.day.weekday() if plan.day else 0
    if weekday >= 5:
        found["weekend"] = {"weekday": WEEKDAYS.split()[weekday]}
    if plan.start is None:
        return found
    end = plan.end or plan.start
    if plan.start < EARLY:
        found["early"] = {"start": said_time(plan.start)}
    if weekday < 5 and _overlaps(plan.start, end, SCHOOL):
        found["school"] = {}
    if end > LATE:
        found["evening"] = {"end": said_time(end)}
    if plan.day and weekday == 4 and _overlaps(plan.start, end, PRAYERS):
        found["friday"] = {}
    return found


def _of_days(plan: Plan, today: date | None) -> Facts:
    found: Facts = {}
    if plan.day is None or plan.kind is None:
        return found
    notice = (plan.day - today).days if today else NOTICE
    if not plan.is_written and 0 <= notice < NOTICE:
        found["short_notice"] = {"notice": "only hours" if notice == 0 else _days(notice)}
    (month, first), (_, last) = HOLIDAY
    if (plan.day.month == month and plan.day.day >= first) or (
        plan.day.month == 1 and plan.day.day <= last
    ):
        found["holiday"] = {}
    wait = (plan.promised - plan.last_day).days if plan.promised and plan.last_day else 0
    if wait > WAIT:
        found["slow_answer"] = {"wait": f"{round(wait / 7)} weeks"}
    return found


def _of_window(plan: Plan) -> Facts:
    if plan.days_open is None or plan.days_open >= WINDOW:
        return {}
    return {"short_window": {"days": _days(plan.days_open)}}


def _of_round(plan: Plan) -> Facts:
    if not plan.people or plan.people <= A_FEW or plan.chosen("groups") != "all":
        return {}
    try:
        rounds = [step.minutes for step in run_sheet(plan) if step.id == "round"]
    except Problem:
        return {}
    if not rounds or min(rounds) >= plan.people:
        return {}
    return {"thin_round": {"people": f"{plan.people:,}"}}


def _overlaps(start: time, end: time, hours: tuple[time, time]) -> bool:
    return start < hours[1] and end > hours[0]


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
