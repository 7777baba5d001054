"""Backups: the last five good copies of a journal, beside it.

A copy's name holds a number and the time: ``journal-000012-20261125T094200Z.sqlite3``. The number
says which is newest, since a clock may be put back.
"""

from __future__ import annotations

import os
import re
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.journal import cipher, folder
from helpers.journal.turns import turn

if TYPE_CHECKING:
    from helpers.journal.store import Store

KEPT = 5
EVERY = timedelta(hours=20)  # about once for each day on which somebody writes
STALE = 3600  # seconds after which a copy that was never finished is swept away
BEFORE_UPGRADE = "before-upgrade"

# What changes whenever somebody writes; compared with the newest copy's.
_MARKS = (
    "SELECT max(id), count(*), max(at) FROM version",
    "SELECT max(id), count(*), total(sequence) FROM commitment",
    "SELECT max(id), count(*) FROM review",
    "SELECT max(id), count(*) FROM question",
    "SELECT count(*) FROM tag",
    "SELECT count(*), max(at) FROM outcome",
)


@dataclass(frozen=True)
class Backup:
    """One good copy of a journal, and when it was made (UTC, by the clock of that day)."""

    path: Path
    at: datetime
    number: int = 0


def folder_of(path: Path) -> Path:
    """Return the folder that holds a journal's backups."""
    return path.with_name("backups")


def listed(path: Path) -> list[Backup]:
    """Return the backups of a journal, newest first; they are not checked here."""
    name = re.compile(re.escape(path.stem) + r"-(\d+)-(\d{8}T\d{6})Z(?:-[a-z-]+)?\.sqlite3")
    found = []
    with suppress(OSError):
        for copy in folder_of(path).iterdir():
            if named := name.fullmatch(copy.name):
                at = datetime.strptime(named[2], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
                found.append(Backup(copy, at, int(named[1])))
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def make_if_due(store: Store, now: datetime | None = None) -> Backup | None:
    """Make a backup where the journal changed since the last one, and that one is a day old."""
    if store.path is None:
        return None
    sweep(store.path)
    now = now or datetime.now(UTC)
    last = next(iter(listed(store.path)), None)
    if last and timedelta(0) <= now - last.at < EVERY:
        return None
    if last and _marks(store.driver, last.path, store.key) == _marks(
        store.driver, store.path, store.key
    ):
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
    place = folder_of(store.path)
    number = max((backup.number for backup in listed(store.path)), default=0) + 1
    ending = f"-{why}" if why else ""
    name = f"{store.path.stem}-{number:06}-{now:%Y%m%dT%H%M%S}Z{ending}.sqlite3"
    unfinished = place / f"{name}.{os.getpid()}-{threading.get_ident()}.part"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        store.patiently(lambda: _copy(store, unfinished))
        reach_the_disk(unfinished)
        unfinished.replace(place / name)
        if store.key is not None:
            _keep_the_key(store.path)
        reach_the_disk(place)
    except OSError as error:
        raise Problem(
            f"No backup could be made in {place} ({error.strerror}). Your journal is as it was. "
            "Make room there, or free the folder for writing."
        ) from None
    finally:
        for rest in (unfinished, *sides(unfinished)):
            rest.unlink(missing_ok=True)
    made = listed(store.path)
    readable = [one for one in made if store.key is not None and cipher.is_plain(one.path)]
    for old in (*made[KEPT:], *readable):  # beside a locked journal no copy lies open
        old.path.unlink(missing_ok=True)
    return Backup(place / name, now.replace(microsecond=0), number)


def forget(path: Path) -> None:
    """Delete every backup of a journal, and what was left of unfinished ones."""
    for old in listed(path):
        old.path.unlink(missing_ok=True)
    sweep(path, older=0)


def sweep(path: Path, *, older: float = STALE) -> None:
    """Delete copies that a stopped program never finished, beside a journal and its backups."""
    for place in (path.parent, folder_of(path)):
        with suppress(OSError):
            for rest in place.iterdir():
                unfinished = rest.name.startswith(path.stem) and ".part" in rest.name
                if unfinished and time.time() - rest.stat().st_mtime >= older:
                    rest.unlink(missing_ok=True)


def newest_good(path: Path, key: bytes | None = None) -> Backup | None:
    """
    Return the newest backup that is a whole journal, or None.

    One that begins as files without encryption do is opened without the key.
    """
    return next((backup for backup in listed(path) if is_good(backup.path, key)), None)


def is_good(path: Path, key: bytes | None = None) -> bool:
    """Say whether a copy opens, is a journal of this kit, and passes SQLite's own check."""
    from helpers.journal import schema  # SQLAlchemy is loaded only where a journal is opened

    key = None if cipher.is_plain(path) else key
    library = cipher.driver(key)

    def ask(pragma: str) -> Any:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    try:
        with closing(_read_only(library, path, key)) as connection:
            ours = ask("application_id") == schema.APPLICATION
            return ours and bool(ask("integrity_check(1)") == "ok")
    except library.Error:
        return False


def _copy(store: Store, to: Path) -> None:
    with (
        turn(store.file),
        closing(store.connect()) as source,
        closing(store.driver.connect(str(to), isolation_level=None)) as copy,
    ):
        if store.key is not None:
            cipher.unlock(copy, store.key)
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
        good = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not good:
        raise Problem(f"The copy of {store.path} is not whole. The journal may be damaged.")


def _marks(library: Any, path: Path, key: bytes | None) -> list[tuple] | None:
    """Return what tells one state of a journal from another; None where it cannot be read."""
    try:
        with turn(path), closing(_read_only(library, path, key)) as connection:
            return [connection.execute(query).fetchone() for query in _MARKS]
    except library.Error:
        return None


def _read_only(library: Any, path: Path, key: bytes | None) -> Any:
    connection = library.connect(f"{folder.uri(path)}?mode=ro", uri=True)
    if key is not None:
        cipher.unlock(connection, key)
    return connection


def _keep_the_key(path: Path) -> None:
    own, copy = cipher.key_files(path)
    with suppress(FileNotFoundError):
        folder.copy_for_me(own, copy)


def sides(path: Path) -> list[Path]:
    """Return the files that SQLite may keep beside a database."""
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
