"""Dated: one day to come, kept in the journal and taken to a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from uuid import NAMESPACE_OID, uuid5

from helpers.intake import Problem
from helpers.page import words
from helpers.page.files import Download
from helpers.page.forms import Date
from helpers.page.layout import Activity
from helpers.page.part import Markup, Told
from helpers.page.past import said_day


class DayInCalendar(Activity):
    """
    Ask for a day, and offer it as a calendar file.

    Parameters
    ----------
    name : str
        The question in words.toml.
    said : mapping
        ``calendar``, ``calendar_file``, ``calendar_note``, ``calendar_missing``, and what is asked
        once the day has come: ``calendar_come``.
    title : callable
        Returns what the calendar will show.
    """

    def __init__(
        self,
        name: str,
        said: Mapping[str, str],
        title: Callable[[], str],
        journal=None,
        now: Callable[[], datetime] | None = None,
    ):
        self._said, self._title = said, title
        self._now = now or (lambda: datetime.now(UTC))
        self._prompt = words.prompt("voices", name)
        self.day = Date(**words.question("voices", name, journal))
        self.download = Download(said["calendar"], said["calendar_file"], self.file)
        note = Markup(f"<p class='kit-hint'>{said['calendar_note']}</p>")
        self.come = Told(self._has_come, live=True)
        super().__init__(self.come, self.day, self.download, note)
        self.day.observe(lambda _change: self.come.refresh(), "value")

    def _has_come(self) -> str:
        """Ask about the day that the journal holds, once it is there."""
        kept, today = self.day.journal.latest(self._prompt.id), self._now().astimezone().date()
        if not kept or not kept.value:
            return ""
        written, named = kept.at.astimezone().date(), date.fromisoformat(kept.value)
        if not written <= named <= today or written == today:
            return ""
        day = said_day(named, today)
        return f"<p><strong>{self._said['calendar_come'].format(day=day)}</strong></p>"

    def file(self) -> bytes:
        """
        Return the calendar file of the day.

        Taken again after the day was changed, it moves the entry that the calendar holds.

        Raises
        ------
        Problem
            Where no day is chosen, or it has passed.
        """
        from helpers.journal.calendar import one_day_file

        if not self.day.value:
            raise Problem(self._said["calendar_missing"])
        versions = self.day.journal.versions(self._prompt.id)
        begun = versions[0].at.isoformat() if versions else self.day.value
        return one_day_file(
            date.fromisoformat(self.day.value),
            self._title(),
            uid=str(uuid5(NAMESPACE_OID, f"{self._prompt.id} {begun}")),
            sequence=len(versions),
            now=self._now(),
        )
