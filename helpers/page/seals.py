"""Seals: an answer that its writer put away, hidden on every page until it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.journal import Entry, Journal, Prompt

SUFFIX = "_seal"  # the seal of "start.missing" is kept under "start.missing_seal"


@dataclass(frozen=True)
class Seal:
    """
    When an answer was sealed, and when it was opened; None for what did not happen.

    Examples
    --------
    >>> Seal(date(2026, 11, 25)).closed, Seal(date(2026, 11, 25), date(2027, 1, 8)).closed
    (True, False)
    """

    sealed: date | None = None
    opened: date | None = None

    @property
    def closed(self) -> bool:
        """Whether the answer is put away now."""
        return self.sealed is not None and self.opened is None


def seal_of(journal: Journal, prompt_id: str) -> Seal:
    """Return the seal of an answer, such as ``"start.missing"``."""
    return _read(journal.latest_result(prompt_id + SUFFIX))


def keep_seal(journal: Journal, prompt: Prompt, seal: Seal) -> None:
    """Keep a seal under its own prompt, whose id ends in ``SUFFIX``."""
    days = {"sealed": seal.sealed, "opened": seal.opened}
    kept = {name: day.isoformat() if day else None for name, day in days.items()}
    journal.write_result(prompt, kept)


def hidden(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids of the answers, among these of one journal, that are sealed now."""
    seals = (entry.latest for entry in entries if entry.prompt.id.endswith(SUFFIX))
    return frozenset(
        seal.prompt.id.removesuffix(SUFFIX)
        for seal in seals
        if seal.kind == "result" and _read(json.loads(seal.value)).closed
    )


def _read(kept: Any) -> Seal:
    days = kept if isinstance(kept, dict) else {}
    return Seal(_day(days.get("sealed")), _day(days.get("opened")))


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:  # from a file that another program wrote
        return None
