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
        self.soon.html = _soon(promises, day)
        self._count(promises)
        self.folds.children = self._folds(promises)
        if not promises:
            return f"<p>{SAID['nothing']}</p>"
        if due:
            return ""
        ahead = [one for promise in promises for one in _ahead(promise, day)]
        next_day = f" {SAID['next'].format(day=spoken(min(ahead)))}" if ahead else ""
        return f"<p>{SAID['none_due']}{next_day}</p>"

    def _asked(self, due: list[Commitment]) -> tuple[ipw.Widget, ...]:
        now, self._waiting = due[:AT_ONCE], due[AT_ONCE:]
        cards = [Answer(one, self._given_journal, self._now, self._count) for one in now]
        label = SAID["more"].format(count=len(self._waiting))
        more = [Button(label, self.show_more, quiet=True)] if self._waiting else []
        return (*cards, *more)

    def _count(self, promises: list[Commitment] | None = None) -> None:
        found = self.promises() if promises is None else promises
        self.sentence.html = f"<p>{keeping(found)}</p>" if found else ""

    def _folds(self, promises: list[Commitment]) -> tuple[ipw.Widget, ...]:
        folds = [fold(SAID["all"], None, self._all)] if promises else []
        if len(promises) >= FEWEST:
            folds.append(fold(SAID["deeper"], SAID["minutes"], self._curve))
        return tuple(folds)

    def _all(self) -> Activity:
        from helpers.page.look_back.all_promises import AllPromises

        return AllPromises(self._given_journal, self._now, self._count)

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
