"""Compare what a tool printed with what we find."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

IGNORED = {"error"}


@dataclass(frozen=True)
class Tolerance:
    """How far two numbers may be apart: for their size, and near zero."""

    relative: float = 1e-6
    absolute: float = 1e-9


def differences(
    expected: Any, found: Any, where: str = "", tolerance: Tolerance = Tolerance()
) -> str:
    """
    Return the first difference in words, or '' where there is none.

    Keys that only we have are not compared; keys that only the tool has are a difference.

    Examples
    --------
    >>> differences({"cl": [1.0, None]}, {"cl": [1.0 + 1e-9, None]})
    ''
    >>> differences({"cl": [1.0]}, {"cl": [1.1]})
    'cl[0]: expected 1.0, found 1.1'
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        return _in_mappings(expected, found, where, tolerance)
    if isinstance(expected, list) and isinstance(found, list):
        return _in_lists(expected, found, where, tolerance)
    if _alike(expected, found, tolerance):
        return ""
    return f"{where}: expected {expected!r}, found {found!r}"


def _in_mappings(expected: dict, found: dict, where: str, tolerance: Tolerance) -> str:
    for key, value in expected.items():
        if key in IGNORED:
            continue
        place = f"{where}.{key}" if where else key
        if key not in found:
            return f"{place}: not computed"
        if told := differences(value, found[key], place, tolerance):
            return told
    return ""


def _in_lists(expected: list, found: list, where: str, tolerance: Tolerance) -> str:
    if len(expected) != len(found):
        return f"{where}: expected {len(expected)} entries, found {len(found)}"
    pairs = enumerate(zip(expected, found, strict=True))
    told = (
        differences(one, other, f"{where}[{place}]", tolerance) for place, (one, other) in pairs
    )
    return next((difference for difference in told if difference), "")


def _alike(expected: Any, found: Any, tolerance: Tolerance) -> bool:
    if _number(expected) and _number(found):
        return math.isclose(expected, found, rel_tol=tolerance.relative, abs_tol=tolerance.absolute)
    return bool(expected == found)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
