"""What a co-writer does to a Word file, done the way Word writes it."""

import io
from copy import deepcopy

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def edited(data, act):
    """Open a Word file, let ``act`` change it, and give it back."""
    document = Document(io.BytesIO(data))
    act(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraph(document, words):
    return next(each for each in document.paragraphs if words in each.text)


def track(paragraph, old, new, author="Ann Other", date="2026-04-07T10:00:00Z"):
    """Replace some words of a paragraph's one run, with tracked changes."""
    run = next(run for run in paragraph.runs if old in run.text)
    start, end = run.text.split(old, 1)
    element = run._r
    parts = [_run(element, start), _change("w:del", _run(element, old, "w:delText"), author, date)]
    parts += [_change("w:ins", _run(element, new), author, date), _run(element, end)]
    for part in parts:
        element.addprevious(part)
    element.getparent().remove(element)


def move_paragraph(paragraph, behind):
    """Move a paragraph with tracked changes, as Word does: gone here, come there."""
    element, target = paragraph._p, behind._p
    come = OxmlElement("w:p")
    for run in element.findall(qn("w:r")):
        come.append(_change("w:moveTo", deepcopy(run)))
        gone = deepcopy(run)
        for text in gone.findall(qn("w:t")):
            text.tag = qn("w:delText")
        element.replace(run, _change("w:moveFrom", gone))
    target.addnext(come)


def comment(document, paragraph, said, author="Bo Reader"):
    document.add_comment(paragraph.runs, text=said, author=author, initials="B")


def unmarked(data):
    """Return the file as a program gives it back that keeps no bookmarks."""

    def forget(document):
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(document.element.body.iter(qn(tag))):
                mark.getparent().remove(mark)

    return edited(data, forget)


def _run(like, text, tag="w:t"):
    run = OxmlElement("w:r")
    words = OxmlElement(tag)
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


def _change(tag, run, author="Ann Other", date="2026-04-07T10:00:00Z"):
    change = OxmlElement(tag)
    for name, value in (("id", "900"), ("author", author), ("date", date)):
        change.set(qn(f"w:{name}"), value)
    change.append(run)
    return change
