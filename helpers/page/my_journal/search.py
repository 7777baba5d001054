"""Finding: which things hold the words looked for, today or in an earlier version."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.page.my_journal.items import Item, by_reflection, items, titles
from helpers.page.my_journal.readable import said

if TYPE_CHECKING:
    from helpers.journal import Journal

Earlier = dict[str, list[tuple[datetime, str]]]


@dataclass(frozen=True)
class Wanted:
    """What a reader asked to see: words, a reflection, a tag, and the order."""

    words: str = field(default="", repr=False)
    reflection: str | None = None
    tag: str | None = None
    order: str | None = None

    @property
    def terms(self) -> list[str]:
        """The words looked for, each on its own."""
        return self.words.casefold().split()


@dataclass(frozen=True)
class Hit:
    """One thing found; ``then`` and ``old`` tell of an earlier version where only that holds it."""

    item: Item
    then: datetime | None = None
    old: str = field(default="", repr=False)


class Reading:
    """What a journal holds, read again only when its file has changed."""

    def __init__(self, journal: Journal):
        self.journal = journal
        self._items: list[Item] = []
        self._earlier: Earlier | None = None
        self._state: object = None

    def items(self) -> list[Item]:
        """Return everything, newest first."""
        state = _state(self.journal)
        if state is None or state != self._state:
            self._items, self._earlier, self._state = items(self.journal), None, state
        return self._items

    def find(self, wanted: Wanted) -> list[Hit]:
        """Return what was asked for: every word must be there, in any order and any case."""
        found = [item for item in self.items() if _belongs(item, wanted)]
        if wanted.order == "reflection":
            found = by_reflection(found)
        hits = (_hit(item, wanted.terms, self._old) for item in found)
        return [hit for hit in hits if hit]

    def tags(self) -> list[str]:
        """Return every tag in use, in the order of the alphabet."""
        return sorted({tag for item in self.items() for tag in item.tags}, key=str.casefold)

    def reflections(self) -> dict[str, str]:
        """Return what each reflection with something in it is called, in the shelf's order."""
        return titles(self.items())

    def _old(self, item: Item) -> list[tuple[datetime, str]]:
        """Return the earlier versions of an answer; all are read at the first asking."""
        if item.count < 2 or item.sealed:
            return []
        if self._earlier is None:
            self._earlier = {}
            several = {each.id for each in self._items if each.count > 1 and not each.sealed}
            for version in self.journal.all_versions():
                if version.prompt.id in several:
                    old = self._earlier.setdefault(version.prompt.id, [])
                    old.append((version.at, said(version)))
        return self._earlier.get(item.id, [])[::-1]


def _belongs(item: Item, wanted: Wanted) -> bool:
    if wanted.reflection and item.reflection != wanted.reflection:
        return False
    return not wanted.tag or wanted.tag in item.tags


def _hit(
    item: Item, terms: list[str], old: Callable[[Item], list[tuple[datetime, str]]]
) -> Hit | None:
    if not terms or _holds(terms, (item.wording, item.words, *item.came.values(), *item.tags)):
        return Hit(item)
    for at, words in old(item):
        if _holds(terms, (words,)):
            return Hit(item, at, words)
    return None


def _holds(terms: list[str], texts: Iterable[str]) -> bool:
    text = "\n".join(texts).casefold()
    return all(term in text for term in terms)


def _state(journal: Journal) -> object:
    """Return what changes when the file changes; None where that cannot be told."""
    if journal.path is None:
        return None
    log = journal.path.with_name(f"{journal.path.name}-wal")
    return _stamp(journal.path), _stamp(log)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_mtime_ns, about.st_size
