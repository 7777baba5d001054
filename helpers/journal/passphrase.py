"""Set, change and take off a journal's passphrase, without ever being without the words."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.journal import backups, cipher, folder, lock, schema, signs, trouble
from helpers.journal.store import PATIENCE, Store
from helpers.journal.trouble import Damaged, Locked
from helpers.journal.turns import turn

HELD = (
    "Another program holds the journal, so nothing was changed. Close the other pages of the kit, "
    "then try again."
)
UNCHANGED = (
    "The disk would not take the encrypted copy, so nothing was changed. See that there is room, "
    "then try again."
)


def unlock(path: Path, passphrase: str) -> bytes:
    """
    Return the key of an encrypted journal.

    Raises
    ------
    Problem
        Where the passphrase is another one, or the key file is missing or damaged.
    """
    return lock.key_of(lock.open_with_passphrase(path, passphrase))


def unlock_with_code(path: Path, code: str, passphrase: str) -> bytes:
    """
    Open a journal with its recovery code, and set a new passphrase.

    A code that opens the newest good backup is the right one, also where the journal itself is
    damaged.

    Raises
    ------
    Problem
        Where the code belongs to another journal or the new passphrase is too weak.
    """
    secret = lock.read_code(code)
    key = lock.key_of(secret)
    lock.check_new(passphrase)
    try:
        Store(path, key=key)
    except (Locked, Damaged):
        if backups.newest_good(path, key) is None:
            raise Problem(lock.WRONG_CODE) from None
    lock.keep(path, secret, passphrase)
    return key


def begin(path: Path, passphrase: str) -> tuple[bytes, str]:
    """
    Make a new journal with a passphrase; return its key and its recovery code.

    Raises
    ------
    Problem
        Where there is a file already, or none can be made.
    """
    if path.exists() and path.stat().st_size:
        raise Problem(f"There is a file at {path} already. Choose another name.")
    lock.check_new(passphrase)
    secret = lock.new_secret()
    key = lock.key_of(secret)
    folder.prepare(path)
    lock.keep(path, secret, passphrase)  # first: a journal without its key file would be lost
    Store(path, key=key, anew=True)
    return key, lock.recovery_code(secret)


def protect(path: Path, passphrase: str) -> tuple[bytes, str]:
    """
    Encrypt a journal that had no passphrase; return its key and its recovery code.

    The journal is copied while nobody may write, and the copy takes its place in one step.
    Earlier backups, which anybody could read, are deleted, and one that is encrypted is made.

    Raises
    ------
    Problem
        Where it has a passphrase already, the new one is too weak, or the disk refuses.
    """
    lock.check_new(passphrase)
    secret = lock.new_secret()
    key = lock.key_of(secret)
    cipher.driver(key)  # before anything is changed: is there a library for it?
    with turn(path):
        if signs.is_locked(path):
            raise Problem("This journal has a passphrase already. Load the page again.")
        _exchange(path, None, key, before=lambda: lock.keep(path, secret, passphrase))
        _renew_backups(path, key)
    return key, lock.recovery_code(secret)


def change(path: Path, old: str, new: str) -> None:
    """
    Set another passphrase; the recovery code stays the same.

    Raises
    ------
    Problem
        Where the old passphrase is another one, or the new one is too weak.
    """
    lock.keep(path, lock.open_with_passphrase(path, old), new)


def take_off(path: Path, passphrase: str) -> None:
    """
    Make a journal readable without a passphrase again, and its backups too.

    Raises
    ------
    Problem
        Where the passphrase is another one.
    """
    key = unlock(path, passphrase)
    with turn(path):
        _exchange(path, key, None)
        for file in cipher.key_files(path):
            file.unlink(missing_ok=True)
        _renew_backups(path, None)


def _exchange(
    path: Path, old: bytes | None, new: bytes | None, before: Callable[[], None] = lambda: None
) -> None:
    """
    Copy a journal from under one key to under another, and put the copy in its place.

    ``before`` is called when the copy is whole and nobody can write any more.
    """
    Store(path, key=old)  # whole, and of today's form
    backups.sweep(path, older=0)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    library = cipher.driver(old or new)  # one library must open both
    try:
        with closing(_connected(library, path, old)) as holder:
            _keep_writers_out(holder, library)
            os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT, 0o600))
            with closing(_connected(library, path, old)) as reader:
                key = f"x'{new.hex()}'" if new is not None else ""
                reader.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), key))
                reader.execute("SELECT sqlcipher_export('fresh')")
                reader.execute(f"PRAGMA fresh.application_id = {schema.APPLICATION}")
                reader.execute(f"PRAGMA fresh.user_version = {schema.SCHEMA}")
            backups.reach_the_disk(fresh)
            before()
            if os.name == "nt":  # Windows moves nothing that is open
                holder.close()
            _move(fresh, path)
    except library.Error as error:
        problem = trouble.said(trouble.kind_of(error), path)
        if problem is None:
            raise
        raise Problem(UNCHANGED) from None
    finally:
        fresh.unlink(missing_ok=True)


def _connected(library: Any, path: Path, key: bytes | None) -> Any:
    connection = library.connect(str(path), isolation_level=None, timeout=PATIENCE)
    if key is not None:
        cipher.unlock(connection, key)
    return connection


def _keep_writers_out(holder: Any, library: Any) -> None:
    """Take the writers' turn with no log beside the file: a log left behind would spoil the copy."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            holder.execute("PRAGMA journal_mode = delete")
            holder.execute("BEGIN IMMEDIATE")
            if holder.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
                return
            holder.execute("ROLLBACK")
        except library.Error as error:  # somebody is reading or writing just now
            if not trouble.passes(error):
                raise
        time.sleep(0.02)
    raise Problem(HELD)


def _move(fresh: Path, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fresh.replace(path)
            return
        except PermissionError:  # Windows: somebody is reading it just now
            if time.monotonic() > end:
                raise Problem(HELD) from None
            time.sleep(0.05)


def _renew_backups(path: Path, key: bytes | None) -> None:
    """Replace every backup by one under the new key; the journal itself is safe by now."""
    before = backups.listed(path)
    with suppress(Problem, OSError):  # a full disk must not hide the recovery code
        backups.make(Store(path, key=key))
    for old in before:
        old.path.unlink(missing_ok=True)
