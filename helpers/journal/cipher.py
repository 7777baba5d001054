"""Encrypted journals: which library opens the file, and how the key is turned in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.journal.turns import turn

KEY_LENGTH = 32  # bytes: AES-256
_PLAIN = b"SQLite format 3\0"  # how every SQLite file that is not encrypted begins


def can_encrypt() -> bool:
    """Say whether this computer has the library for encrypted files."""
    try:
        import sqlcipher3  # noqa: F401
    except ImportError:
        return False
    return True


def driver(key: bytes | None) -> Any:
    """
    Return the database library for a file with this key: SQLCipher, or Python's own SQLite.

    Raises
    ------
    Problem
        Where the file needs SQLCipher and this computer has none.
    """
    if key is None:
        return sqlite3
    if len(key) != KEY_LENGTH:
        raise ValueError(f"a key has {KEY_LENGTH} bytes")
    if not can_encrypt():
        raise Problem(
            "This computer cannot open a journal with a passphrase: the package sqlcipher3 is "
            "not made for it. Open the journal on the computer where you set the passphrase, "
            "and export it there."
        )
    from sqlcipher3 import dbapi2

    return dbapi2


def is_plain(path: Path) -> bool:
    """Say whether a file begins as an SQLite file without encryption does."""
    try:
        with turn(path), path.open("rb") as file:
            return begins_plain(file.read(len(_PLAIN)))
    except OSError:
        return False


def begins_plain(start: bytes) -> bool:
    """Say whether these first bytes are those of an SQLite file without encryption."""
    return start.startswith(_PLAIN)


def key_file(path: Path) -> Path:
    """Return the file that holds a journal's key, wrapped with the passphrase."""
    return path.with_name(path.name + ".key")


def key_files(path: Path) -> tuple[Path, Path]:
    """Return where a journal's key file may be: beside it, and a copy among its backups."""
    return key_file(path), path.with_name("backups") / key_file(path).name


def unlock(connection: Any, key: bytes) -> None:
    """Turn the key in a new connection; it must be the first thing done."""
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
