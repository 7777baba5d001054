"""What SQLite complains of, in words a reader can act on and without a word of theirs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from helpers.intake import Problem

_ON_SCREEN = "Your words are still on the screen, but not kept. Copy them somewhere safe"

_SAID = {
    sqlite3.SQLITE_FULL: "The disk is full. {on_screen}, make room, then type on: it saves again.",
    sqlite3.SQLITE_READONLY: "The journal at {path} may not be written to. {on_screen}, allow "
    "writing to the file and its folder, then type on.",
    sqlite3.SQLITE_CANTOPEN: "The journal at {path} cannot be opened. {on_screen}, see that its "
    "folder is there and open to you, then type on.",
    sqlite3.SQLITE_IOERR: "The disk would not take your words at {path}. {on_screen}, check the "
    "disk and its free space, then type on.",
    sqlite3.SQLITE_BUSY: "Another program is holding the journal at {path}. {on_screen}, close "
    "other windows of the kit or any backup, then type on.",
    sqlite3.SQLITE_CORRUPT: "The journal at {path} is damaged. Nothing in it was changed. "
    "Copy any words still on the screen, move the file to a safe place, then open the page again: "
    "a new journal begins. Someone who knows SQLite can often recover the old one.",
    sqlite3.SQLITE_NOTADB: "The file at {path} is not a journal of this kit, so it was left alone. "
    "Move it elsewhere, or name another file in KIT_JOURNAL, then open the page again.",
}
_SAID[sqlite3.SQLITE_LOCKED] = _SAID[sqlite3.SQLITE_BUSY]
_SAID[sqlite3.SQLITE_PERM] = _SAID[sqlite3.SQLITE_READONLY]

WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def kind_of(error: BaseException | None) -> int:
    """Return SQLite's primary error code, or 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def said(code: int, path: Path) -> Problem | None:
    """
    Return what to tell the reader about one of SQLite's error codes.

    Returns
    -------
    Problem or None
        None where the error is a bug of ours, which must stay loud.

    Examples
    --------
    >>> str(said(sqlite3.SQLITE_FULL, Path("journal.sqlite3")))[:17]
    'The disk is full.'
    """
    words = _SAID.get(code)
    return Problem(words.format(path=path, on_screen=_ON_SCREEN)) if words else None


def damaged(path: Path) -> Problem:
    """Return what to tell the reader about a file that fails SQLite's own check."""
    return Problem(_SAID[sqlite3.SQLITE_CORRUPT].format(path=path))


def foreign(path: Path) -> Problem:
    """Return what to tell the reader about a file that is something else."""
    return Problem(_SAID[sqlite3.SQLITE_NOTADB].format(path=path))


def newer(path: Path) -> Problem:
    """Return what to tell the reader about a journal from a later release."""
    return Problem(
        f"The journal at {path} was written by a newer release of this kit. It was left as it is. "
        "Update the kit and open the page again, or name another file in KIT_JOURNAL."
    )
