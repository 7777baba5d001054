"""Sentences said: what might get in the way of a sentence that invites, or that appreciates.

Hints by simple cues, in English only: each says why, none is a score, and each may be wrong.
Closed and leading questions, and praise that names nothing, are the cues (Schein's "humble
inquiry" and common advice on feedback); the words to look for are given by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

Cues = Mapping[str, Sequence[str]]
Kind = Literal["inviting", "appreciating"]

LONG = 30  # words; longer ones are hard to say in one breath
SPECIFIC = 7  # words from which praise has room to name what it is about


def hints(sentence: str, kind: Kind, cues: Cues) -> tuple[str, ...]:
    """
    Return the names of what might get in the way, at most two; none for an empty sentence.

    Parameters
    ----------
    sentence : str
    kind : {"inviting", "appreciating"}
    cues : mapping
        Lists of words: ``open``, ``closed``, ``anyone``, ``leading``, ``why``, ``but``,
        ``general``, ``person``, ``names``.

    Examples
    --------
    >>> cues = {"open": ["what", "how"], "closed": ["do", "is"], "anyone": ["any questions"],
    ...     "leading": ["don't you"], "why": ["why did you"], "but": ["but"],
    ...     "general": ["well done"], "person": ["you are great"], "names": ["when", "that"]}
    >>> hints("What did the night look like from your side?", "inviting", cues)
    ()
    >>> hints("Do you agree with the plan?", "inviting", cues)
    ('closed',)
    >>> hints("Well done, but next time be quicker.", "appreciating", cues)
    ('general', 'but')
    """
    text = plain(sentence)
    if not text:
        return ()
    found = _inviting(text, cues) if kind == "inviting" else _appreciating(text, cues)
    return tuple(found)[:2]


def plain(sentence: str) -> str:
    """
    Return a sentence in small letters, with straight marks and without quotation marks.

    Examples
    --------
    >>> plain(" “Don’t you   think so?” ")
    "don't you think so?"
    """
    straight = re.sub("[‘’]", "'", sentence).lower()
    return " ".join(re.sub('["“”]', " ", straight).split())


def _inviting(text: str, cues: Cues) -> list[str]:
    is_open = _holds(text, cues["open"])
    begins_closed = _begins(text, cues["closed"])
    if _holds(text, cues["anyone"]):
        return ["anyone"]
    found = []
    if _holds(text, cues["leading"]):
        found.append("leading")
    if _holds(text, cues["why"]):
        found.append("why")
    if not found and "?" not in text and not is_open:
        found.append("no_question")
    if not found and begins_closed and not is_open:
        found.append("closed")
    return found + _at_length(text)


def _at_length(text: str) -> list[str]:
    return (["several"] if text.count("?") > 1 else []) + (
        ["long"] if len(text.split()) > LONG else []
    )


def _appreciating(text: str, cues: Cues) -> list[str]:
    names = _holds(text, cues["names"]) and len(text.split()) >= SPECIFIC
    found = []
    if not names:
        found.append("general" if _holds(text, cues["general"]) else "what")
    if _holds(text, cues["person"]) and names is False:
        found = ["person"]
    if _holds(text, cues["but"]):
        found.append("but")
    return found + (["long"] if len(text.split()) > LONG else [])


def _holds(text: str, cues: Sequence[str]) -> bool:
    """Say whether one of the cues stands in the text as words of its own."""
    return any(re.search(rf"(?<![\w']){re.escape(cue)}(?![\w'])", text) for cue in cues)


def _begins(text: str, cues: Sequence[str]) -> bool:
    return any(re.match(rf"{re.escape(cue)}(?![\w'])", text) for cue in cues)
