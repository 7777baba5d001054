"""Look back: which promises are due, what became of them, in one plain sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers.journal.if_then import spoken
from helpers.journal.promise_keeping import FEWEST, counted, keeping
from helpers.page import words
from helpers.page.layout import Activity, fold
from helpers.page.look_back.answer import Answer
from helpers.page.part import Button, Markup, Told
from helpers.page.promise import told
from helpers.page.promise.asked import Clock, opened, slot, this_computer, today

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal
    from helpers.page.look_back.all_promises import AllPromises

SAID = words.load("page")["look_back"]
AT_ONCE = 3  # promises asked about together; the rest wait behind a button
SOON = timedelta(days=14)


class LookBack(Activity):
    """
    Ask what became of the promises that are due, and say in one sentence how all of them stand.

    With nothing due it is one line. ``now`` is the clock, asked when the page is shown.

    Examples
    --------
    >>> LookBack().line.html  # nothing is read before it is shown
    ''
    """

    def __init__(self, journal: Journal | None = None, *, now: Clock = this_computer):
        self._given_journal, self._now = journal, now
        self.line, self.sentence = Told(self._look), Markup(live=True)
        self.due, self.soon, self.folds = slot(), Markup(), slot()
        self._waiting: list[Commitment] = []
        self._list: AllPromises | None = None
        super().__init__(self.line, self.due, self.soon, self.sentence, self.folds)

    def promises(self) -> list[Commitment]:
        """Return the promises that count."""
        return counted(opened(self._given_journal).commitments())

    def show_more(self) -> None:
        """Ask about the next promises that are due."""
        cards, waiting = self.due.children[:-1], self._waiting
        self.due.children = (*cards, *self._asked(waiting))

    def _look(self) -> str:
        """Show what the journal holds today; return the line above it."""
        promises, day = self.promises(), today(self._now)
        due = sorted((one for one in promises if one.due(day)), key=lambda one: one.due(day) or day)
        self.due.children = self._asked(due)
        self._list = None
        self.folds.children = self._folds(promises)
        return self._tell(promises)

    def _tell(self, promises: list[Commitment]) -> str:
        """Tell what comes soon and how all promises stand; return the line above it."""
        day = today(self._now)
        self.soon.html = _soon(promises, day)
        self.sentence.html = f"<p>{keeping(promises)}</p>" if promises else ""
        if not promises:
            return f"<p>{SAID['nothing']}</p>"
        if self.due.children:
            return ""
        ahead = [one for promise in promises for one in _ahead(promise, day)]
        next_day = f" {SAID['next'].format(day=spoken(min(ahead)))}" if ahead else ""
        return f"<p>{SAID['none_due']}{next_day}</p>"

    def _asked(self, due: list[Commitment]) -> tuple[ipw.Widget, ...]:
        now, self._waiting = due[:AT_ONCE], due[AT_ONCE:]
        cards = [Answer(one, self._given_journal, self._now, self._changed) for one in now]
        label = SAID["more"].format(count=len(self._waiting))
        more = [Button(label, self.show_more, quiet=True)] if self._waiting else []
        return (*cards, *more)

    def _changed(self) -> None:
        """Follow a change made in one place here in all the others, and on the rest of the page."""
        found, day = self.promises(), today(self._now)
        now = {one.id: one for one in found}
        self._waiting = [now[one.id] for one in self._waiting if one.id in now]
        cards = self.due.children
        self.due.children = tuple(
            one for one in cards if not isinstance(one, Answer) or one.follow(now, day)
        )
        if self._list is not None:
            self._list.follow(now)
        self.line.html = self._tell(found)
        self.line.renew_others()

    def _folds(self, promises: list[Commitment]) -> tuple[ipw.Widget, ...]:
        folds = [fold(SAID["all"], None, self._all)] if promises else []
        if len(promises) >= FEWEST:
            folds.append(fold(SAID["deeper"], SAID["minutes"], self._curve))
        return tuple(folds)

    def _all(self) -> AllPromises:
        from helpers.page.look_back.all_promises import AllPromises

        self._list = AllPromises(self._given_journal, self._now, self._changed)
        return self._list

    def _curve(self) -> Activity:
        from helpers.page.look_back.curve import how_long

        return how_long(self.promises(), today(self._now))


def _ahead(promise: Commitment, day: date) -> list[date]:
    return [] if promise.finished else [one for one in promise.look_backs if one > day]


def _soon(promises: list[Commitment], day: date) -> str:
    """List the next look-back of each promise that comes within two weeks."""
    coming = [(min(ahead), one) for one in promises if (ahead := _ahead(one, day))]
    near = sorted((pair for pair in coming if pair[0] <= day + SOON), key=lambda pair: pair[0])
    if not near:
        return ""
    lines = "".join(f"<li>{spoken(when)}: {told.sentence(one)}</li>" for when, one in near)
    return f"<h4>{SAID['soon']}</h4><ul>{lines}</ul>"
