"""A page that somebody wrote themselves: its question, its seven steps, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.page.own.slips import Slip


@dataclass(frozen=True)
class Ask:
    """One question of the page. One with minutes begins an activity; those below belong to it."""

    id: str
    question: str
    example: str = ""
    choose_one: tuple[str, ...] = ()
    tick: tuple[str, ...] = ()
    title: str = ""
    minutes: int = 0
    text: str = ""
    deeper: bool = False
    show_again: str = ""
    version: int = 1
    line: int | None = None

    @property
    def in_words(self) -> bool:
        """Whether it is answered in words."""
        return not (self.choose_one or self.tick)


@dataclass(frozen=True)
class Group:
    """One prompt for a pair or a group."""

    who: str
    minutes: int
    text: str
    alone: str


@dataclass(frozen=True)
class Stage:
    """What stands under one of the seven headings."""

    text: str = ""
    asks: tuple[Ask, ...] = ()
    cards: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    promises: tuple[tuple[str, str], ...] = ()

    @property
    def activities(self) -> list[list[Ask]]:
        """The questions, each with minutes heading those that belong to it."""
        found: list[list[Ask]] = []
        for ask in self.asks:
            if ask.minutes or not found:
                found.append([])
            found[-1].append(ask)
        return found


@dataclass(frozen=True)
class OwnPage:
    """
    One page as it is on the disk now.

    Attributes
    ----------
    name
        What its readers' answers are kept under, whatever the file is called.
    named
        False where nobody chose that name, and the file's stands in for it.
    whole
        False where a part of the block could not be read.
    """

    file: str
    name: str
    question: str
    promise: str
    who: str
    minutes: int
    group_minutes: int
    stages: Mapping[str, Stage]
    slips: tuple[Slip, ...] = ()
    named: bool = True
    whole: bool = True

    @property
    def subject(self) -> str:
        """The reflection that its answers belong to, as a journal knows it."""
        return subject(self.name)

    @property
    def asks(self) -> dict[str, Ask]:
        """Every question by its id."""
        return {ask.id: ask for stage in self.stages.values() for ask in stage.asks}


def slug(text: str) -> str:
    """
    Return a name as it stands in the id of an answer.

    Examples
    --------
    >>> slug("Our handover (2)")
    'our-handover-2'
    """
    return re.sub(r"\W+", "-", text.casefold()).strip("-_") or "page"


def subject(name: str) -> str:
    """
    Return the reflection that the answers of a page with this name belong to.

    Its ids have one dot like all others, between the reflection and the question.

    Examples
    --------
    >>> subject("handover")
    'own-handover'
    """
    return f"own-{name}"
