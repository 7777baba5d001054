"""A person's journal in files: theirs to take away, to read and to bring back.

One call each: ``as_json`` is everything and comes back with ``bring_in``; ``as_markdown``,
``as_word`` and ``as_html`` are for reading, and keep a sealed answer closed.
The form of the JSON is published beside this file: ``journal.schema.json``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Unpack

from helpers.journal.export.shown import Wanted

if TYPE_CHECKING:
    from helpers.journal.carry import BroughtIn
    from helpers.journal.export.change import Change
    from helpers.journal.export.shown import Told
    from helpers.journal.journal import Journal

__all__ = ["Wanted", "as_html", "as_json", "as_markdown", "as_word", "bring_in"]

OF_A_REFLECTION = ("entries", "commitments", "questions")


def as_json(
    journal: Journal,
    *,
    reflection: str | None = None,
    change: Change | None = None,
    made: datetime | None = None,
) -> str:
    """
    Return everything in a journal as JSON, sealed answers too.

    Parameters
    ----------
    reflection
        Only what belongs to this one; None for everything.
    change
        Each text goes out as this returns it; None for the texts as they are.
    made
        The moment to put on the file; None for now.

    Examples
    --------
    >>> from helpers.journal import Journal, Prompt
    >>> journal, other = Journal.in_memory(), Journal.in_memory()
    >>> saved = journal.write(Prompt("voices.first", 1, "Whose voice?", "voices"), "Theirs.")
    >>> print(bring_in(other, as_json(journal).encode()))
    Added from the file: 1 new answer and 1 version. Nothing of yours was overwritten.
    """
    from helpers.journal.export.change import changed

    contents = changed(journal.contents(), change)
    at = (made or datetime.now(UTC)).astimezone(UTC).isoformat()
    head = {"format": contents["format"], "version": contents["version"], "exported_at": at}
    whole = {**head, **{name: contents[name] for name in contents if name not in head}}
    if reflection is not None:
        whole = _only(whole, reflection)
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def as_markdown(journal: Journal, **wanted: Unpack[Wanted]) -> str:
    """Return a journal as Markdown; ``Wanted`` says what may be asked for."""
    from helpers.journal.export.markdown import markdown

    return markdown(_told(journal, wanted))


def as_word(journal: Journal, **wanted: Unpack[Wanted]) -> bytes:
    """Return a journal as the bytes of a Word document; ``Wanted`` says what may be asked for."""
    from helpers.journal.export.word import word

    return word(_told(journal, wanted))


def as_html(journal: Journal, **wanted: Unpack[Wanted]) -> str:
    """Return a journal as one HTML file; ``Wanted`` says what may be asked for."""
    from helpers.journal.export.html import html

    return html(_told(journal, wanted))


def bring_in(journal: Journal, data: bytes) -> BroughtIn:
    """
    Add an exported JSON file to a journal: all of it, or nothing where something is wrong.

    Returns
    -------
    BroughtIn
        What was added. As text it is a sentence for the reader; ``notes`` holds further ones.

    Raises
    ------
    Problem
        Where the file is broken or foreign, or one is a demonstration and the other is not.
    """
    from helpers.journal.export.checked import read

    contents, notes = read(data)
    brought = journal.bring_in(contents)
    return replace(brought, notes=(*notes, *brought.notes))


def _told(journal: Journal, wanted: Wanted) -> Told:
    from helpers.journal.export.told import told

    return told(journal.contents(), wanted)


def _only(contents: dict[str, Any], reflection: str) -> dict[str, Any]:
    kept = {name: contents[name] for name in ("format", "version", "exported_at", "demonstration")}
    for name in OF_A_REFLECTION:
        kept[name] = [one for one in contents[name] if one["reflection"] == reflection]
    return kept
