"""Words: what a chart says, from the texts in words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pandas as pd


@cache
def texts() -> dict[str, Any]:
    """Read the texts once."""
    return tomllib.loads(files("helpers.spc").joinpath("words.toml").read_text("utf-8"))


def say(group: str, key: str, **names: object) -> str:
    """
    Return one text with its names filled in.

    Examples
    --------
    >>> say("reason", "outside.high", upper="7.7")
    'above the upper limit of 7.7'
    >>> say("note", "zero_denominator", count=1)
    '1 point has a denominator of zero: no value there.'
    """
    text = texts()[group]
    for part in key.split("."):
        text = text[part]
    return _one(str(text).format(**names))


def _one(text: str) -> str:
    """Put the words for a single point, period or date right."""
    for many, one in (
        ("points are", "point is"),
        ("points have", "point has"),
        ("points", "point"),
        ("periods have", "period has"),
        ("dates occur", "date occurs"),
    ):
        text = re.sub(rf"\b(?<![.,])1 {many}\b", f"1 {one}", text)
    return text


def figure(number: float, unit: str = "", like: float | None = None) -> str:
    """
    Write a number as a person would: three figures that matter, with its unit.

    Examples
    --------
    >>> figure(7.6578), figure(0.40391), figure(1234.6), figure(91.26, "%")
    ('7.66', '0.404', '1,235', '91.3%')
    >>> figure(1, "events"), figure(1030.4, "£ thousand")
    ('1 event', '£1,030 thousand')
    """
    if not np.isfinite(number):
        return "none"
    size = abs(number if like is None else like)
    digits = 0 if size == 0 else max(0, 2 - int(np.floor(np.log10(size))))
    text = f"{number:,.{min(digits, 6)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    if unit.startswith("£"):
        return f"£{text}{unit[1:]}"
    if text == "1" and " " not in unit:
        unit = unit.removesuffix("s")  # 1 event
    return text + (unit if unit == "%" else f" {unit}" if unit else "")


def moment(when: object) -> str:
    """
    Write a date in full, a time with its minutes, and a position as a number.

    Examples
    --------
    >>> moment(pd.Timestamp("2024-03-01")), moment(7)
    ('1 March 2024', 'point 7')
    """
    if isinstance(when, pd.Timestamp):
        day = f"{when.day} {when:%B %Y}"
        return day if when == when.normalize() else f"{day}, {when:%H:%M}"
    return f"point {when}" if isinstance(when, int | np.integer) else str(when)


def sentence(clauses: list[str]) -> str:
    """
    Join reasons to one sentence.

    Examples
    --------
    >>> sentence(["above the limit", "one of 8 points in a row"])
    'Above the limit, and one of 8 points in a row.'
    """
    text = ", and ".join(clauses)
    return text[:1].upper() + text[1:] + "." if text else ""
