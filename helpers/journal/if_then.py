"""If–then promises: a cue, an act, and the day to look back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from helpers.intake import Problem

FARTHEST = 366  # days; a promise to be looked at later than in a year is a hope


@dataclass(frozen=True)
class IfThen:
    """
    One promise.

    Attributes
    ----------
    cue, act : str
        What follows "If" and what follows "then I will", without those words.
    by : date
        The day on which the person looks back.
    """

    cue: str
    act: str
    by: date

    def __str__(self) -> str:
        return f"If {self.cue}, then I will {self.act}. I will look back on {spoken(self.by)}."


def if_then(cue: str, act: str, by: date | str | None, *, today: date) -> IfThen:
    """
    Check a promise and put it in its form.

    Parameters
    ----------
    cue, act : str
        The two halves; a leading "If" or "then I will" is dropped.
    by : date, ISO text such as "2026-12-03", or None
    today : date

    Raises
    ------
    Problem
        If a half is empty, or the day is missing, no date, before today, or over a year ahead.

    Notes
    -----
    The form follows Gollwitzer and Sheeran (2006): a cue one can meet, tied to one act.

    Examples
    --------
    >>> day = date(2026, 11, 22)
    >>> print(if_then("If a number moves,", "then I will ask for two years.", "2026-12-03", today=day))
    If a number moves, then I will ask for two years. I will look back on 3 December 2026.
    """
    cue = _half(cue, r"(if|when)\b[\s,:…]*")
    act = _half(act, r"(then\b[\s,:…]*)?(i will\b|i'll\b|i’ll\b)?[\s,:…]*")
    if not cue:
        raise Problem("The first half is empty. Write after 'If' what you will see or hear.")
    if not act:
        raise Problem("The second half is empty. Write after 'then I will' one thing you do.")
    return IfThen(cue, act, _day(by, today))


def spoken(day: date) -> str:
    """
    Write a date as it is said.

    Examples
    --------
    >>> spoken(date(2026, 12, 3))
    '3 December 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# English, whatever language the computer speaks.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _half(text: str, lead: str) -> str:
    bare = re.sub(f"^{lead}", "", " ".join(text.split()), flags=re.IGNORECASE)
    return bare.rstrip(" ,.;…")


def _day(by: date | str | None, today: date) -> date:
    if not by:
        raise Problem("The day is missing. Choose when you will look back; two weeks is usual.")
    day = _read(by) if isinstance(by, str) else by
    if day < today:
        raise Problem(f"{spoken(day)} has passed. Choose today or a later day.")
    if (day - today).days > FARTHEST:
        raise Problem(f"{spoken(day)} is more than a year away. Choose a nearer day.")
    return day


def _read(by: str) -> date:
    try:
        return date.fromisoformat(by)
    except ValueError:
        raise Problem(f"'{by}' is not a date. Write it like 2026-12-03.") from None
