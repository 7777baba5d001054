"""Items: one question each, with the answer somebody chose to hand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Kind = Literal["choice", "ticks", "marks", "number", "numbers", "text"]

KINDS: tuple[str, ...] = get_args(Kind)
WITH_OPTIONS = ("choice", "ticks", "marks")
STATUSES = ("open", "started", "changed", "done", "let_go")  # of promises, as the journal says them


@dataclass(frozen=True)
class Asked:
    """
    A question as it was put.

    Two of them are the same question only where everything but ``sensitive`` is the same: an
    answer to other words, or chosen from another list, is counted apart.

    Attributes
    ----------
    id, version, wording
        As the journal keeps them.
    kind
        ``"choice"``, ``"ticks"``, ``"marks"``, ``"number"``, ``"numbers"`` or ``"text"``.
    options
        Every label that could be chosen, also those nobody chose.
    sensitive
        Whether it is marked as sensitive.
    """

    id: str
    version: int
    wording: str
    kind: Kind
    options: tuple[str, ...] = ()
    sensitive: bool = field(default=False, compare=False)

    @property
    def reflection(self) -> str:
        """The part of the kit that it belongs to."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Item:
    """
    A question with an answer.

    ``answer`` is a label (choice), a tuple of labels (ticks), row to label (marks), a number,
    row to number (numbers), or words (text).
    """

    asked: Asked
    answer: Any = field(repr=False)

    def rows(self) -> Mapping[str, Any]:
        """Return the answer by row; an answer without rows stands in the row ""."""
        return self.answer if isinstance(self.answer, dict) else {"": self.answer}
