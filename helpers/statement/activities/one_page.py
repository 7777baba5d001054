"""One page for a wall or an appraisal: chosen by the reader, seen at once, taken in three forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.forms import Field, Text, Ticks
from helpers.page.layout import Activity, card
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.statement.activities import own_words
from helpers.statement.activities.papers import TakeAway, blank, preview, write_page
from helpers.statement.one_page import PARTS, OnePage, one_page

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal
    from helpers.page.paper import Paper

SAID = own_words.SAID["one_page"]
PROMISES = "statement.page_promises"


class PutItOnOnePage(Activity):
    """
    Choose what goes on the page, see it change, and take it as Word, to print, or as text.

    ``follow`` are fields elsewhere on the notebook whose words stand on the page.
    """

    def __init__(
        self,
        *follow: Field,
        journal: Journal | None = None,
        today: Callable[[], date] = date.today,
    ):
        self._given_journal, self._today = journal, today
        asks = words.question
        self.name = Text(rows=1, **asks("statement", "page_name", journal))
        self.parts = Ticks(
            "", SAID["parts"], value=list(PARTS), **asks("statement", "page_parts", journal)
        )
        self.promises = Ticks(SAID["which_promises"], {})
        self.question = ask("statement", "page_question", rows=2, journal=journal)
        self.seen = ask("statement", "page_seen", journal=journal)
        self.told = Told(self._look)
        self.preview = Markup(live=False)
        self.fits = Markup(live=True)
        self.take = TakeAway(self.texts, self.made, SAID, ("docx", "html", "md"), SAID["print"])
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.told,
            card(self.parts, self.promises, self.question, self.seen, self.name),
            Markup(f"<h4>{SAID['preview']}</h4>"),
            self.preview,
            self.fits,
            Button(SAID["refresh"], self.told.refresh, quiet=True),
            self.take,
        )
        self._reading = False
        for field in (self.name, self.parts, self.question, self.seen):
            field.observe(self._show, "value")
        self.promises.observe(self._on_promises, "value")
        for field in follow:
            field.observe(lambda _change: self.told.refresh(), "saved")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    def laid_out(self, copy: Callable[[str], str] = str) -> OnePage:
        """Return the page as it stands; every text of the reader goes through ``copy``."""
        chosen = self.promises.value or []
        said = {
            "definition": [own_words.said_today(self.journal, "meaning_today")],
            "promises": [told for uid, told in self.promises.options.items() if uid in chosen],
            "question": [self.question.value or ""],
            "seen": [self.seen.value or ""],
        }
        texts = {name: [copy(text) for text in texts] for name, texts in said.items()}
        name = copy((self.name.value or "").strip())
        return one_page(SAID["title"], name, SAID["parts"], texts, self.parts.value or ())

    def made(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """
        Return the page as a file: docx, html or md.

        Raises
        ------
        Problem
            Nothing is on the page yet.
        """
        page = self.laid_out(copy)
        if not page.parts:
            raise Problem(SAID["empty"])
        paper = blank(form, page.title, page.size)
        self._write(paper, page)
        return paper.made()

    def texts(self) -> list[tuple[str, str]]:
        """Return what is on the page: the name of each part, and its words."""
        page = self.laid_out()
        name = [(self.name.label, page.name)] if page.name else []
        return name + [(part.heading, text) for part in page.parts for text in part.texts]

    def _look(self) -> str:
        """Read the journal: the promises that can go on the page, and what is missing."""
        promises = [one for one in self.journal.commitments() if not one.finished]
        self.promises.options = {one.uid: _promised(one) for one in promises}
        # until somebody chooses, all stand on the page and can be taken off
        kept = self.journal.setting(PROMISES, list(self.promises.options))
        self._reading = True
        self.promises.value = [uid for uid in kept if uid in self.promises.options]
        self._reading = False
        self.promises.layout.display = "" if promises else "none"
        self._show()
        missing = [] if promises else [SAID["no_promises"]]
        if not own_words.said_today(self.journal, "meaning_today"):
            missing.insert(0, SAID["no_definition"])
        return "".join(f"<p class='eyebrow'>{line}</p>" for line in missing)

    def _on_promises(self, change) -> None:
        if not self._reading:
            self.journal.set_setting(PROMISES, change["new"] or [])
            self._show()

    def _show(self, _change=None) -> None:
        page = self.laid_out()
        empty = f"<p class='eyebrow'>{SAID['empty']}</p>"
        self.preview.html = preview(page.title, lambda paper: self._write(paper, page))
        if not page.parts:
            self.preview.html = f"<div class='kit-paper'>{empty}</div>"
        over = SAID["over"].format(lines=page.over) if page.over else ""
        self.fits.html = f"<p>{escape(over)}</p>" if over else ""
        self.take.refresh()

    def _write(self, paper: Paper, page: OnePage) -> None:
        write_page(paper, page, SAID["written"].format(day=spoken(self._today())))


def _promised(promise: Commitment) -> str:
    return SAID["promised"].format(promise=own_words.promised(promise).said, day=spoken(promise.by))
