"""How often a steady chart cries wolf, by rule set and length: simulated once, kept as a table."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.intake import Problem
from helpers.spc import RULE_SETS

LENGTHS = tuple(range(12, 61, 4))

# One simulation takes a third of a second, and a slider must answer in a tenth: so the figures
# are kept here. A test fails when the engine gives others; write down what `simulated` returns.
RATES: dict[str, tuple[int, ...]] = {  # charts with a signal, of 1,000
    "making_data_count": (72, 109, 150, 186, 224, 259, 293, 322, 356, 387, 416, 445, 467),
    "making_data_count_6": (113, 179, 246, 307, 366, 418, 470, 506, 552, 587, 624, 656, 684),
    "anhoj": (12, 9, 21, 31, 21, 31, 41, 36, 46, 37, 48, 38, 45),
    "bestbox": (12, 33, 21, 20, 21, 31, 32, 41, 46, 52, 32, 38, 45),
    "cutbox": (12, 33, 21, 21, 28, 31, 36, 41, 46, 53, 40, 43, 45),
    "western_electric": (78, 113, 153, 187, 222, 257, 286, 318, 347, 378, 405, 432, 451),
    "perla": (136, 213, 307, 374, 445, 512, 565, 617, 663, 696, 735, 768, 800),
    "shewhart": (54, 68, 83, 94, 108, 117, 130, 141, 152, 165, 176, 187, 196),
}
# Points to the first false alarm, on average, where limits are known from before.
BETWEEN = {
    "making_data_count": 86,
    "making_data_count_6": 48,
    "western_electric": 91,
    "shewhart": 375,
}


def simulated(rules: str, lengths: Sequence[int] = LENGTHS) -> tuple[int, ...]:
    """
    Simulate afresh how many of 1,000 steady charts of each length show a signal.

    Notes
    -----
    20,000 charts a length, with limits set by the same points: right to about 5 in 1,000.

    Examples
    --------
    >>> simulated("shewhart", [12]) == RATES["shewhart"][:1]
    True
    """
    return tuple(round(1000 * RULE_SETS[rules].false_alarm_rate(n)) for n in lengths)


def chance(rules: str, points: int) -> float:
    """
    Return the chance that a steady chart shows at least one signal.

    Parameters
    ----------
    rules : str
        The name of a rule set.
    points : int
        One of ``LENGTHS``.

    Raises
    ------
    Problem
        If there is no such rule set, or charts of that length were not simulated.

    Examples
    --------
    >>> chance("making_data_count", 24)
    0.186
    """
    if rules not in RATES:
        raise Problem(f"There are no rules named {rules!r}. Choose one of: {', '.join(RATES)}.")
    if points not in LENGTHS:
        raise Problem(f"Charts of {points} points were not simulated. Choose one of: {LENGTHS}.")
    return RATES[rules][LENGTHS.index(points)] / 1000


def alarms_a_year(rules: str, charts: int) -> float | None:
    """
    Return how many false alarms a board of steady monthly charts meets in a year.

    None for rules that judge a chart as a whole: they have no average time to an alarm.

    Examples
    --------
    >>> round(alarms_a_year("shewhart", 60), 1)
    1.9
    """
    return 12 * charts / BETWEEN[rules] if rules in BETWEEN else None
