"""Papers: a draft, a page, a note or a form on every kind of paper, with the same calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from helpers.page.caution import BeforeSharing
from helpers.page.layout import Activity, row
from helpers.page.my_journal.copies import DatedDownload
from helpers.page.part import Markup
from helpers.statement.article import Block
from helpers.statement.one_page import OnePage

if TYPE_CHECKING:
    from helpers.page.paper import Paper

KINDS = {"docx": "word", "html": "html", "md": "markdown", "bib": "bib"}  # as words.toml names them
Write = Callable[[str], bytes]  # from a file's ending to the file

_LEVELS = {"heading": 1, "reflection": 2, "asked": 3}


def blank(form: str, title: str, size: float | None = None) -> Paper:
    """Return a paper with nothing on it but its title; ``form`` is docx, html or md, ``size`` in points."""
    from helpers.page.paper.html import HtmlPaper
    from helpers.page.paper.markdown import MarkdownPaper
    from helpers.page.paper.word import WordPaper

    kinds: dict[str, Any] = {"docx": WordPaper, "html": HtmlPaper, "md": MarkdownPaper}
    return kinds[form](title, size=size) if size else kinds[form](title)


def preview(title: str, write: Callable[[Paper], None]) -> str:
    """Return what stands on a paper as markup for this page, its headings below the page's own."""
    from helpers.page.paper.html import HtmlPaper

    paper = HtmlPaper(title, top=4)
    write(paper)
    return f"<div class='kit-paper'>{paper.body()}</div>"


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


class TakeAway(Activity):
    """
    Buttons that make files, below a look for what may point to a person.

    Parameters
    ----------
    texts
        Gives what will be in the files: what each text is called, and its words.
    make
        Makes a file from its ending and from what each text becomes in the copy.
    said
        The words of the buttons: ``word``, ``html``, ``markdown``, ``bib``, and the files' name.
    """

    def __init__(
        self,
        texts: Callable[[], list[tuple[str, str]]],
        make: Callable[[str, Callable[[str], str]], bytes | str],
        said: dict[str, Any],
        forms: Sequence[str],
        note: str = "",
    ):
        self.caution = BeforeSharing(texts)
        self._make = make
        self.buttons = [self._button(form, said) for form in forms]
        notes = [Markup(f"<p class='eyebrow'>{note}</p>")] if note else []
        super().__init__(self.caution, row(*self.buttons), *notes)

    def made(self, form: str) -> bytes | str:
        """Make one of the files."""
        return self._make(form, self.caution.copy)

    def refresh(self) -> None:
        """Look through the words again, after they were changed."""
        self.caution.refresh()

    def _button(self, form: str, said: dict[str, Any]) -> DatedDownload:
        named = said["file"]
        return DatedDownload(said[KINDS[form]], lambda: named, form, lambda: self.made(form))
