"""A folder of packs, combined in one call."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from helpers.intake import Problem
from helpers.packs.gathering import Gathering
from helpers.packs.limits import LARGEST_PACK, MOST_FILES
from helpers.packs.results import Combined
from helpers.packs.strict import too_large

MADE_BY_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}
# never wait for a pipe, never follow a link that was put there a moment ago; Windows has neither
CAREFULLY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


def combine(folder: Path | str) -> Combined:
    """
    Combine every pack in a folder into what the group may see.

    Parameters
    ----------
    folder : Path or str
        The folder; folders inside it are not entered.

    Returns
    -------
    Combined
        Counts and spreads through the "packs" preset of ``helpers.disclosure``, and the files
        that were left out, each with its reason.

    Raises
    ------
    Problem
        Where there is no such folder, or it cannot be looked into.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "holiday.jpg").write_bytes(b"not a pack")
    ...     combine(folder).left_out[0].reason
    'Its name does not end in .json, so it was not read.'
    """
    gathering = Gathering()
    for path in _files(Path(folder).expanduser()):
        gathering.take(path.name, lambda path=path: read_file(path))  # type: ignore[misc]
    return gathering.combined()


def read_file(path: Path) -> bytes:
    """
    Return a file's bytes, where it is an ordinary file no larger than a pack.

    Raises
    ------
    Problem
        Where it is anything else. A file that is too large is not read.
    """
    if path.is_symlink():
        raise Problem("It is a link to something elsewhere, so it was not followed.")
    if path.is_dir():
        raise Problem("It is a folder. Only the packs beside it were looked at.")
    if path.suffix.lower() != ".json":
        raise Problem("Its name does not end in .json, so it was not read.")
    try:
        handle = os.open(path, CAREFULLY)
    except OSError as error:
        raise Problem(f"It could not be opened ({error.strerror}).") from None
    with os.fdopen(handle, "rb") as file:
        return _bytes(file)


def _bytes(file) -> bytes:
    about = os.fstat(file.fileno())
    if not stat.S_ISREG(about.st_mode):
        raise Problem("It is no ordinary file, so it was not read.")
    if about.st_size > LARGEST_PACK:
        raise Problem(too_large())
    try:
        return file.read(LARGEST_PACK + 1)  # it may have grown since
    except OSError as error:
        raise Problem(f"It could not be read ({error.strerror}).") from None


def _files(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
    except (OSError, ValueError):
        raise Problem(
            f"There is no folder {folder} that can be opened. Copy its path from the address bar "
            "of your file window."
        ) from None
    if len(names) > MOST_FILES:
        raise Problem(
            f"This folder holds more than {MOST_FILES:,} files. Put the packs of one group into a "
            "folder of their own."
        )
    return (folder / name for name in sorted(names) if name not in MADE_BY_THE_SYSTEM)
