"""Then and now: what somebody wrote on earlier days, and what has changed since."""

from __future__ import annotations

import json
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import reduce
from typing import Any

from helpers.journal.changes import Change, compare
from helpers.journal.records import Version
from helpers.journal.spell import carries_on

LONG = 40  # characters: a text that somebody would miss
MONTHS_AGO = {1: "a month ago", 3: "three months ago", 6: "half a year ago", 12: "a year ago"}
JSON_KINDS = ("result", "audit")


@dataclass(frozen=True)
class State:
    """An answer as it stood at the end of one day (a local date)."""

    on: date
    version: Version


@dataclass(frozen=True)
class Remembered:
    """What was written on a day that has its anniversary, such as "a month ago"."""

    ago: str
    on: date
    version: Version


def answer(version: Version) -> Any:
    """Return what a version holds: words, or the JSON value of a result."""
    return json.loads(version.value) if version.kind in JSON_KINDS else version.value


def end_of_days(versions: Iterable[Version], zone: tzinfo | None = None) -> tuple[State, ...]:
    """
    Return how one answer stood at the end of each day on which it was written.

    Parameters
    ----------
    versions
        Every version of one answer, oldest first, as ``Journal.versions`` gives them.
    zone
        The time zone whose midnight ends a day; None for this computer's.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Prompt
    >>> asked = Prompt("voices.who", 1, "Who is missing?", "voices")
    >>> times = [(1, "Carers", 3, 9), (2, "Carers and staff", 3, 17), (3, "Nobody", 4, 8)]
    >>> written = [Version(n, asked, said, datetime(2026, 3, day, hour, tzinfo=UTC))
    ...            for n, said, day, hour in times]
    >>> [(str(state.on), state.version.value) for state in end_of_days(written, UTC)]
    [('2026-03-03', 'Carers and staff'), ('2026-03-04', 'Nobody')]
    """
    # a later version of the same day takes the place: ids grow, also where a clock was put back
    last = {version.at.astimezone(zone).date(): version for version in versions}
    return tuple(State(day, last[day]) for day in sorted(last))


def earlier(
    versions: Iterable[Version], today: date, zone: tzinfo | None = None
) -> tuple[State, ...]:
    """
    Return how one answer stood before today wherever that differs from how it stands now.

    Oldest first; a state that lasted is told once, with its first day; empty ones are left out.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Prompt
    >>> asked = Prompt("voices.who", 1, "Who is missing?", "voices")
    >>> written = [Version(day, asked, said, datetime(2026, 3, day, 12, tzinfo=UTC))
    ...            for day, said in [(3, "Carers"), (4, "Staff")]]
    >>> [(str(state.on), state.version.value) for state in earlier(written, date(2026, 3, 9), UTC)]
    [('2026-03-03', 'Carers')]
    """
    written = list(versions)
    if not written:
        return ()
    found: list[State] = []
    before = None
    for state in end_of_days(written, zone):
        same = before is not None and state.version.value == before.value
        before = state.version
        if state.on < today and not same and differs(state.version, written[-1]):
            found.append(state)
    return tuple(found)


def differs(before: Version, now: Version) -> bool:
    """Whether an earlier version holds something, and something other than the one now."""
    return not is_empty(answer(before)) and answer(before) != answer(now)


def is_empty(value: Any) -> bool:
    """Whether an answer is no answer: blank words, nothing chosen; 0 is an answer."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def changed(before: Version, after: Version, names: dict[str, str] | None = None) -> Change:
    """
    Say what changed from one version of an answer to another.

    Parameters
    ----------
    before, after
        Two versions of one answer: words, a choice, or a result as JSON.
    names
        What the ids of options and rows are called on the page.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Prompt
    >>> asked, noon = Prompt("voices.who", 1, "Who?", "voices"), datetime(2026, 3, 3, 12, tzinfo=UTC)
    >>> then, now = (Version(1, asked, said, noon) for said in ("Ask staff", "Ask more staff"))
    >>> changed(then, now).said
    'Since then you added 1 word.'
    """
    chosen = "choice" in (before.kind, after.kind)
    return compare(answer(before), answer(after), names, chosen=chosen)


def on_this_day(
    versions: Iterable[Version], today: date, zone: tzinfo | None = None
) -> tuple[Remembered, ...]:
    """
    Return what was written on this day a week, a month, three or six months, or years ago.

    Parameters
    ----------
    versions
        Of one answer or of many, oldest first. Each answer is told as that day left it.
    today
        The local date.

    Notes
    -----
    Short months lose nothing: 28 February brings back 28 to 31 January, and 31 March the last
    day of February.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Prompt
    >>> asked = Prompt("voices.who", 1, "Who is missing?", "voices")
    >>> written = [Version(1, asked, "Carers", datetime(2026, 1, 31, 12, tzinfo=UTC))]
    >>> [(each.ago, each.version.value) for each in on_this_day(written, date(2026, 2, 28), UTC)]
    [('a month ago', 'Carers')]
    """
    answers: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        answers[version.prompt.id].append(version)
    found = [
        Remembered(ago, state.on, state.version)
        for written in answers.values()
        for state in end_of_days(written, zone)
        if (ago := _ago(state.on, today)) and not is_empty(answer(state.version))
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.version.id)))


def _ago(then: date, today: date) -> str:
    months = (today.year - then.year) * 12 + today.month - then.month
    if (today - then).days == 7:
        return "a week ago"
    same_day = _later(then, months) == today or _later(today, -months) == then
    if months < 1 or not same_day:
        return ""
    if months % 12 == 0 and months > 12:
        return f"{months // 12} years ago"
    return MONTHS_AGO.get(months, "")


def _later(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def way_back(
    versions: Iterable[Version], today: date, zone: tzinfo | None = None
) -> Version | None:
    """
    Return the longer text of today that was emptied or replaced since, or None.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Prompt
    >>> asked = Prompt("voices.why", 1, "Why?", "voices")
    >>> texts = ["I ask for dates because I am asked for dates myself.", "I ask"]
    >>> written = [Version(hour, asked, said, datetime(2026, 3, 3, hour, tzinfo=UTC))
    ...            for hour, said in enumerate(texts, 9)]
    >>> way_back(written, date(2026, 3, 3), UTC).value
    'I ask for dates because I am asked for dates myself.'
    """
    of_today = [each for each in versions if each.at.astimezone(zone).date() == today]
    if not of_today:
        return None
    whole = reduce(standing, of_today)
    return whole if mostly_gone(whole.value, of_today[-1].value) else None


def standing(whole: Version, new: Version) -> Version:
    """
    Return the version to go back to, once a new one is kept: the new one where it goes on from it.

    A text deleted in steps leads back to where it was whole.
    """
    if carries_on(whole.value, new.value):
        return new
    shorter = len(new.value) < len(whole.value)
    return whole if shorter or mostly_gone(whole.value, new.value) else new


def mostly_gone(whole: str, now: str) -> bool:
    """
    Say whether a longer text has lost more than half of its words.

    Examples
    --------
    >>> text = "I ask for dates because I am asked for dates myself."
    >>> mostly_gone(text, ""), mostly_gone(text, "I ask because I am asked for dates.")
    (True, False)
    """
    if len(whole) < LONG:
        return False
    before = Counter(whole.split())
    stayed = sum((before & Counter(now.split())).values())
    return stayed < before.total() / 2
