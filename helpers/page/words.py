"""Words are data: a slice's prompts, menus and texts, read from its words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.journal.records import Kind


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


def parts(subject: str) -> list[str]:
    """
    Return the folders of a slice that have words of their own.

    Examples
    --------
    >>> parts("voices"), load("voices.process_design")["kinds"]["meeting"]
    (['process_design'], 'A virtual meeting')
    """
    folders = resources.files(f"helpers.{subject}").iterdir()
    return sorted(each.name for each in folders if each.joinpath("words.toml").is_file())


def prompt(subject: str, name: str):
    """Return one question of a slice as the journal keeps it: id, version, wording."""
    from helpers.journal import Prompt

    words = load(subject)["prompts"][name]
    return Prompt(f"{subject}.{name}", words["version"], words["wording"], subject)


def kept_as(prompt_id: str) -> Kind:
    """
    Return how the words of an answer are kept: as text, or as a prediction.

    Examples
    --------
    >>> kept_as("expectations.prediction"), kept_as("expectations.email_april"), kept_as("our.own")
    ('prediction', 'text', 'text')
    """
    subject, _, name = prompt_id.partition(".")
    try:
        said = load(subject) if re.fullmatch(r"[a-z]+(_[a-z]+)*", subject) else {}
    except (ModuleNotFoundError, FileNotFoundError):  # a page of somebody's own
        said = {}
    expected = said.get("prompts", {}).get(name, {}).get("prediction") is True
    return "prediction" if expected else "text"


def question(subject: str, name: str, journal=None) -> dict[str, Any]:
    """
    Return what a control needs to ask one question of a slice and keep its answer.

    Examples
    --------
    >>> question("expectations", "promise_then")["placeholder"]
    'one thing you do'
    """
    said = load(subject)["prompts"][name]
    shown = {trait: said[trait] for trait in ("placeholder", "longest") if trait in said}
    return {"prompt": prompt(subject, name), "journal": journal} | shown
