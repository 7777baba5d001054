"""Pieces: what a reader wrote, one answer each, as this reflection sorts and finds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

PROMISE, QUESTION = "promise:", "question:"  # how the ids of those two begin


@dataclass(frozen=True)
class Piece:
    """
    One thing somebody wrote.

    Attributes
    ----------
    id
        The id of the entry, or of the promise or the question that was kept.
    reflection, title
        Where it was written, and what that page is called.
    asked
        The question, exactly as it read at the time.
    said
        The answer in readable words.
    on
        The day it was last changed.
    version
        Which state of the answer this is; 0 where there is only one.
    note
        What belongs to it and is not the answer itself, such as what came of a prediction.
    marked
        Whether it was chosen or marked rather than written.
    """

    id: str
    reflection: str
    title: str
    asked: str
    said: str = field(repr=False)
    on: date
    version: int = 0
    note: str = field(default="", repr=False)
    marked: bool = False

    @property
    def is_promise(self) -> bool:
        """Whether this is a promise."""
        return self.id.startswith(PROMISE)

    @property
    def is_question(self) -> bool:
        """Whether this is a question somebody took away."""
        return self.id.startswith(QUESTION)

    @property
    def is_words(self) -> bool:
        """Whether it is an answer in words: neither marks, nor a promise, nor a question."""
        return not (self.marked or self.is_promise or self.is_question)


def found(pieces: Iterable[Piece], looked_for: str = "", reflection: str = "") -> list[Piece]:
    """
    Return the pieces that hold every word looked for, of one reflection or of all.

    Examples
    --------
    >>> email = Piece("a.b", "a", "Page A", "Your email", "Thank you all.", date(2026, 3, 2))
    >>> [piece.id for piece in found([email], "THANK email")], found([email], "Friday")
    (['a.b'], [])
    """
    words = looked_for.casefold().split()
    return [
        piece
        for piece in pieces
        if (not reflection or piece.reflection == reflection)
        and all(word in f"{piece.asked} {piece.said}".casefold() for word in words)
    ]


def by_reflection(
    pieces: Iterable[Piece], order: Sequence[str] = ()
) -> list[tuple[str, list[Piece]]]:
    """
    Return the pieces of each reflection, oldest first; reflections in the order given, then by name.

    Examples
    --------
    >>> old = Piece("b.x", "b", "Page B", "Why?", "Because.", date(2026, 3, 2))
    >>> new = Piece("a.y", "a", "Page A", "How?", "Slowly.", date(2026, 3, 3))
    >>> [title for title, _pieces in by_reflection([old, new], ["b", "a"])]
    ['Page B', 'Page A']
    """
    place = {name: number for number, name in enumerate(order)}
    groups: dict[str, list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.on):
        groups.setdefault(piece.reflection, []).append(piece)
    names = sorted(groups, key=lambda name: (place.get(name, len(place)), name))
    return [(groups[name][0].title, groups[name]) for name in names]


def key(piece: str) -> str:
    """
    Return the mark of a piece: short, the same every time, and telling nothing.

    Examples
    --------
    >>> key("start.meaning") == key("start.meaning"), len(key("start.meaning"))
    (True, 12)
    """
    return blake2s(piece.encode(), digest_size=6).hexdigest()


def own_mark(name: str, text: str) -> str:
    """
    Return the mark of a line that the kit writes; it tells whether the line is as it was.

    Examples
    --------
    >>> own_mark("q_1", "What did you see?") == own_mark("q_1", " what  did you see?")
    True
    """
    return f"own_{name}_{key(' '.join(text.split()).casefold())[:8]}"
