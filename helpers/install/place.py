"""A Python folder of the kit's own: what belongs in it, what is in it, what is missing."""

import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """A Python folder inside the kit's folder, and the lists of packages it needs."""

    kit: Path
    name: str
    lists: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where everything is put."""
        return self.kit / self.name

    @property
    def python(self) -> Path:
        """The folder's own Python."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Written last: what has been installed completely."""
        return self.folder / "kit-stamp.json"

    @property
    def unfinished(self) -> Path:
        """There while packages are being installed, and after an interruption."""
        return self.folder / "kit-unfinished"

    @property
    def downloads(self) -> Path:
        """What was fetched before an interruption, so that it is not fetched twice."""
        return self.folder / "kit-downloads"

    @property
    def lock(self) -> Path:
        """Held by the one window that may install."""
        return self.folder / "kit-lock"


def python_in(place: Place) -> str:
    """Return the version of a place's Python, such as ``3.12``; empty if it does not start."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([str(place.python), "-c", ask], capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def goal(place: Place) -> dict[str, str]:
    """Return the stamp that a place carries once everything is installed in it."""
    lists = {name: _fingerprint(place.kit, name) for name in place.lists}
    return {"python": python_in(place), "folder": str(place.kit), **lists}


def _fingerprint(kit: Path, name: str) -> str:
    """Tell this state of a list and of pyproject.toml from any other, on every system."""
    texts = [(kit / file).read_text(encoding="utf-8") for file in (name, "pyproject.toml")]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def stamped(place: Place) -> dict[str, str]:
    """Return the stamp that a place carries now; empty if it has none that can be read."""
    try:
        stamp = json.loads(place.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def broken(place: Place) -> bool:
    """Tell whether to start again: half made, or its Python gone or replaced."""
    python = python_in(place)
    made_with = stamped(place).get("python", python)
    return place.unfinished.exists() or not python or made_with != python


def missing(place: Place) -> list[str]:
    """Return the lists that still have to be installed; all of them after the kit has moved."""
    stamp, wanted = stamped(place), goal(place)
    if broken(place) or stamp.get("folder") != wanted["folder"]:
        return list(place.lists)
    return [name for name in place.lists if stamp.get(name) != wanted[name]]


def finish(place: Place) -> None:
    """Stamp a place as complete; this comes last, so that a half-made place is noticed."""
    stamp = json.dumps(stamped(place) | goal(place), indent=1)
    place.stamp.write_text(stamp, encoding="utf-8")
    place.unfinished.unlink()
    shutil.rmtree(place.downloads, ignore_errors=True)


def empty(place: Place) -> None:
    """Remove what a place holds, except its lock, its mark and what was fetched."""
    kept = {place.lock.name, place.unfinished.name, place.downloads.name}
    for thing in place.folder.iterdir():
        if thing.name in kept:
            continue
        if thing.is_dir() and not thing.is_symlink():
            shutil.rmtree(thing)
        else:
            thing.unlink()
