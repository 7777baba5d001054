"""Gathering: packs as they come in, one file after the other; what cannot be used is named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from helpers.intake import Problem
from helpers.packs.counting import count
from helpers.packs.limits import LARGEST_FOLDER, MOST_FILES
from helpers.packs.pack import Pack, answers
from helpers.packs.reading import read_pack
from helpers.packs.results import Combined, LeftOut
from helpers.packs.seen import plain_name

TELLING = 20  # characters of words that two people do not write alike by chance
MANY = 12  # answers that two people do not all give alike by chance


class Gathering:
    """
    Collects packs in memory; a file that cannot be used costs the others nothing.

    Examples
    --------
    >>> gathering = Gathering()
    >>> gathering.add("note.json", b"[]")
    >>> gathering.left_out
    [LeftOut(name='note.json', reason='It is not a pack, but some other data.')]
    """

    def __init__(self) -> None:
        self.packs: list[Pack] = []
        self.left_out: list[LeftOut] = []
        self._ids: dict[str, str] = {}
        self._contents: dict[bytes, str] = {}
        self._size = 0

    def add(self, name: str, data: bytes) -> None:
        """Take one file: its name, for messages, and its bytes."""
        self.take(name, lambda: data)

    def take(self, name: str, read: Callable[[], bytes]) -> None:
        """Take one file that ``read`` gives; a Problem leaves it out, with that reason."""
        name = plain_name(name)
        try:
            self._keep(name, read())
        except Problem as problem:
            self.left_out.append(LeftOut(name, str(problem)))

    def combined(self) -> Combined:
        """Return what a group may see of the packs so far."""
        return count(self.packs, self.left_out)

    def _keep(self, name: str, data: bytes) -> None:
        pack = read_pack(data)
        if self._size + len(data) > LARGEST_FOLDER or len(self.packs) >= MOST_FILES:
            raise Problem("There are more packs here than can be combined at once.")
        if pack.id in self._ids:
            raise Problem(f"It is the same pack as “{self._ids[pack.id]}”.")
        content = content_of(pack)
        if content in self._contents:
            raise Problem(f"It says word for word the same as “{self._contents[content]}”.")
        self.packs.append(pack)
        self._ids[pack.id] = name
        if is_telling(pack):
            self._contents[content] = name
        self._size += len(data)


def content_of(pack: Pack) -> bytes:
    """Return a mark of what a pack says, whatever its own number is."""
    told = json.dumps([answers(pack.items), dict(pack.promises)], sort_keys=True)
    return hashlib.sha256(told.encode("utf-8")).digest()


def is_telling(pack: Pack) -> bool:
    """
    Say whether two people could hardly make this pack alike.

    A pack with three ticks and no words may well be made by two people; both count.
    """
    words = sum(len(item.answer) for item in pack.items if item.asked.kind == "text")
    return words >= TELLING or sum(len(item.rows()) for item in pack.items) >= MANY
