"""The bytes of a file as JSON, or a Problem that says what is wrong with them and where."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from helpers.intake import Problem

LARGEST_MB = 64  # ten years of a busy journal make about 20
MOST_PARTS = 4_000_000  # each costs some 70 bytes of memory, however small it is in the file
DEEPEST = 64  # a journal needs about ten

HALF = re.compile(r"[\ud800-\udfff]")  # half of a character: no file can hold it as it is
NOTHING_IN = "Nothing in your journal was changed."
AGAIN = "Export it again from the kit, and choose that file."

Path = tuple[str | int, ...]
Trail = tuple[Any, ...] | None  # a path as linked pairs: only the one that is told gets built


class _Doubled(dict):
    """An object with one name twice, of which JSON readers keep either."""

    name: str


def opened(data: bytes) -> Any:
    """
    Return what a JSON file holds.

    Raises
    ------
    Problem
        Where it is too large or too deep, no JSON, or holds what no two programs read alike.

    Examples
    --------
    >>> opened(b'{"a": [1, 2]}')
    {'a': [1, 2]}
    >>> opened(b'{"a": [NaN]}')
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: The file holds NaN, which is no number. Nothing in your journal was changed. Export it again from the kit, and choose that file.
    """
    if len(data) > LARGEST_MB * 2**20:
        size = f"{len(data) / 2**20:,.0f} MB"
        refuse(f"The file has {size}; the kit reads up to {LARGEST_MB} MB.")
    if sum(map(data.count, (b",", b"{", b"["))) > MOST_PARTS:
        refuse("The file has more parts than any journal.")
    value = _parsed(_text(data))
    _look_through(value)
    return value


def where(path: Path) -> str:
    """
    Return a place in a file as people write it.

    Examples
    --------
    >>> where(("entries", 3, "versions", 0, "at"))
    'entries[3].versions[0].at'
    """
    said = "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in path)
    said = said.removeprefix(".")
    return said if len(said) <= 120 else f"{said[:100]}…"


def refuse(what: str, next_step: str = AGAIN) -> NoReturn:
    """Say what is wrong with a file, that nothing was changed, and what to do next."""
    raise Problem(f"{what} {NOTHING_IN} {next_step}") from None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return refuse("This is not a data file from this kit. The name of one ends in .json.")


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text,
            parse_constant=_no_number,
            parse_float=_finite,
            object_pairs_hook=_each_name_once,
        )
    except json.JSONDecodeError as error:
        return refuse(
            f"The file is not the kit's kind of data file (JSON): it cannot be read on from line "
            f"{error.lineno:,}, column {error.colno:,}."
        )
    except RecursionError:
        return refuse("The file is nested too deeply.")
    except ValueError:  # Python converts no number of more than 4,300 digits
        return refuse("The file holds a number with thousands of digits.")


def _no_number(name: str) -> float:
    return refuse(f"The file holds {name}, which is no number.")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        refuse("The file holds a number too large to count with.")
    return number


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    doubled, seen = _Doubled(made), set()
    for name, _ in pairs:
        if name in seen:
            doubled.name = name
        seen.add(name)
    return doubled


def _look_through(value: Any) -> None:
    """Refuse what is nested too deeply, a name that stands twice, and halves of characters."""
    waiting: list[tuple[Any, Trail, int]] = [(value, None, 1)]
    while waiting:
        one, trail, depth = waiting.pop()
        if isinstance(one, str):
            if not one.isascii() and HALF.search(one):
                refuse(f"{_at(trail)} holds half of a character.")
            continue
        if not isinstance(one, dict | list):
            continue
        if depth > DEEPEST:
            refuse(f"{_at(trail)} is nested too deeply.")
        if isinstance(one, _Doubled):
            refuse(f"{_at(trail)} has the name {printable_name(one.name)} twice.")
        if isinstance(one, dict):
            for name in one:
                if not name.isascii() and HALF.search(name):
                    refuse(f"{_at(trail)} has a name with half of a character.")
            waiting += [(part, (trail, name), depth + 1) for name, part in one.items()]
        else:
            waiting += [(part, (trail, place), depth + 1) for place, part in enumerate(one)]


def printable_name(name: str) -> str:
    """Return a name from a file, short and without what cannot be shown."""
    return repr(name if len(name) <= 60 else f"{name[:60]}…")


def _at(trail: Trail) -> str:
    path: list[str | int] = []
    while trail is not None:
        trail, place = trail
        path.append(place)
    said = where(tuple(reversed(path)))
    return said.encode("utf-8", "replace").decode() if said else "The file"
