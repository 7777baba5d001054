"""Words are data: a slice's prompts, menus and texts, read from its words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(subject: str) -> dict[str, Any]:
    """
    Return the words of one slice, such as ``load("expectations")``.

    Raises
    ------
    FileNotFoundError
        If the slice has no words.toml.
    """
    text = resources.files(f"helpers.{subject}").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


def prompt(subject: str, name: str):
    """Return one question of a slice as the journal keeps it: id, version, wording."""
    from helpers.journal import Prompt

    words = load(subject)["prompts"][name]
    return Prompt(f"{subject}.{name}", words["version"], words["wording"], subject)


def hints(subject: str, name: str) -> dict[str, str]:
    """Return what a question's box shows while it is empty; an empty dict where nothing is said."""
    words = load(subject)["prompts"][name]
    return {"placeholder": words["placeholder"]} if "placeholder" in words else {}
