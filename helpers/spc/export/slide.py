"""A chart as one PowerPoint slide with a native chart that its owner can edit."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from helpers.page.look import CARD, INK, SOFT
from helpers.spc.export.slide_chart import add_chart
from helpers.spc.marks import Mark, assurance_mark, kind_name, variation_mark, words
from helpers.spc.said import (
    finding,
    limits_text,
    remark_text,
    remarks,
    sentences,
    title,
    when_texts,
)

if TYPE_CHECKING:
    from helpers.spc.record import Chart

# Inches; 16:9, with one margin all round and a column of words at the right.
WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.55
WORDS_LEFT, WORDS_WIDTH = 9.5, 3.3
TOP = 1.85
# PowerPoint's nearest shapes to the kit's own.
ICONS = {
    "square": "ROUNDED_RECTANGLE",
    "diamond": "DIAMOND",
    "split": "HEXAGON",
    "triangle-up": "ISOSCELES_TRIANGLE",
    "triangle-down": "FLOWCHART_MERGE",
    "circle": "OVAL",
    "circle-open": "OVAL",
    "shield": "FLOWCHART_OFFPAGE_CONNECTOR",
}
REMARKS = 3  # newest remarks that fit beside the chart; the speaker notes hold them all
LONG = 90  # characters of a headline from which it is set smaller


def slide_pptx(chart: Chart, *, source: str = "") -> bytes:
    """
    Return a chart as a one-slide presentation: the finding as headline, a native line chart.

    Parameters
    ----------
    chart : Chart
        What ``helpers.spc.chart`` returns.
    source : str, optional
        Where the numbers come from, for the foot of the slide.

    Returns
    -------
    bytes
        A .pptx file, 16:9. The chart's numbers can be edited in PowerPoint; its alt text
        says what it shows. The file names no author.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> slide_pptx(chart([4, 5, 6] * 5, name="Falls"))[:2]
    b'PK'
    """

    deck = Presentation()
    _widen(deck, Inches(WIDTH), Inches(HEIGHT))
    _about(deck, title(chart))
    slide = deck.slides.add_slide(deck.slide_layouts[5])  # the layout with a title only
    _headline(slide, finding(chart))
    frame = add_chart(slide, chart, (MARGIN, TOP, WORDS_LEFT - MARGIN - 0.25, 4.6))
    _describe(frame, chart)
    _words(slide, chart)
    _foot(slide, chart, source)
    slide.notes_slide.notes_text_frame.text = _speaker_notes(chart)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _widen(deck: Any, width: int, height: int) -> None:
    """Make the deck 16:9, its layouts too, so that slides added later fit as well."""
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = width, height
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if shape.left is not None:
                place = shape.left * across, shape.top * down, shape.width * across
                height_now = shape.height * down
                shape.left, shape.top, shape.width = (round(edge) for edge in place)
                shape.height = round(height_now)


def _about(deck: Any, name: str) -> None:
    """Name the deck after its measure, and nobody as its author."""
    about = deck.core_properties
    about.title, about.language = name, "en-GB"
    about.author = about.last_modified_by = about.keywords = about.comments = about.subject = ""


def _headline(slide: Any, text: str) -> None:

    box = slide.shapes.title
    box.left, box.top = Inches(MARGIN), Inches(0.4)
    box.width, box.height = Inches(WIDTH - 2 * MARGIN), Inches(1.2)
    box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _write(box.text_frame, [(text, Pt(22 if len(text) > LONG else 28), True, INK)])


def _describe(frame: Any, chart: Chart) -> None:
    """Say in the alt text what the chart is of and what it shows."""
    whens = when_texts(chart.points["when"])
    alt = words()["slide"]["alt"].format(
        kind=kind_name(chart.kind),
        name=title(chart),
        count=len(whens),
        first=whens[0],
        last=whens[-1],
        finding=finding(chart),
    )
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("descr", alt)
    about.set("name", title(chart))


def _words(slide: Any, chart: Chart) -> None:
    """Draw the verdicts with their words; beneath, the rest of the reading and the remarks."""
    marks = [variation_mark(chart.variation)]
    if chart.assurance:
        marks.append(assurance_mark(chart.assurance))
    top = TOP
    for mark in marks:
        _icon(slide, mark, top)
        box = slide.shapes.add_textbox(
            Inches(WORDS_LEFT + 0.6), Inches(top - 0.08), Inches(WORDS_WIDTH - 0.6), Inches(0.7)
        )
        _write(box.text_frame, [(mark.word, Pt(16), True, INK), (mark.says, Pt(12), False, SOFT)])
        top += 0.95
    lines = [(sentence, Pt(14), False, INK) for sentence in sentences(chart)[1:]]
    lines += [
        (f"{note.number}  {remark_text(chart, note)}", Pt(11), False, SOFT)
        for note in remarks(chart)[-REMARKS:]
    ]
    box = slide.shapes.add_textbox(
        Inches(WORDS_LEFT - 0.1), Inches(top), Inches(WORDS_WIDTH + 0.1), Inches(6.4 - top)
    )
    _write(box.text_frame, lines)


def _icon(slide: Any, mark: Mark, top: float) -> None:
    """Draw a verdict as a native shape with its letter; its word stands beside it."""
    shape = slide.shapes.add_shape(
        getattr(MSO_SHAPE, ICONS[mark.shape]),
        Inches(WORDS_LEFT),
        Inches(top),
        Inches(0.5),
        Inches(0.5),
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(mark.colour[1:])
    shape.line.fill.background()
    shape._element.remove(shape._element.find(qn("p:style")))  # the theme would cast a shadow
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(frame, [(mark.letter, Pt(14), True, CARD)])
    frame.word_wrap, frame.paragraphs[0].alignment = False, PP_ALIGN.CENTER
    frame.paragraphs[0].space_after = 0
    shape._element.nvSpPr.cNvPr.set("descr", f"{mark.word}. {mark.says}")


def _foot(slide: Any, chart: Chart, source: str) -> None:

    said = words()["slide"]
    parts = [f"{title(chart)}: {kind_name(chart.kind)}.", limits_text(chart)]
    parts.append(f"{said['rules']}: {chart.rules.title}.")
    if source.strip():
        parts.append(f"{said['source']}: {source.strip()}")
    box = slide.shapes.add_textbox(
        Inches(MARGIN), Inches(6.6), Inches(WIDTH - 2 * MARGIN), Inches(0.6)
    )
    _write(box.text_frame, [("  ".join(filter(None, parts)), Pt(11), False, SOFT)])


def _speaker_notes(chart: Chart) -> str:
    """Write the whole reading, every remark, and what a careful reader should know."""
    told = [f"{note.number}  {remark_text(chart, note)}" for note in remarks(chart)]
    return "\n".join([*sentences(chart), *told, *chart.notes])


def _write(frame: Any, lines: list[tuple[str, Any, bool, str]]) -> None:
    """Write one paragraph for each line: text, size, bold, colour."""

    frame.word_wrap = True
    for number, (text, size, bold, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, size // 3
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold = text, size, bold
        run.font.color.rgb = RGBColor.from_string(colour[1:])
