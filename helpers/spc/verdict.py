"""Verdicts: from signals and the direction of improvement to words a board uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
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
_ASSURANCE = np.array([None, "will_meet", "will_fail", "hit_and_miss"], object)
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
    neutral = better == 0
    towards = better + neutral.view(np.int8)
    codes = np.zeros(len(value), np.uint8)
    for signs in fired.values():
        good = signs * towards
        # the two bits make COMMON, IMPROVEMENT, CONCERN and BOTH
        codes |= (good > 0).view(np.uint8) | (good < 0).view(np.uint8) << np.uint8(1)
    one_way = neutral & ((codes == IMPROVEMENT) | (codes == CONCERN))
    codes += one_way * np.uint8(HIGH - IMPROVEMENT)
    codes[np.isnan(value)] = MISSING
    return codes


def rule_masks(fired: Mapping[str, Signs], size: int) -> NDArray[np.uint16]:
    """Pack the rules at each point into one number, one bit for each of `RULES`."""
    mask = np.zeros(size, np.uint16)
    for rule, signs in fired.items():
        if signs.any():
            mask |= (signs != 0) * np.uint16(1 << RULES.index(rule))
    return mask


@cache
def rules_in(mask: int) -> tuple[str, ...]:
    """
    Unpack one number to rule ids.

    Examples
    --------
    >>> rules_in(0b101)
    ('outside', 'trend')
    """
    return tuple(rule for bit, rule in enumerate(RULES) if mask >> bit & 1)


def assure(
    lower: Floats, upper: Floats, target: Floats, better: NDArray[np.int8]
) -> NDArray[np.object_]:
    """
    Say whether a target will be met, missed, or both by chance: limits against target.

    A target on a limit counts as hit and miss, as in Making Data Count.

    Examples
    --------
    >>> lower, upper = np.array([60, 60, 60]), np.array([80, 80, 80])
    >>> assure(lower, upper, np.array([50, 70, 90]), np.array([1, 1, 1], np.int8)).tolist()
    ['will_meet', 'hit_and_miss', 'will_fail']
    """
    safe = np.where(better > 0, target < lower, target > upper)
    lost = np.where(better > 0, target > upper, target < lower)
    unknown = np.isnan(target) | np.isnan(lower) | np.isnan(upper) | (better == 0)
    words = np.where(unknown, 0, np.where(safe, 1, np.where(lost, 2, 3)))
    return _ASSURANCE[words]
