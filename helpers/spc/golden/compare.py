"""Compare what a tool printed with what the engine finds."""

from __future__ import annotations

import math
from typing import Any

RELATIVE = 1e-6
ABSOLUTE = 1e-9  # near zero
IGNORED = {"error"}


def differences(expected: Any, found: Any, where: str = "") -> str:
    """
    Return the first difference in words, or '' where there is none.

    Keys that only the engine has are not compared; keys that only the tool has are a
    difference.

    Examples
    --------
    >>> differences({"cl": [1.0, None]}, {"cl": [1.0 + 1e-9, None]})
    ''
    >>> differences({"cl": [1.0]}, {"cl": [1.1]})
    'cl[0]: expected 1.0, found 1.1'
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        return _in_mappings(expected, found, where)
    if isinstance(expected, list) and isinstance(found, list):
        return _in_lists(expected, found, where)
    if _alike(expected, found):
        return ""
    return f"{where}: expected {expected!r}, found {found!r}"


def _in_mappings(expected: dict, found: dict, where: str) -> str:
    for key, value in expected.items():
        if key in IGNORED:
            continue
        place = f"{where}.{key}" if where else key
        if key not in found:
            return f"{place}: not computed"
        if told := differences(value, found[key], place):
            return told
    return ""


def _in_lists(expected: list, found: list, where: str) -> str:
    if len(expected) != len(found):
        return f"{where}: expected {len(expected)} entries, found {len(found)}"
    pairs = enumerate(zip(expected, found, strict=True))
    told = (differences(one, other, f"{where}[{place}]") for place, (one, other) in pairs)
    return next((difference for difference in told if difference), "")


def _alike(expected: Any, found: Any) -> bool:
    if _number(expected) and _number(found):
        return math.isclose(expected, found, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    return bool(expected == found)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
