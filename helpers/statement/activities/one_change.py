"""One change of a co-writer on the page: what was, what would be, and what can be ticked."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.journal.if_then import spoken
from helpers.page.forms import Select, Ticks
from helpers.page.layout import Activity
from helpers.page.part import Markup
from helpers.statement.activities import keeping, own_words
from helpers.statement.activities.drafting import SAID as ARTICLE_SAID
from helpers.statement.activities.drafting import Drafting
from helpers.statement.merge import Change
from helpers.statement.returned import Comment
from helpers.statement.spans import Edit, Span

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = own_words.SAID["co_writer"]
SHORT = 60  # letters of a change that its tick repeats
WHOLE = "whole"  # the tick for a piece that is left out, is new, or is in another place
_TAGS = {"added": ("ins", "added"), "removed": ("del", "gone")}


class OneChange(Activity):
    """
    One piece that a co-writer changed. Nothing is ticked at first, and nothing is kept by itself.

    Examples
    --------
    >>> spans = (Span("I "), Span("tell", "removed", "Ann"), Span("ask", "added", "Ann"))
    >>> change = OneChange(Change("changed", "a.b", "think", "Your email", spans))
    >>> change.ticks.options
    {'1': 'no date, Ann: “tell” becomes “ask”'}
    >>> spans = (Span("I "), Span("tell", "removed"), Span("ask", "added"))
    >>> OneChange(Change("changed", "a.b", "think", "Your email", spans)).ticks.options
    {'1': '“tell” becomes “ask”'}
    """

    def __init__(self, change: Change):
        self.change = change
        options = _options(change)
        self.ticks = Ticks(SAID[_ASKS[change.kind]], options)
        notes = {str(number): _noted(note) for number, note in enumerate(change.comments)}
        self.notes = Ticks(SAID["tick_notes"], notes)
        self.where = Select(SAID["new_section"], _sections())
        self.where.value = change.section if change.section in _sections() else "think"
        parts = [Markup(_told(change))]
        parts += [self.ticks] if options else []
        parts += [self.where] if change.kind == "new" else []
        parts += [self.notes] if notes else []
        super().__init__(*parts)
        self.add_class("kit-card")

    @classmethod
    def of_order(cls) -> OneChange:
        """Return the one change that is about the order of everything."""
        return cls(Change("moved", "", "", SAID["order"], ()))

    @property
    def is_ticked(self) -> bool:
        """Whether anything is ticked."""
        return bool(self.ticks.value or self.notes.value)

    def tick_all(self) -> None:
        """Tick everything."""
        self.ticks.value, self.notes.value = list(self.ticks.options), list(self.notes.options)

    def take(self, journal: Journal) -> bool:
        """Keep what is ticked; return whether anything was."""
        if not self.is_ticked or self.change.kind == "moved":
            return False
        if self.ticks.value:
            self._take_words(journal)
        chosen = [self.change.comments[int(number)] for number in self.notes.value or ()]
        keeping.keep_notes(journal, [_note(note, self.change.label) for note in chosen])
        return True

    def _take_words(self, journal: Journal) -> None:
        change = self.change
        if change.kind == "new":
            text = "".join(span.text for span in change.spans).strip()
            keeping.add(journal, text, self.where.value or change.section)
            return
        if change.kind == "removed":
            keeping.leave_out(journal, change.id)
            return
        text = change.taken({int(number) for number in self.ticks.value})
        piece = Drafting(journal).pieces.get(change.id)
        if piece is not None:
            keeping.rewrite(journal, piece, text)


_ASKS = {
    "changed": "tick_edits",
    "removed": "tick_what",
    "new": "tick_what",
    "noted": "tick_what",
    "moved": "tick_what",
}


def note_of(note: dict[str, str]) -> str:
    """Return a comment that was kept, as markup."""
    by = SAID["by"].format(author=escape(note["author"] or SAID["nobody"]), day=escape(note["on"]))
    about = f" {SAID['about_kept'].format(about=escape(note['about']))}" if note["about"] else ""
    return f"{by}{about}: {escape(note['said'])}"


def _options(change: Change) -> dict[str, str]:
    if change.kind == "changed":
        return {str(edit.number): _edited(edit) for edit in change.edits}
    whole = {"removed": "tick_removed", "new": "tick_new", "moved": "tick_order"}
    return {WHOLE: SAID[whole[change.kind]]} if change.kind in whole else {}


def _told(change: Change) -> str:
    """Return what was changed as markup: struck out, underlined, and said in words."""
    label = f"<p class='name'>{escape(change.label)}</p>" if change.label else ""
    kind = f"<p class='eyebrow'>{SAID[change.kind]}</p>"
    words = "".join(map(_span, change.spans))
    shown = f"<blockquote>{words}</blockquote>" if words else ""
    if change.overtaken:
        shown += f"<p>{SAID['overtaken']}</p><blockquote>{escape(change.overtaken)}</blockquote>"
    return f"{kind}{label}{shown}"


def _span(span: Span) -> str:
    if span.how == "kept":
        return escape(span.text)
    tag, said = _TAGS[span.how]
    hidden = f"<span class='visually-hidden'>{SAID[said]} </span>"
    return f"<{tag}>{hidden}{escape(span.text)}</{tag}>"


def _edited(edit: Edit) -> str:
    words = {"removed": _short(edit.removed), "added": _short(edit.added)}
    name = "replaces" if all(words.values()) else "adds" if words["added"] else "removes"
    return _by(edit.author, edit.on) + SAID[name].format(**words)


def _noted(note: Comment) -> str:
    said = (
        SAID["about"].format(about=_short(note.about), said=note.said) if note.about else note.said
    )
    return _by(note.author, note.on) + said


def _by(author: str, on: date | None) -> str:
    """Say whose it is and of which day, in front of it; nothing where the file tells neither."""
    if not author and not on:
        return ""
    day = spoken(on) if on else SAID["no_day"]
    return f"{SAID['by'].format(author=author or SAID['nobody'], day=day)}: "


def _note(note: Comment, label: str) -> dict[str, Any]:
    day = spoken(note.on) if note.on else SAID["no_day"]
    about = note.about or label
    return {"author": note.author, "on": day, "about": about, "said": note.said}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip(' .,;:')} …"


def _sections() -> dict[str, str]:
    headings = ARTICLE_SAID["headings"]
    return {name: told for name, told in headings.items() if name != "sources"}
