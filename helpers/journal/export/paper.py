"""A Word document that anybody can read: real headings, a language, tables that say their heads.

``Paper`` is begun with a title, filled from top to bottom, and taken as bytes. Headings are Word's
own, so a screen reader can jump between them; no empty paragraph stands in for white space.
Importing this module costs nothing: python-docx is loaded when a paper is begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from helpers.journal.export.text import from_the_right, paragraphs, printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
FONT = "Arial"  # on every computer, and told apart easily: no serif, clear letters
INK, SOFT, LINE, WASH = "1C2530", "566270", "8A8F98", "EEF3F6"
A4_MM, MARGIN_MM = (210, 297), 22
SIZES = {"Normal": 11.5, "Quote": 11.5, "Caption": 10}
SIZES |= {"Heading 1": 22, "Heading 2": 16, "Heading 3": 13, "Heading 4": 11.5}
SPACES = {"Normal": (0, 8), "Heading 1": (0, 10), "Heading 2": (22, 6)}  # before and after
SPACES |= {"Heading 3": (14, 4), "Heading 4": (10, 4)}

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")  # what Word allows as a bookmark


class Paper:
    """
    A Word document in the making.

    Parameters
    ----------
    title
        The first heading, and the title in the file's own description.
    made
        When, for the file's own description; None for a file that does not say.
    subject
        One line on what it is, for the file's own description.

    Attributes
    ----------
    document
        The python-docx document, for what is not offered here.

    Examples
    --------
    >>> paper = Paper("My journal")
    >>> paper.heading("Voices", 2).style.name
    'Heading 2'
    """

    def __init__(self, title: str, *, made: datetime | None = None, subject: str = ""):
        from docx import Document

        self.document = Document()
        self._describe(printable(title), made, printable(subject))
        self._lay_out()
        self._set_language()
        self.heading(title, 1)

    def heading(self, words: str, level: int) -> Paragraph:
        """Add a heading; 1 is the title of the paper, 2 and 3 come below it."""
        return self.document.add_heading(" ".join(printable(words).split()), level)

    def line(self, words: str, style: str | None = None, bold: str = "") -> Paragraph:
        """Add one paragraph; ``bold`` stands before the rest."""
        paragraph = self.document.add_paragraph(style=style)
        if bold:
            paragraph.add_run(printable(bold)).bold = True
        return _write(paragraph, words)

    def words(self, words: str, style: str = "Quote") -> list[Paragraph]:
        """Add what a person wrote: a paragraph for each of theirs, their line breaks kept."""
        return [self.line(part, style) for part in paragraphs(words)]

    def item(self, words: str, bold: str = "") -> Paragraph:
        """Add one item of a bulleted list."""
        return self.line(words, "List Bullet", bold)

    def table(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float] | None = None,
    ) -> Any:
        """
        Add a table: its heads come again on each page, no row is cut, and it says its title.

        ``shares`` is how wide the columns are to each other; None for all alike.
        """
        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")
        for place, cells in enumerate((heads, *rows)):
            row = table.add_row()
            settings = row._tr.get_or_add_trPr()
            settings.append(_element("w:cantSplit"))
            if place == 0:
                settings.append(_element("w:tblHeader"))
            for cell, words in zip(row.cells, cells, strict=True):
                written = _write(cell.paragraphs[0], words)
                _space(written.paragraph_format, 3, 3)
                if place == 0:
                    shade = _element("w:shd", val="clear", color="auto", fill=WASH)
                    cell._tc.get_or_add_tcPr().append(shade)
                    written.runs[0].bold = True
        table._tbl.tblPr.append(_element("w:tblCaption", val=printable(title)))
        self._share_out(table, shares or [1] * len(heads))
        return table

    def bookmark(self, paragraph: Paragraph, name: str) -> None:
        """
        Name a paragraph, so that it is known again when the file comes back.

        Raises
        ------
        ValueError
            Where Word would not take the name, or the paper has it already.
        """
        marks = self.document.element.body.xpath(".//w:bookmarkStart")
        if not NAME.fullmatch(name) or name in {mark.get(_qn("w:name")) for mark in marks}:
            raise ValueError(f"{name!r} is no bookmark, or there is one already")
        number, inside = str(len(marks)), paragraph._p
        start = _element("w:bookmarkStart", id=number, name=name)
        inside.insert(1 if inside.pPr is not None else 0, start)
        inside.append(_element("w:bookmarkEnd", id=number))

    def to_bytes(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _share_out(self, table: Any, shares: Sequence[float]) -> None:
        page: Any = self.document.sections[0]
        whole = page.page_width - page.left_margin - page.right_margin
        for column, share in zip(table.columns, shares, strict=True):
            column.width = round(whole * share / sum(shares))
            for cell in column.cells:
                cell.width = column.width

    def _describe(self, title: str, made: datetime | None, subject: str) -> None:
        about = self.document.core_properties
        about.title, about.subject, about.language = title[:255], subject[:255], LANGUAGE
        about.author = about.comments = about.keywords = about.last_modified_by = ""
        if made:
            about.created = about.modified = made.astimezone(UTC).replace(tzinfo=None)

    def _lay_out(self) -> None:
        from docx.shared import Mm, Pt, RGBColor

        page = self.document.sections[0]
        page.page_width, page.page_height = (Mm(side) for side in A4_MM)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
        for name, size in SIZES.items():
            style = self.document.styles[name]
            style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(INK)
            style.font.italic = False  # long italics are hard to read
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            fonts.attrib.clear()  # else the theme's font goes first
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(_qn(f"w:{script}"), FONT)
        for name, (before, after) in SPACES.items():
            _space(self.document.styles[name].paragraph_format, before, after)
        caption, quote = (self.document.styles[name] for name in ("Caption", "Quote"))
        caption.font.bold, caption.font.color.rgb = False, RGBColor.from_string(SOFT)
        border = _element("w:pBdr")
        border.append(_element("w:left", val="single", sz="12", space="10", color=LINE))
        quote.element.get_or_add_pPr().append(border)
        quote.paragraph_format.left_indent = Mm(5)
        self._number_pages()

    def _number_pages(self) -> None:
        footer = self.document.sections[0].footer.paragraphs[0]
        footer.alignment = 2  # at the right
        field = _element("w:fldSimple", instr="PAGE")
        run = footer.add_run("1")
        field.append(run._r)
        footer._p.append(field)

    def _set_language(self) -> None:
        """Say the language in the styles and in the settings: that is where Word looks."""
        defaults = self.document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        for place in (*defaults, *self.document.settings.element.xpath("w:themeFontLang")):
            place.set(_qn("w:val"), LANGUAGE)
        for mode in self.document.settings.element.xpath("w:compat/w:compatSetting"):
            if mode.get(_qn("w:name")) == "compatibilityMode":
                mode.set(_qn("w:val"), "15")  # else Word opens it as a file of 2010


def _write(paragraph: Paragraph, words: str) -> Paragraph:
    """Add words to a paragraph, from the side their script begins at."""
    run = paragraph.add_run(printable(words))
    if from_the_right(words):
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
    return paragraph


def _space(layout: Any, before: float, after: float) -> None:
    from docx.shared import Pt

    layout.space_before, layout.space_after = Pt(before), Pt(after)


def _element(tag: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for attribute, value in attributes.items():
        element.set(_qn(f"w:{attribute}"), value)
    return element


def _qn(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
