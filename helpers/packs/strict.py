"""JSON from a stranger's file: read only when it is small, shallow, plain and means one thing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from math import isfinite
from typing import Any

from helpers.intake import Problem
from helpers.packs.limits import DEEPEST, LARGEST_PACK, LONGEST_NUMBER

# How files begin that a text editor wrote: UTF-16, or UTF-8 with a byte order mark. The kit writes
# neither, so somebody has been in there.
SAVED_AGAIN = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
FOREIGN = "It is not a pack, but some other data."
AGAIN = "Ask for the file as the kit made it."
DEEP = "It holds lists inside lists, deeper than a pack ever does."


def load(data: bytes) -> dict[str, Any]:
    """
    Return the object that a file holds.

    Raises
    ------
    Problem
        Where it is too large, no UTF-8, no JSON, too deep, or could be read in two ways.

    Examples
    --------
    >>> load(b'{"a": 1}')
    {'a': 1}
    >>> load(b'{"a": 1, "a": 2}')
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: It says the same thing twice, so it could be read in two ways.
    """
    text = _text(data)
    if _depth(text) > DEEPEST:
        raise Problem(DEEP)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=_no_number,
        )
    except RecursionError:
        raise Problem(DEEP) from None
    except ValueError:
        raise Problem(f"It is broken: it cannot be read to its end. {AGAIN}") from None
    if not isinstance(found, dict):
        raise Problem(FOREIGN)
    if _half_characters(found):
        raise Problem(f"It is broken: it holds half a character. {AGAIN}")
    return found


def _text(data: bytes) -> str:
    if len(data) > LARGEST_PACK:
        raise Problem(too_large())
    if not data.strip():
        raise Problem(f"It is empty. {AGAIN}")
    if data.startswith(SAVED_AGAIN):
        raise Problem(f"Another program has saved it again in its own way. {AGAIN}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem(f"It is broken, or no text at all. {AGAIN}") from None
    if "\0" in text:
        raise Problem("It is not text, but some other kind of file.")
    return text


def too_large() -> str:
    """
    Say that a file is too large.

    Examples
    --------
    >>> too_large()
    'It is larger than any pack: more than 512 KB. It was not read.'
    """
    return f"It is larger than any pack: more than {LARGEST_PACK // 1024} KB. It was not read."


def _depth(text: str) -> int:
    """Return how deep brackets lie inside each other, without reading the JSON."""
    without = text.replace("\\\\", "").replace('\\"', "")
    outside = "".join(without.split('"')[::2])
    return max(accumulate(_steps(outside)), default=0)


def _steps(outside: str) -> Iterator[int]:
    return ((1 if mark in "[{" else -1) for mark in outside if mark in "[{]}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Problem("It says the same thing twice, so it could be read in two ways.")
    return found


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise Problem("It holds a number that is longer than anybody's.")
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits) if len(digits) <= LONGEST_NUMBER else float("inf")
    return number if isfinite(number) else _no_number(digits)


def _no_number(_word: str) -> float:
    raise Problem("It holds a number that is none, such as NaN or Infinity.")


def _half_characters(found: Any) -> bool:
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
