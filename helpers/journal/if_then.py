"""If–then promises: a cue, an act, the days to look back, and a rehearsal of the cue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from helpers.intake import Problem

FARTHEST = 366  # days; a promise to be looked at later than in a year is a hope
MOST = 6  # look-backs besides the chosen day; more would be nagging
NEAR_ENOUGH = 0.85  # of the letters: a typo in every ten or so is still the same cue
COMPARED = 300  # letters; comparing takes long for a whole page, and no cue is one


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

    cue: str = field(repr=False)
    act: str = field(repr=False)
    by: date

    @property
    def sentence(self) -> str:
        """The promise itself, without its day."""
        return f"If {self.cue}, then I will {self.act}."

    def __str__(self) -> str:
        return f"{self.sentence} I will look back on {spoken(self.by)}."


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


def look_back_days(ticked: Iterable[str], own: str = "") -> tuple[int, ...]:
    """
    Return after how many days to look back: those ticked, and those typed.

    Raises
    ------
    Problem
        If something typed is no number of days from 1 to 366, or there are more than six days.

    Examples
    --------
    >>> look_back_days(["7", "30"], "14 and 60 days")
    (7, 14, 30, 60)
    """
    typed = [part for part in re.split(r"[\s,;]+|\band\b|\bdays?\b", own) if part]
    days = {int(day) for day in ticked} | {_number(part) for part in typed}
    if len(days) > MOST:
        raise Problem(f"That makes {len(days)} look-backs. Choose {MOST} at most.")
    return tuple(sorted(days))


def same_cue(typed: str, cue: str) -> bool:
    """
    Tell whether somebody typed their cue again, whatever the case, the points and small slips.

    Examples
    --------
    >>> same_cue("if the next Report shows one numbr", "the next report shows one number")
    True
    >>> same_cue("when I am angry", "the next report shows one number")
    False
    """
    one, other = _bare_letters(typed), _bare_letters(cue)
    if not one or not other:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR_ENOUGH


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


def _number(part: str) -> int:
    if not part.isdecimal() or len(part) > 4 or not 1 <= int(part) <= FARTHEST:
        raise Problem(
            f"'{part}' is no number of days from 1 to {FARTHEST}. Write them like: 14, 60."
        )
    return int(part)


def _bare_letters(text: str) -> str:
    """Return letters and numbers only, in one case, without a leading "if" or "when"."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return " ".join(words[1:] if words[:1] in (["if"], ["when"]) else words)[:COMPARED]


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
