"""Calendar: look-backs as a file for Outlook, Apple or Google Calendar, without a word of the promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING
from unicodedata import category

from helpers.intake import Problem
from helpers.journal.if_then import IfThen
from helpers.journal.records import Commitment

if TYPE_CHECKING:
    from icalendar import Calendar, Event

NEUTRAL = "Look back"
OWN_DAY = 0  # the number of the look-back on the day that the person chose
REMIND = timedelta(hours=9)  # after midnight: an all-day entry begins at 00:00 local time
LONGEST = 200  # characters of a title; Outlook cuts longer ones at about 255

PRODUCT = "-//Leading for Improvement//Journal//EN"


def numbered(commitment: Commitment) -> dict[int, date]:
    """
    Return the look-backs of a promise by number: 0 for the chosen day, else days since it was made.

    A number belongs to one calendar entry for good, whatever else is changed.

    Examples
    --------
    >>> made = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> promise = Commitment(1, "voices", "Monday", "ask", date(2026, 3, 20), made)
    >>> [(number, f"{day:%d %b}") for number, day in numbered(promise).items()]
    [(7, '09 Mar'), (0, '20 Mar'), (30, '01 Apr'), (90, '31 May')]
    """
    made = commitment.created.astimezone().date()
    days = {made + timedelta(number): number for number in commitment.review_days}
    days[commitment.by] = OWN_DAY
    return {days[day]: day for day in sorted(days)}


def coming(commitment: Commitment, today: date) -> dict[int, date]:
    """
    Return the look-backs from today on, by number; none where the promise is finished.

    Examples
    --------
    >>> made = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> promise = Commitment(1, "voices", "Monday", "ask", date(2026, 3, 20), made)
    >>> list(coming(promise, date(2026, 3, 21)))
    [30, 90]
    """
    if commitment.finished:
        return {}
    return {number: day for number, day in numbered(commitment).items() if day >= today}


def in_words(commitment: Commitment) -> str:
    """
    Return a title that tells the promise, for a person who chooses so.

    Examples
    --------
    >>> made = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> in_words(Commitment(1, "voices", "it is Monday", "ask", date(2026, 3, 20), made))
    'Look back: If it is Monday, then I will ask.'
    """
    promise = IfThen(commitment.if_, commitment.then, commitment.by)
    return f"{NEUTRAL}: {promise.sentence}"


def calendar_file(
    commitment: Commitment, day: date | None = None, *, title: str | None = None, now: datetime
) -> bytes:
    """
    Return one look-back of a promise, or all that are to come, as an iCalendar file.

    Parameters
    ----------
    commitment
        The promise; an entry is known again by its ``uid``, and newer by its ``sequence``.
    day
        One of its look-backs; None for all from today on.
    title
        What the calendar shows; None for two neutral words.
    now
        The moment of writing, as an aware time.

    Raises
    ------
    Problem
        Where no look-back is to come.
    ValueError
        Where the promise has no look-back on that day.

    Notes
    -----
    RFC 5545. All-day dates without a time zone, so that the day is the same everywhere; an alarm
    at 09:00. No METHOD: that would make it a message between people, and need an address.
    Google Calendar leaves alarms of imported files out and sets its own.
    """
    if day is None:
        return calendar_of([commitment], lambda _: title or NEUTRAL, now=now)
    found = {number: one for number, one in numbered(commitment).items() if one == day}
    if not found:
        raise ValueError("the promise has no look-back on that day")
    return _written(_events(commitment, found, title or NEUTRAL, now))


def calendar_of(
    commitments: Iterable[Commitment],
    title: Callable[[Commitment], str] = lambda _: NEUTRAL,
    *,
    now: datetime,
) -> bytes:
    """
    Return every look-back of some promises from today on, in one iCalendar file.

    Raises
    ------
    Problem
        Where no look-back is to come.
    """
    today = now.astimezone().date()
    events = [
        event
        for commitment in commitments
        for event in _events(commitment, coming(commitment, today), title(commitment), now)
    ]
    if not events:
        raise Problem("No look-back lies ahead. Choose a new day for a promise first.")
    return _written(events)


def cancelled_file(commitment: Commitment, days: Mapping[int, date], *, now: datetime) -> bytes:
    """Return a file that takes look-backs out of a calendar: their numbers, and the days they had."""
    return _written(_gone(commitment, number, day, now) for number, day in days.items())


def one_day_file(day: date, title: str, *, uid: str, sequence: int = 0, now: datetime) -> bytes:
    """
    Return one day that belongs to no promise, as an iCalendar file.

    Parameters
    ----------
    day, title
        What the calendar shows, and when; a neutral title says nothing about anybody.
    uid, sequence
        By what a calendar knows the entry again, and that it is newer than what it holds.
    now
        The moment of writing, as an aware time.

    Raises
    ------
    Problem
        Where the day has passed.

    Examples
    --------
    >>> noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> b"DTSTART;VALUE=DATE:20260320" in one_day_file(date(2026, 3, 20), "Pause", uid="a", now=noon)
    True
    """
    if day < now.astimezone().date():
        raise Problem("That day has passed. Choose a later one.")
    return _written([_to_come(uid, sequence, day, plain_title(title), now)])


def plain_title(title: str) -> str:
    """
    Return a title as one line that every calendar can read.

    Examples
    --------
    >>> plain_title("Ask\\n twice\\x00")
    'Ask twice'
    """
    line = " ".join(title.split())
    kept = "".join(letter for letter in line if category(letter) not in ("Cc", "Cs"))
    return shorten(kept, LONGEST, placeholder=" …") or NEUTRAL


def _events(
    commitment: Commitment, days: Mapping[int, date], title: str, now: datetime
) -> list[Event]:
    line, events = plain_title(title), []
    for number, day in days.items():
        uid = f"{commitment.uid}-{number}"
        events.append(_to_come(uid, commitment.sequence, day, line, now))
    return events


def _to_come(uid: str, sequence: int, day: date, line: str, now: datetime) -> Event:
    event = _event(uid, day, now)
    event.add("summary", line)
    event.add("sequence", sequence)
    event.add("status", "CONFIRMED")
    event.add_component(_alarm(line))
    return event


def _gone(commitment: Commitment, number: int, day: date, now: datetime) -> Event:
    event = _event(f"{commitment.uid}-{number}", day, now)
    event.add("summary", NEUTRAL)
    event.add("sequence", commitment.sequence + 1)  # newer than whatever the calendar holds
    event.add("status", "CANCELLED")
    return event


def _event(uid: str, day: date, now: datetime) -> Event:
    from icalendar import Event

    event, stamp = Event(), now.astimezone(UTC).replace(microsecond=0)
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(line: str):
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", line)
    alarm.add("trigger", REMIND)
    return alarm


def _written(events: Iterable[Event]) -> bytes:
    from icalendar import Calendar

    calendar: Calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()
