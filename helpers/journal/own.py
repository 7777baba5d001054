"""The reader's own journal: which file this program keeps their words in, and its key."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from helpers.intake import Problem
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
class Keeping:
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

    keeping: Keeping | None = None
    memory: Journal | None = None


def hosted() -> str | None:
    """Return the name of the service this program runs on, or None on a computer of one's own."""
    return next((name for sign, name in HOSTS.items() if os.environ.get(sign)), None)


def use(keeping: Keeping | None) -> None:
    """Keep the reader's words there from now on; None for what would be found without a choice."""
    _Chosen.keeping = keeping
    _opened.cache_clear()


def receive(told: dict[str, Any]) -> None:
    """Take over what the reading view's server told a page about its reader's journal."""
    path = Path(told["path"]) if told.get("path") else None
    key = bytes.fromhex(told["key"]) if told.get("key") else None
    keeping = Keeping(told["kind"], path, key)
    if keeping != _Chosen.keeping:
        use(keeping)


def keeping() -> Keeping:
    """
    Return where the reader's words go.

    Raises
    ------
    Undecided
        Where there is no journal yet and nobody has said whose computer this is.
    """
    if _Chosen.keeping is not None:
        return _Chosen.keeping
    if hosted() == "Binder":  # a stranger's computer that forgets all: never a file there
        return Keeping("memory", None)
    if os.environ.get("KIT_JOURNAL"):
        return Keeping("file", journal_path())
    if journal_path().exists():
        return Keeping("own", journal_path())
    if hosted():
        return Keeping("memory", None)
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
    where = keeping()
    if where.path is None:
        _Chosen.memory = _Chosen.memory or Journal.in_memory()
        return _Chosen.memory
    try:
        found = where.path.stat()
    except OSError:  # not begun yet, or out of reach: opening it says which
        return Journal.open(where.path, key=where.key)
    return _opened(where.path, where.key, (found.st_dev, found.st_ino))


@lru_cache(maxsize=4)
def _opened(path: Path, key: bytes | None, _which_file: tuple[int, int]) -> Journal:
    # opening checks the whole file; another file under the same name is another key
    return Journal.open(path, key=key)
