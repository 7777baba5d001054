"""The journal file: opened with care, each change on the disk before the call returns.

No connection outlives its transaction. So nothing is open while a process forks, the file lies
whole on the disk whenever nobody is writing, and two processes never hold each other up for
longer than one save.

The log is carried over into the file only by the last connection that closes, which then holds
the file alone (``wal_autocheckpoint`` is off). SQLite up to 3.51.2 could damage a file when one
connection carried the log over while another wrote; here that cannot meet.

A journal with a passphrase is one SQLCipher file, keyed with 32 raw bytes. Everything else is
the same, but for the library that opens it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from helpers.journal import backups, cipher, folder, schema, signs, trouble
from helpers.journal.turns import turn

T = TypeVar("T")

PATIENCE = 10.0  # seconds to wait for another writer; one save takes a few thousandths


class Replaced(Exception):
    """Another file took the journal's place while we waited for our turn: try again there."""


class Store:
    """
    One journal file and its transactions.

    Parameters
    ----------
    path
        The file. It is made, readable by this person only, where there is none.
    key
        32 bytes for an encrypted file; None for one without a passphrase.
    patience
        Seconds to wait while another program holds the file.
    anew
        Begin an empty journal even where there are backups of one that has gone.

    Raises
    ------
    Locked
        Where the file is encrypted and the key is missing or another one.
    Problem
        Where the file is damaged, of a newer release, something else, or out of reach.
    """

    path: Path | None  # what a person is told; a journal in memory has none

    def __init__(
        self,
        path: Path,
        key: bytes | None = None,
        patience: float = PATIENCE,
        *,
        anew: bool = False,
    ):
        self.path = self.file = path
        self.key, self.patience = key, patience
        self.logged = folder.log_is_safe(path)
        if key is None and not anew and signs.is_locked(path):
            raise trouble.locked(path)
        if not anew and signs.is_gone(path):
            raise trouble.missing(path)
        folder.prepare(path)
        self.driver = cipher.driver(key)
        self._open()
        self.patiently(self._choose_log)

    def _open(self) -> None:
        self._reader = self._engine()
        self._writer = self._reader.execution_options(begin="BEGIN IMMEDIATE")
        if not self.read(self._is_journal):
            self.write(self._make)
        elif self.read(schema.of) < schema.SCHEMA:
            backups.make(self, why=backups.BEFORE_UPGRADE)
            self.write(_bring_up_to_date)  # does nothing where another process was quicker

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do some reading in one transaction: all of it sees the same state."""
        return self.patiently(lambda: self._in_turn(self._reader, work))

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do some writing in one transaction: all of it is on the disk, or none."""
        return self.patiently(lambda: self._write_once(work))

    def check(self, patience: float = 0.3) -> None:
        """Look the whole file over again; a Problem where it was damaged since it was opened."""
        if not self.patiently(lambda: self._in_turn(self._reader, self._is_journal), patience):
            raise trouble.damaged(self.file)

    def _in_turn(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        with turn(self.file):
            return _within(engine, work)

    def _write_once(self, work: Callable[[Connection], T]) -> T:
        before = self._identity()

        def at_our_turn(connection: Connection) -> T:
            # encrypting or restoring puts another file here: words must not go to the old one
            if self._identity() != before:
                raise Replaced
            return work(connection)

        return self._in_turn(self._writer, at_our_turn)

    def _identity(self) -> tuple[int, int]:
        try:
            found = self.file.stat()
        except OSError:
            return (0, 0)
        return (found.st_dev, found.st_ino)

    def patiently(self, attempt: Callable[[], T], patience: float | None = None) -> T:
        """Try again while another program holds the file; say what stands in the way."""
        deadline = time.monotonic() + (self.patience if patience is None else patience)
        while True:
            try:
                return attempt()
            except Replaced:
                continue
            except (DBAPIError, self.driver.Error) as error:
                cause = getattr(error, "orig", error)
                if not trouble.passes(cause) or time.monotonic() > deadline:
                    problem = trouble.said(trouble.kind_of(cause), self.file, **self._signs())
                    if problem is None:
                        raise
                    raise problem from None
            time.sleep(0.02)

    def _signs(self) -> dict[str, bool]:
        """Say what a file that cannot be read may be: locked by now, or once a journal."""
        locked = self.key is not None or signs.is_locked(self.file)
        emptied = self.path is not None and self.file.exists() and not self.file.stat().st_size
        return {"keyed": locked, "known": self._known(), "emptied": emptied}

    def _known(self) -> bool:
        """Say whether this file was a journal once, whatever it is now."""
        return self.file == folder.standard_path() or bool(backups.listed(self.file))

    def _engine(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=self.driver,
            creator=self.connect,
            poolclass=NullPool,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        return engine

    def connect(self) -> Any:
        """Return a new connection of the library underneath, with the journal's settings."""
        # mode=rw: a file that has gone is an error to tell, never a new empty journal
        connection = self.driver.connect(
            f"{folder.uri(self.file)}?mode=rw",
            uri=True,
            timeout=min(self.patience, 1.0),  # ``patiently`` goes on waiting
            isolation_level=None,
            check_same_thread=False,
        )
        if self.key is not None:
            cipher.unlock(connection, self.key)
        # EXTRA: without the log, the folder's own entry must reach the disk as well
        connection.execute(f"PRAGMA synchronous = {'FULL' if self.logged else 'EXTRA'}")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        return connection

    def _make(self, connection: Connection) -> None:
        if not self._is_journal(connection):  # else another process was quicker
            schema.make(connection)

    def _is_journal(self, connection: Connection) -> bool:
        """Say whether there is a journal to use; False where the file is still empty."""

        def ask(pragma: str) -> int | str:
            return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()

        if ask("schema_version") == 0:
            return False
        if ask("application_id") != schema.APPLICATION:
            raise (trouble.damaged if self._known() else trouble.foreign)(self.file)
        if schema.of(connection) > schema.SCHEMA:
            raise trouble.newer(self.file)
        if ask("quick_check(1)") != "ok":
            raise trouble.damaged(self.file)
        return True

    def _choose_log(self) -> None:
        wanted = "wal" if self.logged else "delete"
        with turn(self.file), closing(self.connect()) as connection:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
                connection.execute(f"PRAGMA journal_mode = {wanted}")


def _bring_up_to_date(connection: Connection) -> None:
    from helpers.journal import releases

    found = schema.of(connection)
    if found < schema.SCHEMA:  # else another process was quicker
        releases.upgrade(connection, found)
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA}")


def _begin(connection: Connection) -> None:
    # the driver begins nothing by itself (isolation_level None); a writer takes its turn at once
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _within(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)
