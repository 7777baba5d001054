"""Three hats: what a reader gave to which hat, and what moved since an earlier placing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

Answers = TypeVar("Answers")

HATS = ("leadership", "improvement", "technical", "several")


@dataclass(frozen=True)
class Move:
    """A card that lies under another hat than before."""

    card: str
    then: str
    now: str


@dataclass(frozen=True)
class Change:
    """Two placings beside each other: how many cards both hold, and which of them moved."""

    both: int
    moves: tuple[Move, ...]


def piles(placed: Mapping[str, str], cards: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """
    Return which cards lie under each hat, in the order of the cards.

    What the cards do not know, or no hat holds, is left out: the words may have changed since.

    Examples
    --------
    >>> piles({"b": "technical", "a": "technical", "gone": "improvement"}, ["a", "b"])["technical"]
    ('a', 'b')
    """
    return {hat: tuple(card for card in cards if placed.get(card) == hat) for hat in HATS}


def changed(then: Mapping[str, str], now: Mapping[str, str], cards: Sequence[str]) -> Change:
    """
    Lay two placings beside each other; a card placed only once says nothing of a change.

    Examples
    --------
    >>> changed({"a": "technical", "b": "several"}, {"a": "improvement"}, ["a", "b"])
    Change(both=1, moves=(Move(card='a', then='technical', now='improvement'),))
    """
    both = [card for card in cards if {then.get(card), now.get(card)} <= set(HATS)]
    moves = (Move(card, then[card], now[card]) for card in both if then[card] != now[card])
    return Change(len(both), tuple(moves))


def last_of_each_day(kept: Iterable[tuple[date, Answers]]) -> list[tuple[date, Answers]]:
    """
    Return the last of each day, oldest first: within a day one is still making up one's mind.

    Examples
    --------
    >>> march, june = date(2026, 3, 2), date(2026, 6, 1)
    >>> last_of_each_day([(march, "half"), (march, "whole"), (june, "again")])
    [(datetime.date(2026, 3, 2), 'whole'), (datetime.date(2026, 6, 1), 'again')]
    """
    return list(dict(kept).items())
