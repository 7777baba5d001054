"""Plan: what a reader has chosen for a measure of their own, and the chart that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.intake.measure import Taken
from helpers.spc import Chart, Phase, chart
from helpers.spc.kinds import COUNTS, RATIOS, SHARES

MOST_POINTS = 1_000  # a screen is about that many dots wide
PERS = (1, 1_000, 10_000, 100_000)  # rates are told per so many, until the figure reads easily


@dataclass(frozen=True)
class Changes:
    """What was added to the chart: rebases with reasons, notes, a target typed by hand."""

    phases: tuple[Phase, ...] = ()
    notes: tuple[tuple[pd.Timestamp, str], ...] = ()
    target: float | None = None


@dataclass(frozen=True)
class Plan:
    """
    One measure and everything chosen for it. A change makes a new plan; the old one stays whole.

    Attributes
    ----------
    taken : Taken
        The rows of one measure.
    name : str
        What the chart is called.
    improvement_direction : {"increase", "decrease", "neutral"}
    answers : mapping
        Answers to the adviser's questions.
    kind : str
        The kind of chart.
    rules : str or None
        The rule set; None is what suits the kind.
    changes : Changes
    """

    taken: Taken
    name: str
    improvement_direction: str = "neutral"
    answers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "xmr"
    rules: str | None = None
    changes: Changes = Changes()

    def __post_init__(self):
        points = len(self.taken.table)
        if points > MOST_POINTS:
            raise Problem(
                f"{self.name!r} has {points:,} dates, and a chart that people can read holds "
                f"{MOST_POINTS:,}. Add the numbers up by week or month first, or keep fewer rows."
            )

    @property
    def when(self) -> pd.Series:
        """The dates of the points, in time order."""
        return self.taken.table["when"]

    def draw(self) -> Chart:
        """
        Judge the measure as planned.

        Raises
        ------
        Problem
            The numbers do not fit the kind of chart, or a phase does not fit the dates.
        """
        figures, per, unit = figures_for(self.taken, self.kind, self.answers.get("number", ""))
        judged = chart(
            **figures,
            when=self.when,
            kind=self.kind,
            rules=self.rules,
            improvement_direction=self.improvement_direction,
            target=self._target(per, unit),
            phases=self.changes.phases,
            annotations=self.changes.notes,
            multiply=per,
            unit=unit,
            name=self.name,
        )
        return replace(judged, notes=(*self.taken.notes, *judged.notes))

    def rebased(self, at: int, reason: str) -> Plan:
        """
        Start new limits at a point, with the reason that a rebase needs.

        Raises
        ------
        Problem
            There is no reason, or limits start there already.
        """
        earlier = [phase for phase in self.changes.phases if phase.start != at]
        phases = sorted([*earlier, Phase(at, reason.strip())], key=lambda phase: phase.start)
        return replace(self, changes=replace(self.changes, phases=tuple(phases)))

    def noted(self, at: int, text: str) -> Plan:
        """Put a note on a point."""
        if not text.strip():
            raise Problem("A note needs words. Write what happened then.")
        notes = (*self.changes.notes, (self.when.iloc[at], text.strip()))
        return replace(self, changes=replace(self.changes, notes=notes))

    def aimed(self, target: float | None) -> Plan:
        """Set a target, in the unit shown; None goes back to the file's own."""
        return replace(self, changes=replace(self.changes, target=target))

    def _target(self, per: float, unit: str) -> Any:
        if self.changes.target is not None:
            return self.changes.target
        table = self.taken.table
        if table["target"].isna().all():
            return None
        if table["denominator"].isna().all():
            return table["target"].array
        # Beside a rate, nobody can tell what a target in the file is per; the reader types it.
        return (table["target"] * per).array if unit == "%" else None


def figures_for(taken: Taken, kind: str, number: str) -> tuple[dict[str, Any], float, str]:
    """
    Return what the engine is given for a kind of chart, the multiplier, and the unit shown.

    Shares are shown as per cent, rates per 1,000 or more, counts as they are.
    """
    table = taken.table
    if table["denominator"].isna().all():
        given = "numerator" if table["value"].isna().all() else "value"
        return {"values": table[given]}, 1, taken.unit
    if kind in COUNTS or kind == "t":
        return {"values": table["numerator"]}, 1, ""
    pair = {"values": table["numerator"], "denominator": table["denominator"]}
    if kind in SHARES or (number != "rate" and kind not in RATIOS):
        return pair, 100, "%"
    level = table["numerator"].sum() / table["denominator"].sum()
    per = next((size for size in PERS if level * size >= 1), PERS[-1])
    return pair, per, f"per {per:,}" if per > 1 else ""


def whole_counts(taken: Taken) -> bool:
    """Tell whether all numbers are whole, not negative and without a unit."""
    numbers = taken.table["value"].dropna()
    return not taken.unit and bool(
        (numbers >= 0).all() and np.equal(numbers, numbers.round()).all()
    )
