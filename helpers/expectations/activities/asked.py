"""Asked: a question of this reflection, as the control that asks it needs it."""

from __future__ import annotations

from typing import Any

from helpers.page import words


def asked(name: str, journal) -> dict[str, Any]:
    """
    Return prompt, journal and placeholder of a question that the journal keeps.

    Examples
    --------
    >>> asked("funnel_habit", None)["placeholder"]
    'Each time … we …'
    """
    said = words.load("expectations")["prompts"][name]
    prompt = words.prompt("expectations", name)
    return {"prompt": prompt, "journal": journal, "placeholder": said.get("placeholder", "")}
