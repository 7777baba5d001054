"""Answers and their versions: what is kept, what is replaced, what is only told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from helpers.journal.records import IN_WORDS, Prompt, Saved, Version, Writing
from helpers.journal.schema import entry, heard, outcome, version
from helpers.journal.spell import carries_on, same_spell
from helpers.journal.store import Store

FORGET_PAGE = timedelta(days=7)  # no request of a page is on its way for so long


class Entries:
    """The answers in one journal file."""

    def __init__(self, store: Store, now: Callable[[], datetime]):
        self._store, self._now = store, now

    def save(self, writing: Writing) -> Saved:
        """Keep one answer; the rules are told in ``Journal.write``."""
        # the clock is read inside the transaction: while waiting for another writer, time goes on
        return self._store.write(lambda c: _save(c, writing, self._now().astimezone(UTC)))

    def latest(self, prompt_id: str) -> Version | None:
        """Return the newest version of an answer, or None."""
        row = self._store.read(lambda c: c.execute(_newest_first(prompt_id).limit(1)).first())
        return as_version(row) if row else None

    def versions(self, prompt_id: str) -> list[Version]:
        """Return every version of an answer, oldest first."""
        rows = self._store.read(lambda c: c.execute(_newest_first(prompt_id)).all())
        return [as_version(row) for row in reversed(rows)]

    def find(self, version_id: int) -> Version | None:
        """Return the version with this id, or None."""
        query = version_rows().where(version.c.id == version_id)
        row = self._store.read(lambda c: c.execute(query).first())
        return as_version(row) if row else None


def _save(connection: Connection, writing: Writing, now: datetime) -> Saved:
    row = connection.execute(_newest_first(writing.prompt.id).limit(1)).first()
    before = as_version(row) if row else None
    entry_id = _entry_id(connection, writing.prompt, now)
    overtaken = not _heard_in_order(connection, entry_id, writing, now)
    if before and (overtaken or (_same(before, writing) and writing.kind != "audit")):
        return Saved(before, changed=False)
    carried_on = row is not None and _carries_on(row, writing, now) and not _came(connection, row)
    if row is not None and carried_on:
        connection.execute(delete(version).where(version.c.id == row.id))
    began = row.began if row is not None and carried_on else now.isoformat()
    after = _insert(connection, entry_id, writing, began, now)
    return Saved(after, elsewhere=_unseen(before, writing))


def _same(before: Version, writing: Writing) -> bool:
    return (before.value, before.kind) == (writing.value, writing.kind)


def _unseen(before: Version | None, writing: Writing) -> Version | None:
    if before is None or before.client == writing.client or before.id == writing.base:
        return None
    return before


def _carries_on(row: Row, writing: Writing, now: datetime) -> bool:
    before = (row.client, row.kind, row.prompt_version, row.wording)
    prompt = writing.prompt
    if before != (writing.client, writing.kind, prompt.version, prompt.wording):
        return False
    if not writing.client or not same_spell(datetime.fromisoformat(row.began), now):
        return False
    tapped = writing.kind == "prediction" and row.value.strip().isdecimal()
    if writing.kind in IN_WORDS and not tapped:
        return carries_on(row.value, writing.value)
    return writing.kind == "result"  # a choice, a number or a self-check is kept each time


def _came(connection: Connection, row: Row) -> bool:
    """Whether it is known what came of a version: it then stays as it was."""
    known = select(outcome.c.version_id).where(outcome.c.version_id == row.id)
    return row.kind == "prediction" and connection.execute(known).first() is not None


def _heard_in_order(connection: Connection, entry_id: int, writing: Writing, now: datetime) -> bool:
    """Note how far a page has got; False where a later request of the same page came first."""
    if not writing.client or writing.seq < 1:
        return True
    page = (heard.c.entry_id == entry_id) & (heard.c.client == writing.client)
    last = connection.execute(select(heard.c.seq).where(page)).scalar()
    if last is not None and writing.seq <= last:
        return False
    if last is None:
        gone = heard.c.at < (now - FORGET_PAGE).isoformat()
        connection.execute(delete(heard).where(gone))
    new = {"seq": writing.seq, "at": now.isoformat()}
    noted = upsert(heard).values(entry_id=entry_id, client=writing.client, **new)
    connection.execute(noted.on_conflict_do_update(index_elements=heard.primary_key, set_=new))
    return True


def _entry_id(connection: Connection, prompt: Prompt, now: datetime) -> int:
    found = connection.execute(select(entry.c.id).where(entry.c.prompt_id == prompt.id)).scalar()
    if found is not None:
        return found
    values = {"prompt_id": prompt.id, "reflection": prompt.reflection, "created": now.isoformat()}
    return connection.execute(insert(entry).values(values).returning(entry.c.id)).scalar_one()


def _insert(
    connection: Connection, entry_id: int, writing: Writing, began: str, now: datetime
) -> Version:
    prompt = writing.prompt
    values = {
        "entry_id": entry_id,
        "prompt_version": prompt.version,
        "wording": prompt.wording,
        "kind": writing.kind,
        "value": writing.value,
        "began": began,
        "at": now.isoformat(),
        "client": writing.client,
        "seq": writing.seq,
    }
    new = connection.execute(insert(version).values(values).returning(version.c.id)).scalar_one()
    return Version(new, prompt, writing.value, now, writing.client, writing.seq, writing.kind)


def version_rows(*more: Any) -> Select:
    """Return the query for versions with their entry's id and reflection, and columns besides."""
    joined = version.join(entry, version.c.entry_id == entry.c.id)
    return select(version, entry.c.prompt_id, entry.c.reflection, *more).select_from(joined)


def _newest_first(prompt_id: str) -> Select:
    # by id, not by time: a clock may be put back, an id never is
    return version_rows().where(entry.c.prompt_id == prompt_id).order_by(version.c.id.desc())


def as_version(row: Row) -> Version:
    """Read one row of ``version_rows``."""
    prompt = Prompt(row.prompt_id, row.prompt_version, row.wording, row.reflection)
    at = datetime.fromisoformat(row.at)
    return Version(row.id, prompt, row.value, at, row.client, row.seq, row.kind)
