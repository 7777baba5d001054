"""The journal file: opened with care, each change on the disk before the call returns.

No connection outlives its transaction. So nothing is open while a process forks, the file lies
whole on the disk whenever nobody is writing, and two processes never hold each other up for
longer than one save.

The log is carried over into the file only by the last connection that closes, which then holds
the file alone (``wal_autocheckpoint`` is off). SQLite up to 3.51.2 could damage a file when one
connection carried the log over while another wrote; here that cannot meet.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from helpers.journal import folder, schema, trouble

T = TypeVar("T")

PATIENCE = 10.0  # seconds to wait for another writer; one save takes a few thousandths


class Store:
    """
    One journal file and its transactions.

    Parameters
    ----------
    path
        The file. It is made, readable by this person only, where there is none.
    patience
        Seconds to wait while another program holds the file.

    Raises
    ------
    Problem
        Where the file is damaged, of a newer release, something else, or out of reach.
    """

    def __init__(self, path: Path, patience: float = PATIENCE):
        self.path = path
        self.patience = patience
        self.logged = folder.log_is_safe(path)
        folder.prepare(path)
        self._reader = self._engine()
        self._writer = self._reader.execution_options(begin="BEGIN IMMEDIATE")
        if not self.read(self._is_journal):
            self.write(self._make)
        self._patiently(self._choose_log)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do some reading in one transaction: all of it sees the same state."""
        return self._patiently(lambda: _within(self._reader, work))

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do some writing in one transaction: all of it is on the disk, or none."""
        return self._patiently(lambda: _within(self._writer, work))

    def _patiently(self, attempt: Callable[[], T]) -> T:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                return attempt()
            except (DBAPIError, sqlite3.Error) as error:
                code = trouble.kind_of(getattr(error, "orig", error))
                if code not in trouble.WAITING or time.monotonic() > deadline:
                    problem = trouble.said(code, self.path)
                    if problem is None:
                        raise
                    raise problem from None
            time.sleep(0.02)

    def _engine(self) -> Engine:
        engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=NullPool, hide_parameters=True
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> sqlite3.Connection:
        # mode=rw: a file that has gone is an error to tell, never a new empty journal
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",
            uri=True,
            timeout=min(self.patience, 1.0),  # `_patiently` goes on waiting
            isolation_level=None,
        )
        # EXTRA: without the log, the folder's own entry must reach the disk as well
        connection.execute(f"PRAGMA synchronous = {'FULL' if self.logged else 'EXTRA'}")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _make(self, connection: Connection) -> None:
        if self._is_journal(connection):  # another process was quicker
            return
        schema.metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA}")

    def _is_journal(self, connection: Connection) -> bool:
        """Say whether there is a journal to use; False where the file is still empty."""

        def ask(pragma: str) -> int | str:
            return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()

        if ask("schema_version") == 0:
            return False
        if ask("application_id") != schema.APPLICATION:
            raise trouble.foreign(self.path)
        if int(ask("user_version")) > schema.SCHEMA:
            raise trouble.newer(self.path)
        if ask("quick_check(1)") != "ok":
            raise trouble.damaged(self.path)
        return True

    def _choose_log(self) -> None:
        wanted = "wal" if self.logged else "delete"
        connection = self._connect()
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
                connection.execute(f"PRAGMA journal_mode = {wanted}")
        finally:
            connection.close()


def _begin(connection: Connection) -> None:
    # the driver begins nothing by itself (isolation_level None); a writer takes its turn at once
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _within(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)
