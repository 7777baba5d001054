"""Answers: how the value of a control is kept in the journal, and read back from it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from helpers.journal.records import IN_WORDS
from helpers.page import words

if TYPE_CHECKING:
    from helpers.journal import Journal, Prompt, Saved, Version

IDS = {"choice": "choice", "select": "choice", "date": "choice"}


def keep(
    journal: Journal,
    prompt: Prompt,
    value: Any,
    control: str,
    *,
    client: str = "",
    seq: int = 0,
    base: int | None = None,
) -> Saved:
    """
    Write the answer given with one kind of control; it is on the disk when this returns.

    Words and chosen ids are kept as they are; ticks and numbers as JSON. Words are a prediction
    where words.toml says so of their question.
    """
    writer = {"client": client, "seq": seq, "base": base}
    if control == "text":
        return journal.write(prompt, value or "", kind=words.kept_as(prompt.id), **writer)  # type: ignore[arg-type]
    if control in IDS:
        return journal.write(prompt, value or "", kind=IDS[control], **writer)  # type: ignore[arg-type]
    return journal.write_result(prompt, value, **writer)  # type: ignore[arg-type]


def held(version: Version) -> Any:
    """Return the answer that a version holds, as its control shows it."""
    if version.kind == "result":
        return json.loads(version.value)
    return version.value if version.kind in IN_WORDS else version.value or None
