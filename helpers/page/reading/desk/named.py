"""The file that a reader names on the first page."""

from __future__ import annotations

import os
from pathlib import Path

from helpers.intake import Problem
from helpers.journal import folder

EXAMPLE = r"E:\my-journal.sqlite3" if os.name == "nt" else "/media/stick/my-journal.sqlite3"


def named(typed: str) -> Path:
    """
    Return the file somebody means; a folder stands for a journal inside it.

    Raises
    ------
    Problem
        Where nothing was typed, or no folder with it.
    """
    if not typed.strip():
        raise Problem(f"Name the file, with its whole path, such as {EXAMPLE}.")
    path = Path(typed.strip()).expanduser()
    if not path.is_absolute():
        raise Problem(f"{typed} has no folder. Write the whole path, such as {EXAMPLE}.")
    return folder.journal_path(path)
