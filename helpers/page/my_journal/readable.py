"""Readable: an answer kept as JSON or as an id, in the words of the page it was given on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from helpers.journal import Version
from helpers.journal.if_then import spoken
from helpers.journal.records import IN_WORDS
from helpers.page import words
from helpers.page.my_journal.labels import asked, label_of, labels, menu, wording

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*")
PIECE = re.compile(r"(promise|question):\w[\w-]*")
SAID = words.load("page.my_journal")["readable"]
EMPTY: tuple[Any, ...] = (None, "", [], {})


def said(version: Version) -> str:
    """
    Return an answer as a person would read it, one line for each part; empty where it is empty.

    Examples
    --------
    >>> from datetime import UTC
    >>> from helpers.journal import Prompt
    >>> marks = Prompt("expectations.board_marks", 1, "What would you do?", "expectations")
    >>> at = datetime(2026, 3, 24, tzinfo=UTC)
    >>> said(Version(1, marks, '{"Falls": "leave"}', at, kind="result"))
    'Falls – Leave: say nothing about it this month'
    """
    if version.kind in IN_WORDS:
        return version.value
    value, known = held(version), names(version)
    subject, _, prompt = version.prompt.id.partition(".")
    about = asked(subject, prompt)
    if about.get("by_option") and isinstance(value, dict):
        value = _piles(
            value, known, [*menu(subject, about["options"])], menu(subject, about.get("rows", ""))
        )
    return "\n".join(_lines(value, known))


def held(version: Version) -> Any:
    """Return what a version holds: words, an id, or any JSON value."""
    if version.kind not in ("result", "audit"):
        return version.value
    try:
        return _level(json.loads(version.value))
    except ValueError:  # not ours, or damaged: told as it is rather than hidden
        return version.value


def names(version: Version) -> dict[str, str]:
    """Return what each id in an answer is called; words of a person's own are not in it."""
    if version.kind in IN_WORDS:
        return {}
    subject, prompt = version.prompt.reflection, version.prompt.id.partition(".")[2]
    value = held(version)
    known = labels(subject, prompt, set(_choices(value)))
    if not known:
        for field, each in _fields(value):
            known |= labels(subject, f"{prompt}_{field}", set(_choices(each)))
    fields = {field for field, _ in _fields(value)}
    rows = labels(subject, prompt, fields)
    stem = prompt.partition("_")[0]
    questions = {name: wording(subject, f"{stem}_{name}") for name in fields}
    plain = {name: label_of(name) for name in fields}
    if version.kind == "choice":  # an id that no menu knows is still a choice
        plain |= {value: _plain(value)[:1].upper() + _plain(value)[1:]}
    plain |= dict(_pieces(value))
    return plain | rows | {name: each for name, each in questions.items() if each} | known


def day(at: datetime) -> str:
    """Return the day of a moment, in this computer's time."""
    return spoken(at.astimezone().date())


def moment(at: datetime) -> str:
    """Return the day and the time of a moment, in this computer's time."""
    return f"{day(at)}, {at.astimezone():%H:%M}"


def _lines(value: Any, known: dict[str, str]) -> list[str]:
    if isinstance(value, dict):
        given = {name: each for name, each in value.items() if each not in EMPTY}
        return [f"{known.get(name, name)} – {_one(each, known)}" for name, each in given.items()]
    if isinstance(value, list):
        return [_one(each, known) for each in value if each not in EMPTY]
    return [] if value in EMPTY else [_one(value, known)]


def _piles(
    marks: dict[str, Any], known: dict[str, str], options: list[str], rows: Iterable[str]
) -> dict[str, str]:
    """Return which rows lie under each option, both in the order of their menus."""
    places = [*options, *(mark for mark in marks.values() if mark not in options)]
    order = [*rows, *marks]
    lie = {
        mark: list(dict.fromkeys(known.get(row, row) for row in order if marks.get(row) == mark))
        for mark in dict.fromkeys(place for place in places if isinstance(place, str) and place)
    }
    return {
        mark: (" " if all(text.endswith(".") for text in texts) else "; ").join(texts)
        for mark, texts in lie.items()
    }


def _level(value: Any) -> Any:
    """Return an answer with its inner tables among its own lines: their names tell nothing."""
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, each in value.items():
        inner = each if isinstance(each, dict) else {name: each}
        if found.keys() & inner.keys():
            return value  # two of one name: nothing may take the other's place
        found |= inner
    return found


def _one(value: Any, known: dict[str, str]) -> str:
    if isinstance(value, dict | list):
        return "; ".join(_lines(value, known))
    return known[value] if isinstance(value, str) and value in known else _plain(value)


def _choices(value: Any) -> Iterator[str]:
    """Yield every text in an answer that stands as a value."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _choices(each)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every name in an answer with what stands under it."""
    inner = value if isinstance(value, list) else []
    if isinstance(value, dict):
        yield from value.items()
        inner = list(value.values())
    for each in inner:
        yield from _fields(each)


def _pieces(value: Any) -> Iterator[tuple[str, str]]:
    """Yield every piece of a journal that an answer names, with what it is."""
    for each in _choices(value):
        subject, _, name = each.partition(".")
        if question := wording(subject, name):
            yield each, question
        elif kind := SAID.get(each.partition(":")[0]) if PIECE.fullmatch(each) else None:
            yield each, kind


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    text = str(value)
    try:
        if DAY.fullmatch(text):
            return spoken(date.fromisoformat(text))
        if MOMENT.fullmatch(text):
            return moment(datetime.fromisoformat(text))
    except ValueError:
        return text
    return label_of(text)
