"""The shelf: which notebooks there are, read from the notebooks themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from helpers.page.notebooks import NOTEBOOKS, START
from helpers.page.own.shelved import shelved


@dataclass(frozen=True)
class Reflection:
    """One notebook as the shelf shows it: its question, and how long it takes."""

    notebook: str
    question: str
    promise: str
    minutes: int
    group_minutes: int
    slice: str


def reflections(folder: Path = NOTEBOOKS) -> list[Reflection]:
    """
    Return every reflection found in the folder, in the order of their file names.

    A notebook that cannot be read, or does not say what it is, is no reflection yet:
    somebody may be writing it just now. The template for one's own is none either; its copies are.
    """
    return [found for path in sorted(folder.glob("*.ipynb")) if (found := _read(path))]


def _read(path: Path) -> Reflection | None:
    try:
        kit = json.loads(path.read_text("utf-8"))["metadata"]["kit"]
        if kit.get("own"):
            return _own(path)
        said = {field.name: kit[field.name] for field in fields(Reflection)[1:]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Reflection(notebook=path.name, **said) if _is_whole(said) else None


def _own(path: Path) -> Reflection | None:
    """Read a page that somebody wrote themselves; half-written, it stands under its file's name."""
    said = shelved(path)
    return Reflection(notebook=path.name, **said) if said else None


def _is_whole(said: dict[str, Any]) -> bool:
    minutes = [said["minutes"], said["group_minutes"]]
    words = [said["question"], said["promise"], said["slice"]]
    return all(isinstance(text, str) and text.strip() for text in words) and all(
        type(number) is int and number > 0 for number in minutes
    )


def next_after(notebook: str, folder: Path = NOTEBOOKS) -> str:
    """Return the reflection to suggest after this one; the start page after the last."""
    names = [reflection.notebook for reflection in reflections(folder)]
    later = [name for name in names if name > notebook]
    return later[0] if later else START
