"""Consequences: four kinds for each group a change reaches, and who will watch for them.

Goals, trade-offs, unpleasant and pleasant surprises, with a pause after the change to look for
them: Toma and others, BMJ Quality & Safety 2018. The row "for whom?" is this kit's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

KINDS = ("goals", "tradeoffs", "unpleasant", "pleasant")


@dataclass(frozen=True)
class Row:
    """
    One group and what the change may mean for it.

    Attributes
    ----------
    group : str
        Empty where none was chosen.
    boxes : mapping
        Words for each of the four kinds; a kind may be missing.
    """

    group: str
    boxes: Mapping[str, str]

    @property
    def filled(self) -> tuple[str, ...]:
        """The kinds that hold words."""
        return tuple(kind for kind in KINDS if self.boxes.get(kind, "").strip())

    @property
    def begun(self) -> bool:
        """Whether anything stands in this row."""
        return bool(self.group.strip() or self.filled)

    @property
    def complete(self) -> bool:
        """Whether the group is named and all four boxes hold words."""
        return bool(self.group.strip()) and self.filled == KINDS


@dataclass(frozen=True)
class Scan:
    """
    One change, its rows, and how it will be watched.

    Attributes
    ----------
    change, watch, watcher : str
    rows : sequence of Row
    pause : date or None
        The day to stop and look for surprises.
    """

    change: str
    rows: Sequence[Row]
    watch: str = ""
    watcher: str = ""
    pause: date | None = None

    @property
    def begun(self) -> tuple[Row, ...]:
        """The rows in which anything stands."""
        return tuple(row for row in self.rows if row.begun)


def next_steps(scan: Scan, most: int = 2) -> tuple[str, ...]:
    """
    Return what would help next, as keys of sentences, the first thing first.

    Examples
    --------
    >>> next_steps(Scan("", []))
    ('change', 'group')
    >>> goals = Row("Night staff", {"goals": "fewer calls"})
    >>> next_steps(Scan("One phone line", [goals]))
    ('goals_only', 'watch')
    >>> full = Row("Night staff", dict.fromkeys(KINDS, "x"))
    >>> next_steps(Scan("One line", [full], "calls at night", "ward clerk", date(2026, 6, 1)))
    ('ready', 'one_group')
    """
    missing = [
        *([] if scan.change.strip() else ["change"]),
        *_of_rows(scan.begun),
        *([] if scan.watch.strip() else ["watch"]),
        *([] if scan.watcher.strip() else ["watcher"]),
        *([] if scan.pause else ["pause"]),
    ]
    if not missing:
        missing = ["ready", *(["one_group"] if len(scan.begun) == 1 else [])]
    return tuple(missing[:most])


def _of_rows(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return ["group"]
    if any(row.complete for row in rows):
        return []
    if not any(row.group.strip() for row in rows):
        return ["group"]
    used = {kind for row in rows for kind in row.filled}
    if used == {"goals"}:
        return ["goals_only"]
    return ["boxes"]
