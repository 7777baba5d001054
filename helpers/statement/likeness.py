"""Likeness: which piece each paragraph of a returned file belongs to, by its mark or its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from helpers.statement.pieces import own_mark
from helpers.statement.returned import Paragraph
from helpers.statement.spans import after, before

ALIKE = 0.6  # share of letters in common from which two paragraphs count as the same one
MOST_COMPARED = 400  # paragraphs without a mark; beyond that they are shown as new
LONGEST_COMPARED = 3000  # letters of a paragraph that are compared

_PIECE = re.compile(r"p_([0-9a-f]{12})_(\d{1,12})(?:_\d{1,6})?")


@dataclass(frozen=True)
class Likely:
    """
    Where a paragraph belongs.

    Attributes
    ----------
    kind
        Known by its mark; like the words of a piece; a line of the kit; or new.
    id, version
        Which piece, and in which version it was sent.
    part
        Which paragraph of the piece it is like, from 0.
    """

    kind: Literal["marked", "alike", "own", "new"]
    id: str = ""
    version: int = 0
    part: int = 0


def likely(
    paragraphs: Sequence[Paragraph],
    sent: Sequence[Any],
    known: Mapping[str, Any],
    own: Collection[str],
) -> list[Likely]:
    """Return where each paragraph belongs; ``known`` gives the pieces by their marks."""
    lines = {_plain(line) for line in own}
    found = _in_between([_by_mark(paragraph, known, lines) for paragraph in paragraphs])
    there = {
        each.id
        for each, paragraph in zip(found, paragraphs, strict=True)
        if each and each.kind == "marked" and after(paragraph.spans).strip()
    }
    missing = {
        (piece.id, part): words
        for piece in sent
        if piece.id not in there
        for part, words in enumerate(piece.sent.split("\n\n"))
    }
    unknown = [number for number, each in enumerate(found) if each is None]
    alike = _by_words(paragraphs, unknown[:MOST_COMPARED], missing)
    return [each or alike.get(number, Likely("new")) for number, each in enumerate(found)]


def _by_mark(paragraph: Paragraph, known: Mapping[str, Any], own: Collection[str]) -> Likely | None:
    for mark in paragraph.marks:
        match = _PIECE.fullmatch(mark)
        if match and match[1] in known:
            return Likely("marked", known[match[1]].id, int(match[2]))
    text = after(paragraph.spans)
    if not text.strip() or _plain(text) in own:
        return Likely("own")
    ours = [mark for mark in paragraph.marks if mark.startswith("own_")]
    said = (text, text.partition(": ")[2])  # a line of the sources begins with its key in Markdown
    as_sent = any(own_mark(mark[4:-9], each) == mark for mark in ours for each in said)
    # a line of ours that somebody wrote in is new: what they wrote must not be lost
    return Likely("own" if as_sent else "new") if ours else None


def _in_between(found: list[Likely | None]) -> list[Likely | None]:
    """Give a paragraph without a mark to the piece that stands both above and below it."""
    made = list(found)
    above: Likely | None = None
    unknown: list[int] = []
    for number, each in enumerate(found):
        if each is None:
            unknown.append(number)
            continue
        if above and each.kind == above.kind == "marked" and each.id == above.id:
            for place in unknown:
                made[place] = above
        above, unknown = each, []
    return made


def _by_words(
    paragraphs: Sequence[Paragraph], unknown: Sequence[int], missing: dict[tuple[str, int], str]
) -> dict[int, Likely]:
    """Give each paragraph to the piece it is most like: the closest pairs first."""
    pairs = []
    for number in unknown:
        spans = paragraphs[number].spans
        for place, words in missing.items():
            score = max(_likeness(after(spans), words), _likeness(before(spans), words))
            if score >= ALIKE:
                pairs.append((score, number, place))
    found: dict[int, Likely] = {}
    taken: set[tuple[str, int]] = set()
    for _score, number, (piece, part) in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if number not in found and (piece, part) not in taken:
            found[number] = Likely("alike", piece, 0, part)
            taken.add((piece, part))
    return found


def _likeness(one: str, other: str) -> float:
    one, other = _plain(one)[:LONGEST_COMPARED], _plain(other)[:LONGEST_COMPARED]
    if one == other:
        return 1.0 if one else 0.0
    match = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    if match.real_quick_ratio() < ALIKE or match.quick_ratio() < ALIKE:
        return 0.0
    return match.ratio()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
