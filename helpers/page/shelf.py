"""The shelf: which notebooks there are, read from the notebooks themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
START = "00-start-here.ipynb"

# The same seven steps in every reflection: the id in an address, and the words on the page.
STEPS = {
    "the-question": "The question",
    "slow-down": "Slow down",
    "try-it": "Try it",
    "what-we-know": "What we know",
    "your-own-data": "Your own data",
    "think-together": "Think together",
    "now-what": "Now what",
}


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
    """Return every reflection found in the folder, in the order of their file names."""
    return [found for path in sorted(folder.glob("*.ipynb")) if (found := _read(path))]


def _read(path: Path) -> Reflection | None:
    kit = json.loads(path.read_text("utf-8"))["metadata"].get("kit")
    return Reflection(notebook=path.name, **kit) if kit else None


def next_after(notebook: str, folder: Path = NOTEBOOKS) -> str:
    """Return the reflection to suggest after this one; the start page after the last."""
    names = [reflection.notebook for reflection in reflections(folder)]
    later = [name for name in names if name > notebook]
    return later[0] if later else START
