"""A promise that was kept: at hand to be changed, taken back, or put in a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.page import words
from helpers.page.layout import Activity, fold, row
from helpers.page.part import Button, Markup
from helpers.page.promise import told
from helpers.page.promise.asked import Clock, opened, slot, today
from helpers.page.promise.form import PromiseForm
from helpers.page.promise.in_calendar import InCalendar, out_of_calendar

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal

SAID = words.load("page")["kept"]
CALENDAR = words.load("page")["calendar"]["title"]


class KeptPromise(Activity):
    """
    Show one promise; ``on_change`` is called after each change, so that what counts can follow.

    ``promise`` is how it stands now.
    """

    def __init__(
        self,
        promise: Commitment,
        journal: Journal | None,
        now: Clock,
        on_change: Callable[[], object] = lambda: None,
    ):
        self.promise, self._given_journal, self._now = promise, journal, now
        self._on_change = on_change
        self.words, self.said = Markup(), Markup(live=True)
        self.acts, self.inside, self.after = slot(row()), slot(), slot()
        super().__init__(self.words, self.said, self.acts, self.inside, self.after)
        self.add_class("kit-card")
        self._show()

    def change(self) -> None:
        """Open the form that changes the promise."""
        self.form = PromiseForm(self.promise.reflection, self._given_journal, self.promise)
        self._say("")
        self.acts.children = ()
        self.inside.children = (
            self.form,
            row(
                Button(SAID["keep_change"], self.keep_change),
                Button(SAID["leave"], self.leave, quiet=True),
            ),
        )

    def leave(self) -> None:
        """Close the form, and leave the promise as it was."""
        self.form.leave()
        self._show()

    def keep_change(self) -> None:
        """Keep what the form says; a Problem is shown beside the field that it is about."""
        written = self.form.written(today(self._now))
        if written is None:
            return
        before = {name: getattr(self.promise, name) for name in written}
        changed = {name: value for name, value in written.items() if before[name] != value}
        self.form.clear()
        if not changed:
            self._show()
            return
        self._change(changed)
        earlier = {name: before[name] for name in changed}
        self._say(SAID["changed"], lambda: self._undo_change(earlier))

    def follow(self, now: Mapping[int, Commitment]) -> None:
        """Show the promise as it stands by now, where it was changed elsewhere."""
        standing = now.get(self.promise.id)
        if standing is not None and standing != self.promise:
            self.promise = standing
            self._show()

    def take_back(self) -> None:
        """Take the promise out of the list and every count; the journal remembers that it was."""
        standing = self.promise
        self._put(self._journal.review(standing.id, "taken_back"))
        self._say(SAID["taken_back"], lambda: self._stand_again(standing))
        self._offer_removal(standing, set())

    @property
    def _journal(self) -> Journal:
        return opened(self._given_journal)

    def _undo_change(self, earlier: dict[str, Any]) -> None:
        self._change(earlier)
        self._say("")

    def _change(self, changed: dict[str, Any]) -> None:
        from helpers.journal.calendar import numbered

        before = self.promise
        self._put(self._journal.change_promise(before.id, **changed))
        self._offer_removal(before, set(numbered(self.promise)))

    def _offer_removal(self, before: Commitment, staying: set[int]) -> None:
        """Offer to take look-backs that were to come, and are no more, out of a calendar."""
        from helpers.journal.calendar import coming

        days = coming(before, today(self._now)).items()
        gone = {number: day for number, day in days if number not in staying}
        if gone:
            self.after.children = (out_of_calendar(self.promise, gone, self._now),)

    def _stand_again(self, standing: Commitment) -> None:
        """Undo a taking back: the promise stands as it stood."""
        self._put(self._journal.withdraw_review(standing.id))
        self._say("")

    def _put(self, promise: Commitment) -> None:
        self.promise = promise
        self._show()
        self._on_change()

    def _show(self) -> None:
        promise = self.promise
        self.words.html = ""
        if promise.status != "taken_back":
            self.words.html = told.whole(promise, today(self._now)) + told.history(promise)
        self.acts.children = self.inside.children = self.after.children = ()
        if not promise.finished:
            change = Button(SAID["change"], self.change, quiet=True)
            take_back = Button(SAID["take_back"], self.take_back, quiet=True)
            self.acts.children = (change, take_back)
            self.inside.children = (fold(CALENDAR, None, self._calendar),)

    def _calendar(self) -> InCalendar:
        return InCalendar(self.promise, self._now)

    def _say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.said.html = f"<p>{text}</p>" if text else ""
        if undo:
            self.acts.children = (*self.acts.children, Button(SAID["undo"], undo, quiet=True))
