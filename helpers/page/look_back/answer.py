"""One promise to look back at: four answers of equal standing, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.forms import Choice
from helpers.page.layout import Activity
from helpers.page.part import Button, Markup
from helpers.page.promise import told
from helpers.page.promise.asked import Clock, asked, opened, slot, today
from helpers.page.promise.drafts import DraftText
from helpers.page.promise.kept import KeptPromise

if TYPE_CHECKING:
    from datetime import date

    from helpers.journal import Commitment, Journal

SAID = words.load("page")["look_back"]


class Answer(Activity):
    """Ask what became of one promise; ``on_answer`` is called once an answer was kept."""

    def __init__(
        self,
        promise: Commitment,
        journal: Journal | None,
        now: Clock,
        on_answer: Callable[[], object] = lambda: None,
    ):
        self.promise, self._given_journal, self._now = promise, journal, now
        self._on_answer = on_answer
        self.words, self.said = Markup(), Markup(live=True)
        self.answer = Choice(SAID["ask"], SAID["answers"], hint=SAID["ask_hint"], inline=True)
        why = asked(promise.reflection, "look_back_why", journal, key=promise.uid)
        self.why = DraftText(rows=2, **why)
        self.asking, self.after = slot(), slot()
        super().__init__(self.words, self.asking, self.said, self.after)
        self.add_class("kit-card")
        self.add_class("kit-promise")
        self.ask()

    def ask(self) -> None:
        """Ask, or ask again: the newest answer is the one that stands."""
        self.words.html, self.said.html, self.after.children = self._told(), "", ()
        self.asking.children = (self.answer, self.why, Button(SAID["keep"], self.keep))

    def keep(self) -> None:
        """Keep the answer that was chosen."""
        self.answer.problem = "" if self.answer.value else SAID["choose"]
        if not self.answer.value:
            return
        note = (self.why.value or "").strip()
        self.promise = opened(self._given_journal).review(self.promise.id, self.answer.value, note)
        if self.why.value:
            self.why.value = ""  # the words stand beside the answer now
        self.asking.children = ()
        self.said.html = f"<p>{' '.join(self._kept())}</p>"
        more = self._more()
        if more:  # it tells the promise itself
            self.words.html = ""
        self.after.children = (*more, Button(SAID["again"], self.ask, quiet=True))
        self._on_answer()

    def follow(self, now: Mapping[int, Commitment], day: date) -> bool:
        """Show the promise as it stands now; say whether it is still to be asked about here."""
        if not self.asking.children:  # it was answered here
            for kept in self.after.children[:-1]:
                kept.follow(now)
            return True
        standing = now.get(self.promise.id)
        if standing is None or not standing.due(day):
            return False
        self.promise = standing
        self.words.html = self._told()
        return True

    def _told(self) -> str:
        day = today(self._now)
        due = self.promise.due(day)
        said = f"<p class='eyebrow'>{SAID['due'].format(day=spoken(due))}</p>" if due else ""
        return f"{said}{told.whole(self.promise, day)}{told.history(self.promise)}"

    def _kept(self) -> list[str]:
        said = [SAID["kept"][self.promise.status]]
        ahead = [day for day in self.promise.look_backs if day > today(self._now)]
        if ahead and not self.promise.finished:
            said.append(SAID["asked_again"].format(day=spoken(ahead[0])))
        return said

    def _more(self) -> list[Activity]:
        """Offer to write a changed promise anew, or to choose a day where none is left."""
        day = today(self._now)
        left = any(one > day for one in self.promise.look_backs)
        if self.promise.finished or (self.promise.status == "started" and left):
            return []
        kept = KeptPromise(self.promise, self._given_journal, self._now, self._on_answer)
        if self.promise.status == "changed":
            kept.change()
        return [kept]
