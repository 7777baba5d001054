"""Read one pack from bytes: what the format allows comes in, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from helpers.intake import Problem
from helpers.packs.items import KINDS, STATUSES, WITH_OPTIONS, Asked, Item
from helpers.packs.limits import (
    LARGEST_NUMBER,
    LONGEST_ID,
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_ANSWERS,
    MOST_OPTIONS,
    MOST_ROWS,
)
from helpers.packs.pack import FORMAT, VERSION, Pack
from helpers.packs.seen import is_unseen
from helpers.packs.strict import AGAIN, FOREIGN, load

ID = re.compile(r"[0-9a-f]{32}")
QUESTION = re.compile(r"[\w-]+\.[\w.-]+")


def read_pack(data: bytes) -> Pack:
    """
    Read a pack; keys that the format does not know are ignored.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    Pack

    Raises
    ------
    Problem
        Where it is broken, foreign, of a newer format, or built to do harm; it says which.

    Examples
    --------
    >>> from helpers.packs.pack import written
    >>> read_pack(written(Pack("0" * 32, ())).encode()).id == "0" * 32
    True
    >>> read_pack(b'{"hello": 1}')
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: It is not a pack, but some other data.
    """
    found = load(data)
    if found.get("format") != FORMAT:
        raise Problem(FOREIGN)
    version = _whole_number(found.get("version"), "its format's number")
    if version < 1:
        raise _broken("its format's number")
    if version > VERSION:
        raise Problem(
            f"It was made by a newer kit (format {version}; this kit reads {VERSION}). "
            "Combine it with that kit."
        )
    if found.get("invented") is True:
        raise Problem("It was made from a demonstration journal: its answers are invented.")
    return Pack(_id(found.get("id")), _items(found.get("answers")), _promises(found))


def _id(found: Any) -> str:
    if not isinstance(found, str) or not ID.fullmatch(found):
        raise _broken("its own number")
    return found


def _items(found: Any) -> tuple[Item, ...]:
    if not isinstance(found, list) or len(found) > MOST_ANSWERS:
        raise _broken("its list of answers")
    items = tuple(_item(each) for each in found)
    if len({item.asked.id for item in items}) < len(items):
        raise Problem("It answers the same question twice.")
    return items


def _item(found: Any) -> Item:
    if not isinstance(found, dict):
        raise _broken("its list of answers")
    kind = found.get("kind")
    if kind not in KINDS:
        raise _broken("a kind of answer")
    options = _options(found.get("options")) if kind in WITH_OPTIONS else ()
    asked = Asked(
        _question(found.get("question")),
        _whole_number(found.get("question_version"), "the version of a question"),
        _label(found.get("wording"), "the wording of a question"),
        kind,
        options,
        _truth(found.get("sensitive", False)),
    )
    return Item(asked, ANSWERS[kind](found.get("answer"), options))


def _question(found: Any) -> str:
    words = _words(found, "the id of a question", LONGEST_ID)
    if not QUESTION.fullmatch(words):
        raise _broken("the id of a question")
    return words


def _options(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= MOST_OPTIONS:
        raise _broken("what could be chosen")
    options = tuple(_label(each) for each in found)
    if len(set(options)) < len(options):
        raise _broken("what could be chosen")
    return options


def _choice(found: Any, options: tuple[str, ...]) -> str:
    if not isinstance(found, str) or found not in options:
        raise Problem("It holds an answer that could not be chosen.")
    return found


def _ticks(found: Any, options: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= len(options):
        raise _broken("what was ticked")
    ticked = tuple(_choice(each, options) for each in found)
    if len(set(ticked)) < len(ticked):
        raise _broken("what was ticked")
    return ticked


def _rows(found: Any, take: Callable[[Any], Any]) -> dict[str, Any]:
    if not isinstance(found, dict) or not 1 <= len(found) <= MOST_ROWS:
        raise _broken("the rows of an answer")
    return {_label(row): take(answer) for row, answer in found.items()}


def _number(found: Any) -> int | float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise _broken("a number")
    if abs(found) > LARGEST_NUMBER:
        raise Problem("It holds a number that is larger than anybody's.")
    return found


ANSWERS: dict[str, Callable[[Any, tuple[str, ...]], Any]] = {
    "choice": _choice,
    "ticks": _ticks,
    "marks": lambda found, options: _rows(found, lambda each: _choice(each, options)),
    "number": lambda found, _options: _number(found),
    "numbers": lambda found, _options: _rows(found, _number),
    "text": lambda found, _options: _words(found, "a text", LONGEST_TEXT),
}


def _promises(found: dict[str, Any]) -> dict[str, int]:
    counts = found.get("promises", {})
    if not isinstance(counts, dict) or not set(counts) <= set(STATUSES):
        raise _broken("its promises")
    told = {status: _whole_number(counts[status], "its promises") for status in counts}
    if any(count < 1 for count in told.values()):
        raise _broken("its promises")
    return told


def _label(found: Any, what: str = "a label") -> str:
    words = _words(found, what, LONGEST_LABEL)
    if any(map(is_unseen, words)):
        raise Problem("It holds a question or a label with signs that cannot be seen.")
    return words


def _words(found: Any, what: str, longest: int) -> str:
    if not isinstance(found, str) or not found.strip():
        raise _broken(what)
    if len(found) > longest:
        raise Problem(f"It holds a text that is longer than {longest:,} characters.")
    return found


def _whole_number(found: Any, what: str) -> int:
    if type(found) is not int or not 0 <= found <= LARGEST_NUMBER:
        raise _broken(what)
    return found


def _truth(found: Any) -> bool:
    if not isinstance(found, bool):
        raise _broken("whether a question is sensitive")
    return found


def _broken(what: str) -> Problem:
    return Problem(f"It is broken: {what} cannot be used. {AGAIN}")
