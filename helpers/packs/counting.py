"""Count answers over packs, and let through what the "packs" preset allows."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from helpers.disclosure import PACKS, Shown, show_counts, show_numbers, show_ticks
from helpers.packs.items import STATUSES, Asked, Item
from helpers.packs.pack import Pack
from helpers.packs.results import Combined, Counted, LeftOut, Row, Told


def count(packs: Sequence[Pack], left_out: Iterable[LeftOut] = ()) -> Combined:
    """
    Combine packs into what a group may see of them.

    Parameters
    ----------
    packs : sequence of Pack
        Different packs, in any order: the result does not depend on it.
    left_out : iterable of LeftOut
        What was not combined, to be named beside it.

    Returns
    -------
    Combined

    Examples
    --------
    >>> asked = Asked("voices.who", 1, "Who was asked?", "choice", ("Staff", "Patients"))
    >>> labels = ["Staff"] * 6 + ["Patients"] * 5
    >>> packs = [Pack(f"{at:032x}", (Item(asked, label),)) for at, label in enumerate(labels)]
    >>> [(cell.name, cell.count) for cell in count(packs).counted[0].rows[0].shown.cells]
    [('Staff', 6), ('Patients', 5)]
    """
    counted, told, few = [], [], 0
    for asked, items in _questions(packs):
        if asked.kind == "text":
            words = _words(asked, [item.answer for item in items])
            told += [words] if words else []
            few += words is None
        else:
            found = _counted(asked, items, len(packs))
            counted += [found] if found.rows else []
            few += not found.rows
    promises = _promises([pack.promises for pack in packs if pack.promises], len(packs))
    return Combined(len(packs), tuple(left_out), tuple(counted), tuple(told), promises, few)


def _questions(packs: Sequence[Pack]) -> list[tuple[Asked, list[Item]]]:
    """Put the answers to each question together; it is sensitive where any pack says so."""
    found: dict[Asked, list[Item]] = {}
    for pack in sorted(packs, key=lambda pack: pack.id):
        for item in pack.items:
            found.setdefault(item.asked, []).append(item)
    asked = (
        (_marked(question, items), items)
        for question, items in sorted(found.items(), key=lambda each: _order(each[0]))
    )
    return list(asked)


def _order(asked: Asked) -> tuple:
    return (asked.id, asked.version, asked.wording, asked.kind, asked.options)


def _marked(asked: Asked, items: Sequence[Item]) -> Asked:
    sensitive = any(item.asked.sensitive for item in items)
    return Asked(asked.id, asked.version, asked.wording, asked.kind, asked.options, sensitive)


def _words(asked: Asked, texts: Sequence[str]) -> Told | None:
    if len(texts) < PACKS.least(asked.sensitive):
        return None
    ordered = sorted(texts)
    seed = hashlib.sha256("\0".join([asked.id, *ordered]).encode("utf-8")).digest()
    random.Random(seed).shuffle(ordered)  # the same packs give the same order, whoever sent them
    return Told(asked, tuple(ordered))


def _counted(asked: Asked, items: Sequence[Item], everyone: int) -> Counted:
    answers: dict[str, list[Any]] = {}
    for item in items:
        for row, answer in item.rows().items():
            answers.setdefault(row, []).append(answer)
    rows = [_row(asked, name, given, everyone) for name, given in answers.items()]
    shown = tuple(row for row in rows if not row.shown.why)
    return Counted(asked, shown, len(rows) - len(shown))


def _row(asked: Asked, name: str, given: Sequence[Any], everyone: int) -> Row:
    sensitive, rest = asked.sensitive, everyone - len(given)
    if asked.kind in ("number", "numbers"):
        numbers = show_numbers(given, PACKS, sensitive=sensitive, left_out=rest)
        return Row(name, numbers.shown, numbers)
    if asked.kind == "ticks":
        ticked = {option: sum(option in each for each in given) for option in asked.options}
        shown = show_ticks(ticked, len(given), PACKS, sensitive=sensitive, left_out=rest)
        return Row(name, shown)
    chosen = {option: sum(option == each for each in given) for option in asked.options}
    return Row(name, show_counts(chosen, PACKS, sensitive=sensitive, left_out=rest))


def _promises(given: Sequence[Mapping[str, int]], everyone: int) -> Shown | None:
    """Count people, not promises: one person with many must not stand out."""
    people = {status: sum(status in each for each in given) for status in STATUSES}
    shown = show_ticks(people, len(given), PACKS, left_out=everyone - len(given))
    return None if shown.why else shown
