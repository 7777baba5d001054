"""Merge: what a co-writer changed, laid beside the reader's own words; nothing is taken by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from helpers.statement.likeness import Likely, likely
from helpers.statement.pieces import key
from helpers.statement.returned import Comment, Paragraph
from helpers.statement.spans import (
    Edit,
    Span,
    after,
    before,
    compared,
    edits,
    joined,
    with_taken,
    without,
)

Kind = Literal["changed", "removed", "new", "noted", "moved"]


@dataclass(frozen=True)
class Sent:
    """
    One piece of the draft, as it was sent out and as it is now.

    Attributes
    ----------
    id, section, label
        Which piece, where it stands, and what the page calls it.
    sent, now
        The words in the copy, and the reader's words today; the same where they did not change.
    """

    id: str
    section: str
    label: str = field(repr=False)
    sent: str = field(repr=False)
    now: str = field(repr=False)


@dataclass(frozen=True)
class Change:
    """
    What a co-writer did with one piece.

    Attributes
    ----------
    kind
        Words were changed; the piece was left out; it is new; it was only commented on; or the
        order of all pieces was changed.
    id, section, label
        Which piece; ``id`` is empty for a new one, and ``section`` is then a suggestion.
    spans
        The words with the changes in them.
    overtaken
        The reader's own words today, where they changed them after the copy was sent.
    """

    kind: Kind
    id: str
    section: str
    label: str = field(repr=False)
    spans: tuple[Span, ...] = field(repr=False)
    comments: tuple[Comment, ...] = ()
    overtaken: str = field(default="", repr=False)

    @property
    def edits(self) -> list[Edit]:
        """The changes that can be taken one by one."""
        return edits(self.spans)

    def taken(self, numbers: Collection[int]) -> str:
        """Return the words with some of the changes in them."""
        return with_taken(self.spans, numbers).strip()


@dataclass(frozen=True)
class Comparison:
    """All that came back: the changes in the order of the draft, and how the pieces stand now."""

    changes: tuple[Change, ...]
    order: tuple[tuple[str, str], ...]  # (section, id)


def compare(
    paragraphs: Sequence[Paragraph],
    sent: Sequence[Sent],
    *,
    own: Collection[str] = (),
    headings: Mapping[str, str] | None = None,
    sent_before: Callable[[str, int], str | None] = lambda piece, version: None,
    copied: Collection[str] | None = None,
    works: Collection[str] = (),
) -> Comparison:
    """
    Lay a returned file beside the draft.

    Parameters
    ----------
    paragraphs
        The file, as ``read_word`` or ``read_markdown`` gives it.
    sent
        The pieces of the draft.
    own
        The lines that the kit itself writes: headings, open questions, citations, sources.
    headings
        The sections' ids by their headings: they tell where a new piece stands.
    sent_before
        Gives the words of a piece in one of its versions; None where there is no such version.
    copied
        The ids of the pieces that were in the copy; only these can have been left out.
        None where that is not known.
    works
        How each source of the kit is cited, as ``"Ann, 2014"`` or ``"@ann2014"``: citations are no words of a piece.
    """
    known = {key(piece.id): piece for piece in sent}
    likely_ones = likely(paragraphs, sent, known, own)
    review = _Review(known, sent_before, own, works)
    called = {" ".join(heading.split()): section for heading, section in (headings or {}).items()}
    section = ""
    for paragraph, found in zip(paragraphs, likely_ones, strict=True):
        text = " ".join(after(paragraph.spans).split())
        section = _section(paragraph.marks) or called.get(text, section)
        review.add(paragraph, found, section)
    return review.finished(copied or ())


class _Review:
    """Collects what belongs to each piece, from the first paragraph to the last."""

    def __init__(
        self,
        known: dict[str, Sent],
        sent_before: Callable[[str, int], str | None],
        own: Collection[str],
        works: Collection[str],
    ):
        self._known, self._sent_before, self._own = known, sent_before, own
        self._works = works
        self._groups: dict[str, list[Paragraph]] = {}
        self._parts: dict[str, dict[int, Paragraph]] = {}
        self._versions: dict[str, int] = {}
        self._changes: list[Change] = []
        self._order: dict[str, str] = {}

    def add(self, paragraph: Paragraph, found: Likely, section: str) -> None:
        """Take in one paragraph."""
        if found.kind == "marked":
            self._groups.setdefault(found.id, []).append(paragraph)
            self._versions.setdefault(found.id, found.version)
        elif found.kind == "alike":
            self._parts.setdefault(found.id, {})[found.part] = paragraph
        elif found.kind == "new" and (text := self._beyond_our_own(after(paragraph.spans))):
            spans = (Span(text, "added", *_who(paragraph.spans)),)
            self._changes.append(Change("new", "", section, "", spans, paragraph.comments))
        elif paragraph.comments:
            label = after(paragraph.spans).strip()
            self._changes.append(Change("noted", "", section, label, (), paragraph.comments))
        if found.id and after(paragraph.spans).strip():
            self._order.setdefault(found.id, section)

    def _beyond_our_own(self, text: str) -> str:
        """Return what somebody wrote behind a line of the kit, such as an answer to a question."""
        text = text.strip()
        if not after(without([Span(text)], self._works)).strip():
            return ""  # a citation of ours that stood alone
        lines = (line for line in self._own if line and text.startswith(line))
        return text.removeprefix(max(lines, key=len, default="")).strip()

    def finished(self, copied: Collection[str]) -> Comparison:
        """Return all changes: those of known pieces in their order, then the rest."""
        changes = [
            change
            for piece in self._known.values()
            if (change := self._change(piece, piece.id in copied)) is not None
        ]
        order = tuple((section, piece) for piece, section in self._order.items())
        return Comparison((*changes, *self._changes), order)

    def _change(self, piece: Sent, copied: bool) -> Change | None:
        group = self._groups.get(piece.id, [])
        parts = self._parts.get(piece.id, {})
        about = (piece.id, piece.section, piece.label)
        if not group and not parts:
            gone = (Span(piece.sent, "removed"),)
            return Change("removed", *about, gone) if copied else None
        comments = tuple(note for each in (*group, *parts.values()) for note in each.comments)
        sent = self._sent_before(piece.id, self._versions.get(piece.id, 0)) or piece.sent
        spans = _of_parts(sent, parts) if parts else _of_group(group)
        spans = _against(sent, without(spans, self._works, sent))
        overtaken = "" if _same(piece.now, sent) else piece.now
        if _same(after(spans), sent) or _same(after(spans), piece.now):
            return Change("noted", *about, (), comments) if comments else None
        kind: Kind = "changed" if after(spans).strip() else "removed"
        return Change(kind, *about, spans, comments, overtaken)


def _section(marks: Sequence[str]) -> str:
    begun = (mark[len("own_s_") : -9] for mark in marks if mark.startswith("own_s_"))
    return next(begun, "")


def _of_group(group: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Return paragraphs as one text; their ends are changes too, where they were changed."""
    spans = [span for each in group for span in (*each.spans, each.end)]
    return joined(spans[:-1])


