"""Deleting for good: the rows, the room they took in the file, and the backups that held them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, select

from helpers.journal import backups, folder, schema
from helpers.journal.carry.form import LUGGAGE
from helpers.journal.records import Forgotten

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Table

    from helpers.journal.store import Store

# What holds words or tells of them; settings stay (how somebody wants the kit to be).
_HOLDERS = (schema.entry, schema.commitment, schema.question, schema.place)
_OF_A_PERSON = (schema.version, schema.commitment, schema.review, schema.question)

_LUGGAGE = select(schema.setting.c.name).where(schema.setting.c.name == LUGGAGE)

ELSEWHERE = (
    "Files that you exported, printed or sent are where you put them.",
    "Copies that this computer, or the people who run it, make of your folder may still hold it.",
    "Traces can stay on the disk itself until it is used again.",
)


def version(store: Store, version_id: int) -> Forgotten:
    """Delete one version; an entry without any goes too."""

    def work(connection: Connection) -> None:
        connection.execute(delete(schema.version).where(schema.version.c.id == version_id))
        left = select(schema.version.c.entry_id)
        connection.execute(delete(schema.entry).where(schema.entry.c.id.not_in(left)))

    return _forget(store, work)


def entry(store: Store, prompt_id: str) -> Forgotten:
    """Delete an answer with all its versions."""
    return _forget(store, _delete(schema.entry, schema.entry.c.prompt_id == prompt_id))


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

    return _forget(store, work)


def question(store: Store, question_id: int) -> Forgotten:
    """Delete a question somebody took away."""
    return _forget(store, _delete(schema.question, schema.question.c.id == question_id))


def reflection(store: Store, name: str) -> Forgotten:
    """Delete all that belongs to one reflection."""

    def work(connection: Connection) -> None:
        for table in (schema.entry, schema.commitment, schema.question):
            connection.execute(delete(table).where(table.c.reflection == name))

    return _forget(store, work)


def everything(store: Store) -> Forgotten:
    """Delete everything that a person wrote, and where they were."""

    def work(connection: Connection) -> None:
        for table in _HOLDERS:
            connection.execute(delete(table))
        kept = schema.setting.c.name.in_(["demonstration"])
        connection.execute(delete(schema.setting).where(~kept))

    return _forget(store, work)


def _delete(table: Table, which: ColumnElement[bool]) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.execute(delete(table).where(which))

    return work


def _forget(store: Store, work: Callable[[Connection], None]) -> Forgotten:
    def counted(connection: Connection) -> int:
        before = _count(connection)
        work(connection)
        return before - _count(connection)

    removed = store.write(counted)
    if not removed or store.path is None:
        return Forgotten(removed)
    store.patiently(lambda: _close_the_gaps(store))
    for old in backups.listed(store.path):
        old.path.unlink(missing_ok=True)
    # a fresh copy of what is left, so that nobody is without one
    backups.make(store)
    return Forgotten(removed, _not_reached(store))


def _count(connection: Connection) -> int:
    counts = (connection.execute(select(func.count()).select_from(one)) for one in _OF_A_PERSON)
    return sum(count.scalar_one() for count in counts)


def _close_the_gaps(store: Store) -> None:
    """Overwrite and give back the room: deleted rows are zeroed, the log is emptied."""
    with closing(store.connect()) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _not_reached(store: Store) -> tuple[str, ...]:
    assert store.path is not None
    found = list(ELSEWHERE)
    if store.read(lambda c: c.execute(_LUGGAGE).scalar()):
        found.insert(
            0, "What a newer release's file brought along stays until you delete everything."
        )
    if folder.is_synchronised(store.path):
        found.insert(0, "Your folder is synchronised: its service may keep earlier copies.")
    aside = sorted(store.path.parent.glob(f"{store.path.stem}-damaged-*.sqlite3"))
    found[:0] = [f"A damaged journal that was set aside: {path}." for path in aside]
    return tuple(found)
