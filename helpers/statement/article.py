"""A draft article: somebody's own words under an outline, with gaps named as questions.

Nothing here writes a sentence of opinion. A draft is headings, the reader's words, questions,
and citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from helpers.statement.bibliography import Bibliography, Run
from helpers.statement.outline import FACT, SECTIONS
from helpers.statement.pieces import Piece, key, own_mark

Kind = Literal["title", "heading", "reflection", "asked", "words", "question", "cited", "listed"]


@dataclass(frozen=True)
class Block:
    """
    One piece of the draft, from top to bottom.

    Attributes
    ----------
    kind
        A title, a heading of one of three levels, the reader's words, an open question, a
        citation that stands alone, or a line of the list of sources.
    mark
        What it is known by when the file comes back.
    cited
        The citation at the end of the words, or empty.
    keys
        The keys of the works that are cited or listed here, as BibTeX has them.
    """

    kind: Kind
    text: str = field(repr=False)
    mark: str = ""
    cited: str = ""
    runs: tuple[Run, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """A question that is still open: where it stands, and how it is put."""

    section: str
    text: str


def tidied(text: str) -> str:
    r"""
    Return words with their paragraphs kept apart by one empty line.

    Examples
    --------
    >>> tidied(" One.\n \n\n\nTwo.\n")
    'One.\n\nTwo.'
    """
    return re.sub(r"\n[ \t]*\n\s*", "\n\n", text.strip())


def draft(
    title: str,
    headings: Mapping[str, str],
    layout: Mapping[str, Sequence[str]],
    pieces: Mapping[str, Piece],
    gaps: Iterable[Gap] = (),
    sources: Bibliography | None = None,
) -> tuple[Block, ...]:
    """
    Lay the reader's words under the outline.

    Parameters
    ----------
    headings
        By the ids in ``SECTIONS``, and ``"sources"``.
    layout
        Which pieces, and which facts (``"fact:…"``), stand in which section.
    gaps
        The questions that are still open; each stands at the end of its section.

    Examples
    --------
    >>> from datetime import date
    >>> piece = Piece("a.b", "a", "Page A", "Why?", "Because I asked.", date(2026, 3, 2))
    >>> blocks = draft("Mine", {"think": "What I think"}, {"think": ["a.b"]}, {"a.b": piece})
    >>> [(block.kind, block.text) for block in blocks]
    [('title', 'Mine'), ('heading', 'What I think'), ('words', 'Because I asked.')]
    """
    open_questions = list(gaps)
    blocks = [Block("title", title, own_mark("title", title))]
    for section in (name for name in SECTIONS if name in headings):
        blocks.append(
            Block("heading", headings[section], own_mark(f"s_{section}", headings[section]))
        )
        blocks += _under(section, layout.get(section, ()), pieces, sources)
        blocks += [
            Block("question", gap.text, own_mark(f"q_{number}", gap.text))
            for number, gap in enumerate(open_questions)
            if gap.section == section
        ]
    if sources and sources.listed:
        title_ = headings["sources"]
        blocks.append(Block("heading", title_, own_mark("s_sources", title_)))
        lines = zip(sources.listed, sources.listed_keys, strict=True)
        for number, (runs, key_) in enumerate(lines):
            text = "".join(text for text, _slanted in runs)
            mark = own_mark(f"l_{number}", text)
            blocks.append(Block("listed", text, mark, runs=runs, keys=(key_,)))
    return tuple(blocks)


def _under(
    section: str,
    names: Sequence[str],
    pieces: Mapping[str, Piece],
    sources: Bibliography | None,
) -> list[Block]:
    blocks: list[Block] = []
    reflection = ""
    for number, name in enumerate(names):
        if name.startswith(FACT):
            _cite(blocks, name.removeprefix(FACT), sources, f"c_{section}_{number}")
            continue
        piece = pieces[name]
        if section == "reflections":
            if piece.reflection != reflection:
                mark = own_mark(f"r_{number}", piece.title)
                blocks.append(Block("reflection", piece.title, mark))
                reflection = piece.reflection
            if piece.asked:
                mark = own_mark(f"a_{number}", piece.asked)
                blocks.append(Block("asked", piece.asked, mark))
        blocks.append(Block("words", tidied(piece.said), f"p_{key(piece.id)}_{piece.version}"))
    return blocks


def _cite(blocks: list[Block], fact: str, sources: Bibliography | None, name: str) -> None:
    """Put a citation behind the words before it; alone where there are none."""
    if sources is None or fact not in sources.cited:
        return
    citation, keys = sources.cited[fact], sources.keys[fact]
    last = blocks[-1] if blocks else None
    if last and last.kind == "words":
        both = together(last.cited, citation)
        blocks[-1] = replace(last, cited=both, keys=_each_once(last, keys))
    elif last and last.kind == "cited":
        both = together(last.text, citation)
        blocks[-1] = Block("cited", both, own_mark(name, both), keys=_each_once(last, keys))
    else:
        blocks.append(Block("cited", citation, own_mark(name, citation), keys=keys))


def _each_once(block: Block, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*block.keys, *keys)))


def together(one: str, other: str) -> str:
    """
    Return two citations as one.

    Examples
    --------
    >>> together("(Ann, 2014)", "(Bo, 2015; Ann, 2014)")
    '(Ann, 2014; Bo, 2015)'
    """
    works = dict.fromkeys(f"{one[1:-1]}; {other[1:-1]}".strip("; ").split("; "))
    return f"({'; '.join(works)})"
