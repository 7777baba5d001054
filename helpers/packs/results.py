"""What comes of many packs: counts and words as a group may see them, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.disclosure import Numbers, Shown
from helpers.packs.items import Asked


@dataclass(frozen=True)
class LeftOut:
    """A file that was not combined: its name as far as it can be shown, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Row:
    """One row of a question, or the whole of one that has no rows (then its name is "")."""

    name: str
    shown: Shown
    numbers: Numbers | None = None


@dataclass(frozen=True)
class Counted:
    """
    A question whose answers are counted.

    ``rows_not_shown`` is how many of its rows too few people answered.
    """

    asked: Asked
    rows: tuple[Row, ...]
    rows_not_shown: int = 0


@dataclass(frozen=True)
class Told:
    """A question answered in words: the words in an order that says nothing, without their packs."""

    asked: Asked
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Combined:
    """
    What a group may see of a folder of packs.

    Attributes
    ----------
    packs
        How many packs were combined.
    left_out
        Which files were not, and why.
    counted, told
        Questions of which something may be shown, in the order of their ids.
    promises
        How many people have promises of each status; None where that may not be shown.
    too_few
        How many questions too few people answered for anything to be shown. Not even their
        wording is: it would say that somebody answered.
    """

    packs: int
    left_out: tuple[LeftOut, ...] = ()
    counted: tuple[Counted, ...] = ()
    told: tuple[Told, ...] = ()
    promises: Shown | None = None
    too_few: int = 0
