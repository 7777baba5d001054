"""Then and today: what somebody's first words were, on the first day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Words:
    """One state of an answer, with the moment it was written (aware, any zone)."""

    at: datetime
    said: str = field(repr=False)


def first_words(states: Iterable[Words]) -> Words | None:
    """
    Return somebody's first words: as first written, with what they added to them that day.

    A pause in the middle of a sentence makes a new state. So while the next state of the same
    local day begins with all of this one, that one is taken; a rewording is not.

    Parameters
    ----------
    states
        Every state of one answer, oldest first.

    Examples
    --------
    >>> from datetime import UTC
    >>> at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> said = ["", "To lead is", "To lead is to ask.", "To lead is to listen."]
    >>> first_words([Words(at, words) for words in said]).said
    'To lead is to ask.'
    """
    written = [state for state in states if state.said.strip()]
    if not written:
        return None
    first = written[0]
    for later in written[1:]:
        if _day(later) != _day(first) or not later.said.startswith(first.said.rstrip()):
            break
        first = later
    return first


def _day(words: Words) -> object:
    return words.at.astimezone().date()
