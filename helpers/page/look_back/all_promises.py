"""All promises with what was said about them, each at hand, and all days in one calendar file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING

from helpers.journal.promise_keeping import counted
from helpers.page import words
from helpers.page.forms import Select
from helpers.page.layout import Activity, fold
from helpers.page.part import Told
from helpers.page.promise import told
from helpers.page.promise.asked import Clock, opened, slot, today
from helpers.page.promise.in_calendar import AllInCalendar
from helpers.page.promise.kept import KeptPromise
from helpers.page.shelf import Reflection, reflections

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal

SAID = words.load("page")["look_back"]
CALENDAR = words.load("page")["calendar"]["title_all"]
LONGEST = 90  # characters of a promise in a list to choose from


class AllPromises(Activity):
    """List all promises; one of them at a time can be changed, taken back, or put in a calendar."""

    def __init__(self, journal: Journal | None, now: Clock, on_change: Callable[[], object]):
        self._given_journal, self._now, self._on_change = journal, now, on_change
        self.list = Told(self._told)
        self.choose = Select(SAID["choose_promise"], {}, placeholder=SAID["none_chosen"])
        self.chosen = slot()
        all_days = fold(CALENDAR, None, lambda: AllInCalendar(self._promises, now))
        super().__init__(self.list, self.choose, self.chosen, all_days)
        self.choose.observe(self._on_choice, "value")

    def _promises(self) -> list[Commitment]:
        return counted(opened(self._given_journal).commitments())

    def _told(self) -> str:
        promises = self._promises()
        self.choose.options = {
            str(one.id): shorten(f"If {one.if_}, then I will {one.then}", LONGEST, placeholder=" …")
            for one in promises
            if not one.finished
        }
        places = {found.slice: found for found in reflections()}
        names = dict.fromkeys(one.reflection for one in promises)
        return "".join(
            _heading(places.get(name))
            + self._entries(one for one in promises if one.reflection == name)
            for name in names
        )

    def _entries(self, promises: Iterable[Commitment]) -> str:
        day = today(self._now)
        entries = (
            f"<article class='kit-card'>{told.whole(one, day)}{told.history(one)}</article>"
            for one in promises
        )
        return f"<div class='kit-stack'>{''.join(entries)}</div>"

    def _on_choice(self, change) -> None:
        found = [one for one in self._promises() if str(one.id) == change["new"]]
        cards = (KeptPromise(one, self._given_journal, self._now, self._on_change) for one in found)
        self.chosen.children = tuple(cards)

    def follow(self, now: Mapping[int, Commitment]) -> None:
        """Show promises as they stand now."""
        self.list.refresh()
        for card in self.chosen.children:
            card.follow(now)


def _heading(place: Reflection | None) -> str:
    """Return the question under which promises were made, with the way back to it."""
    if place is None:
        return ""
    question = escape(place.question)
    return f"<h4><a href='{escape(place.notebook)}#now-what'>{question}</a></h4>"
