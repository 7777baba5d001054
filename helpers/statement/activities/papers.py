"""Papers: a draft, a page, a note or a form on every kind of paper, with the same calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from helpers.statement.article import Block
from helpers.statement.one_page import OnePage

if TYPE_CHECKING:
    from helpers.page.paper import Paper

Write = Callable[[str], bytes]  # from a file's ending to the file

_LEVELS = {"heading": 1, "reflection": 2, "asked": 3}


def write_draft(paper: Paper, blocks: Iterable[Block], *, marked: bool = False) -> None:
    """Write a draft; ``marked`` puts in what a copy for a co-writer is known by later."""
    for block in blocks:
        mark = block.mark if marked else ""
        if block.kind in _LEVELS:
            paper.heading(block.text, _LEVELS[block.kind], mark)
        elif block.kind == "words":
            after = [(block.cited, False)] if block.cited else []
            paper.words(block.text, mark=mark, after=after, keys=block.keys)
        elif block.kind == "listed":
            paper.line(block.runs, kind="reference", mark=mark, keys=block.keys)
        elif block.kind != "title":  # the paper begins with its title
            kind = "question" if block.kind == "question" else "plain"
            paper.line([(block.text, False)], kind=kind, mark=mark, keys=block.keys)


def own_lines(blocks: Iterable[Block]) -> list[str]:
    """Return the lines of a draft that the kit writes, as Word and as Markdown have them."""
    from helpers.page.paper.markdown import by_key, keyed

    own = [block for block in blocks if block.kind != "words"]
    in_markdown = [
        keyed(block.keys[0], block.text) if block.kind == "listed" else by_key(block.keys)
        for block in own
        if block.keys
    ]
    return [block.text for block in own] + in_markdown


def write_page(paper: Paper, page: OnePage, written: str) -> None:
    """Write the one page; ``written`` is the line that says when."""
    if page.name:
        paper.line([(page.name, False)])
    for part in page.parts:
        paper.heading(part.heading, 1)
        if part.listed:
            paper.items(part.texts)
        else:
            for text in part.texts:
                paper.words(text)
    paper.line([(written, False)], kind="small")
