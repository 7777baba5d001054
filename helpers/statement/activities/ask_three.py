"""Ask three people: a form in one's own words for a signed conversation, and what they said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.forms import Text
from helpers.page.layout import Activity, card
from helpers.page.paper.take_away import TakeAway, blank
from helpers.page.part import Markup
from helpers.page.rhythm import ask
from helpers.statement.activities import own_words

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = own_words.SAID["three"]
QUESTIONS = ("seen", "missed", "wish")
SPACE = "\n".join(["_" * 60] * 3)  # lines to write on, where the form is printed


class AskThreePeople(Activity):
    """Make the form one's own, take it away, and write down later what three people said."""

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.letter = self._box("letter", 5)
        self.questions = [self._box(name, 2) for name in QUESTIONS]
        self.name = ask("statement", "three_name", rows=1, journal=journal)
        self.take = TakeAway(self.texts, self.made, SAID, ("docx", "html", "md"))
        heard = [f"three_{which}" for which in ("first", "second", "third", "surprise")]
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p><strong>{SAID['signed']}</strong></p>"),
            card(self.letter, *self.questions, self.name),
            self.take,
            Markup(f"<h4>{SAID['after_title']}</h4><p>{SAID['after_scene']}</p>"),
            *[ask("statement", name, journal=journal) for name in heard],
        )
        for box in (self.letter, *self.questions, self.name):
            box.observe(lambda _change: self.take.refresh(), "value")

    def texts(self) -> list[tuple[str, str]]:
        """Return what stands on the form in the reader's words."""
        boxes = (self.letter, *self.questions, self.name)
        return [(box.label, box.value) for box in boxes if (box.value or "").strip()]

    def made(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """Return the form as a file. That it is signed is said on every one, whatever is changed."""
        paper = blank(form, SAID["title"])
        paper.words(copy(self._said(self.letter, "letter")))
        if self.name.value:
            paper.words(copy(self.name.value))
        paper.line([(SAID["conversation"], False)], kind="question")
        asked = [
            copy(self._said(box, name)) for box, name in zip(self.questions, QUESTIONS, strict=True)
        ]
        if form == "docx":
            rows = [(question, "\n\n\n\n") for question in asked]
            rows += [(SAID["their_name"], ""), (SAID["their_day"], "")]
            paper.table(SAID["table"], (SAID["question"], SAID["answer"]), rows)
            return paper.made()
        for question in asked:
            paper.heading(" ".join(question.split()), 1)
            paper.words(f"{SAID['answer']}:" if form == "md" else SPACE)
        for line in ("their_name", "their_day"):
            paper.words(f"{SAID[line]}: {'' if form == 'md' else '_' * 30}")
        return paper.made()

    def _box(self, name: str, rows: int) -> Text:
        asked = words.question("statement", f"three_{name}", self._given_journal)
        return Text(rows=rows, value=SAID[name], **asked)

    def _said(self, box: Text, name: str) -> str:
        """Return what stands in a box; where it was emptied, our wording of it."""
        return (box.value or "").strip() or SAID[name]
