"""Marks: the one colour, shape, letter and word that stand for each verdict, wherever it is drawn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from helpers.page.look import BLUE, GREY, ORANGE, PLUM
from helpers.spc.kinds import NAMES


@dataclass(frozen=True)
class Mark:
    """How one verdict looks and reads; the shape and the letter tell it without colour."""

    name: str
    shape: str
    colour: str
    letter: str
    word: str
    says: str


# Shapes are shared by icons, figures and slides, so that a reader learns them once.
LOOKS = {
    "improving": ("square", BLUE),
    "concerning": ("diamond", ORANGE),
    "both": ("split", BLUE),
    "high": ("triangle-up", PLUM),
    "low": ("triangle-down", PLUM),
    "common_cause": ("circle", GREY),
    "too_few": ("circle-open", GREY),
}
SHIELDS = {"will_meet": BLUE, "will_fail": ORANGE, "hit_and_miss": GREY, "none": GREY}
# A point's verdict borrows the look of the measure's verdict.
POINTS = {
    "improvement": "improving",
    "concern": "concerning",
    "both": "both",
    "high": "high",
    "low": "low",
    "common": "common_cause",
}


@cache
def words() -> dict[str, Any]:
    """Return the texts of ``marks.toml``."""
    return tomllib.loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))


@cache
def variation_mark(name: str) -> Mark:
    """
    Return the mark of a variation verdict.

    Examples
    --------
    >>> mark = variation_mark("concerning")
    >>> mark.shape, mark.letter, mark.word
    ('diamond', 'C', 'Concerning')
    """
    shape, colour = LOOKS[name]
    return Mark(name, shape, colour, **words()["variation"][name])


@cache
def assurance_mark(name: str | None) -> Mark:
    """
    Return the mark of an assurance verdict; None stands for no target.

    Examples
    --------
    >>> assurance_mark("hit_and_miss").word
    'Varies'
    """
    name = name or "none"
    return Mark(name, "shield", SHIELDS[name], **words()["assurance"][name])


def point_mark(verdict: str) -> Mark:
    """
    Return the mark of one point's verdict.

    Examples
    --------
    >>> point_mark("improvement").letter
    'I'
    """
    return variation_mark(POINTS[verdict])


def kind_name(kind: str) -> str:
    """
    Return the name of a kind of chart as a heading; p, u and their like stay small.

    Examples
    --------
    >>> kind_name("run"), kind_name("p"), kind_name("laney_p")
    ('Run chart', 'p chart', 'p′ chart (Laney)')
    """
    name = NAMES[kind]
    first = name.split()[0]
    return name[0].upper() + name[1:] if len(first) > 1 and first.isalpha() else name
