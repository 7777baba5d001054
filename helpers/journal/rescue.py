"""The way back from a damaged journal: it is set aside, and a backup takes its place."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from helpers.intake import Problem
from helpers.journal import cipher, folder
from helpers.journal.backups import Backup, reach_the_disk, sides
from helpers.journal.turns import turn


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
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with turn(path):
            folder.copy_for_me(backup.path, fresh)
            reach_the_disk(fresh)
            aside = _copied_aside(path, now)
            for side in sides(path):  # a log of the damaged file would spoil the backup
                side.unlink(missing_ok=True)
            fresh.replace(path)  # in one step: at no moment is there no journal
            reach_the_disk(path.parent)
    except OSError as error:
        raise Problem(
            f"The backup could not be put back ({error.strerror}). Nothing was deleted: the "
            f"backup is {backup.path}. Make room and try again."
        ) from None
    return aside


def set_aside(path: Path, now: datetime | None = None, *, with_key: bool = False) -> Path:
    """
    Move a damaged journal, with its log, to a new name beside it; return that name.

    ``with_key`` says whether its key file goes along, so that what is begun here has none.
    """
    with turn(path):
        aside = _copied_aside(path, now)
        keys = cipher.key_files(path) if with_key else ()
        for key in keys:
            if key.exists() and not cipher.key_file(aside).exists():
                folder.copy_for_me(key, cipher.key_file(aside))
        for old in (*keys, *sides(path), path):
            old.unlink(missing_ok=True)
    return aside


def lying_aside(path: Path) -> list[Path]:
    """Return the files of damaged journals that were set aside here."""
    start = _aside_name(path)
    with suppress(OSError):
        return sorted(one for one in path.parent.iterdir() if one.name.startswith(start))
    return []


def _aside_name(path: Path) -> str:
    return f"{path.stem}-damaged-"


def _copied_aside(path: Path, now: datetime | None) -> Path:
    stamp = f"{now or datetime.now(UTC):%Y%m%dT%H%M%S}Z"
    names = [f"{_aside_name(path)}{stamp}{end}.sqlite3" for end in ("", *map(str, range(2, 100)))]
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    for old in (path, *sides(path)):
        if old.exists():
            copy = aside.with_name(aside.name + old.name.removeprefix(path.name))
            folder.copy_for_me(old, copy)
            reach_the_disk(copy)
    return aside
