"""Sentences: the first one of what somebody wrote, and the lines of a list."""

from __future__ import annotations

import re

FEWEST = 4  # words; fewer are a note rather than a sentence
MOST = 30  # words shown; the rest is where it was written
MOST_LINES = 12  # of a list that is ticked afterwards

_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])?\s*")


def first_sentence(text: str) -> str | None:
    """
    Return the first sentence of a text, or None where it does not read as one.

    Examples
    --------
    >>> first_sentence("To me it means asking first. And then waiting.")
    'To me it means asking first.'
    >>> first_sentence("tbc") is None
    True
    """
    words = _END.split(" ".join(text.split()), maxsplit=1)[0].split()
    if len(words) < FEWEST:
        return None
    return " ".join(words) if len(words) <= MOST else " ".join(words[:MOST]) + " …"


def as_act(text: str) -> str:
    """
    Return a sentence as it follows "then I will".

    Examples
    --------
    >>> as_act("I will no longer ask for a date.")
    'no longer ask for a date'
    """
    words = " ".join(text.split())
    return re.sub(r"^(I will|I'll|I’ll)\s+", "", words, flags=re.I).rstrip(".")


def lines(text: str) -> list[str]:
    """
    Return the lines of a list, without what marks them, each once.

    Examples
    --------
    >>> lines("- Ask nobody.\\n\\n2) Praise the winner.\\n- Ask nobody.")
    ['Ask nobody.', 'Praise the winner.']
    """
    found = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in found if line))[:MOST_LINES]
