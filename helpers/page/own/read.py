"""Read a page from the notebook that holds it: every value, and everything to put right."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from helpers.page.notebooks import STEPS
from helpers.page.own import block
from helpers.page.own.page import Ask, Group, OwnPage, Stage, slug
from helpers.page.own.reading import Reading
from helpers.page.own.slips import Block, read_block

# What may stand before an = sign, or in square brackets, in each kind of part.
TOP = ("name", "question", "promise", "for", "minutes", "group_minutes", *STEPS)
STEP = ("text", "ask", "cards", "group", "promise")
GROUP = ("who", "minutes", "text", "alone")
PROMISE = ("if", "then")
ASK = ("id", "question", "example", "choose_one", "tick", "title", "minutes", "text")
MORE = ("deeper", "show_again", "version")


def read_page(path: Path) -> OwnPage:
    """
    Read the page that a notebook holds; what is wrong in it is told in ``slips``.

    Raises
    ------
    Problem
        Where the file itself cannot be read.
    """
    notebook = block.load(path)
    text = block.words_in(notebook)
    read = read_block(text or "")
    reading = Reading(read.values, read.text)
    if text is None:
        reading.note("no_block")
    for step in STEPS.keys() - block.steps_in(notebook):
        reading.note("no_cell", step=STEPS[step])
    reading.know((), TOP)
    name = reading.words((), "name") or _name_at_least(text or "", read)
    stages = _each_id_once(reading, {step: _stage(reading, step) for step in STEPS})
    return OwnPage(
        file=path.name,
        name=slug(name or path.stem),
        question=reading.words((), "question"),
        promise=reading.words((), "promise"),
        who=reading.words((), "for"),
        minutes=reading.number((), "minutes") or 0,
        group_minutes=reading.number((), "group_minutes") or 0,
        stages=stages,
        slips=(*read.slips, *reading.slips),
        named=bool(name),
        whole=text is not None and not read.slips,
    )


def _name_at_least(text: str, read: Block) -> str:
    """Find the name also in a line that cannot be read: the answers must stay where they are."""
    found = (
        re.search(r"^\s*name\s*=\s*[\"'“”‘’]?([^\"'“”‘’#\n]+)", text, re.M) if read.slips else None
    )
    return found[1].strip() if found else ""


def _stage(reading: Reading, step: str) -> Stage:
    here = (step,)
    reading.know(here, STEP)
    asks = [_ask(reading, (step, "ask", at)) for at in range(reading.count(here, "ask"))]
    groups = [_group(reading, (step, "group", at)) for at in range(reading.count(here, "group"))]
    promises = [(step, "promise", at) for at in range(reading.count(here, "promise"))]
    menu = [_promise(reading, place) for place in promises]
    return Stage(
        text=reading.words(here, "text"),
        asks=tuple(ask for ask in asks if ask),
        cards=reading.several(here, "cards"),
        groups=tuple(group for group in groups if group.text),
        promises=tuple(promise for promise in menu if all(promise)),
    )


def _ask(reading: Reading, place: tuple) -> Ask | None:
    reading.know(place, (*ASK, *MORE))
    question = reading.words(place, "question")
    if not question:
        reading.note("no_question_words", place)
        return None
    name = reading.words(place, "id")
    if not name:
        name = slug(question)[:40]
        reading.note("no_id", place, must=False, question=question, id=name)
    choose_one, tick = (
        _answers(reading, (*place, key), question) for key in ("choose_one", "tick")
    )
    if choose_one and tick:
        reading.note("two_lists", place, question=question)
    again, version = reading.words(place, "show_again"), reading.number(place, "version")
    return Ask(
        id=slug(name),
        question=question,
        example=reading.words(place, "example"),
        choose_one=choose_one,
        tick=tick,
        title=reading.words(place, "title"),
        minutes=reading.number(place, "minutes") or 0,
        text=reading.words(place, "text"),
        deeper=reading.yes(place, "deeper"),
        show_again=slug(again) if again else "",
        version=1 if version is None else version,
        line=reading.line(*place),
    )


def _answers(reading: Reading, place: tuple, question: str) -> tuple[str, ...]:
    found = reading.several(place[:-1], place[-1])
    if len(found) == 1:
        reading.note("few_choices", place, question=question)
    if len(set(found)) < len(found):
        reading.note("same_choice", place, question=question)
    return tuple(dict.fromkeys(found))


def _group(reading: Reading, place: tuple) -> Group:
    reading.know(place, GROUP)
    who, text, alone = (reading.words(place, key) for key in ("who", "text", "alone"))
    return Group(who, reading.number(place, "minutes") or 0, text, alone)


def _promise(reading: Reading, place: tuple) -> tuple[str, str]:
    reading.know(place, PROMISE)
    made = reading.words(place, "if"), reading.words(place, "then")
    if not all(made):
        reading.note("half_promise", place)
    return made


def _each_id_once(reading: Reading, stages: dict[str, Stage]) -> dict[str, Stage]:
    """Leave out a question whose id stood before: two answers would be kept in one place."""
    seen: set[str] = set()
    for step, stage in stages.items():
        left = []
        for ask in stage.asks:
            if ask.id in seen or ask.id.startswith("promise_"):  # the last step's own
                reading.note("same_id", line=ask.line, id=ask.id)
            else:
                left.append(ask)
            seen.add(ask.id)
        stages[step] = replace(stage, asks=tuple(left))
    return stages
