"""Clock: when a line of the run sheet is, and on which day something is due, as people say it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from helpers.voices.process_design import Plan
from helpers.voices.process_design.plan import said_day, said_time


def span(plan: Plan, at: int, minutes: int) -> str:
    """
    Return from when to when; counted from the start while nobody has chosen when that is.

    Examples
    --------
    >>> from datetime import time
    >>> span(Plan(start=time(10, 30)), 5, 10), span(Plan(), 5, 10)
    ('10:35–10:45', '5–15 min')
    """
    if plan.start is None:
        return f"{at}–{at + minutes} min"
    begins = datetime.combine(date(2000, 1, 1), plan.start)
    ends = [begins + timedelta(minutes=after) for after in (at, at + minutes)]
    return "–".join(said_time(moment.time()) for moment in ends)


def day(due: date | None) -> str:
    """Return a day with its weekday; nothing for none."""
    return said_day(due) if due else ""
