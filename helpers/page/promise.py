"""Now what: one if–then promise with a date, or the question a reader takes away."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

from helpers.journal.if_then import IfThen, if_then
from helpers.page import words
from helpers.page.forms import Date, Select, Text, show_problem
from helpers.page.layout import Activity, card, row
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal


class Promise(Activity):
    """
    Make one promise, starting from a menu or from own words; or take a question away.

    What is kept is in the journal; what is being written is kept there too, as it is typed.
    """

    def __init__(self, subject: str, journal: Journal | None = None):
        self._subject, self._given_journal = subject, journal
        self._menu = {entry["id"]: entry for entry in words.load(subject)["promises"]}
        shown = {
            name: f"If {entry['if']}, then I will {entry['then']}"
            for name, entry in self._menu.items()
        }
        self.menu = Select("Start from one of these, or write your own", shown)
        self.menu.placeholder = "My own words"
        self.cue = self._box("promise_if")
        self.act = self._box("promise_then")
        self.by = Date("I will look back at it on")
        self.question = self._box("promise_question")
        self.said = Markup(live=True)
        self.kept = Told(self._list)
        ask = card(
            self.question,
            Button("Keep this question", self.keep_question, quiet=True),
            kind="together",
        )
        promise = card(
            self.menu,
            self.cue,
            self.act,
            self.by,
            row(
                Button("Keep this promise", self.keep_promise),
                Button("Take the last one back", self.take_back, quiet=True),
            ),
            self.said,
            kind="promise",
        )
        said = words.load(subject)["promise"]
        super().__init__(
            Markup(f"<p>{said['scene']}</p>"),
            promise,
            Markup(f"<p>{said['question']}</p>"),
            ask,
            self.kept,
        )
        self.menu.observe(self._on_menu, "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        if self._given_journal is None:
            from helpers import journal

            return journal.mine()
        return self._given_journal

    def keep_promise(self) -> None:
        """Keep the promise as it stands; a Problem is shown beside the field that it is about."""
        for field in (self.cue, self.act, self.by):
            field.problem = ""
        missing = (field for field in (self.cue, self.act) if not (field.value or "").strip())
        kept = show_problem(next(missing, self.by), self._promise)
        if kept is not None:
            rehearse = words.load(self._subject)["promise"]["rehearse"]
            self.said.html = f"<p><strong>Kept.</strong> {_told(kept)} {rehearse}</p>"
            self.kept.refresh()

    def take_back(self) -> None:
        """Take the promise kept last out of the list; the journal remembers that it was dropped."""
        standing = self._standing()
        if standing:
            self.journal.review(standing[-1].id, "dropped")
            self.said.html = "<p>Taken back.</p>"
            self.kept.refresh()

    def keep_question(self) -> None:
        """Keep the question that the reader takes away instead."""
        text = self.question.value
        kept = show_problem(
            self.question, lambda: self.journal.take_question(text or "", self._subject)
        )
        if kept is not None:
            self.kept.refresh()

    def _promise(self) -> Commitment:
        made = if_then(
            self.cue.value or "", self.act.value or "", self.by.value, today=date.today()
        )
        for earlier in self._standing():
            if (earlier.if_, earlier.then) == (made.cue, made.act):
                if earlier.by == made.by:
                    return earlier
                self.journal.review(earlier.id, "dropped", "another day was chosen")
        return self.journal.promise(made.cue, made.act, made.by, self._subject)

    def _standing(self) -> list[Commitment]:
        return [one for one in self.journal.commitments(self._subject) if one.status != "dropped"]

    def _box(self, name: str) -> Text:
        return ask(self._subject, name, journal=self._given_journal, rows=2)

    def _on_menu(self, change) -> None:
        entry = self._menu.get(change["new"])
        if entry:
            self.cue.value, self.act.value = entry["if"], entry["then"]
            if not self.by.value:
                self.by.value = (date.today() + timedelta(days=14)).isoformat()

    def _list(self) -> str:
        promises = self._standing()
        questions = self.journal.questions(self._subject)
        if not promises and not questions:
            return ""
        told = [f"<li>{_told(promise)}</li>" for promise in promises]
        told += [f"<li>A question: {escape(question.text)}</li>" for question in questions]
        return f"<h3>What you kept here</h3><ul>{''.join(told)}</ul>"


def _told(promise: Commitment) -> str:
    return escape(str(IfThen(promise.if_, promise.then, promise.by)))
