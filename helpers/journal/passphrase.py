"""Set, change and take off a journal's passphrase, without ever being without the words."""

from __future__ import annotations

import os
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.journal import backups, cipher, lock, schema
from helpers.journal.store import PATIENCE, Store
from helpers.journal.trouble import Locked

HELD = (
    "Another program holds the journal, so nothing was changed. Close the other pages of the kit, "
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

    Raises
    ------
    Problem
        Where the code belongs to another journal or the new passphrase is too weak.
    """
    secret = lock.read_code(code)
    key = lock.key_of(secret)
    try:
        Store(path, key=key)
    except Locked:
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
    Store(path, key=key)
    lock.keep(path, secret, passphrase)
    return key, lock.recovery_code(secret)


def protect(path: Path, passphrase: str) -> tuple[bytes, str]:
    """
    Encrypt a journal that had no passphrase; return its key and its recovery code.

    The journal is copied while nobody may write, and the copy takes its place in one step.
    Earlier backups, which anybody could read, are replaced by one that is encrypted.
    """
    secret = lock.new_secret()
    key = lock.key_of(secret)
    cipher.driver(key)  # before anything is changed: is there a library for it?
    lock.keep(path, secret, passphrase)  # first: a journal without its key file would be lost
    _exchange(path, None, key)
    _renew_backups(Store(path, key=key))
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
    _exchange(path, key, None)
    cipher.key_file(path).unlink(missing_ok=True)
    _renew_backups(Store(path))


def _exchange(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Copy a journal from under one key to under another, and put the copy in its place."""
    Store(path, key=old)  # whole, and of today's form
    fresh = path.with_name(path.name + ".part")
    library = cipher.driver(old or new)  # one library must open both
    fresh.unlink(missing_ok=True)
    try:
        with closing(_connected(library, path, old)) as holder:
            _keep_writers_out(holder)
            os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT, 0o600))
            with closing(_connected(library, path, old)) as reader:
                key = f"x'{new.hex()}'" if new is not None else ""
                reader.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), key))
                reader.execute("SELECT sqlcipher_export('fresh')")
                reader.execute(f"PRAGMA fresh.application_id = {schema.APPLICATION}")
                reader.execute(f"PRAGMA fresh.user_version = {schema.SCHEMA}")
            backups.reach_the_disk(fresh)
            if os.name == "nt":  # Windows moves nothing that is open
                holder.close()
            _move(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    Store(path, key=new)


def _connected(library: Any, path: Path, key: bytes | None) -> Any:
    connection = library.connect(str(path), isolation_level=None, timeout=PATIENCE)
    if key is not None:
        cipher.turn(connection, key)
    return connection


def _keep_writers_out(holder: Any) -> None:
    """Take the writers' turn with no log beside the file: a log left behind would spoil the copy."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(Exception):  # somebody is reading or writing just now
            holder.execute("PRAGMA journal_mode = delete")
            holder.execute("BEGIN IMMEDIATE")
            if holder.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
                return
            holder.execute("ROLLBACK")
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


def _renew_backups(store: Store) -> None:
    assert store.path is not None
    for old in backups.listed(store.path):
        old.path.unlink(missing_ok=True)
    (backups.folder_of(store.path) / cipher.key_file(store.path).name).unlink(missing_ok=True)
    backups.make(store)
