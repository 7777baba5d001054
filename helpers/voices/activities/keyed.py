"""Keyed: the same question asked several times, each with an answer of its own in the journal."""

from __future__ import annotations

from typing import Any

from helpers.page import words


def keyed(name: str, key: int, journal=None) -> dict[str, Any]:
    """
    Return what a control needs to ask one question for the so many-th time.

    Examples
    --------
    >>> keyed("hear_inviting", 2)["prompt"].id
    'voices.hear_inviting.2'
    """
    from helpers.journal import Prompt

    asked = words.question("voices", name, journal)
    first = asked["prompt"]
    wording = first.wording if key == 1 else f"{first.wording} ({key})"
    return asked | {"prompt": Prompt(f"{first.id}.{key}", first.version, wording, "voices")}
