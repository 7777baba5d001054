"""The form of an exported journal: what is known at each level; all else is ``extra``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, uuid5

FORMAT = "leading-for-improvement/journal"
VERSION = 1  # raise it, and say so in the schema, when the meaning of something changes

Record = dict[str, Any]
Kept = TypeVar("Kept")

KNOWN = {
    "journal": "format version exported_at demonstration entries commitments questions places settings",
    "entry": "prompt reflection created tags versions",
    "version": "prompt_version wording kind value began at outcome",
    "outcome": "value at",
    "commitment": "uid reflection if then by obstacle first_step buddy review_days sequence created "
    "notebook wording prompt_version reviews",
    "review": "at status note",
    "question": "uid reflection text notebook at",
    "place": "notebook step at",
}
LEVELS = {level: frozenset(names.split()) for level, names in KNOWN.items()}

DATA = ("result", "audit")  # kinds whose value is JSON

# What an import brought along that has no row of its own: at the top, and of places.
LUGGAGE = "brought along"

# Settings that speak of this file or this computer and make no sense elsewhere.
STAYS = frozenset({"demonstration", LUGGAGE})
STAYS_TOO = "here."  # how the names of further ones begin


def travels(name: str) -> bool:
    """
    Say whether a setting goes along in an export.

    Examples
    --------
    >>> travels("minutes"), travels("here.whose_computer")
    (True, False)
    """
    return name not in STAYS and not name.startswith(STAYS_TOO)


def unknown(record: Record, level: str) -> Record:
    """
    Return what a record holds besides the known names of its level.

    Examples
    --------
    >>> unknown({"value": "it rose", "at": "2026-03-02T09:00:00Z", "mood": 3}, "outcome")
    {'mood': 3}
    """
    return {name: value for name, value in record.items() if name not in LEVELS[level]}


def with_unknown(known: Record, extra: Record) -> Record:
    """
    Return a record as it leaves: what is known, then what came along with it.

    Examples
    --------
    >>> with_unknown({"value": "it rose"}, {"value": "it fell", "mood": 3})
    {'value': 'it rose', 'mood': 3}
    """
    return {**known, **{name: value for name, value in extra.items() if name not in known}}


def in_utc(time: str) -> str:
    """
    Return a time as the journal keeps it.

    Examples
    --------
    >>> in_utc("2026-03-02T10:00:00+01:00")
    '2026-03-02T09:00:00+00:00'
    """
    return datetime.fromisoformat(time).astimezone(UTC).isoformat()


def dumped(value: Any) -> str:
    """
    Return a JSON value as text; equal values give equal text.

    Examples
    --------
    >>> dumped({"b": 1, "a": "é"}) == dumped({"a": "é", "b": 1})
    True
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def parsed(text: str) -> Any:
    """
    Return the JSON value in a text, or the text itself where there is none.

    Examples
    --------
    >>> parsed('{"bet": 3}'), parsed("NaN")
    ({'bet': 3}, 'NaN')
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return text  # an export never fails over one odd value


def extras(text: str) -> Record:
    """Return what the ``extra`` of a row holds."""
    value = parsed(text)
    return value if isinstance(value, dict) else {}


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def made_uid(record: Record, *names: str) -> str:
    """
    Return an id for a record that has none: the same words always have the same one.

    Examples
    --------
    >>> made_uid({"text": "Who?"}, "text") == made_uid({"text": "Who?", "at": "today"}, "text")
    True
    """
    return uuid5(NAMESPACE_URL, FORMAT + dumped([record.get(name) for name in names])).hex


def question_uid(record: Record) -> str:
    """Return a question's own id, or the one made from its words."""
    return record.get("uid") or made_uid(record, "reflection", "at", "text")


def commitment_uid(record: Record) -> str:
    """Return a promise's own id, or the one made from its words."""
    return record.get("uid") or made_uid(record, "reflection", "created", "if", "then")
