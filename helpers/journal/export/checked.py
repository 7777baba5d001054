"""A file held against the published schema: told what is wrong where, or put to rights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from helpers.journal.carry.form import FORMAT, VERSION, Record
from helpers.journal.export.opened import Path, opened, printable_name, refuse, where

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

KEPT = "kept"
# Which definition of the schema describes the items of each list, or the value of each name.
PARTS = {
    "entries": "entry",
    "versions": "version",
    "outcome": "outcome",
    "commitments": "commitment",
    "reviews": "review",
    "questions": "question",
    "places": "place",
}


def read(data: bytes) -> tuple[Record, tuple[str, ...]]:
    """
    Return the journal in a file, and what the reader should know of it.

    Parameters
    ----------
    data
        The file's bytes.

    Returns
    -------
    tuple of dict and tuple of str
        The contents, which fit the schema, and sentences. From a file of a newer form, what
        does not fit is laid aside under ``kept``, beside the place where it stood.

    Raises
    ------
    Problem
        Where it is not such a file, or something in it cannot be.
    """
    contents = opened(data)
    if not isinstance(contents, dict) or contents.get("format") != FORMAT:
        refuse(
            "The file is no journal that this kit exported.",
            "Choose the file that you exported as JSON.",
        )
    version = contents.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        refuse("version should be a whole number from 1.")
    if not isinstance(contents.get("demonstration", False), bool):
        refuse("demonstration should be true or false.")
    if version <= VERSION:
        for fault in _faults(contents):
            refuse(_said(fault), "Mend that place, or export it again from the kit.")
        return contents, ()
    aside = _lay_aside(contents)
    for fault in _faults(contents):
        refuse(_said(fault))
    note = (
        f"The file is of a newer release of the kit (its form is {version}, here it is {VERSION})."
    )
    rest = f"What could not be used ({aside:,} parts) is" if aside else "All that is new in it is"
    return contents, (f"{note} {rest} kept for your next export. Update the kit to see it.",)


@cache
def schema() -> Record:
    """Return the published schema of an exported journal."""
    text = resources.files(__package__).joinpath("journal.schema.json").read_text("utf-8")
    return json.loads(text)


@cache
def validator() -> Draft202012Validator:
    """Return what holds a file against the schema, dates and times included."""
    from jsonschema import Draft202012Validator, FormatChecker

    checker = FormatChecker(formats=())
    checker.checks("date-time", raises=(ValueError, OverflowError))(_is_time)
    checker.checks("date", raises=ValueError)(_is_day)
    return Draft202012Validator(schema(), format_checker=checker)


def _is_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).utcoffset() is not None


def _is_day(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


def _faults(contents: Record) -> Iterator[ValidationError]:
    return validator().iter_errors(contents)


def _said(fault: ValidationError) -> str:
    """Return what is wrong, in the schema's own plain words; never the words of the file."""
    path = tuple(fault.absolute_path)
    if fault.validator == "required":
        missing = next(name for name in fault.validator_value if name not in fault.instance)
        return f"{where((*path, missing))} is missing."
    return f"{where(path) or 'The file'} should be {fault.schema['title']}."


def _lay_aside(contents: Record) -> int:
    """Take out what does not fit, and keep it beside where it stood; return how much."""
    places = {_whole(contents, tuple(fault.absolute_path)) for fault in _faults(contents)}
    outer = [path for path in places if not any(path[:n] in places for n in range(len(path)))]
    # from the end, so that the numbers of what still stands stay right
    for path in sorted(
        outer, key=lambda path: [(isinstance(p, str), p) for p in path], reverse=True
    ):
        *above, last = path
        holder = _found(contents, tuple(above))
        value = holder.pop(last)
        owner, inside = _owner(contents, path)
        kept = owner.get(KEPT)
        item = {"where": where(inside), "value": value}
        owner[KEPT] = [item, *kept] if isinstance(kept, list) else [item]
    return len(outer)


def _whole(contents: Record, path: Path) -> Path:
    """Return the smallest thing around a fault that can be left out."""
    while len(path) > 1:
        *above, last = path
        if isinstance(last, int) or last not in _needed(tuple(above)):
            return path
        path = tuple(above)
    return path


def _needed(path: Path) -> list[str]:
    names = [one for one in path if isinstance(one, str)]
    part = PARTS.get(names[-1]) if names else None
    return schema()["$defs"][part]["required"] if part else []


def _owner(contents: Record, path: Path) -> tuple[Record, Path]:
    """Return the group that a place belongs to, and the place as seen from there."""
    for length in range(len(path) - 1, -1, -1):
        found = _found(contents, path[:length])
        if isinstance(found, dict) and (not length or path[length - 1] != "settings"):
            return found, path[length:]
    raise AssertionError(printable_name("an exported journal is a group of named values"))


def _found(contents: Any, path: Path) -> Any:
    for one in path:
        contents = contents[one]
    return contents
