"""The past of one answer, as its control shows it: earlier days, and the way back within today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.journal.records import IN_WORDS
from helpers.journal.then_and_now import (
    answer,
    changed,
    differs,
    earlier,
    end_of_days,
    is_empty,
    mostly_gone,
    standing,
    way_back,
)

if TYPE_CHECKING:
    from helpers.journal import Version
    from helpers.journal.changes import Change

MOST = 10  # earlier states shown at once; all of them stay in the journal
Names = Callable[..., dict[str, str]]


class Past:
    """
    What a control remembers of an answer's versions, read once, when it was shown.

    Saving asks the journal nothing more: ``keep`` is told each new version.
    """

    def __init__(self, versions: list[Version], today: date):
        self._today = today
        self._days = [state for state in end_of_days(versions) if state.on < today]
        self._now = versions[-1] if versions else None
        self._back = way_back(versions, today)
        self._whole = self._back or self._now

    def keep(self, version: Version) -> None:
        """Take note of a version that was saved."""
        self._now = version
        if version.kind in IN_WORDS:
            self._whole = standing(self._whole, version) if self._whole else version
            gone = self._whole is not version and mostly_gone(self._whole.value, version.value)
            self._back = self._whole if gone else None
        else:
            self._back = None

    def bring(self, version: Version) -> None:
        """Take note of a version that was brought back: what stood there can follow it."""
        before, self._now, self._whole = self._now, version, version
        self._back = before if before and differs(before, version) else None

    @property
    def day(self) -> str:
        """The last earlier day on which the answer was another one; '' where there is none."""
        now = self._now
        found = (s.on for s in reversed(self._days) if now and differs(s.version, now))
        return said_day(next(found, None), self._today)

    @property
    def way_back(self) -> dict[str, Any]:
        """The version to offer again, by its id and time, since it was emptied or replaced."""
        if not (back := self._back):
            return {}
        day = back.at.astimezone().date()
        on = said_day(day, self._today) if day != self._today else ""
        return {"version": back.id, "at": back.at.isoformat(), "on": on}


def said_day(day: date | None, today: date) -> str:
    """
    Say a day, with its year where that is another.

    Examples
    --------
    >>> said_day(date(2026, 3, 3), date(2026, 7, 1)), said_day(date(2025, 3, 3), date(2026, 7, 1))
    ('3 March', '3 March 2025')
    """
    if day is None:
        return ""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def states(versions: list[Version], today: date, wording: str, names: Names) -> dict[str, Any]:
    """
    Return what a page shows of an answer's earlier days, newest first.

    Parameters
    ----------
    versions
        Every version of the answer, oldest first.
    today
        The local date.
    wording
        The question as it reads now: an earlier one is told where it was another.
    names
        Called with answers; returns what the ids in them are called on the page.
    """
    found = earlier(versions, today)[::-1]
    shown = []
    for state in found[:MOST]:
        then, now = state.version, versions[-1]
        change = changed(then, now, names(answer(then), answer(now)))
        shown.append(
            {
                "version": then.id,
                "on": said_day(state.on, today),
                "wording": then.prompt.wording if then.prompt.wording != wording else "",
                "said": change.said,
                "running": change.running,
                "pieces": _pieces(change, then, now),
            }
        )
    return {"states": shown, "more": max(0, len(found) - MOST)}


def _pieces(change: Change, then: Version, now: Version) -> list[list[str]]:
    """Return both answers in one where that can be followed, else only the earlier words."""
    one_answer = not change.running and isinstance(answer(then), str | int | float)
    if one_answer:
        return []  # the sentence has said it
    if change.running and (is_empty(answer(now)) or not change.alike):
        return [["then", then.value]]
    return [[piece.kind, piece.words] for piece in change.pieces]
