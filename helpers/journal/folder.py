"""Where a journal lies: whose folder, whose rights, and what kind of disk it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from urllib.parse import quote

from platformdirs import user_data_path

from helpers.intake import Problem

FILE_NAME = "journal.sqlite3"

# Folders on another computer, or passed on by a virtual machine. SQLite's write-ahead log needs
# memory that all writers share, which such a folder cannot give.
FAR_DISKS = {
    *("nfs", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p", "afs"),
    *("ceph", "glusterfs", "lustre", "gpfs", "beegfs", "ncpfs"),
    *("vboxsf", "vmhgfs", "prl_fs", "virtiofs", "drvfs", "fakeowner", "osxfs"),
}

# Programs that copy one file at a time and would part the journal from its log.
SYNCHRONISED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "pcloud",
    "box sync",
)


def journal_path(path: Path | str | None = None) -> Path:
    """
    Return the file a journal is kept in.

    Parameters
    ----------
    path
        The file; None for what ``KIT_JOURNAL`` names, else the person's own data folder.
        A folder stands for ``journal.sqlite3`` inside it.
    """
    chosen = path or os.environ.get("KIT_JOURNAL")
    if not chosen:
        return standard_path()
    file = Path(chosen).expanduser().absolute()
    file = file / FILE_NAME if file.is_dir() else file
    return file.resolve() if file.is_symlink() else file  # what is replaced must be the file itself


def standard_path() -> Path:
    """Return the file in the person's own data folder."""
    return user_data_path("Leading for Improvement", appauthor=False) / FILE_NAME


def uri(path: PurePath) -> str:
    """
    Return a path as SQLite reads it in an address, shares of other computers too.

    Examples
    --------
    >>> from pathlib import PureWindowsPath
    >>> uri(Path("/home/ada/a b.sqlite3")), uri(PureWindowsPath(r"\\\\srv\\ada\\a.sqlite3"))
    ('file:///home/ada/a%20b.sqlite3', 'file:////srv/ada/a.sqlite3')
    """
    name = quote(path.as_posix())
    return f"file://{name}" if name.startswith("/") else f"file:///{name}"


def prepare(path: Path) -> None:
    """
    Make the file, and its folder if need be, readable by nobody but this person.

    SQLite gives its side files (``-wal``, ``-shm``, ``-journal``) the same rights. Windows keeps
    the rights of the person's folder instead: there the folder is the fence.

    Raises
    ------
    Problem
        Where the folder or the file cannot be made or written to.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # a journal in use is never opened by hand: see ``turns``
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise Problem(
            f"Your journal cannot be opened at {path} ({error.strerror}). Your words are not being "
            "kept. Free the folder for writing, or name another file in KIT_JOURNAL, then open the "
            "page again."
        ) from None


def copy_for_me(source: Path, copy: Path) -> None:
    """Copy a file; at no moment can anybody else read the copy."""
    copy.unlink(missing_ok=True)  # an earlier one may have other rights
    with source.open("rb") as read, open(copy, "xb", opener=_for_me) as written:
        shutil.copyfileobj(read, written)


def _for_me(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def log_is_safe(path: Path) -> bool:
    """Say whether SQLite's write-ahead log is safe here: a disk of this computer, not synchronised."""
    return not (is_synchronised(path) or is_far(path))


def is_synchronised(path: Path) -> bool:
    """
    Say whether a program such as OneDrive copies this folder elsewhere, going by its name.

    Examples
    --------
    >>> is_synchronised(Path("/home/ada/OneDrive - Trust/kit/journal.sqlite3"))
    True
    """
    places = {path.parent, path.parent.resolve()}  # a link may lead into such a folder
    folders = [folder.lower() for place in places for folder in place.parts]
    return any(name in folder for folder in folders for name in SYNCHRONISED)


def is_far(path: Path) -> bool:
    """Say whether the folder is on another computer (as far as this system tells)."""
    if os.name == "nt":
        return _is_far_on_windows(path)
    return _is_far_kind(kind_of_disk(path.parent.resolve(), _mounts()))


def kind_of_disk(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """
    Return the kind of file system a folder is on.

    Parameters
    ----------
    folder
        An absolute path.
    mounts
        Pairs of (mount point, kind), in mounting order.

    Examples
    --------
    >>> kind_of_disk(Path("/home/ada/kit"), [("/", "ext4"), ("/home", "nfs4")])
    'nfs4'
    """
    holding = [(point, kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(reversed(holding), key=lambda mount: len(mount[0]), default=("", ""))[1]


def _is_far_kind(kind: str) -> bool:
    kind = kind.lower()
    return kind in FAR_DISKS or kind.startswith(("nfs", "fuse."))


def _mounts() -> list[tuple[str, str]]:
    with suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "darwin":
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5)
            return [_mac_mount(line) for line in listed.stdout.splitlines() if " on " in line]
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
        return [_linux_mount(line) for line in lines]
    return []


def _linux_mount(line: str) -> tuple[str, str]:
    _device, point, kind = line.split(" ")[:3]
    return point.replace("\\040", " ").replace("\\134", "\\"), kind


def _mac_mount(line: str) -> tuple[str, str]:
    point, _, details = line.split(" on ", 1)[1].rpartition(" (")
    return point, details.split(",")[0].rstrip(")")


def _is_far_on_windows(path: Path) -> bool:
    import ctypes

    drive = path.absolute().drive
    remote = 4  # DRIVE_REMOTE, from the Windows API
    asked = getattr(ctypes, "windll").kernel32.GetDriveTypeW(drive + "\\")  # noqa: B009
    return drive.startswith("\\\\") or asked == remote
