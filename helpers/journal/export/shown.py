"""What a copy on paper shall hold, and what it then says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from helpers.journal.export.change import Change
from helpers.journal.records import Version


class Wanted(TypedDict, total=False):
    """
    What a copy on paper shall hold; everything may be left out.

    Attributes
    ----------
    reflection
        Only this one, such as ``"voices"``.
    history
        Every version, not the last one alone.
    sealed
        The words of a sealed answer too.
    change
        Each text as this returns it.
    titles
        What the reflections are called, by their name, in the order to show them.
    tell
        How an answer that is no text reads; None tells names and values plainly.
    left_out
        The ids of answers that are not told.
    made
        The moment to put on the copy; None for now.
    """

    reflection: str | None
    history: bool
    sealed: bool
    change: Change | None
    titles: Mapping[str, str] | None
    tell: Callable[[Version], str] | None
    left_out: Collection[str]
    made: datetime | None


@dataclass(frozen=True)
class Said:
    """One version of an answer, readable."""

    words: str = field(repr=False)
    heading: str
    wording: str
    notes: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Answer:
    """One question with what was answered; ``sealed`` is a sentence where it is closed."""

    wording: str
    said: tuple[Said, ...]
    tags: str = field(default="", repr=False)
    sealed: str = ""


@dataclass(frozen=True)
class LookBack:
    """What was said when looking back at a promise."""

    when: str
    outcome: str
    note: str = field(repr=False)


@dataclass(frozen=True)
class Promise:
    """One promise, its particulars by name, and the looks back."""

    heading: str
    sentence: str = field(repr=False)
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    looks_back: tuple[LookBack, ...]


@dataclass(frozen=True)
class Taken:
    """One question taken away."""

    heading: str
    words: str = field(repr=False)


@dataclass(frozen=True)
class Part:
    """One reflection."""

    name: str
    title: str
    answers: tuple[Answer, ...]
    promises: tuple[Promise, ...]
    questions: tuple[Taken, ...]


@dataclass(frozen=True)
class Told:
    """The whole copy: a title, sentences about it, and its parts."""

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    made: datetime
