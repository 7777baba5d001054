"""Audits kept: what the journal holds of a person's own audits, one for each paper and day."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING

from helpers.page import words

if TYPE_CHECKING:
    from helpers.journal import Journal

PROMPT = words.prompt("expectations", "audit_result")


@dataclass(frozen=True)
class Audit:
    """
    The three counts of one paper.

    Attributes
    ----------
    on : str
        The day it was kept, as ISO text; today's while it is being counted.
    paper : str
        What the reader calls the paper; may be empty.
    charts, show_chance, say_limits : int
    """

    on: str
    paper: str
    charts: int
    show_chance: int
    say_limits: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """All charts, those that show chance, and those of them that say where limits were set."""
        return self.charts, self.show_chance, self.say_limits

    @property
    def name(self) -> str:
        """What the reader calls the paper, if anything, and the day; safe to show."""
        said = said_day(self.on)
        return f"{escape(shorten(self.paper, 24))}, {said}" if self.paper else said

    def is_same(self, other: Audit) -> bool:
        """Say whether the other audit holds the same counts of the same paper, on any day."""
        return (self.paper, self.counts) == (other.paper, other.counts)


def keep(journal: Journal, done: Audit) -> None:
    """Keep an audit; counting the same paper again on the same day takes its place in the list."""
    # Saves of one writer within a minute share a version: each paper is a writer of its own.
    journal.write_result(PROMPT, asdict(done), client=f"{done.on} {done.paper}")


def kept(journal: Journal) -> list[Audit]:
    """Return the audits kept, newest first: the latest count of each paper on each day."""
    found: dict[tuple[str, str], Audit] = {}
    for version in journal.versions(PROMPT.id):
        audit = Audit(**json.loads(version.value))
        found.pop((audit.on, audit.paper), None)
        found[audit.on, audit.paper] = audit
    return list(found.values())[::-1]


def beside(now: Audit, earlier: list[Audit]) -> tuple[Audit, Audit | None]:
    """
    Return which audit the counts belong to, and the last one before it.

    Counts that were kept already, and are merely shown again, stay the audit of their own day.

    Examples
    --------
    >>> march, june = Audit("2026-03-02", "", 20, 5, 1), Audit("2026-06-01", "", 20, 5, 1)
    >>> beside(june, [march]) == (march, None)
    True
    """
    if earlier and earlier[0].is_same(now):
        return earlier[0], next(iter(earlier[1:]), None)
    others = (each for each in earlier if (each.on, each.paper) != (now.on, now.paper))
    return now, next(others, None)


def said_day(on: str) -> str:
    """
    Say a day as a reader does.

    Examples
    --------
    >>> said_day("2026-03-02")
    '2 Mar 2026'
    """
    day = date.fromisoformat(on)
    return f"{day.day} {day:%b %Y}"
