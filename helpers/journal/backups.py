"""Backups: the last five good copies of a journal, beside it, and the way back to one."""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.journal import cipher

if TYPE_CHECKING:
    from helpers.journal.store import Store

KEPT = 5
EVERY = timedelta(hours=20)  # about once for each day on which somebody writes
BEFORE_UPGRADE = "before-upgrade"
_NAME = re.compile(r"-(\d{8}T\d{6})Z(?:-[a-z-]+)?\.sqlite3$")


@dataclass(frozen=True)
class Backup:
    """One good copy of a journal, and when it was made (UTC)."""

    path: Path
    at: datetime


def folder_of(path: Path) -> Path:
    """Return the folder that holds a journal's backups."""
    return path.with_name("backups")


def listed(path: Path) -> list[Backup]:
    """Return the backups of a journal, newest first; they are not checked here."""
    found = []
    for copy in folder_of(path).glob(f"{path.stem}-*.sqlite3"):
        named = _NAME.search(copy.name)
        if named:
            at = datetime.strptime(named[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(Backup(copy, at))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def make_if_due(store: Store, now: datetime | None = None) -> Backup | None:
    """Make a backup where the journal changed since the last one, and that one is a day old."""
    if store.path is None:
        return None
    now = now or datetime.now(UTC)
    last = next(iter(listed(store.path)), None)
    if last:
        unchanged = store.path.stat().st_mtime <= last.path.stat().st_mtime
        if unchanged or timedelta(0) <= now - last.at < EVERY:
            return None
    return make(store, now=now)


def make(store: Store, *, why: str = "", now: datetime | None = None) -> Backup:
    """
    Copy a journal while others may be writing to it, check the copy, and keep the newest five.

    Raises
    ------
    Problem
        Where the copy cannot be made or fails its check; the journal itself is as it was.
    """
    assert store.path is not None
    now = now or datetime.now(UTC)
    folder = folder_of(store.path)
    name = f"{store.path.stem}-{now:%Y%m%dT%H%M%S}Z{f'-{why}' if why else ''}.sqlite3"
    unfinished = folder / f"{name}.part"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        store.patiently(lambda: _copy(store, unfinished))
        reach_the_disk(unfinished)
        os.utime(unfinished)  # newer than the journal, whose log was carried over meanwhile
        unfinished.replace(folder / name)
        if store.key is not None:
            _keep_the_key(store.path, folder)
        reach_the_disk(folder)
    except OSError as error:
        raise Problem(
            f"No backup could be made in {folder} ({error.strerror}). Your journal is as it was. "
            "Make room there, or free the folder for writing."
        ) from None
    finally:
        for rest in (unfinished, *_sides(unfinished)):
            rest.unlink(missing_ok=True)
    for old in listed(store.path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return Backup(folder / name, now.replace(microsecond=0))


def newest_good(path: Path, key: bytes | None = None) -> Backup | None:
    """Return the newest backup that opens and passes SQLite's own check, or None."""
    return next((backup for backup in listed(path) if is_good(backup.path, key)), None)


def is_good(path: Path, key: bytes | None = None) -> bool:
    """Say whether a copy opens with this key and passes SQLite's own check."""
    library = cipher.driver(key)
    try:
        with closing(library.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            if key is not None:
                cipher.turn(connection, key)
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except library.Error:
        return False


def put_back(path: Path, backup: Backup, now: datetime | None = None) -> Path:
    """
    Set a damaged journal aside and put a backup in its place.

    Returns
    -------
    Path
        Where the damaged file lies now. Nothing is deleted.

    Raises
    ------
    Problem
        Where the disk refuses; the backup is as it was.
    """
    fresh = path.with_name(f"{path.name}.part")
    try:
        fresh.write_bytes(backup.path.read_bytes())
        fresh.chmod(0o600)
        reach_the_disk(fresh)
        aside = set_aside(path, now)
        fresh.replace(path)
        reach_the_disk(path.parent)
    except OSError as error:
        raise Problem(
            f"The backup could not be put back ({error.strerror}). Nothing was deleted: the "
            f"backup is {backup.path}. Make room and try again."
        ) from None
    return aside


def set_aside(path: Path, now: datetime | None = None) -> Path:
    """Move a damaged journal, with its log, to a name beside it; return that name."""
    now = now or datetime.now(UTC)
    aside = path.with_name(f"{path.stem}-damaged-{now:%Y%m%dT%H%M%S}Z.sqlite3")
    for side in _sides(path):
        if side.exists():  # the log belongs to the damaged file, and goes with it
            side.replace(aside.with_name(aside.name + side.name.removeprefix(path.name)))
    if path.exists():
        path.replace(aside)
    return aside


def _copy(store: Store, to: Path) -> None:
    with (
        closing(store.connect()) as source,
        closing(store.driver.connect(str(to), isolation_level=None)) as copy,
    ):
        if store.key is not None:
            cipher.turn(copy, store.key)
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
        good = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not good:
        raise Problem(f"The copy of {store.path} is not whole. The journal may be damaged.")


def _keep_the_key(path: Path, folder: Path) -> None:
    with suppress(FileNotFoundError):
        copy = folder / cipher.key_file(path).name
        copy.write_bytes(cipher.key_file(path).read_bytes())
        copy.chmod(0o600)


def _sides(path: Path) -> list[Path]:
    return [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]


def reach_the_disk(path: Path) -> None:
    """Have the system write a file, or a folder's names, to the disk now."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
