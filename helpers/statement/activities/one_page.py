"""One page for a wall or an appraisal: chosen by the reader, seen at once, taken in three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.forms import Field, Text, Ticks
from helpers.page.layout import Activity, card
from helpers.page.paper.take_away import TakeAway, blank, preview
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.statement.activities import own_words
from helpers.statement.activities.papers import write_page
from helpers.statement.activities.pick import PickFromWhatYouWrote, picked
from helpers.statement.one_page import OnePage, one_page
from helpers.statement.pieces import PROMISE, QUESTION

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal
    from helpers.page.paper import Paper

SAID = own_words.SAID["one_page"]
CHOSEN = "statement.page_"  # how the settings begin that hold what was chosen from each list
SHORT = 160  # letters of a piece that its tick shows


class PutItOnOnePage(Activity):
    """
    Choose what goes on the page, see it change, and take it as Word, to print, or as text.

    ``follow`` is what stands elsewhere on the notebook and comes onto the page: fields for words,
    and the list in which pieces are picked.
    """

    def __init__(
        self,
        *follow: Field | PickFromWhatYouWrote,
        journal: Journal | None = None,
        today: Callable[[], date] = date.today,
    ):
        self._given_journal, self._today = journal, today
        asks = words.question
        self.name = Text(rows=1, **asks("statement", "page_name", journal))
        self.parts = Ticks(
            "", SAID["parts"], value=list(SAID["parts"]), **asks("statement", "page_parts", journal)
        )
        self.taken = self._list("taken")
        self.promises = self._list("promises")
        self.questions = self._list("questions")
        self.question = ask("statement", "page_question", rows=2, journal=journal)
        self.seen = ask("statement", "page_seen", journal=journal)
        self.told = Told(self._look)
        self.preview = Markup(live=False)
        self.fits = Markup(live=True)
        self.take = TakeAway(self.texts, self.made, SAID, ("docx", "html", "md"), SAID["print"])
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.told,
            card(self.parts, self.taken, self.promises, self.questions),
            card(self.question, self.seen, self.name),
            Markup(f"<h4>{SAID['preview']}</h4>"),
            self.preview,
            self.fits,
            Button(SAID["refresh"], self.told.refresh, quiet=True),
            self.take,
        )
        for field in (self.name, self.parts, self.question, self.seen):
            field.observe(self._show, "value")
        for other in follow:
            changes = "saved" if isinstance(other, Field) else "ticked"
            other.observe(lambda _change: self.told.refresh(), changes)

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    def laid_out(self, copy: Callable[[str], str] = str) -> OnePage:
        """Return the page as it stands; every text of the reader goes through ``copy``."""
        said = {
            "definition": [own_words.said_today(self.journal, "meaning_today")],
            "taken": self.taken.chosen,
            "promises": self.promises.chosen,
            "question": [*self.questions.chosen, self.question.value or ""],
            "seen": [self.seen.value or ""],
        }
        texts = {name: [copy(text) for text in texts] for name, texts in said.items()}
        name = copy((self.name.value or "").strip())
        headings = SAID["parts"] | {"taken": SAID["taken"]}
        return one_page(SAID["title"], name, headings, texts, ["taken", *(self.parts.value or ())])

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
        """Read the journal: what can go on the page, and what is missing."""
        ticked = set(picked(self.journal))
        pieces = [piece for piece in own_words.pieces(self.journal) if piece.id in ticked]
        words_ = {piece.id: piece.said for piece in pieces if piece.is_words}
        open_ = [one for one in self.journal.commitments() if not one.finished]
        promises = {one.uid: _promised(one) for one in open_}
        asked = {f"{QUESTION}{one.id}": one.text for one in self.journal.questions()}
        self.taken.offer(words_, [])
        # until somebody chooses, what they picked stands on the page; of promises else all
        self.promises.offer(
            promises, [uid for uid in promises if PROMISE + uid in ticked] or promises
        )
        self.questions.offer(asked, [each for each in asked if each in ticked])
        self._show()
        missing = [] if promises else [SAID["no_promises"]]
        missing += [] if words_ else [SAID["nothing_picked"]]
        if not own_words.said_today(self.journal, "meaning_today"):
            missing.insert(0, SAID["no_definition"])
        return "".join(f"<p class='eyebrow'>{line}</p>" for line in missing)

    def _list(self, name: str) -> _Chosen:
        return _Chosen(SAID[f"which_{name}"], CHOSEN + name, lambda: self.journal, self._show)

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


class _Chosen(Ticks):
    """A list of the journal from which some goes on the page; the choice is kept as a setting."""

    def __init__(
        self,
        label: str,
        setting: str,
        opened: Callable[[], Journal],
        then: Callable[[], object],
    ):
        super().__init__(label, {})
        self._setting, self._opened, self._then = setting, opened, then
        self._texts: Mapping[str, str] = {}
        self._reading = False

    @property
    def chosen(self) -> list[str]:
        """The texts that were chosen, whole, in the order of the list."""
        return [text for name, text in self._texts.items() if name in (self.value or ())]

    def offer(self, texts: Mapping[str, str], at_first: Iterable[str]) -> None:
        """Offer these texts by their ids; ``at_first`` is chosen until somebody chooses."""
        kept = self._opened().setting(self._setting, list(at_first))
        self._texts, self._reading = texts, True
        self.options = {
            name: shorten(text, SHORT, placeholder=" …") for name, text in texts.items()
        }
        self.value = [name for name in kept if name in texts]
        self._reading = False
        self.layout.display = "" if texts else "none"

    def _on_value(self, change) -> None:
        super()._on_value(change)
        if not self._reading:
            self._opened().set_setting(self._setting, change["new"] or [])
            self._then()


def _promised(promise: Commitment) -> str:
    return SAID["promised"].format(promise=own_words.promised(promise).said, day=spoken(promise.by))
