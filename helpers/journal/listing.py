"""What a journal holds, told in lists: entries, tags, self-checks, predictions, settings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from helpers.journal.entries import as_version, version_rows
from helpers.journal.records import Entry, Prediction, Version
from helpers.journal.schema import entry, outcome, setting, tag, version
from helpers.journal.store import Store


class Listing:
    """The lists of one journal file."""

    def __init__(self, store: Store, now: Callable[[], datetime]):
        self._store, self._now = store, now

    def entries(self, reflection: str | None, with_tag: str | None) -> list[Entry]:
        """Return every entry, the one changed last at the end."""
        sums = (
            select(
                version.c.entry_id,
                func.max(version.c.id).label("newest"),
                func.min(version.c.began).label("first"),
                func.count().label("versions"),
            )
            .group_by(version.c.entry_id)
            .subquery()
        )
        query = version_rows(sums.c.first, sums.c.versions)
        query = query.join(sums, sums.c.newest == version.c.id).order_by(version.c.id)
        if reflection is not None:
            query = query.where(entry.c.reflection == reflection)
        if with_tag is not None:
            tagged = select(tag.c.entry_id).where(tag.c.tag == with_tag)
            query = query.where(entry.c.id.in_(tagged))

        def look(connection: Connection) -> list[Entry]:
            tags = _tags(connection)
            return [_entry(row, tags) for row in connection.execute(query)]

        return self._store.read(look)

    def all_versions(self) -> list[Version]:
        """Return everything ever written, oldest first."""
        query = version_rows().order_by(version.c.id)
        return self._store.read(lambda c: [as_version(row) for row in c.execute(query)])

    def tag(self, prompt_id: str, name: str) -> None:
        """Put a tag on an entry; a tag that is there already stays once."""

        def put(connection: Connection) -> None:
            found = _entry_id(connection, prompt_id)
            if found is not None:
                new = upsert(tag).values(entry_id=found, tag=name)
                connection.execute(new.on_conflict_do_nothing())

        self._store.write(put)

    def untag(self, prompt_id: str, name: str) -> None:
        """Take a tag off an entry."""

        def take(connection: Connection) -> None:
            found = _entry_id(connection, prompt_id)
            connection.execute(delete(tag).where(tag.c.entry_id == found, tag.c.tag == name))

        self._store.write(take)

    def tags(self) -> dict[str, int]:
        """Return each tag and how many entries carry it."""
        query = select(tag.c.tag, func.count()).group_by(tag.c.tag).order_by(tag.c.tag)
        rows = self._store.read(lambda c: c.execute(query).all())
        return {row[0]: row[1] for row in rows}

    def outcome(self, version_id: int, value: str) -> None:
        """Note what came of a prediction."""
        new = {"value": value, "at": self._now().astimezone(UTC).isoformat()}
        query = upsert(outcome).values(version_id=version_id, **new)
        query = query.on_conflict_do_update(index_elements=[outcome.c.version_id], set_=new)
        self._store.write(lambda c: c.execute(query))

    def predictions(self, reflection: str | None) -> list[Prediction]:
        """Return every prediction with what came of it, oldest first."""
        came = outcome.c.value.label("came"), outcome.c.at.label("came_at")
        query = version_rows(*came).outerjoin(outcome, outcome.c.version_id == version.c.id)
        query = query.where(version.c.kind == "prediction").order_by(version.c.id)
        if reflection is not None:
            query = query.where(entry.c.reflection == reflection)
        rows = self._store.read(lambda c: c.execute(query).all())
        return [_prediction(row) for row in rows]

    def setting(self, name: str, default: Any) -> Any:
        """Return a setting, or ``default``."""
        query = select(setting.c.value).where(setting.c.name == name)
        value = self._store.read(lambda c: c.execute(query).scalar())
        return default if value is None else json.loads(value)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting."""
        new = {"value": json.dumps(value, ensure_ascii=False)}
        query = upsert(setting).values(name=name, **new)
        query = query.on_conflict_do_update(index_elements=[setting.c.name], set_=new)
        self._store.write(lambda c: c.execute(query))


def put_setting(connection: Connection, name: str, value: Any) -> None:
    """Keep a setting of a journal that is just being made."""
    connection.execute(insert(setting).values(name=name, value=json.dumps(value)))


def _entry_id(connection: Connection, prompt_id: str) -> int | None:
    return connection.execute(select(entry.c.id).where(entry.c.prompt_id == prompt_id)).scalar()


def _tags(connection: Connection) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(select(tag).order_by(tag.c.tag)):
        found[row.entry_id] = (*found.get(row.entry_id, ()), row.tag)
    return found


def _entry(row: Row, tags: dict[int, tuple[str, ...]]) -> Entry:
    newest = as_version(row)
    first = datetime.fromisoformat(row.first)
    return Entry(newest.prompt, newest, first, row.versions, tags.get(row.entry_id, ()))


def _prediction(row: Row) -> Prediction:
    at = datetime.fromisoformat(row.came_at) if row.came_at else None
    return Prediction(as_version(row), row.came, at)
