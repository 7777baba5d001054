"""Speakers: who is named in a line of a transcript; a name becomes a number at once."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

NOBODY = -1  # the number of whoever is not named

_VOICE = re.compile(r"<v(?:\.[^\s.>]+)*[ \t]+([^>\n]*)")
_TAG = re.compile(r"<[^>\n]{0,200}>?")
_BEFORE_COLON = re.compile(r"[\s>\-–—]*\[?([^:\[\]\n]{1,60}?)\]?\s?:(?:\s|$)")
_SENTENCE = re.compile(r"[?!;…\"“”]|\w{4,}\.\s")
_LONGEST = 6  # words of a name: longer ones are the beginning of a sentence


class Cue(NamedTuple):
    """A stretch of speech: the speaker's number, and when it began and ended, in seconds."""

    who: int
    start: float
    end: float


class Numbers:
    """
    Gives each name a number; capitals and spaces do not tell two people apart.

    Examples
    --------
    >>> numbers = Numbers()
    >>> numbers.of("Dr Ash"), numbers.of("dr  ash"), numbers.of("Elm"), numbers.of(" ")
    (0, 0, 1, -1)
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, name: str) -> int:
        """Return the number of a name; NOBODY for an empty one."""
        key = " ".join(unescape(name).split()).casefold()
        return self._known.setdefault(key, len(self._known)) if key else NOBODY

    def __repr__(self) -> str:
        return f"<{len(self._known)} names>"  # a log must not learn them


def voices(text: str) -> list[str]:
    """
    Return the names in the voice tags of a cue, as Teams writes them.

    Examples
    --------
    >>> voices("<v Ash>Yes.</v> <v.loud Elm>No.</v>")
    ['Ash', 'Elm']
    """
    return _VOICE.findall(text) if "<v" in text else []


def without_tags(text: str) -> str:
    """
    Return the text of a cue without its tags, for counting words only.

    Examples
    --------
    >>> without_tags("<b>Ash</b>: yes")
    'Ash: yes'
    """
    return _TAG.sub("", text) if "<" in text else text


def before_colon(line: str) -> tuple[str, str]:
    """
    Split "Name: words" as Zoom writes it; the name is empty where none is there.

    Examples
    --------
    >>> before_colon("Dr. Ash: We begin."), before_colon("So this is what I mean, really: no")
    (('Dr. Ash', 'We begin.'), ('', 'So this is what I mean, really: no'))
    """
    found = _BEFORE_COLON.match(line)
    if found and looks_like_a_name(found[1]):
        return found[1], line[found.end() :]
    return "", line


def looks_like_a_name(words: str) -> bool:
    """
    Tell whether words could be what a meeting program calls a person.

    Examples
    --------
    >>> looks_like_a_name("Ash, Jo (guest)"), looks_like_a_name("and then"), looks_like_a_name("10")
    (True, False, False)
    """
    name = words.strip()
    known = 0 < len(name) <= 60 and any(letter.isalpha() for letter in name)
    begins = known and not name[0].islower()
    return begins and len(name.split()) <= _LONGEST and not _SENTENCE.search(name)
