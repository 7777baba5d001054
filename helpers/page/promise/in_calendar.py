"""Look-backs as calendar files: one for each day, or all in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.files import Download
from helpers.page.forms import Choice
from helpers.page.layout import Activity, row
from helpers.page.part import Markup
from helpers.page.promise.asked import Clock, today

if TYPE_CHECKING:
    from helpers.journal import Commitment

SAID = words.load("page")["calendar"]


class _Calendar(Activity):
    def __init__(self, now: Clock, *buttons: Download):
        self._now, self.buttons = now, buttons
        self.shows = Choice(SAID["shows"], SAID["shown"], value="neutral")
        scene = Markup(f"<p>{SAID['scene'] if buttons else SAID['none']}</p>")
        super().__init__(scene, *([self.shows, row(*buttons)] if buttons else []))

    def _title(self, promise: Commitment) -> str:
        from helpers.journal import calendar

        return calendar.in_words(promise) if self.shows.value == "words" else calendar.NEUTRAL


class InCalendar(_Calendar):
    """Offer the look-backs of one promise that are to come."""

    def __init__(self, promise: Commitment, now: Clock):
        from helpers.journal.calendar import coming

        self._promise = promise
        days = coming(promise, today(now))
        buttons = [self._one(day) for day in days.values()]
        if len(days) > 1:
            label = SAID["all"].format(count=len(days))
            buttons.append(Download(label, "look-backs.ics", lambda: self.file(None)))
        super().__init__(now, *buttons)

    def file(self, day: date | None) -> bytes:
        """Return the calendar file of one day, or of all."""
        from helpers.journal.calendar import calendar_file

        title = self._title(self._promise)
        return calendar_file(self._promise, day, title=title, now=self._now())

    def _one(self, day: date) -> Download:
        return Download(spoken(day), f"look-back-{day}.ics", lambda: self.file(day))


class AllInCalendar(_Calendar):
    """Offer every look-back that is to come, of all promises, in one file."""

    def __init__(self, read: Callable[[], list[Commitment]], now: Clock):
        self._read = read
        super().__init__(now, Download(SAID["all_promises"], "look-backs.ics", self.file))

    def file(self) -> bytes:
        """Return the calendar file."""
        from helpers.journal.calendar import calendar_of

        return calendar_of(self._read(), self._title, now=self._now())


def out_of_calendar(promise: Commitment, days: Mapping[int, date], now: Clock) -> Activity:
    """Offer a file that takes look-backs out of a calendar."""

    def file() -> bytes:
        from helpers.journal.calendar import cancelled_file

        return cancelled_file(promise, days, now=now())

    hint = Markup(f"<p class='eyebrow'>{SAID['removed_hint']}</p>")
    return Activity(Download(SAID["removed"], "look-backs-removed.ics", file), hint)
