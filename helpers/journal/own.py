"""The reader's own journal: which file this program keeps their words in, and its key."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from helpers.intake import Problem
from helpers.journal import signs
from helpers.journal.folder import journal_path
from helpers.journal.journal import Journal

Kind = Literal["own", "file", "session", "demonstration", "memory"]

# What each service sets for the programs it runs for somebody.
HOSTS = {
    "BINDER_LAUNCH_HOST": "Binder",
    "BINDER_SERVICE_HOST": "Binder",
    "BINDER_REPO_URL": "Binder",
    "JUPYTERHUB_USER": "JupyterHub",
    "CODESPACES": "Codespaces",
    "COLAB_RELEASE_TAG": "Colab",
    "KAGGLE_KERNEL_RUN_TYPE": "Kaggle",
}


class Undecided(Problem):
    """Nobody has said yet whose computer this is."""


@dataclass(frozen=True)
class Whereabouts:
    """
    Where the reader's words go.

    Attributes
    ----------
    kind
        ``"own"`` and ``"file"`` stay. ``"session"`` is encrypted with a key that only running
        programs know, and goes with them. ``"memory"`` ends with this one program.
    path
        The file; None for memory.
    key
        What opens the file, where it is encrypted.
    """

    kind: Kind
    path: Path | None
    key: bytes | None = field(default=None, repr=False)

    def told(self) -> dict[str, Any]:
        """Return what another program of the same reader must know, ready for JSON."""
        key = self.key.hex() if self.key else None
        return {"kind": self.kind, "path": str(self.path) if self.path else None, "key": key}


class _Chosen:
    """What was chosen in this program; a key lives here and nowhere else, and ends with it."""

    whereabouts: Whereabouts | None = None
    memory: Journal | None = None
    asks = False  # whether this program asks its reader before it keeps anything


def hosted() -> str | None:
    """Return the name of the service this program runs on, or None on a computer of one's own."""
    return next((name for sign, name in HOSTS.items() if os.environ.get(sign)), None)


def use(chosen: Whereabouts | None) -> None:
    """Keep the reader's words there from now on; None for what would be found without a choice."""
    _Chosen.whereabouts = chosen
    _opened.cache_clear()


def ask_first() -> None:
    """Say that this program asks whose computer it is, before anything is written."""
    _Chosen.asks = True


def receive(told: dict[str, Any]) -> None:
    """Take over what the reading view's server told a page about its reader's journal."""
    path = Path(told["path"]) if told.get("path") else None
    key = bytes.fromhex(told["key"]) if told.get("key") else None
    chosen = Whereabouts(told["kind"], path, key)
    if chosen != _Chosen.whereabouts:
        use(chosen)


def whereabouts() -> Whereabouts:
    """
    Return where the reader's words go.

    Raises
    ------
    Undecided
        Where there is no journal yet and nobody has said whose computer this is.
    """
    if _Chosen.whereabouts is not None:
        return _Chosen.whereabouts
    if hosted() == "Binder":  # a stranger's computer that forgets all: never a file there
        return Whereabouts("memory", None)
    path, named = journal_path(), bool(os.environ.get("KIT_JOURNAL"))
    begun = path.exists() or signs.was_here(path)
    if begun or (named and not _Chosen.asks):
        return Whereabouts("file" if named else "own", path)
    if hosted() and not _Chosen.asks:
        return Whereabouts("memory", None)
    raise Undecided(
        "Nothing is kept yet. Start the kit with: python3 kit.py open. Its first page asks whose "
        "computer this is. Or name a file in KIT_JOURNAL before you start."
    )


def mine() -> Journal:
    """
    Open the reader's own journal.

    Raises
    ------
    Locked
        Where it has a passphrase that was not given in this program.
    Undecided
        Where nobody has said yet where words may be kept.
    """
    where = whereabouts()
    if where.path is None:
        _Chosen.memory = _Chosen.memory or Journal.in_memory()
        return _Chosen.memory
    try:
        found = where.path.stat()
    except OSError:  # not begun yet, or out of reach: opening it says which
        return Journal.open(where.path, key=where.key)
    with _opening:  # two threads must not both look the whole file over
        return _opened(where.path, where.key, (found.st_dev, found.st_ino))


_opening = threading.RLock()


@lru_cache(maxsize=4)
def _opened(path: Path, key: bytes | None, _which_file: tuple[int, int]) -> Journal:
    # opening checks the whole file; another file under the same name is another key
    return Journal.open(path, key=key)
