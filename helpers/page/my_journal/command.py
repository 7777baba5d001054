"""The command that writes a journal to a file, for days on which no page can be opened."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path

from helpers.intake import Problem
from helpers.journal import Journal, Locked, own, passphrase
from helpers.page.my_journal.copies import Copy

FORMS = (".docx", ".html", ".md", ".json")


def write_to(
    file: Path, *, history: bool = False, ask: Callable[[str], str] = getpass.getpass
) -> str:
    """
    Write the reader's journal to a new file, readable by them only; return what to tell them.

    Parameters
    ----------
    file
        Its ending says what it becomes: Word, a page to print, Markdown, or data to bring back.
    history
        With every earlier version.
    ask
        How a passphrase is asked for, so that it is neither shown nor kept.

    Raises
    ------
    Problem
        Where the ending is another, the file is there already, or the journal stays closed.
    """
    form = file.suffix.lower()
    if form not in FORMS:
        raise Problem(f"{file.name} must end in one of {', '.join(FORMS)}.")
    copy = Copy(_opened(ask), history=history)
    made = copy.data() if form == ".json" else copy.made(form.removeprefix("."))
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Problem(f"{file} is there already. Choose another name.") from None
    except OSError as error:
        raise Problem(
            f"{file} cannot be written ({error.strerror}). Choose another place."
        ) from None
    with os.fdopen(handle, "wb") as out:
        out.write(made.encode("utf-8") if isinstance(made, str) else made)
    return f"Your journal is in {file}. That file has no passphrase."


def _opened(ask: Callable[[str], str]) -> Journal:
    where = own.whereabouts()
    if where.path is None or not where.path.exists():
        raise Problem("There is no journal to export yet.")
    try:
        return own.mine()
    except Locked:
        return Journal.open(where.path, key=passphrase.unlock(where.path, ask("Passphrase: ")))
