"""Where is it in ours: what one page of an organisation holds of the things on the cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MARKS = ("found", "hinted", "absent")


@dataclass(frozen=True)
class Look:
    """How many things a page holds, hints at and does not hold; and those of one hat alone."""

    found: int
    hinted: int
    absent: int
    own: int = 0
    own_absent: int = 0

    @property
    def looked(self) -> int:
        """How many things were looked for."""
        return self.found + self.hinted + self.absent


def look(
    marks: Mapping[str, str], cards: Sequence[str], placed: Mapping[str, str] | None = None
) -> Look:
    """
    Count what was found, and how much of what the reader gave to improvement alone is absent.

    Parameters
    ----------
    marks : mapping of card to "found", "hinted" or "absent"
        Cards without a mark were not looked for.
    cards : sequence of str
    placed : mapping of card to hat, optional
        The reader's own placing.

    Examples
    --------
    >>> look({"a": "found", "b": "absent"}, ["a", "b", "c"], {"b": "improvement"})
    Look(found=1, hinted=0, absent=1, own=1, own_absent=1)
    """
    seen = {card: marks[card] for card in cards if marks.get(card) in MARKS}
    found, hinted, absent = (list(seen.values()).count(mark) for mark in MARKS)
    own = [card for card in seen if (placed or {}).get(card) == "improvement"]
    return Look(found, hinted, absent, len(own), sum(seen[card] == "absent" for card in own))
