"""What of a journal may go into a pack: answers that can be counted, and words, one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from helpers.packs.items import Asked, Item
from helpers.packs.limits import LARGEST_NUMBER, LONGEST_LABEL, LONGEST_TEXT
from helpers.packs.seen import plain

DAY = re.compile(r"\d{4}-\d\d-\d\d")
IN_WORDS = ("text", "prediction")


@dataclass(frozen=True)
class Held:
    """
    One answer as a journal holds it, without when it was written or where it lies.

    Attributes
    ----------
    id, version, wording, kind
        As the journal keeps them; ``kind`` is the journal's.
    value
        Words, a chosen id, or JSON.
    options
        What could be chosen: id to label; empty where the page does not say.
    rows
        The names of rows: id to label.
    sensitive
        Whether the question is marked as sensitive.
    """

    id: str
    version: int
    wording: str
    kind: str
    value: str = field(repr=False)
    options: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    sensitive: bool = False


def offer(held: Held) -> Item | None:
    """
    Return an answer as a pack can hold it; None where it cannot.

    Notes
    -----
    A chosen answer needs the list it was chosen from: without it, nobody could tell a chosen
    label from somebody's own words. Days are never offered, nor anything that is empty.

    Examples
    --------
    >>> held = Held("voices.who", 1, "Who was asked?", "choice", "staff", {"staff": "Staff"})
    >>> offer(held).answer
    'Staff'
    >>> offer(Held("voices.day", 1, "When?", "choice", "2026-03-02")) is None
    True
    """
    if not _wording(held) or len(_wording(held)) > LONGEST_LABEL:
        return None
    if held.kind in IN_WORDS:
        return _text(held)
    if held.kind == "choice":
        return _chosen(held, held.value)
    try:
        found = json.loads(held.value)
    except ValueError:
        return None
    return _result(held, found)


def _text(held: Held) -> Item | None:
    words = held.value.strip()
    if not words or DAY.fullmatch(words):
        return None
    return Item(Asked(held.id, held.version, _wording(held), "text", (), held.sensitive), words)


def too_long(item: Item) -> bool:
    """Say whether somebody's words are longer than a pack takes."""
    return item.asked.kind == "text" and len(item.answer) > LONGEST_TEXT


def _result(held: Held, found: Any) -> Item | None:
    if isinstance(found, list):
        return _ticked(held, found)
    if isinstance(found, dict):
        return _marked(held, found) or _numbers(held, found)
    if isinstance(found, str):
        return _chosen(held, found)
    return _item(held, "number", found) if _is_number(found) else None


def _chosen(held: Held, value: Any) -> Item | None:
    label = held.options.get(value) if isinstance(value, str) else None
    return _item(held, "choice", label) if label else None


def _ticked(held: Held, found: list[Any]) -> Item | None:
    chosen = {each for each in found if isinstance(each, str)}
    labels = tuple(label for name, label in held.options.items() if name in chosen)
    return _item(held, "ticks", labels) if labels else None


def _marked(held: Held, found: dict[str, Any]) -> Item | None:
    rows = {
        _row(held, name): held.options[mark]
        for name, mark in found.items()
        if isinstance(mark, str) and mark in held.options
    }
    return _item(held, "marks", rows) if rows else None


def _numbers(held: Held, found: dict[str, Any]) -> Item | None:
    rows = {_row(held, name): number for name, number in found.items() if _is_number(number)}
    return _item(held, "numbers", rows) if rows else None


def _row(held: Held, name: str) -> str:
    return _one_line(held.rows.get(name) or name.replace("_", " "))[:LONGEST_LABEL] or "-"


def _wording(held: Held) -> str:
    return _one_line(held.wording)


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def _item(held: Held, kind: Any, answer: Any) -> Item:
    options = () if kind in ("number", "numbers") else tuple(held.options.values())
    return Item(Asked(held.id, held.version, _wording(held), kind, options, held.sensitive), answer)


def _is_number(found: Any) -> bool:
    if isinstance(found, bool) or not isinstance(found, int | float):
        return False
    return isfinite(found) and abs(found) <= LARGEST_NUMBER
