"""Deleting for good: the rows, the room they took in the file, and the backups that held them."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, select

from helpers.intake import Problem
from helpers.journal import backups, carried, folder, rescue, schema
from helpers.journal.carry.form import LUGGAGE
from helpers.journal.forgotten import Forgotten
from helpers.journal.turns import turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Table

    from helpers.journal.store import Store

# What holds words or tells of them.
_HOLDERS = (schema.entry, schema.commitment, schema.question, schema.place)
_OF_A_PERSON = (schema.version, schema.commitment, schema.review, schema.question)

_LUGGAGE = select(schema.setting.c.name).where(schema.setting.c.name == LUGGAGE)

WAIT = 3.0  # seconds for another page to finish reading
HELD = (
    "Another page is reading the journal, so its log still holds what was deleted. Close the other "
    "pages of the kit: it is overwritten when the last one closes."
)
ELSEWHERE = (
    "Files that you exported, printed or sent are where you put them.",
    "Copies that this computer, or the people who run it, make of your folder may still hold it.",
    "Traces can stay on the disk itself until it is used again.",
)


def version(store: Store, version_id: int) -> Forgotten:
    """Delete one version; an entry without any goes too."""

    def work(connection: Connection) -> None:
        said = select(schema.entry.c.prompt_id, schema.version.c.value)
        said = said.join_from(schema.version, schema.entry)
        found = connection.execute(said.where(schema.version.c.id == version_id)).first()
        connection.execute(delete(schema.version).where(schema.version.c.id == version_id))
        if found is not None:
            carried.forget_words(connection, found.prompt_id, found.value)
        left = select(schema.version.c.entry_id)
        connection.execute(delete(schema.entry).where(schema.entry.c.id.not_in(left)))

    return _forget(store, work)


def entry(store: Store, prompt_id: str) -> Forgotten:
    """Delete an answer with all its versions, and the copies that another page made of it."""
    which = schema.entry.c.prompt_id == prompt_id
    return _forget(store, _delete(schema.entry, which, {prompt_id}))


def commitment(store: Store, commitment_id: int) -> Forgotten:
    """Delete a promise with its reviews, and what was typed on the way to it."""

    def work(connection: Connection) -> None:
        which = schema.commitment.c.id == commitment_id
        found = connection.execute(select(schema.commitment).where(which)).first()
        if found is None:
            return
        about, draft = schema.entry.c.prompt_id, f"{found.reflection}.promise_"
        typed = about.contains(f".{found.uid}", autoescape=True)
        typed |= about.startswith(draft, autoescape=True)
        connection.execute(delete(schema.entry).where(typed))
        connection.execute(delete(schema.commitment).where(which))
        carried.forget(connection, {carried.promise(found.uid)})

    return _forget(store, work)


def question(store: Store, question_id: int) -> Forgotten:
    """Delete a question somebody took away."""
    which = schema.question.c.id == question_id
    return _forget(store, _delete(schema.question, which, {carried.question(question_id)}))


def reflection(store: Store, name: str) -> Forgotten:
    """Delete all that belongs to one reflection, and the copies that another page made of it."""

    def work(connection: Connection) -> None:
        there = carried.texts(connection)
        gone = {each.id for each in there if each.where.reflection == name}
        for table in (schema.entry, schema.commitment, schema.question):
            connection.execute(delete(table).where(table.c.reflection == name))
        carried.forget(connection, gone)

    return _forget(store, work)


def everything(store: Store) -> Forgotten:
    """Delete everything that a person wrote, and where they were; journals set aside as well."""

    def work(connection: Connection) -> None:
        for table in _HOLDERS:
            connection.execute(delete(table))
        kept = schema.setting.c.name.in_(["demonstration"])
        connection.execute(delete(schema.setting).where(~kept))

    if store.path is not None:
        for aside in rescue.lying_aside(store.path):
            aside.unlink(missing_ok=True)
    return _forget(store, work, always=True)


def _delete(
    table: Table, which: ColumnElement[bool], gone: set[str]
) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.execute(delete(table).where(which))
        carried.forget(connection, gone)

    return work


def _forget(store: Store, work: Callable[[Connection], None], *, always: bool = False) -> Forgotten:
    def done(connection: Connection) -> Forgotten:
        before, said = _count(connection), carried.texts(connection)
        work(connection)
        removed = before - _count(connection)
        return Forgotten(removed, alike=carried.left(said, carried.texts(connection)))

    if store.path is None:
        return store.write(done)
    if not always and not store.read(lambda c: _would(c, work)):
        return Forgotten(0)
    # the backups first: if this is cut short, what is still there can be deleted again
    backups.forget(store.path)
    gone = store.write(done)
    closed = store.patiently(lambda: _close_the_gaps(store))
    # a fresh copy of what is left, so that nobody is without one
    with suppress(Problem):
        backups.make(store)
    return replace(gone, not_reached=_not_reached(store, closed))


def _would(connection: Connection, work: Callable[[Connection], None]) -> int:
    """Return how much some deleting would remove, and undo it."""
    with connection.begin_nested() as trial:
        before = _count(connection)
        work(connection)
        removed = before - _count(connection)
        trial.rollback()
    return removed


def _count(connection: Connection) -> int:
    counts = (connection.execute(select(func.count()).select_from(one)) for one in _OF_A_PERSON)
    return sum(count.scalar_one() for count in counts)


def _close_the_gaps(store: Store) -> bool:
    """Overwrite and give back the room; False where a reader elsewhere keeps the old log alive."""
    end = time.monotonic() + WAIT
    with turn(store.file), closing(store.connect()) as connection:
        connection.execute("VACUUM")
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
    return True


def _not_reached(store: Store, closed: bool) -> tuple[str, ...]:
    assert store.path is not None
    found = list(ELSEWHERE)
    if not closed:
        found.insert(0, HELD)
    if store.read(lambda c: c.execute(_LUGGAGE).scalar()):
        found.insert(
            0, "What a newer release's file brought along stays until you delete everything."
        )
    if folder.is_synchronised(store.path):
        found.insert(0, "Your folder is synchronised: its service may keep earlier copies.")
    aside = [path for path in rescue.lying_aside(store.path) if path.suffix == ".sqlite3"]
    found[:0] = [f"A damaged journal that was set aside: {path}." for path in aside]
    return tuple(found)
