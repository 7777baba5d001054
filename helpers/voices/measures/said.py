"""Said: one group's figure, or two groups side by side, in plain English."""

from __future__ import annotations

import math
from typing import Literal

from helpers.voices.measures.measured import Measured
from helpers.voices.measures.sentences import Told, range_of, tell
from helpers.voices.words import figure, say

Unit = Literal["people", "rate", "score", "ratio"]


def say_figure(
    found: Measured,
    name: str,
    unit: Unit = "people",
    *,
    per: float = 100,
    what: str = "",
    at: int | tuple[int, ...] = (),
) -> str:
    """
    Say one group's figure.

    Parameters
    ----------
    found : Measured
        A share, rate, mean or standardised figure.
    unit : {"people", "rate", "score", "ratio"}
        A share of people, events for so many, a score, or observed against expected events.
    per : float
        What the figure was worked out for: 100, 100,000.

    Examples
    --------
    >>> from helpers.voices.measures.intervals import proportion
    >>> say_figure(proportion(84, 1000, per=1000), "the most deprived fifth", per=1000, what="waiting")
    'The most deprived fifth: out of 1,000 people, 84 waiting (68 to 103).'
    >>> say_figure(proportion(0, 0), "the least deprived fifth")
    'The least deprived fifth: not shown, because nobody is in this group.'
    """
    head, value = name[:1].upper() + name[1:], float(found.value[at])
    if math.isnan(value):
        return say("figures", "hidden", name=head, why=found.why(at))
    spread = range_of(float(found.lower[at]), float(found.upper[at]))
    words = say(
        "figures", unit, name=head, n=figure(value), range=spread, per=f"{per:,g}",
        what=f" {what}" if what else "",
    )  # fmt: skip
    return f"{words} {say('parts', 'no_range', why=found.why(at))}" if found.why(at) else words


def say_comparison(
    found: Measured,
    first: str,
    other: str,
    *,
    good: Literal["high", "low"],
    per: float = 1,
    bounded: bool = True,
    what: str = "",
    at: int | tuple[int, ...] = (),
) -> str:
    """
    Say the difference or ratio of two groups, naming the one that is worse off.

    Parameters
    ----------
    found : Measured
        The first group's figure less the other's, or over it.
    good : {"high", "low"}
        Which way is better.
    per, bounded : float, bool
        What a difference was worked out for, and whether it is one of shares.

    Examples
    --------
    >>> from helpers.voices.measures.comparisons import risk_difference
    >>> gap = risk_difference(50, 1000, 84, 1000, per=1000)
    >>> say_comparison(gap, "ward A", "ward B", good="low", per=1000, what="falls")
    'Out of 1,000 people, 34 more falls in ward B than in ward A (12 to 56). Ward B is worse off.'
    """
    relative = found.equal == 1
    numbers = [float(part[at]) for part in (found.value, found.lower, found.upper)]
    if good == "high":
        if relative:
            numbers = [1 / number if number else math.inf for number in numbers]
        else:
            numbers = [-number for number in numbers]
        numbers[1:] = numbers[:0:-1]
    value, lower, upper = numbers
    return tell(
        Told(
            "ratio" if relative else "difference",
            value,
            lower,
            upper,
            found.equal,
            first,
            other,
            low_is_good=good == "low",
            per=per,
            bounded=bounded,
            what=what,
            why=found.why(at),
            ordered=False,
        )
    )
