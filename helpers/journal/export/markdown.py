"""A journal as Markdown: readable as it is, and whatever a person wrote stays a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.journal.export.shown import Answer, Part, Promise, Said, Told
from helpers.journal.export.text import paragraphs, printable
from helpers.journal.export.told import words

# Signs that could begin something wherever they stand; `&` only where it makes a character.
ANYWHERE = re.compile(r"([\\`*_\[\]{}<>|~$])|&(?=#|\w+;)")
AT_THE_START = ("#", "+", "-", "=", ":")  # headings, lists, rules, definitions
NUMBERED = re.compile(r"(\d{1,9})([.)])")


def markdown(told: Told) -> str:
    """Return the copy as one Markdown text."""
    lines = [f"# {inline(told.title)}", *(inline(one) for one in told.about)]
    for part in told.parts:
        lines += _part(part)
    return "\n\n".join(lines) + "\n"


def inline(text: str) -> str:
    """
    Return words for one line, with nothing in them that Markdown would take for its own.

    Examples
    --------
    >>> inline("# No *heading* <b>")
    '\\\\# No \\\\*heading\\\\* \\\\<b\\\\>'
    """
    return _escaped(" ".join(printable(text).split()))


def quoted(text: str) -> str:
    """
    Return a person's text as a quotation: paragraphs, line breaks and indents as they were.

    Examples
    --------
    >>> quoted("Thank you.\\n- All of you").split("\\n")
    ['> Thank you.  ', '> \\\\- All of you']
    """
    blocks = ["  \n".join(map(_line, one.split("\n"))) for one in paragraphs(text)]
    return "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(blocks).split("\n"))


def _line(text: str) -> str:
    bare = text.lstrip(" \t")
    indent = text[: len(text) - len(bare)].replace("\t", "    ")
    # spaces that Markdown does not count: four of its own would begin a block of code
    return "\u00a0" * len(indent) + _escaped(bare.rstrip(" \t"))


def _escaped(text: str) -> str:
    text = ANYWHERE.sub(r"\\\g<0>", text)
    if text.startswith(AT_THE_START):
        return f"\\{text}"
    return NUMBERED.sub(r"\1\\\2", text, count=1) if NUMBERED.match(text) else text


def _part(part: Part) -> Iterator[str]:
    say = words()
    yield f"## {inline(part.title)}"
    for answer in part.answers:
        yield from _answer(answer)
    for promise in part.promises:
        yield from _promise(promise)
    if part.questions:
        yield f"### {say['questions']}"
    for question in part.questions:
        yield quoted(question.words)
        yield inline(question.heading)


def _answer(answer: Answer) -> Iterator[str]:
    yield f"### {inline(answer.wording)}"
    if answer.sealed:
        yield inline(answer.sealed)
    for said in answer.said:
        yield from _said(said, answer)
    if answer.tags:
        yield f"{words()['answer']['tags']}: {inline(answer.tags)}"


def _said(said: Said, answer: Answer) -> Iterator[str]:
    if len(answer.said) > 1:
        yield f"#### {inline(said.heading)}"
        if said.wording != answer.wording:
            yield inline(words()["answer"]["asked"].format(wording=said.wording))
    yield quoted(said.words)
    if len(answer.said) == 1:
        yield inline(said.heading)
    for heading, text in said.notes:
        yield f"{inline(heading)}:"
        yield quoted(text)


def _promise(promise: Promise) -> Iterator[str]:
    say = words()["promise"]
    yield f"### {inline(promise.heading)}"
    yield quoted(promise.sentence)
    yield "\n".join(f"- {inline(name)}: {inline(text)}" for name, text in promise.facts)
    if promise.looks_back:
        yield f"#### {say['looked_back']}"
    for one in promise.looks_back:
        yield f"{inline(one.when)}: {inline(one.outcome)}"
        if one.note.strip():
            yield quoted(one.note)
