"""A journal that no file holds, for computers that others use too: it ends with its program."""

from __future__ import annotations

import sqlite3
from itertools import count
from pathlib import Path
from typing import Any

from helpers.journal.store import PATIENCE, Store

_numbers = count(1)


class MemoryStore(Store):
    """A store in this program's memory; all its connections share it."""

    def __init__(self) -> None:
        self._name = f"file:kit-journal-{next(_numbers)}?mode=memory&cache=shared"
        self.path, self.file = None, Path(self._name)
        self.key, self.patience, self.logged = None, PATIENCE, True
        self.driver = sqlite3
        self._anchor = self.connect()  # without it, the memory would go with each connection
        self._open()

    def connect(self) -> Any:
        """Return a new connection to the same memory."""
        connection = sqlite3.connect(
            self._name, uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        return connection
