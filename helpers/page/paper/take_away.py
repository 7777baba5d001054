"""Take away: the same words as files of several kinds, after a look for what points to a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from helpers.page.caution import BeforeSharing
from helpers.page.layout import Activity, row
from helpers.page.my_journal.copies import DatedDownload
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.page.paper import Paper

KINDS = {"docx": "word", "html": "html", "md": "markdown", "bib": "bib"}  # as words.toml names them


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
