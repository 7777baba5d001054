"""Rule sets: when a chart says "look here", as a named choice that a reader can see.

Sources: NHS England, Making Data Count; Western Electric (1956); Anhøj & Olesen (2014) and
Anhøj & Wentzel-Larsen (2020) for runs; Perla, Provost & Murray (2011) for run charts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from helpers.intake import Problem

RULES = (
    "outside",
    "shift",
    "trend",
    "two_of_three",
    "four_of_five",
    "longest_run",
    "crossings",
    "too_few_runs",
    "too_many_runs",
)


@dataclass(frozen=True)
class RuleSet:
    """
    A set of rules under one name.

    Attributes
    ----------
    id, title, description : str
    thresholds : mapping
        Rule id to its number: points in a shift or trend; sigmas for `outside`,
        `two_of_three` and `four_of_five`; the tail probability for the number of runs;
        the name of the method for `longest_run` and `crossings`.
    strict_near : bool
        Making Data Count's two of three: near points only, all three on one side.
    skip_ties : bool
        Points on the centre line, and repeats in a trend, are passed over (run-chart rules);
        otherwise they break a shift or a trend.
    needs_limits : bool
        Whether the set makes sense only where limits are drawn.
    """

    id: str
    title: str
    description: str
    thresholds: Mapping[str, float | str] = field(hash=False)
    strict_near: bool = False
    skip_ties: bool = False
    needs_limits: bool = True

    def __post_init__(self):
        object.__setattr__(self, "thresholds", MappingProxyType(dict(self.thresholds)))

    def __reduce__(self):
        # a mapping proxy cannot be pickled; a rule set is found again by its name
        return known_rules, (self.id,)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules in this set, in the order they are told."""
        return tuple(rule for rule in RULES if rule in self.thresholds)

    def false_alarm_rate(self, n: int, lines: str = "own") -> float:
        """
        Return the chance that a steady chart of `n` points shows at least one signal.

        `lines` is "own" where centre and limits are set by the same points, as on most
        charts, or "known" where they are known from before.

        Examples
        --------
        >>> round(RULE_SETS["anhoj"].false_alarm_rate(24), 2)
        0.03
        """
        from helpers.spc.false_alarms import false_alarm_rate

        return false_alarm_rate(self, n, lines)

    def points_to_false_alarm(self) -> float:
        """Return how many points a steady chart runs, on average, before its first signal."""
        from helpers.spc.false_alarms import points_to_false_alarm

        return points_to_false_alarm(self)


def _mdc(size: int) -> dict[str, float | str]:
    return {"outside": 3, "shift": size, "trend": size, "two_of_three": 2}


_RUNS_TEXT = (
    "the longest run on one side of the centre line, and how often the line is crossed. "
    "Both allow for the number of points. Points on the line do not count."
)
_SETS = (
    RuleSet(
        "making_data_count",
        "Making Data Count (7 points)",
        "A point outside the limits; 7 in a row on one side of the centre; 7 in a row rising "
        "or falling; 2 of 3 near a limit, all three on that side.",
        _mdc(7),
        strict_near=True,
    ),
    RuleSet(
        "making_data_count_6",
        "Making Data Count (6 points)",
        "As Making Data Count, with 6 points in a shift or trend: quicker, with more false alarms.",
        _mdc(6),
        strict_near=True,
    ),
    RuleSet(
        "anhoj",
        "Anhøj rules",
        f"Two tests of runs: {_RUNS_TEXT}",
        {"longest_run": "anhoj", "crossings": "anhoj"},
        needs_limits=False,
    ),
    RuleSet(
        "bestbox",
        "Best box",
        f"Anhøj's two tests with bounds chosen together for each length: {_RUNS_TEXT}",
        {"longest_run": "bestbox", "crossings": "bestbox"},
        needs_limits=False,
    ),
    RuleSet(
        "cutbox",
        "Cut box",
        f"The best box with its most unlikely corner cut off as well: {_RUNS_TEXT}",
        {"longest_run": "cutbox", "crossings": "cutbox"},
        needs_limits=False,
    ),
    RuleSet(
        "western_electric",
        "Western Electric",
        "A point beyond 3 sigma; 2 of 3 beyond 2 sigma on one side; 4 of 5 beyond 1 sigma on "
        "one side; 8 in a row on one side.",
        {"outside": 3, "two_of_three": 2, "four_of_five": 1, "shift": 8},
    ),
    RuleSet(
        "perla",
        "Run chart rules (Perla, Provost and Murray)",
        "6 in a row on one side of the median; 5 in a row rising or falling; too few or too many "
        "runs, from the exact distribution of runs. The fourth rule, a point plainly far from "
        "the rest, is left to your judgement.",
        {"shift": 6, "trend": 5, "too_few_runs": 0.025, "too_many_runs": 0.025},
        skip_ties=True,
        needs_limits=False,
    ),
    RuleSet(
        "shewhart",
        "Shewhart's 3-sigma rule",
        "A point outside the limits, and nothing else.",
        {"outside": 3},
    ),
)
RULE_SETS: dict[str, RuleSet] = {rules.id: rules for rules in _SETS}
# neighbouring moving ranges share a value, so runs of them mean little
DEFAULTS = {"run": "anhoj", "mr": "shewhart"}


def known_rules(rules: str | RuleSet | None, kind: str = "xmr") -> RuleSet:
    """
    Return the rule set of that name; by default Making Data Count, or what suits the kind.

    Raises
    ------
    Problem
        If there is no such set.

    Examples
    --------
    >>> known_rules(None).id, known_rules(None, "run").id
    ('making_data_count', 'anhoj')
    """
    if isinstance(rules, RuleSet):
        return rules
    chosen = rules or DEFAULTS.get(kind, "making_data_count")
    if chosen not in RULE_SETS:
        raise Problem(f"There are no rules named {rules!r}. Choose one of: {', '.join(RULE_SETS)}.")
    return RULE_SETS[chosen]
