"""Encrypted journals: which library opens the file, and how the key is turned in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.journal.folder import standard_path
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


def is_locked(path: Path) -> bool:
    """
    Say whether a journal needs a key: there is a key file for it, or it lies where the kit keeps
    journals, and it does not begin as SQLite files do.

    A key file beside a readable journal is what a power cut leaves behind in the middle of
    setting a passphrase; the journal is then as it was.
    """
    expected = any(file.exists() for file in key_files(path)) or path == standard_path()
    return expected and not is_plain(path)


def is_plain(path: Path) -> bool:
    """Say whether a file is empty or begins as an SQLite file without encryption does."""
    try:
        with turn(path), path.open("rb") as file:
            start = file.read(len(_PLAIN))
    except OSError:
        return True  # opening it says what is wrong
    return start in (b"", _PLAIN)


def key_file(path: Path) -> Path:
    """Return the file that holds a journal's key, wrapped with the passphrase."""
    return path.with_name(path.name + ".key")


def key_files(path: Path) -> tuple[Path, Path]:
    """Return where a journal's key file may be: beside it, and a copy among its backups."""
    return key_file(path), path.with_name("backups") / key_file(path).name


def unlock(connection: Any, key: bytes) -> None:
    """Turn the key in a new connection; it must be the first thing done."""
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
