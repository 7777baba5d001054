"""The way back from a damaged journal: it is set aside, and a backup takes its place."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from helpers.intake import Problem
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
            shutil.copyfile(backup.path, fresh)
            fresh.chmod(0o600)
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


def set_aside(path: Path, now: datetime | None = None) -> Path:
    """Move a damaged journal, with its log, to a new name beside it; return that name."""
    with turn(path):
        aside = _copied_aside(path, now)
        for old in (*sides(path), path):
            old.unlink(missing_ok=True)
    return aside


def _copied_aside(path: Path, now: datetime | None) -> Path:
    stamp = f"{now or datetime.now(UTC):%Y%m%dT%H%M%S}Z"
    names = [f"{path.stem}-damaged-{stamp}{end}.sqlite3" for end in ("", *map(str, range(2, 100)))]
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    for old in (path, *sides(path)):
        if old.exists():
            copy = aside.with_name(aside.name + old.name.removeprefix(path.name))
            shutil.copyfile(old, copy)
            copy.chmod(0o600)
            reach_the_disk(copy)
    return aside
