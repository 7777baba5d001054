"""The draft as the journal holds it now: which words, where they stand, what is still asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from helpers.evidence import Fact, fact, load_facts
from helpers.page.my_journal.labels import title
from helpers.statement.activities import own_words
from helpers.statement.activities.pick import picked
from helpers.statement.article import Block, Gap, draft
from helpers.statement.bibliography import Bibliography, bibliography
from helpers.statement.outline import FACT, Layout, arranged
from helpers.statement.pieces import Piece, by_reflection

if TYPE_CHECKING:
    from helpers.journal import Journal, Version

SAID = own_words.SAID["article"]
ADDED = "added:"  # how the id of a co-writer's own paragraph begins
LAYOUT, EVIDENCE = "statement.article_layout", "statement.article_evidence"
# The article's own words of a piece are kept under this and its id: so they go when the piece does.
ARTICLE = "statement.article."

# This page's own questions, and the section in which each answer stands.
ANSWERS = {
    "article_question": "question",
    "meaning_today": "think",
    "missing_today": "think",
    "article_seen": "think",
    "article_do": "do",
    "article_other": "unsure",
    "article_unsure": "unsure",
}
# What is asked as long as it is not answered; a promise answers what one will do, and a question
# that somebody took away what they are unsure of.
ASKED: dict[str, str] = {
    "article_question": "",
    "meaning_today": "",
    "article_seen": "",
    "article_do": "do",
    "article_other": "",
    "article_unsure": "unsure",
}


class Drafting:
    """
    One look at the draft of a journal. What is kept later is seen by another look.

    Examples
    --------
    >>> from helpers.journal import Journal
    >>> [block.text for block in Drafting(Journal.in_memory()).blocks(questions=False)][:2]
    ['A draft on leading for improvement', 'The question']
    """

    def __init__(self, journal: Journal):
        self.journal = journal

    @cached_property
    def _held(self) -> dict[str, Version]:
        """This page's own entries, by their ids, in one reading."""
        own = self.journal.entries(own_words.SUBJECT)
        return {entry.prompt.id: entry.latest for entry in own}

    @property
    def title(self) -> str:
        """The working title, or a plain one."""
        return self._said("article_title") or SAID["untitled"]

    @cached_property
    def facts(self) -> list[Fact]:
        """The facts the reader leans on; those that are no longer known are left out."""
        known = {each.id for each in load_facts()}
        return [fact(name) for name in self.journal.latest_result(EVIDENCE, []) if name in known]

    @cached_property
    def sources(self) -> Bibliography:
        """How the facts are cited and listed."""
        return bibliography(self.facts)

    @cached_property
    def pieces(self) -> dict[str, Piece]:
        """The pieces of the draft by their ids, in the words they have in the article."""
        ticked = set(picked(self.journal))
        chosen = [piece for piece in own_words.pieces(self.journal) if piece.id in ticked]
        groups = by_reflection(chosen, own_words.order())
        ordered = [piece for _name, group in groups for piece in group]
        answers = [self._answer(name) for name in ANSWERS if self._said(name)]
        return {piece.id: self._as_written(piece) for piece in [*ordered, *answers, *self._added]}

    @cached_property
    def layout(self) -> Layout:
        """What stands where, without what was left out."""
        where = {name: _section(piece) for name, piece in self.pieces.items()}
        groups = {name: piece.reflection for name, piece in self.pieces.items()}
        here = {groups[name] for name, section in where.items() if section == "reflections"}
        for each in self.facts:
            where[FACT + each.id] = "reflections" if each.reflection in here else "think"
            groups[FACT + each.id] = each.reflection
            if each.reflection == "promises":
                where[FACT + each.id] = "do"
        left = set(self.kept["left"])
        there = {name: section for name, section in where.items() if name not in left}
        return arranged(there, self.kept["order"], groups)

    @property
    def kept(self) -> dict[str, Any]:
        """How the reader arranged the draft last: ``order`` by section, and what is ``left`` out."""
        kept = self.journal.setting(LAYOUT, {})
        return {"order": kept.get("order", {}), "left": kept.get("left", [])}

    @cached_property
    def gaps(self) -> list[Gap]:
        """The questions that are still open: the reader's own words close one, a citation does not."""
        words = {
            section: [name for name in names if not name.startswith(FACT)]
            for section, names in self.layout.items()
        }
        asked = [
            (ANSWERS[name], own_words.prompt(name).wording)
            for name, enough in ASKED.items()
            if not self._said(name) and not (enough and words[enough])
        ]
        if not words["reflections"]:
            asked.append(("reflections", SAID["gaps"]["reflections"]))
        if not self.facts:
            asked.append(("think", SAID["gaps"]["evidence"]))
        return [Gap(section, _gap(wording)) for section, wording in asked]

    def blocks(
        self, copy: Callable[[str], str] = str, *, questions: bool = True
    ) -> tuple[Block, ...]:
        """Return the draft; every text of the reader goes through ``copy``."""
        copied = {
            name: replace(piece, said=copy(piece.said)) for name, piece in self.pieces.items()
        }
        gaps = self.gaps if questions else ()
        title_ = copy(self.title)
        return draft(title_, SAID["headings"], self.layout, copied, gaps, self.sources)

    def label(self, name: str) -> str:
        """Return what a piece is called on the page."""
        if name.startswith(FACT):
            cited = self.sources.cited.get(name.removeprefix(FACT), "")
            return SAID["cite"].format(sources=cited.strip("()"))
        piece = self.pieces[name]
        return piece.asked or shorten(piece.said, 80, placeholder=" …")

    @cached_property
    def _added(self) -> list[Piece]:
        found = [
            Piece(id_.removeprefix(ARTICLE), own_words.SUBJECT, "", "", newest.value, _day(newest))
            for id_, newest in self._held.items()
            if id_.startswith(ARTICLE + ADDED) and newest.value.strip()
        ]
        return sorted(found, key=lambda piece: (len(piece.id), piece.id))

    @property
    def next_added(self) -> str:
        """The id for the next paragraph that comes from a co-writer."""
        return f"{ADDED}{1 + sum(id_.startswith(ARTICLE + ADDED) for id_ in self._held)}"

    def _answer(self, name: str) -> Piece:
        newest = self._held[f"statement.{name}"]
        id_ = newest.prompt.id
        return Piece(id_, own_words.SUBJECT, "", "", newest.value, _day(newest), version=newest.id)

    def _said(self, name: str) -> str:
        newest = self._held.get(f"statement.{name}")
        return newest.value.strip() if newest else ""

    def _as_written(self, piece: Piece) -> Piece:
        newest = self._held.get(ARTICLE + piece.id)
        if newest is None or not newest.value.strip():
            return piece
        return replace(piece, said=newest.value, version=newest.id)


def evidence_groups() -> list[tuple[str, list[Fact]]]:
    """Return the facts of each page under what the page is called."""
    names = dict.fromkeys(each.reflection for each in load_facts())
    called = {"promises": SAID["promises"]}
    return [(called.get(name) or title(name), list(load_facts(name))) for name in names]


def _section(piece: Piece) -> str:
    if piece.is_promise:
        return "do"
    if piece.is_question:
        return "unsure"
    own = ANSWERS.get(piece.id.removeprefix("statement."))
    return own or ("think" if piece.id.startswith(ADDED) else "reflections")


def _day(version: Version):
    return version.at.astimezone().date()


def _gap(wording: str) -> str:
    return SAID["gap"].format(question=wording[:1].lower() + wording[1:])
