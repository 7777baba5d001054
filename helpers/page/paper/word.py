"""Word files, with the marks by which somebody's paragraphs are known when they come back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from helpers.page.paper import Run, printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

HIDDEN = "_kit_"  # Word keeps bookmarks that begin with a line, and lists them for nobody
_USUAL = 11.5  # points, as the journal's own paper has it
_STYLES = {"small": "Caption", "question": "Quote", "reference": "Bibliography"}


class WordPaper:
    """
    A Word file on A4, in the look of the journal's own paper.

    Parameters
    ----------
    title
        Its first heading, and the title in the file's own description.
    size
        The size of the text, in points; another than the usual one is for a page that stands
        alone, and has no number.

    Examples
    --------
    >>> paper = WordPaper("One page")
    >>> paper.heading("What I promise", 1)
    >>> paper.words("I will ask before I answer.")
    >>> paper.made()[:2]
    b'PK'
    """

    def __init__(self, title: str, *, size: float = _USUAL):
        from helpers.journal.export.paper import Paper

        self._paper, self._ids = Paper(printable(title)), count(1000)
        self._add_styles()
        if size != _USUAL:
            self._resize(size / _USUAL)
            self._paper.document.sections[0].footer.paragraphs[0].clear()

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Write a heading; the title stands above level 1."""
        self._mark([self._paper.heading(printable(text), level + 1)], mark)

    def words(
        self, text: str, *, mark: str = "", after: Sequence[Run] = (), keys: Sequence[str] = ()
    ) -> None:
        """Write somebody's words, with their own breaks; ``after`` ends their last paragraph."""
        written = self._paper.words(printable(text).strip(), "Normal")
        self._mark(written, mark)
        if written and after:
            self._runs(written[-1], [(" ", False), *after])

    def line(
        self,
        runs: Sequence[Run],
        *,
        kind: str = "plain",
        mark: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        """Write one line; ``kind`` is plain, small, question, or reference."""
        written = self._paper.document.add_paragraph(style=_STYLES.get(kind, "Normal"))
        self._runs(written, runs)
        self._mark([written], mark)

    def items(self, texts: Sequence[str]) -> None:
        """Write a list of points."""
        for text in texts:
            self._paper.item(printable(text).strip())

    def table(
        self,
        caption: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float] | None = None,
    ) -> None:
        """
        Write a table with its caption and one row of headings.

        ``shares`` is how wide the columns are to each other; None for all alike.
        """
        if caption:
            self.line([(caption, False)], kind="small")
        self._paper.table(caption, head, rows, shares)

    def made(self) -> bytes:
        """Return the file."""
        return self._paper.to_bytes()

    def _runs(self, paragraph: Paragraph, runs: Sequence[Run]) -> None:
        for text, slanted in runs:
            paragraph.add_run(printable(text)).italic = slanted or None

    def _mark(self, written: list[Paragraph], mark: str) -> None:
        """Put an invisible bookmark around each paragraph: LibreOffice breaks one around several."""
        for place, paragraph in enumerate(written if mark else ()):
            number, inside = str(next(self._ids)), paragraph._p
            name = f"{HIDDEN}{mark}_{place}" if place else HIDDEN + mark
            start = _element("w:bookmarkStart", id=number, name=name)
            inside.insert(1 if inside.pPr is not None else 0, start)
            inside.append(_element("w:bookmarkEnd", id=number))

    def _add_styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Mm, Pt, RGBColor

        from helpers.journal.export.paper import INK, SOFT

        styles = self._paper.document.styles
        listed = styles.add_style("Bibliography", WD_STYLE_TYPE.PARAGRAPH)
        listed.base_style = styles["Normal"]
        listed.paragraph_format.left_indent = Mm(10)
        listed.paragraph_format.first_line_indent = Mm(-10)
        looks = {"Heading 4": (_USUAL, INK), "Caption": (10, SOFT)}
        for name, (size, colour) in looks.items():
            style = styles[name]
            style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
            style.font.bold, style.font.italic = name == "Heading 4", False
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            fonts.attrib.clear()  # so that the font of the text is used, and no theme's
        styles["Heading 4"].paragraph_format.space_before = Pt(10)
        styles["List Bullet"].paragraph_format.space_after = Pt(4)

    def _resize(self, times: float) -> None:
        """Make every size of the paper so many times as large, headings and spaces too."""
        from docx.shared import Pt

        for name in ("Normal", "Quote", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
            style = self._paper.document.styles[name]
            style.font.size = Pt(round(style.font.size.pt * times * 2) / 2)
            for side in ("space_before", "space_after"):
                space = getattr(style.paragraph_format, side)
                if space:
                    setattr(style.paragraph_format, side, Pt(round(space.pt * times)))


def _element(tag: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
