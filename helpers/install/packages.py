"""Make a Python folder and install pinned packages in it, with uv or pip."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import IO

from helpers.install.alone import alone
from helpers.install.place import Place, broken, empty, finish, missing
from helpers.install.progress import Progress, follow


class Stop(Exception):
    """The one error shown to the person here: what is wrong, and what to do next."""


FIRST = "Setting up in this folder, once: one to five minutes, 700 MB of disk."
AGAIN = "Adding what is new: about a minute."

NO_PIP = (
    "This Python has no pip. On Debian and Ubuntu: sudo apt install python3-venv. "
    "Elsewhere, install Python from python.org. Then run the same command again."
)

# What a failed installation printed, and what it means for the person. The first match counts.
REASONS = {
    r"(?i)certificate.verify|invalid peer certificate": (
        "The connection was not trusted, often because your organisation checks web traffic. "
        "Ask your IT team for its certificate, or try another network."
    ),
    r"No space left|not enough space|os error (28|112)\b": (
        "The disk is full. Free about 1 GB and run the same command again."
    ),
    r"(?i)file name too long|path too long|long path": (
        "The path to this folder is too long. Move the folder nearer to C:\\ and try again."
    ),
    r"(?i)permission denied|access is denied|being used by another process|read-only file": (
        "A file could not be written. Close other windows of the kit, check that you may write "
        "in this folder, and run the same command again."
    ),
    r"(?i)newconnectionerror|connection ?(error|refused|reset|broken|aborted)|timed? ?out|dns err"
    r"|name resolution|getaddrinfo|network is unreachable|error sending request|proxyerror"
    r"|failed to (fetch|establish)|incompleteread": (
        "The internet could not be reached. Check your connection and run the same command "
        "again; what has been fetched is kept."
    ),
    r"(?i)no matching distribution|no wheels|no solution found": (
        "A package does not exist for this Python ({}.{}) on this kind of computer. "
        "Install Python 3.11 to 3.14 and run kit.py with that."
    ),
}


def prepare(place: Place) -> None:
    """
    Install what a place still lacks; quick when nothing is missing.

    Raises
    ------
    Stop
        If something the person can put right stands in the way.
    """
    try:
        if not missing(place):
            return
        place.folder.mkdir(exist_ok=True)
        with alone(place.lock) as lock:
            names = missing(place)
            if names:
                _set_up(place, names, lock)
    except OSError as error:
        raise Stop(explain(str(error), place)) from error


def _set_up(place: Place, names: list[str], lock: IO[str]) -> None:
    """Make the folder if need be, fill it, and stamp it."""
    anew = broken(place)
    print(FIRST if anew else AGAIN, "You may stop with Ctrl+C and run it again.", flush=True)
    progress = Progress()
    place.unfinished.touch()
    os.environ.setdefault("PIP_CACHE_DIR", str(place.downloads))
    try:
        if anew:
            empty(place)
            _run([_make(place)], "Making a Python folder", place, progress, lock)
        _install(place, names, progress, lock)
    finally:
        progress.close()
    finish(place)
    print("Ready.", flush=True)


def _make(place: Place) -> list[str]:
    """Return the command that makes an empty Python folder, from outside any such folder."""
    python = getattr(sys, "_base_executable", "") or sys.executable
    return [python, "-m", "venv", "--without-pip", str(place.folder)]


def _install(place: Place, names: list[str], progress: Progress, lock: IO[str]) -> None:
    """Install lists of packages, then the kit itself without asking for more."""
    lists = [word for name in names for word in ("-r", str(place.kit / name))]
    kit = ["--no-deps", "-e", str(place.kit)]
    ways = list(_ways(place))
    total = count_pins((place.kit / name).read_text(encoding="utf-8") for name in names)
    _run([[*way, *lists] for way in ways], "Fetching packages", place, progress, lock, total)
    _run([[*way, *kit] for way in ways], "Adding the kit itself", place, progress, lock)


def _ways(place: Place) -> Iterator[list[str]]:
    """Offer the ways to install, best first: uv when it is there, then pip."""
    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--python", str(place.python)]
    pip = [str(place.python), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True).returncode:
        made = subprocess.run([str(place.python), "-m", "ensurepip"], capture_output=True)
        if made.returncode and not uv:
            raise Stop(NO_PIP)
    yield [*pip, "install", "--no-input", "--progress-bar=off", "--only-binary=:all:"]


def _run(
    ways: list[list[str]],
    stage: str,
    place: Place,
    progress: Progress,
    lock: IO[str],
    total: int = 0,
) -> None:
    """Run the first of these commands that works; explain what the last one said."""
    output = ""
    for command in ways:
        pins = total if "pip" in command[2] else 0
        output = follow(command, stage, pins, progress, lock)
        if not output:
            return
    raise Stop(explain(output, place))


def count_pins(lists: Iterable[str]) -> int:
    """
    Count the different packages in the texts of some lists.

    Examples
    --------
    >>> count_pins(["numpy==2.4 ; python_version < '3.12'", "numpy==2.5\\nscipy==1.17"])
    2
    """
    return len({name for text in lists for name in re.findall(r"^([\w.-]+)==", text, re.M)})


def reason_for(printed: str) -> str:
    """
    Say in a sentence or two what a failed installation means; empty if that is not known.

    Examples
    --------
    >>> reason_for("OSError: [Errno 28] No space left on device")
    'The disk is full. Free about 1 GB and run the same command again.'
    """
    known = (reason for sign, reason in REASONS.items() if re.search(sign, printed))
    return next(known, "").format(*sys.version_info[:2])


def explain(printed: str, place: Place) -> str:
    """Say why an installation failed; keep the details of an unknown failure in a log."""
    reason = reason_for(printed)
    if reason:
        return reason
    log = place.folder / "kit-log.txt"
    log.write_text(printed, encoding="utf-8")
    return f"The packages could not be installed. Run the same command again. Details: {log}"