def _of_parts(sent: str, parts: dict[int, Paragraph]) -> tuple[Span, ...]:
    """Return the text with some of its paragraphs found again; the others stand as they were."""
    made: list[Span] = []
    for number, text in enumerate(sent.split("\n\n")):
        made += [Span("\n\n")] if number else []
        made += parts[number].spans if number in parts else [Span(text)]
    return joined(made)


def _against(sent: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """
    Return the changes against the words that were sent.

    Tracked changes are kept one by one. Where somebody typed without tracking, the text without
    the tracked changes is not what was sent: then the two are compared word by word.
    """
    if _same(before(spans), sent):
        return spans
    return compared(sent, after(spans).strip(), *_who(spans))


def _who(spans: Sequence[Span]) -> tuple:
    """Return who made the changes, and the last day; nobody where no name is told."""
    changed = [span for span in spans if span.how != "kept"]
    names = dict.fromkeys(span.author for span in changed if span.author)
    return ", ".join(names), max((span.on for span in changed if span.on), default=None)


def _same(one: str, other: str) -> bool:
    """Whether the words and the paragraphs are the same; lines may be broken elsewhere."""
    first, second = (re.split(r"\n\s*\n", text.strip()) for text in (one, other))
    return [part.split() for part in first] == [part.split() for part in second]
