"""How often a rule set cries wolf: false signals on a chart where nothing has changed.

Steady charts are simulated (independent normal figures, seeded, so that the answer is always
the same) and put through the engine itself: the rate is that of the rules as they are coded.
Compare Champ & Woodall (1987) for control charts, Anhøj & Olesen (2014) for run charts.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from helpers.intake import Problem
from helpers.spc.conventions import MAKING_DATA_COUNT
from helpers.spc.limits import run, xmr
from helpers.spc.points import Lines, Points
from helpers.spc.rules import Signals, Signs, find
from helpers.spc.segments import Ints, Segments

if TYPE_CHECKING:
    from helpers.spc.rule_sets import RuleSet

SEED = 20_240_229
CHARTS = 20_000  # the rate is then right to about half a percentage point
LONGEST = 1_000
ROUTES, ROUTE = 1_500, 2_500  # journeys to the first false alarm, and how far each is followed
# how many points of a pattern must be there before it can be seen
NEEDED = {"two_of_three": 2, "four_of_five": 4}


@cache
def false_alarm_rate(rules: RuleSet, n: int, lines: str = "own") -> float:
    """
    Return the chance that a steady chart of `n` points shows at least one signal.

    Parameters
    ----------
    rules : RuleSet
    n : int
        Points on the chart, 1 to 1000.
    lines : {"own", "known"}
        Whether centre and limits are set by the same points or known from before.

    Raises
    ------
    Problem
        If `n` or `lines` is not one of these.

    Examples
    --------
    >>> from helpers.spc import RULE_SETS
    >>> round(false_alarm_rate(RULE_SETS["making_data_count"], 24), 2)
    0.19
    """
    if lines not in ("own", "known"):
        raise Problem(f"Lines are 'own' or 'known', not {lines!r}.")
    if not 1 <= n <= LONGEST:
        raise Problem(f"A chart of {n} points can't be simulated. Ask for 1 to {LONGEST} points.")
    charts = min(CHARTS, max(1_000, CHARTS * 60 // n))
    signals, segments = _steady(rules, charts, n, lines)
    alarm = signals.runs.cut.copy()  # a cut box may signal through its corner alone
    for signs in signals.fired.values():
        alarm |= segments.total((signs != 0).astype(float)) > 0
    return float(alarm.mean())


@cache
def points_to_false_alarm(rules: RuleSet) -> float:
    """
    Return how many points pass, on average, before the first false signal (limits known).

    Raises
    ------
    Problem
        If the rules look at a whole chart, so that their bounds depend on its length.

    Examples
    --------
    Theory says 370 for points outside three sigma.

    >>> from helpers.spc import RULE_SETS
    >>> round(points_to_false_alarm(RULE_SETS["shewhart"]), -1)
    370.0
    """
    if not rules.needs_limits:
        raise Problem("Run rules look at a whole chart. Ask for the rate at a length instead.")
    signals, _ = _steady(rules, ROUTES, ROUTE, "known")
    seen = [_first_seen(signs, rule, rules) for rule, signs in signals.fired.items()]
    return float(np.minimum.reduce(seen).mean())


def _steady(rules: RuleSet, charts: int, n: int, lines: str) -> tuple[Signals, Segments]:
    """Simulate steady charts and find every (false) signal."""
    values = np.random.default_rng(SEED).standard_normal(charts * n)
    all_points = np.ones(charts * n, bool)
    segments = Segments(np.repeat(np.arange(charts), n), charts)
    points = Points(values, segments, all_points, all_points)
    if lines == "known":
        centre, sigma = np.zeros_like(values), np.ones_like(values)
        drawn = Lines(centre, centre, sigma, sigma)
    else:
        draw = xmr if rules.needs_limits else run
        drawn = draw(points, True, MAKING_DATA_COUNT)
    return find(points, drawn, rules), segments


def _first_seen(signs: Signs, rule: str, rules: RuleSet) -> Ints:
    """Count the points up to where each journey's first pattern of a rule is complete."""
    marked = (signs != 0).reshape(ROUTES, ROUTE)
    needed = NEEDED.get(rule, 1)
    there = marked.cumsum(axis=1, dtype=np.int32) >= needed
    seen = np.where(there.any(axis=1), there.argmax(axis=1), ROUTE) + 1
    size = float(rules.thresholds[rule]) if rule in ("shift", "trend") else 1
    return np.minimum(seen + int(size) - 1, ROUTE)
