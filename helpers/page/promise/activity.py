"""Now what: one if–then promise with a date, or the question a reader takes away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.journal.promise_keeping import counted
from helpers.page import words
from helpers.page.forms import Select, Text, show_problem
from helpers.page.layout import Activity, card, row
from helpers.page.part import Button, Markup, Told
from helpers.page.promise import told
from helpers.page.promise.asked import Clock, asked, opened, slot, this_computer, today
from helpers.page.promise.form import PromiseForm
from helpers.page.promise.kept import KeptPromise
from helpers.page.promise.rehearsal import Rehearsal

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal

SAID = words.load("page")["promise"]
FINISHED = words.load("page")["kept"]["finished"]
HEADING = f"<h3>{SAID['kept_here']}</h3>"
USUAL = timedelta(days=14)  # a first look back, where the reader chose no day


class Promise(Activity):
    """
    Make one promise, starting from a menu or from own words; or take a question away.

    What is kept is in the journal; what is being written is kept there too, as it is typed.

    Parameters
    ----------
    subject
        The slice, or whatever else the promise belongs to.
    own
        What is said here only: ``promise`` (scene, question), ``promises`` (the menu: id, if,
        then) and ``prompts``, each as in a words.toml; None for the slice's own words.
    now
        The clock: asked when the page is shown, and when something is kept.
    """

    def __init__(
        self,
        subject: str,
        journal: Journal | None = None,
        *,
        own: Mapping[str, Any] | None = None,
        now: Clock = this_computer,
    ):
        self._subject, self._given_journal, self._now = subject, journal, now
        own = words.load(subject) if own is None else own
        around = {"scene": "", "question": ""} | own.get("promise", {})
        self._menu = {entry["id"]: entry for entry in own.get("promises", ())}
        shown = {
            name: f"If {entry['if']}, then I will {entry['then']}"
            for name, entry in self._menu.items()
        }
        self.menu = Select(SAID["menu"], shown)
        self.menu.placeholder = SAID["own_words"]
        self.form = PromiseForm(subject, journal, own=own)
        self.cue, self.act, self.by = self.form.cue, self.form.act, self.form.by
        self.question = Text(rows=2, **asked(subject, "promise_question", journal, own))
        self.said, self.rehearsal = Markup(live=True), slot()
        self.kept, self.promises = Told(self._look), slot()
        self.questions = Markup()
        promise = card(
            *([self.menu] if shown else []),
            self.form,
            row(Button(SAID["keep"], self.keep_promise)),
            self.said,
            self.rehearsal,
            kind="promise",
        )
        keep_question = Button(SAID["keep_question"], self.keep_question, quiet=True)
        super().__init__(
            Markup(f"<p>{around['scene']}</p>"),
            promise,
            Markup(f"<p>{around['question']}</p>"),
            card(self.question, keep_question, kind="together"),
            self.kept,
            self.promises,
            self.questions,
        )
        self.menu.observe(self._on_menu, "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return opened(self._given_journal)

    def keep_promise(self) -> None:
        """Keep the promise as it stands; a Problem is shown beside the field that it is about."""
        if self.rehearsal.children and not (self.cue.value or self.act.value or self.by.value):
            return  # pressed twice
        written = self.form.written(today(self._now))
        if written is None:
            return
        kept = show_problem(self.by, lambda: self._keep(written))
        if kept is None:
            return
        self.form.clear()
        self.form.stronger.head.unfolded = False
        self.menu.value = None
        self.said.html = (
            f"<p><strong>{SAID['kept']}</strong> {told.sentence(kept)}</p>"
            f"{told.days(kept, today(self._now))}"
        )
        self.rehearsal.children = (Rehearsal(kept.if_),)
        others = [one for one in self.promises.children if one.promise.id != kept.id]
        self.promises.children = (*others, self._card(kept))
        self.kept.html = HEADING

    def keep_question(self) -> None:
        """Keep the question that the reader takes away instead."""
        text = self.question.value or ""
        notebook = self.kept.notebook
        kept = show_problem(
            self.question,
            lambda: self.journal.take_question(text, self._subject, notebook=notebook),
        )
        if kept is not None:
            self.kept.html = HEADING
            self._show_rest(self._promises())

    def _keep(self, written: dict[str, Any]) -> Commitment:
        standing = (one for one in self._promises() if not one.finished)
        for earlier in standing:
            if (earlier.if_, earlier.then) == (written["if_"], written["then"]):
                changed = {k: v for k, v in written.items() if getattr(earlier, k) != v}
                return self.journal.change_promise(earlier.id, **changed) if changed else earlier
        more = self.form.wording() | {"notebook": self.kept.notebook}
        return self.journal.promise(**written, reflection=self._subject, **more)

    def _promises(self) -> list[Commitment]:
        return counted(self.journal.commitments(self._subject))

    def _card(self, promise: Commitment) -> KeptPromise:
        return KeptPromise(promise, self._given_journal, self._now, self._on_change)

    def _on_change(self) -> None:
        # what was said when the promise was kept may be true no more
        self.said.html, self.rehearsal.children = "", ()

    def _on_menu(self, change) -> None:
        entry = self._menu.get(change["new"])
        if entry:
            self.cue.value, self.act.value = entry["if"], entry["then"]
            if not self.by.value:
                self.by.value = (today(self._now) + USUAL).isoformat()

    def _look(self) -> str:
        """Show what the journal holds for this page; return the heading above it."""
        self._on_change()
        self.form.look()
        found = self._promises()
        self.promises.children = tuple(self._card(one) for one in found if not one.finished)
        self._show_rest(found)
        return HEADING if found or self.questions.html else ""

    def _show_rest(self, promises: list[Commitment]) -> None:
        """List the questions taken away, and the promises of which nothing more is asked."""
        asked_for = self.journal.questions(self._subject)
        texts = [f"{SAID['a_question']} {escape(question.text)}" for question in asked_for]
        ended = [f"{told.sentence(one)} {told.last(one)}" for one in promises if one.finished]
        folded = f"<details><summary>{FINISHED}</summary>{_list(ended)}</details>" if ended else ""
        self.questions.html = _list(texts) + folded


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
