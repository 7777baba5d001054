"""Words: the plain sentences of the measures and the questions, from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def texts() -> dict[str, Any]:
    """Read the texts once."""
    return tomllib.loads(files("helpers.voices").joinpath("words.toml").read_text("utf-8"))


def say(group: str, key: str, **names: object) -> str:
    """
    Return one text with its names filled in.

    Examples
    --------
    >>> say("reasons", "nobody")
    'nobody is in this group'
    """
    return str(texts()[group][key]).format(**names)


def figure(number: float) -> str:
    """
    Write a number as a person would: two figures that matter below 100, whole ones above.

    Examples
    --------
    >>> figure(33.6), figure(0.1478), figure(1234.6), figure(2.333), figure(0)
    ('34', '0.15', '1,235', '2.3', '0')
    """
    if number and abs(number) < 1:
        return f"{number:.2g}"
    return f"{number:,.0f}" if abs(number) >= 10 or number == 0 else f"{number:.2g}"
