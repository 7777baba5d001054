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
    "Copy any words still on the screen, then open the kit's start page: it offers the newest "
    "backup. The damaged file is kept; someone who knows SQLite can often recover more.",
    sqlite3.SQLITE_NOTADB: "The file at {path} is not a journal of this kit, so it was left alone. "
    "Move it elsewhere, or name another file in KIT_JOURNAL, then open the page again.",
}
_SAID[sqlite3.SQLITE_LOCKED] = _SAID[sqlite3.SQLITE_BUSY]
_SAID[sqlite3.SQLITE_PERM] = _SAID[sqlite3.SQLITE_READONLY]


class Damaged(Problem):
    """A journal that fails SQLite's own check."""


class Locked(Problem):
    """A journal with a passphrase that was not given yet."""


_WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def passes(error: BaseException | None) -> bool:
    """Say whether a trouble is over in a moment: another program holds the file, or puts it away."""
    # the log was there when SQLite looked, and gone when it came to take it over
    swept = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_DELETE_NOENT
    return swept or kind_of(error) in _WAITING


def kind_of(error: BaseException | None) -> int:
    """Return SQLite's primary error code, or 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def said(
    code: int, path: Path, *, keyed: bool = False, known: bool = False, emptied: bool = False
) -> Problem | None:
    """
    Return what to tell the reader about one of SQLite's error codes.

    Parameters
    ----------
    code
        SQLite's primary error code.
    path
        The journal.
    keyed
        Whether the file has a passphrase.
    known
        Whether it was a journal once: there are backups of it, or it lies where journals do.
    emptied
        Whether no byte of it is left.

    Returns
    -------
    Problem or None
        None where the error is a bug of ours, which must stay loud.

    Examples
    --------
    >>> str(said(sqlite3.SQLITE_FULL, Path("journal.sqlite3")))[:17]
    'The disk is full.'
    """
    if code == sqlite3.SQLITE_NOTADB and keyed:
        return locked(path)  # SQLCipher says so of another key
    broken = (code == sqlite3.SQLITE_NOTADB and known) or (code == sqlite3.SQLITE_ERROR and emptied)
    if code == sqlite3.SQLITE_CORRUPT or broken:
        return damaged(path)
    words = _SAID.get(code)
    return Problem(words.format(path=path, on_screen=_ON_SCREEN)) if words else None


def damaged(path: Path) -> Damaged:
    """Return what to tell the reader about a file that fails SQLite's own check."""
    return Damaged(_SAID[sqlite3.SQLITE_CORRUPT].format(path=path))


def missing(path: Path) -> Damaged:
    """Return what to tell the reader about a journal that was here and has gone."""
    return Damaged(
        f"The journal at {path} is gone, or nothing is left in it. Open the kit's start page: it "
        "offers the newest backup."
    )


def locked(path: Path) -> Locked:
    """Return what to tell the reader about a journal that their key does not open."""
    return Locked(
        f"The journal at {path} is locked. Your words are still on the screen, but not kept. "
        "Open the kit's start page and type your passphrase, then type on."
    )


def foreign(path: Path) -> Problem:
    """Return what to tell the reader about a file that is something else."""
    return Problem(_SAID[sqlite3.SQLITE_NOTADB].format(path=path))


def newer(path: Path) -> Problem:
    """Return what to tell the reader about a journal from a later release."""
    return Problem(
        f"The journal at {path} was written by a newer release of this kit. It was left as it is. "
        "Update the kit and open the page again, or name another file in KIT_JOURNAL."
    )
