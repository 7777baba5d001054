"""Everything out: the tables of a journal as one plain structure, ready for JSON."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from helpers.journal.carry.form import (
    DATA,
    FORMAT,
    LUGGAGE,
    VERSION,
    Record,
    extras,
    parsed,
    question_uid,
    travels,
    with_unknown,
)
from helpers.journal.schema import (
    commitment,
    entry,
    outcome,
    place,
    question,
    review,
    setting,
    tag,
    version,
)
from helpers.journal.store import Store


def contents(store: Store) -> Record:
    """
    Return everything in a journal; ``journal.schema.json`` describes it.

    Which page wrote a version (``client``, ``seq``) stays behind: it means nothing elsewhere.
    """
    return store.read(_contents)


def _contents(connection: Connection) -> Record:
    settings = {row.name: parsed(row.value) for row in connection.execute(select(setting))}
    luggage = settings.get(LUGGAGE, {})
    known = {
        "format": FORMAT,
        "version": VERSION,
        "demonstration": bool(settings.get("demonstration", False)),
        "entries": _entries(connection),
        "commitments": _commitments(connection),
        "questions": [_question(row) for row in _rows(connection, question)],
        "places": _places(connection, luggage.get("places", {})),
        "settings": {name: settings[name] for name in sorted(settings) if travels(name)},
    }
    return with_unknown(known, luggage.get("journal", {}))


def _entries(connection: Connection) -> list[Record]:
    tags: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(tag).order_by(tag.c.tag)):
        tags[row.entry_id].append(row.tag)
    outcomes = {row.version_id: _outcome(row) for row in connection.execute(select(outcome))}
    versions: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(connection, version):
        versions[row.entry_id].append(_version(row, outcomes.get(row.id)))
    return [_entry(row, tags[row.id], versions[row.id]) for row in _rows(connection, entry)]


def _entry(row: Any, tags: list[str], versions: list[Record]) -> Record:
    known = {
        "prompt": row.prompt_id,
        "reflection": row.reflection,
        "created": row.created,
        "tags": tags,
        "versions": versions,
    }
    return with_unknown(known, extras(row.extra))


def _version(row: Any, came_of_it: Record | None) -> Record:
    known = {
        "prompt_version": row.prompt_version,
        "wording": row.wording,
        "kind": row.kind,
        "value": parsed(row.value) if row.kind in DATA else row.value,
        "began": row.began,
        "at": row.at,
    }
    if came_of_it:
        known["outcome"] = came_of_it
    return with_unknown(known, extras(row.extra))


def _outcome(row: Any) -> Record:
    return with_unknown({"value": row.value, "at": row.at}, extras(row.extra))


def _commitments(connection: Connection) -> list[Record]:
    reviews: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(connection, review):
        known = {"at": row.at, "status": row.status, "note": row.note}
        reviews[row.commitment_id].append(with_unknown(known, extras(row.extra)))
    return [_commitment(row, reviews[row.id]) for row in _rows(connection, commitment)]


def _commitment(row: Any, reviews: list[Record]) -> Record:
    known = {
        "uid": row.uid,
        "reflection": row.reflection,
        "if": row.if_,
        "then": row.then,
        "by": row.by,
        "obstacle": row.obstacle,
        "first_step": row.first_step,
        "buddy": row.buddy,
        "review_days": [int(day) for day in row.review_days.split()],
        "sequence": row.sequence,
        "created": row.created,
        "notebook": row.notebook,
        "wording": row.wording,
        "prompt_version": row.prompt_version,
        "reviews": reviews,
    }
    return with_unknown(known, extras(row.extra))


def _question(row: Any) -> Record:
    known = {
        "uid": row.uid,
        "reflection": row.reflection,
        "text": row.text,
        "notebook": row.notebook,
        "at": row.at,
    }
    known["uid"] = question_uid(known)
    return with_unknown(known, extras(row.extra))


def _places(connection: Connection, extras: Record) -> list[Record]:
    rows = connection.execute(select(place).order_by(place.c.notebook))
    return [
        with_unknown(
            {"notebook": row.notebook, "step": row.step, "at": row.at}, extras.get(row.notebook, {})
        )
        for row in rows
    ]


def _rows(connection: Connection, table: Any) -> Any:
    # by id, which is the order of writing: a clock may be put back
    return connection.execute(select(table).order_by(table.c.id))
