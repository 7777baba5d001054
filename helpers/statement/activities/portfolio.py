"""A reflective note for a portfolio: a title, the time, what was learnt, what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.caution import caution
from helpers.page.forms import Number
from helpers.page.layout import Activity, card
from helpers.page.paper.take_away import TakeAway, blank
from helpers.page.part import Markup
from helpers.page.rhythm import ask
from helpers.statement.activities import own_words

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = own_words.SAID["note"]


class WriteANote(Activity):
    """Write the note, look at it once for what may point to somebody, and take it away."""

    def __init__(self, journal: Journal | None = None, *, today: Callable[[], date] = date.today):
        self._today = today
        self.title = ask("statement", "note_title", rows=1, journal=journal)
        self.minutes = Number("", 0, **words.question("statement", "note_minutes", journal))
        self.learnt = ask("statement", "note_learnt", rows=6, journal=journal)
        self.do = ask("statement", "note_do", journal=journal)
        self.take = TakeAway(self.texts, self.made, SAID, ("docx", "md"))
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            card(self.title, self.minutes, self.learnt, self.do),
            self.take,
        )
        for box in (self.title, self.learnt, self.do):
            box.observe(lambda _change: self.take.refresh(), "value")

    def texts(self) -> list[tuple[str, str]]:
        """Return what is written in the note."""
        boxes = (self.title, self.learnt, self.do)
        return [(box.label, box.value) for box in boxes if (box.value or "").strip()]

    def made(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """
        Return the note as a file: docx or md.

        Raises
        ------
        Problem
            Nothing was written yet that one could have learnt.
        """
        if not (self.learnt.value or "").strip():
            raise Problem(SAID["empty"])
        paper = blank(form, copy((self.title.value or "").strip() or SAID["title"]))
        about = [(SAID["day"], spoken(self._today()))]
        if self.minutes.value:
            about.append((SAID["time"], SAID["minutes"].format(minutes=int(self.minutes.value))))
        paper.table(SAID["about"], (SAID["your_part"], SAID["your_words"]), about)
        for heading, box in (("learnt", self.learnt), ("do", self.do)):
            if (box.value or "").strip():
                paper.heading(SAID[heading], 1)
                paper.words(copy(box.value))
        texts = [(label, copy(text)) for label, text in self.texts()]
        # nobody is said to be unknown where something in the copy may point to them
        paper.line([(SAID["check" if caution(texts) else "care"], False)], kind="small")
        return paper.made()
