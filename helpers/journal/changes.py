"""What changed between two answers: word by word, tick by tick, or mark by mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any, Literal

MOST_PAIRS = (
    1_000_000  # above this the middle of two texts is told as one: it must not take seconds
)
MOST_NAMED = 2  # more than these are counted, so that the sentence stays one


@dataclass(frozen=True)
class Piece:
    """A stretch that is the same in both answers, is gone since, or is new."""

    kind: Literal["same", "gone", "new"]
    words: str = field(repr=False)


@dataclass(frozen=True)
class Change:
    """
    What changed from one answer to another.

    Attributes
    ----------
    said
        One sentence that tells it.
    pieces
        Both answers in one: what stayed, what went, what came, in reading order.
    running
        True where the pieces are running words; else each piece is a line of its own.
    added, gone
        Of ticks and marks: what is there now only, and what was there then only.
    moved
        Of marks and orders: what it is about, where it was, where it is.
    """

    said: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    running: bool = False
    added: tuple[str, ...] = field(default=(), repr=False)
    gone: tuple[str, ...] = field(default=(), repr=False)
    moved: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)

    @property
    def alike(self) -> bool:
        """Whether enough stayed for a reader to follow the two as one text."""
        stayed = sum(len(piece.words) for piece in self.pieces if piece.kind == "same")
        return 3 * stayed >= sum(len(piece.words) for piece in self.pieces)


def compare(
    before: Any, after: Any, names: dict[str, str] | None = None, *, chosen: bool = False
) -> Change:
    """
    Compare two answers: words, a choice, ticks, marks, a number, or any other JSON value.

    Parameters
    ----------
    before, after
        The answers; None where there was none.
    names
        What ids are called on the page.
    chosen
        True where a text is one chosen option, not words.

    Examples
    --------
    >>> compare(["a", "b"], ["b", "c"], {"a": "Amber", "b": "Blue", "c": "Clay"}).said
    'Since then you added “Clay” and took away “Amber”.'
    >>> compare({"falls": "ask"}, {"falls": "act"}).said
    'Since then you moved “falls” from “ask” to “act”.'
    >>> compare(7, 9).said
    'Since then it went from 7 to 9.'
    """
    names = names or {}
    kinds = {type(value) for value in (before, after) if value is not None}
    if kinds == {str} and not chosen:
        return _words(before or "", after or "")
    if kinds == {list}:
        return _ticks(
            [_say(one, names) for one in before or ()], [_say(one, names) for one in after or ()]
        )
    if kinds == {dict}:
        return _marks(_named(before, names), _named(after, names))
    return _one(_say(before, names), _say(after, names), quoted=not kinds <= {int, float})


def _words(before: str, after: str) -> Change:
    pieces = tuple(_joined(_steps(_split(before), _split(after))))
    added, gone = (
        sum(len(piece.words.split()) for piece in pieces if piece.kind == kind)
        for kind in ("new", "gone")
    )
    if not added and not gone:
        said = "The words are the same."
    elif not any(piece.kind == "same" and piece.words.strip() for piece in pieces):
        said = "Since then you wrote it anew." if added and gone else _counted(added, gone)
    else:
        said = _counted(added, gone)
    return Change(said, pieces, running=True)


def _counted(added: int, gone: int) -> str:
    told = [f"added {added} {'word' if added == 1 else 'words'}"] if added else []
    if gone:
        told.append(
            f"took {gone} away" if told else f"took {gone} {'word' if gone == 1 else 'words'} away"
        )
    return f"Since then you {' and '.join(told)}."


def _split(text: str) -> list[str]:
    """Return words, each with the space before it."""
    return re.findall(r"(?<!\s)\s*\S+", text)


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[str, list[str]]]:
    old, new = [word.strip() for word in before], [word.strip() for word in after]
    if len(old) * len(new) > MOST_PAIRS:
        start = _shared(old, new)
        end = _shared(old[start:][::-1], new[start:][::-1])
        yield "same", after[:start]
        yield "gone", before[start : len(old) - end]
        yield "new", after[start : len(new) - end]
        yield "same", after[len(new) - end :]
        return
    for _tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] == new[k:m]:
            yield "same", after[k:m]
        else:
            yield "gone", before[i:j]
            yield "new", after[k:m]


def _shared(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _joined(steps: Iterator[tuple[str, list[str]]]) -> Iterator[Piece]:
    for kind, words in steps:
        if words:
            yield Piece(kind, "".join(words))  # type: ignore[arg-type]


def _ticks(before: list[str], after: list[str]) -> Change:
    gone = tuple(one for one in before if one not in after)
    added = tuple(one for one in after if one not in before)
    kept = [one for one in before if one in after], [one for one in after if one in before]
    moved = tuple(
        (one, f"place {before.index(one) + 1}", f"place {after.index(one) + 1}")
        for one, other in zip(*kept, strict=False)
        if one != other
    )
    pieces = [Piece("same" if one in after else "gone", one) for one in before]
    pieces += [Piece("new", one) for one in added]
    return Change(_told(added, gone, moved), tuple(pieces), added=added, gone=gone, moved=moved)


def _marks(before: dict[str, str], after: dict[str, str]) -> Change:
    gone = tuple(f"{row}: {mark}" for row, mark in before.items() if row not in after)
    added = tuple(f"{row}: {mark}" for row, mark in after.items() if row not in before)
    moved = tuple(
        (row, mark, after[row]) for row, mark in before.items() if after.get(row, mark) != mark
    )
    pieces = []
    for row, mark in before.items():
        pieces.append(Piece("same" if after.get(row) == mark else "gone", f"{row}: {mark}"))
        if after.get(row, mark) != mark:
            pieces.append(Piece("new", f"{row}: {after[row]}"))
    pieces += [Piece("new", line) for line in added]
    return Change(_told(added, gone, moved), tuple(pieces), added=added, gone=gone, moved=moved)


def _told(added: tuple[str, ...], gone: tuple[str, ...], moved: tuple[tuple, ...]) -> str:
    told = []
    if added:
        told.append(f"added {_listed(added)}")
    if gone:
        told.append(f"took away {_listed(gone)}")
    if len(moved) == 1:
        what, then, now = moved[0]
        told.append(f"moved “{what}” from “{then}” to “{now}”")
    elif moved:
        told.append(f"moved {len(moved)} answers")
    if not told:
        return "The answers are the same."
    first = ", ".join(told[:-1])
    return f"Since then you {first + ' and ' if first else ''}{told[-1]}."


def _listed(names: tuple[str, ...]) -> str:
    if len(names) > MOST_NAMED:
        return str(len(names))
    return " and ".join(f"“{name}”" for name in names)


def _one(before: str, after: str, *, quoted: bool) -> Change:
    if before == after:
        return Change("The answers are the same.", (Piece("same", before),))
    then, now = (f"“{said}”" if quoted else said for said in (before, after))
    pieces = (Piece("gone", before), Piece("new", after))
    return Change(f"Since then it went from {then} to {now}.", pieces)


def _named(marks: dict[str, Any] | None, names: dict[str, str]) -> dict[str, str]:
    return {names.get(row, row): _say(mark, names) for row, mark in (marks or {}).items()}


def _say(value: Any, names: dict[str, str]) -> str:
    """Say any JSON value in plain words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_say(one, names) for one in value) or "nothing"
    if isinstance(value, dict):
        told = [f"{row}: {mark}" for row, mark in _named(value, names).items()]
        return ", ".join(told) or "nothing"
    if value is None or value == "":
        return "nothing"
    return names.get(str(value), str(value))
