"""Chart: one measure over time, judged; and Request: what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from helpers.spc.conventions import MAKING_DATA_COUNT, Convention
from helpers.spc.kinds import NAMES
from helpers.spc.phases import PhaseLimits
from helpers.spc.rule_sets import RuleSet
from helpers.spc.runs import RunsResult


@dataclass(frozen=True)
class Chart:
    """
    A measure over time, judged.

    Attributes
    ----------
    points : DataFrame
        One row a point, in time order: when, value, numerator, denominator, centre, lower,
        upper, near_lower, near_upper, phase, included, in_baseline, target, rules (tuple of
        rule ids), verdict (improvement, concern, both, high, low, common, missing) and why
        (one sentence where there is a signal). Values are in `unit`, after multiplying.
    phases : tuple of PhaseLimits
    variation : str
        improving, concerning, both, high, low, common_cause or too_few: the latest point.
    assurance : str or None
        will_meet, will_fail or hit_and_miss; None without a target, limits or direction.
    reading : str
        Three sentences: what is happening now, against the target, and what to ask.
    notes : tuple of str
        What a careful reader should know about how this chart was made.
    runs : RunsResult
        The runs of the latest phase.
    """

    name: str
    kind: str
    unit: str
    rules: RuleSet
    improvement_direction: str
    points: pd.DataFrame
    phases: tuple[PhaseLimits, ...]
    variation: str
    assurance: str | None
    reading: str
    notes: tuple[str, ...]
    runs: RunsResult
    annotations: tuple[tuple[Any, str], ...] = ()
    convention: Convention = MAKING_DATA_COUNT

    @property
    def kind_name(self) -> str:
        """The kind in words, such as 'XmR chart'."""
        return NAMES[self.kind]

    def false_alarm_rate(self) -> float:
        """Return the chance that a steady chart of this length shows a signal with these rules."""
        return self.rules.false_alarm_rate(int(self.points["value"].notna().sum()))


@dataclass(frozen=True)
class Request:
    """What was asked of a chart, beside its figures."""

    kind: str
    rules: RuleSet
    improvement_direction: str
    convention: Convention
    screen: bool
    multiply: float
    name: str
    unit: str
    notes: tuple[str, ...] = field(default=())
