"""Paper: the same words as a Word file, as a web page that prints well, or as Markdown.

All three are written with the same calls, so that what is said in one is said in the others.
``Run`` is a piece of a line and whether it is slanted, as titles are in a list of sources.
``keys`` tell which works a citation or a line of that list is about; Markdown cites by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from helpers.journal.export.paper import paragraphs, printable

Run = tuple[str, bool]

__all__ = ["Paper", "Run", "paragraphs", "plain", "printable"]


class Paper(Protocol):
    """What every kind of paper can be asked to carry; it is begun with its title."""

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Write a heading; the title stands above level 1."""

    def words(
        self, text: str, *, mark: str = "", after: Sequence[Run] = (), keys: Sequence[str] = ()
    ) -> None:
        """Write somebody's words, with their own breaks; ``after`` ends their last paragraph."""

    def line(
        self,
        runs: Sequence[Run],
        *,
        kind: str = "plain",
        mark: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        """Write one line; ``kind`` is plain, small, question, or reference."""

    def items(self, texts: Sequence[str]) -> None:
        """Write a list of points."""

    def table(
        self,
        caption: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float] | None = None,
    ) -> None:
        """
        Write a table with its caption and one row of headings.

        ``shares`` is how wide the columns are to each other; None for all alike.
        """

    def made(self) -> bytes:
        """Return the file."""


def plain(runs: Sequence[Run]) -> str:
    """Return a line without its slanted letters."""
    return "".join(text for text, _slanted in runs)
