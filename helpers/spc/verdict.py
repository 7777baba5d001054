"""Verdicts: from signals and the direction of improvement to words a board uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from helpers.intake import Problem
from helpers.spc.rule_sets import RULES
from helpers.spc.rules import Signs
from helpers.spc.segments import Floats

Direction = Literal["increase", "decrease", "neutral"]
SIGN = {"increase": 1, "decrease": -1, "neutral": 0}
VERDICTS = ("common", "improvement", "concern", "both", "high", "low", "missing")
COMMON, IMPROVEMENT, CONCERN, BOTH, HIGH, LOW, MISSING = range(len(VERDICTS))
VARIATION = {
    "common": "common_cause",
    "improvement": "improving",
    "concern": "concerning",
    "both": "both",
    "high": "high",
    "low": "low",
    "missing": "too_few",
}
Codes = NDArray[np.uint8]


def direction_sign(improvement_direction: str) -> int:
    """Return +1 where more is better, -1 where less is, 0 where neither."""
    if improvement_direction not in SIGN:
        raise Problem(
            f"The direction of improvement is {improvement_direction!r}. "
            "Choose 'increase', 'decrease' or 'neutral'."
        )
    return SIGN[improvement_direction]


def judge(fired: Mapping[str, Signs], better: NDArray[np.int8], value: Floats) -> Codes:
    """
    Give each point its verdict, as a position in `VERDICTS`.

    Parameters
    ----------
    fired : mapping
        Rule id to +1 (signal upwards), -1 (downwards) or 0, at each point.
    better : int array
        +1, -1 or 0 at each point: which way is improvement.
    value : float array
        NaN is a missing point.
    """
    high, low = np.zeros(len(value), bool), np.zeros(len(value), bool)
    for signs in fired.values():
        high |= signs > 0
        low |= signs < 0
    one_way = np.where(high, 1, -1) * better
    words = np.array([HIGH, IMPROVEMENT, CONCERN], np.uint8)[one_way]  # 0, +1, -1
    words = np.where((better == 0) & low, LOW, words)
    codes = np.where(high | low, words, COMMON)
    codes = np.where(high & low, BOTH, codes)
    return np.where(np.isnan(value), MISSING, codes).astype(np.uint8)


def rule_masks(fired: Mapping[str, Signs], size: int) -> NDArray[np.uint16]:
    """Pack the rules at each point into one number, one bit for each of `RULES`."""
    mask = np.zeros(size, np.uint16)
    for rule, signs in fired.items():
        mask |= (signs != 0).astype(np.uint16) << np.uint16(RULES.index(rule))
    return mask


def rules_in(mask: int) -> tuple[str, ...]:
    """Unpack one number to rule ids."""
    return tuple(rule for bit, rule in enumerate(RULES) if mask >> bit & 1)


def assure(lower: Floats, upper: Floats, target: Floats, better: NDArray[np.int8]) -> list:
    """
    Say whether a target will be met, missed, or both by chance: limits against target.

    A target on a limit counts as hit and miss, as in Making Data Count.
    """
    safe = np.where(better > 0, target < lower, target > upper)
    lost = np.where(better > 0, target > upper, target < lower)
    words = np.where(safe, "will_meet", np.where(lost, "will_fail", "hit_and_miss"))
    unknown = np.isnan(target) | np.isnan(lower) | np.isnan(upper) | (better == 0)
    return [None if no else str(word) for no, word in zip(unknown, words, strict=True)]
