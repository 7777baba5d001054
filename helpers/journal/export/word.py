"""A journal as an accessible Word document."""

from __future__ import annotations

from helpers.journal.export.paper import Paper
from helpers.journal.export.shown import Answer, Promise, Said, Told
from helpers.journal.export.told import words


def word(told: Told) -> bytes:
    """Return the copy as the bytes of a .docx file."""
    paper = Paper(told.title, made=told.made, subject=words()["subject"])
    for sentence in told.about:
        paper.line(sentence)
    for part in told.parts:
        paper.heading(part.title, 2)
        for answer in part.answers:
            _answer(paper, answer)
        for promise in part.promises:
            _promise(paper, promise)
        if part.questions:
            paper.heading(words()["questions"], 3)
        for question in part.questions:
            paper.words(question.words)
            paper.line(question.heading, "Caption")
    return paper.to_bytes()


def _answer(paper: Paper, answer: Answer) -> None:
    paper.heading(answer.wording, 3)
    if answer.sealed:
        paper.line(answer.sealed)
    for said in answer.said:
        _said(paper, said, answer)
    if answer.tags:
        paper.line(f" {answer.tags}", bold=f"{words()['answer']['tags']}:")


def _said(paper: Paper, said: Said, answer: Answer) -> None:
    several = len(answer.said) > 1
    if several:
        paper.heading(said.heading, 4)
        if said.wording != answer.wording:
            paper.line(words()["answer"]["asked"].format(wording=said.wording))
    paper.words(said.words)
    if not several:
        paper.line(said.heading, "Caption")
    for heading, text in said.notes:
        paper.line("", bold=f"{heading}:")
        paper.words(text)


def _promise(paper: Paper, promise: Promise) -> None:
    say = words()["promise"]
    paper.heading(promise.heading, 3)
    paper.words(promise.sentence)
    for name, text in promise.facts:
        paper.item(f" {text}", bold=f"{name}:")
    if promise.looks_back:
        rows = [(one.when, one.outcome, one.note) for one in promise.looks_back]
        paper.line("", bold=say["looked_back"]).paragraph_format.keep_with_next = True
        heads = (say["when"], say["outcome"], say["note"])
        paper.table(say["looked_back"], heads, rows, shares=(3, 2, 5))
