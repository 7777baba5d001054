"""Alike: which texts hold words of another one, as they do where words were carried over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

RUN = 5  # words in a row from which two texts are taken to share them
FEWEST = 3  # words; a shorter line counts only where both lines are the same
LONG_WORD = 6  # letters; a line of one shorter word, such as "Yes", tells nothing

_WORD = re.compile(r"\w+")
_Line = tuple[str, ...]


class Same:
    """
    What some texts say, to be looked for in others.

    Examples
    --------
    >>> gone = Same(["I will no longer ask for a date.\\nPraise luck."])
    >>> gone.held_by("no longer ask for a date"), gone.held_by('["praise luck"]')
    (True, True)
    >>> gone.held_by("I ask for a date, and I praise luck.")
    False
    """

    def __init__(self, texts: Iterable[str]):
        lines = {line for text in texts for line in _lines(text)}
        self._short = {line for line in lines if len(line) < RUN}
        self._runs = {run for line in lines for run in _runs(line, RUN)}
        self._parts = {
            run for line in lines for count in range(FEWEST, RUN) for run in _runs(line, count)
        }

    def held_by(self, text: str) -> bool:
        """Say whether a text holds a line of them, is part of one, or shares a run of words."""
        return any(map(self._held_by, _lines(text)))

    def _held_by(self, line: _Line) -> bool:
        if line in self._short or line in self._parts:
            return True
        shorter = (run for count in range(FEWEST, RUN) for run in _runs(line, count))
        return any(run in self._short for run in shorter) or any(
            run in self._runs for run in _runs(line, RUN)
        )


def _runs(line: _Line, count: int) -> Iterator[_Line]:
    return (line[at : at + count] for at in range(len(line) - count + 1))


def _lines(text: str) -> Iterator[_Line]:
    """Yield the words of each line; of JSON, of each text in it."""
    for part in _texts(text):
        for line in part.splitlines():
            words = tuple(_WORD.findall(line.casefold()))
            if len(words) > 1 or any(len(word) >= LONG_WORD for word in words):
                yield words


def _texts(text: str) -> Iterator[str]:
    try:
        yield from _inside(json.loads(text))
    except (ValueError, RecursionError):  # somebody's words as they typed them
        yield text


def _inside(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _inside(each)
