"""Auditing one's own board paper, and watching one's own meeting."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from helpers.intake import Problem

Z = 1.959964  # two-sided 95%


@dataclass(frozen=True)
class Share:
    """
    A part of a whole, with its 95% Wilson interval, all from 0 to 1.

    Attributes
    ----------
    part, whole : int
    value : float or None
        None where the whole is 0.
    low, high : float or None
    """

    part: int
    whole: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Paper:
    """Charts that show chance, of all charts; charts that say where limits were set, of those."""

    chance: Share
    limits: Share


@dataclass(frozen=True)
class Meeting:
    """Claims heard in a meeting; ``share`` had a chart behind them (None where none was heard)."""

    with_chart: int
    without_chart: int
    share: float | None


# What others found. Papers were written before 2017 (Schmidtke et al. 2017); the limits were
# looked for on 72 control charts.
CHANCE_FOUND = (88, 1488)
LIMITS_FOUND = (6, 72)
# Charts that show chance before and after training, trained hospitals (Kudrna et al. 2023).
TRAINING = ((89, 1235), (328, 1567))
CLAIMS_FOUND = 0.72  # Kroll and Potts 2026; the share alone, its printed interval looks wrong


def wilson(part: int, whole: int) -> Share:
    """
    Return a share with its 95% interval.

    Notes
    -----
    Wilson (1927): honest for small counts and for shares near 0 or 1.

    Examples
    --------
    >>> share = wilson(88, 1488)
    >>> f"{share.value:.1%} ({share.low:.1%} to {share.high:.1%})"
    '5.9% (4.8% to 7.2%)'
    """
    if whole == 0:
        return Share(part, whole, None, None, None)
    value, square = part / whole, Z * Z / whole
    middle = (value + square / 2) / (1 + square)
    width = Z * sqrt(value * (1 - value) / whole + square / whole / 4) / (1 + square)
    return Share(part, whole, value, max(middle - width, 0.0), min(middle + width, 1.0))


def audit(charts: int, show_chance: int, say_limits: int) -> Paper:
    """
    Audit one paper.

    Parameters
    ----------
    charts : int
        All charts in it.
    show_chance : int
        Those with limits, an interval or another sign of what chance alone does.
    say_limits : int
        Of these, those that say from which months the limits were set.

    Raises
    ------
    Problem
        If a count is negative or not whole, there is no chart, or a part exceeds its whole.

    Examples
    --------
    >>> audit(20, 5, 1).chance.value
    0.25
    """
    _whole_numbers(charts=charts, show_chance=show_chance, say_limits=say_limits)
    if charts == 0:
        raise Problem("The paper has 0 charts. Count again, or choose a paper with charts.")
    if show_chance > charts:
        raise Problem(
            f"{show_chance} charts show chance, but the paper has {charts}. Correct one of the two."
        )
    if say_limits > show_chance:
        raise Problem(
            f"{say_limits} charts say where limits were set, but only {show_chance} show chance. "
            "Correct one of the two."
        )
    return Paper(wilson(show_chance, charts), wilson(say_limits, show_chance))


def observe(with_chart: int, without_chart: int) -> Meeting:
    """
    Sum up what was claimed in a meeting.

    Parameters
    ----------
    with_chart, without_chart : int
        Claims that something got better or worse, with and without a control chart to show it.

    Raises
    ------
    Problem
        If a count is negative or not whole.

    Examples
    --------
    >>> observe(3, 1).share
    0.75
    """
    _whole_numbers(with_chart=with_chart, without_chart=without_chart)
    heard = with_chart + without_chart
    return Meeting(with_chart, without_chart, with_chart / heard if heard else None)


NAMES = {
    "charts": "charts",
    "show_chance": "charts that show chance",
    "say_limits": "charts that say where limits were set",
    "with_chart": "claims with a chart",
    "without_chart": "claims without a chart",
}


def _whole_numbers(**counts: int | None) -> None:
    for name, count in counts.items():
        if count is None:
            raise Problem(f"The number of {NAMES[name]} is missing. Write it; 0 is a number too.")
        if not isinstance(count, int) or count < 0:
            raise Problem(
                f"The number of {NAMES[name]} is {count}. Write a whole number, 0 or more."
            )
