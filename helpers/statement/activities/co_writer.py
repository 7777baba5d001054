"""A file from a co-writer: what they changed and said, laid beside one's own words, taken or left."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from helpers.evidence import load_facts
from helpers.intake import Problem
from helpers.journal.identifiers import change_all
from helpers.journal.if_then import spoken
from helpers.page.files import Upload
from helpers.page.layout import Activity, reveal, row, stack
from helpers.page.paper.take_away import TakeAway, blank
from helpers.page.part import Button, Markup, Told
from helpers.statement.activities import keeping, own_words
from helpers.statement.activities.drafting import SAID as ARTICLE_SAID
from helpers.statement.activities.drafting import Drafting
from helpers.statement.activities.one_change import SAID, OneChange, note_of
from helpers.statement.activities.papers import own_lines, write_draft
from helpers.statement.article import tidied
from helpers.statement.bibliography import works
from helpers.statement.merge import Comparison, Sent, compare
from helpers.statement.outline import SECTIONS, Layout, reordered
from helpers.statement.returned import Paragraph, suffix
from helpers.statement.returned_markdown import read_markdown
from helpers.statement.returned_word import read_word
from helpers.statement.word_parts import LARGEST, check_size

if TYPE_CHECKING:
    from helpers.journal import Journal


class BringBackAFile(Activity):
    """Give a copy to a co-writer, bring the file back, and take what one wants to take."""

    comparison: Comparison | None = None

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.last = Told(self._last)
        said = SAID["copies"] | {"file": ARTICLE_SAID["file"]}
        self.copy = TakeAway(self.texts, self.copied, said, ("docx", "md"))
        self.upload = _Draft(SAID["upload"], self.bring, accept=".docx,.md")
        self.upload.hint = SAID["upload_hint"]
        self.said, self.review = Markup(live=True), stack()
        self.changes: list[OneChange] = []
        self.order: OneChange | None = None
        self.kept = Told(self._notes)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.copy,
            self.last,
            self.upload,
            self.said,
            self.review,
            self.kept,
        )

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    def texts(self) -> list[tuple[str, str]]:
        """Return the reader's words in the copy."""
        now = Drafting(self.journal)
        used = [name for names in now.layout.values() for name in names if name in now.pieces]
        return [(now.label(name), now.pieces[name].said) for name in used]

    def copied(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """Return a copy whose paragraphs will be known when they come back; the journal notes it."""
        now = Drafting(self.journal)
        paper = blank(form, copy(now.title))
        write_draft(paper, now.blocks(copy), marked=True)
        made = paper.made()
        changed = any(copy(text) != text for _label, text in self.texts())
        keeping.note_copy(self.journal, now, changed=changed)
        self.last.refresh()
        return made

    def bring(self, name: str, data: bytes) -> None:
        """
        Read a file that came back, and show what was changed in it.

        Raises
        ------
        Problem
            The file cannot be read. What was shown before stays.
        """
        paragraphs = _read(name, data)
        self.comparison = self._compared(paragraphs)
        self._show(name, self.comparison)

    def take(self) -> None:
        """Keep what is ticked: changed words as new versions, comments as notes."""
        taken = [change for change in self.changes if change.take(self.journal)]
        if self.order and self.order.is_ticked:
            keeping.arrange(self.journal, self._their_order())
            taken.append(self.order)
        if not taken:
            self.said.html = f"<p>{SAID['taken_none']}</p>"
            return
        self.changes, self.order = [], None
        self.review.children = ()
        count = f"{len(taken)} {'place' if len(taken) == 1 else 'places'}"
        self.said.html = f"<p>{SAID['taken'].format(pieces=count)}</p>"
        self.kept.refresh()
        self.copy.refresh()

    def tick_all(self) -> None:
        """Tick everything that can be taken."""
        for change in self.changes:
            change.tick_all()
        if self.order:
            self.order.tick_all()

    def _compared(self, paragraphs: list[Paragraph]) -> Comparison:
        now, last = Drafting(self.journal), keeping.last_copy(self.journal)
        as_copied = change_all if last and last["changed"] else str
        versions: dict[str, int] = last["pieces"] if last else {}

        def sent_before(name: str, version: int) -> str | None:
            words = keeping.words_of(self.journal, name, version) if version else None
            return tidied(as_copied(words)) if words else None

        sent = []
        for section in SECTIONS:
            for name in now.layout[section]:
                if name not in now.pieces:
                    continue
                words = tidied(as_copied(now.pieces[name].said))
                before = sent_before(name, versions.get(name, 0)) or words
                sent.append(Sent(name, section, now.label(name), before, words))
        return compare(
            paragraphs,
            sent,
            own=own_lines(now.blocks()),
            headings={told: name for name, told in ARTICLE_SAID["headings"].items()},
            sent_before=sent_before,
            copied=set(versions) if last else None,
            works=works(load_facts()),
        )

    def _show(self, name: str, found: Comparison) -> None:
        self.changes = [OneChange(change) for change in found.changes]
        self.order = OneChange.of_order() if self._is_reordered() else None
        every = [*self.changes, *([self.order] if self.order else [])]
        said = "read" if every else "nothing"
        count = f"{len(every)} {'place' if len(every) == 1 else 'places'} to look at"
        self.said.html = f"<p>{SAID[said].format(name=escape(name), changes=count)}</p>"
        if not every:
            self.review.children = ()
            return
        buttons = row(
            Button(SAID["take"], self.take), Button(SAID["take_all"], self.tick_all, quiet=True)
        )
        headings = ARTICLE_SAID["headings"]
        parts: list = []
        section = ""
        for change in every:
            if change.change.section != section and change.change.section in headings:
                section = change.change.section
                parts.append(Markup(f"<h4>{headings[section]}</h4>"))
            parts.append(change)
        reveal(self.review, *parts, buttons)

    def _is_reordered(self) -> bool:
        """Whether the co-writer changed the order that the copy had."""
        last = keeping.last_copy(self.journal)
        sent = last["order"] if last else Drafting(self.journal).layout
        order = self.comparison.order if self.comparison else ()
        there = {name for names in sent.values() for name in names}
        known = [(section, name) for section, name in order if name in there]
        return reordered(sent, known) != sent

    def _their_order(self) -> Layout:
        """Return the draft in the co-writer's order."""
        order = self.comparison.order if self.comparison else ()
        return reordered(Drafting(self.journal).layout, order)

    def _last(self) -> str:
        last = keeping.last_copy(self.journal)
        if not last:
            return ""
        day = spoken(own_words.day_of(last["on"]))
        return f"<p class='eyebrow'>{SAID['copied'].format(day=day)}</p>"

    def _notes(self) -> str:
        kept = keeping.notes(self.journal)
        lines = "".join(f"<li>{note_of(note)}</li>" for note in kept)
        return f"<h4>{SAID['notes']}</h4><ul>{lines}</ul>" if kept else ""


class _Draft(Upload):
    """An upload that refuses what no draft can be, before it is sent over."""

    def on_act(self, message, buffers):
        size = message.get("start", {}).get("size", 1)
        if 0 < size <= LARGEST:
            super().on_act(message, buffers)
            return
        try:
            check_size(size, message["start"]["name"])
        except Problem as problem:
            self.problem = str(problem)
        self.send({"run": message["run"], "received": -1, "stop": True})


def _read(name: str, data: bytes) -> list[Paragraph]:
    if suffix(name) in ("docx", "docm"):
        return read_word(data, name)
    if suffix(name) in ("md", "markdown", "txt"):
        from helpers.page.paper.markdown import unescaped

        return read_markdown(data, name, unescaped)
    raise Problem(SAID["kind"].format(name=name))
