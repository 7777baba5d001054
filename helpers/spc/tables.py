"""Whole tables of measures at once: the same engine, over every measure together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.spc.batch import Batch, Judged, judge_batch, near_lines
from helpers.spc.chart import chart, known_convention
from helpers.spc.conventions import MAKING_DATA_COUNT, Convention
from helpers.spc.kinds import FEWEST_POINTS, known_kind
from helpers.spc.layout import Layout, drawn, lay_out, phased
from helpers.spc.phases import Baseline, Phase
from helpers.spc.record import Chart
from helpers.spc.rule_sets import RuleSet, known_rules
from helpers.spc.segments import Bools, Floats
from helpers.spc.verdict import VERDICTS, assure, direction_sign, rules_in

Each = Any  # one value for all measures, a mapping by measure, or the name of a column


@dataclass(frozen=True)
class Charts:
    """
    Many measures, judged together.

    Attributes
    ----------
    points : DataFrame
        As `Chart.points`, with a first column `measure`; `rules` is text ("outside, shift"),
        and the sentences of `why` are written when one chart is opened.
    summary : DataFrame
        One row a measure: measure, kind, improvement_direction, variation, assurance, when,
        latest, centre, lower, upper, target, rules (of the latest point) and signals (how
        many points signal).

    Examples
    --------
    >>> table = pd.DataFrame({"ward": ["A"] * 13, "month": range(13), "falls": [4, 5] * 6 + [11]})
    >>> board = charts(table, measure="ward", when="month", value="falls")
    >>> board.summary["variation"].tolist(), board["A"].variation
    (['high'], 'high')
    """

    summary: pd.DataFrame
    batch: Batch
    judged: Judged
    layout: Layout
    targets: Floats | None
    asked: Mapping[str, Any]

    @cached_property
    def points(self) -> pd.DataFrame:
        """The table of all points, built when it is first asked for."""
        return _points(self.batch, self.judged, self.layout, self.targets)

    def __len__(self) -> int:
        return len(self.summary)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.summary["measure"])

    def __getitem__(self, name: Any) -> Chart:
        """Open one measure as a chart of its own."""
        found = np.flatnonzero(self.summary["measure"] == name)
        if not len(found):
            raise Problem(f"There is no measure {name!r} here. Choose one from the summary.")
        place, starts = int(found[0]), self.layout.starts
        rows, asked = slice(int(starts[place]), int(starts[place + 1])), dict(self.asked)
        own = {key: asked.pop(key).get(name, ()) for key in ("phases", "exclude", "annotations")}
        figures, below = self.batch.numerator, self.batch.denominator
        return chart(
            (self.batch.value if figures is None else figures)[rows],
            when=self.layout.when[rows],
            denominator=None if below is None else below[rows],
            kind=asked.pop("kinds")[place],
            improvement_direction=self.summary["improvement_direction"].iloc[place],
            target=None if self.targets is None else self.layout.by_row(self.targets)[rows],
            name=str(name),
            **own,
            **asked,
        )


def charts(
    table: pd.DataFrame,
    *,
    measure: str,
    when: str,
    value: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
    kind: Each = "xmr",
    improvement_direction: Each = "neutral",
    target: Each = None,
    phases: Mapping[Any, Sequence[Phase]] | None = None,
    baseline: Baseline = None,
    exclude: Mapping[Any, Sequence] | None = None,
    rules: str | RuleSet | None = None,
    multiply: float = 1,
    unit: str = "",
    convention: str | Convention = MAKING_DATA_COUNT,
    screen: bool | None = None,
    annotations: Mapping[Any, Any] | None = None,
) -> Charts:
    """
    Chart every measure of a long table.

    Parameters
    ----------
    table : DataFrame
        One row for each measure and period.
    measure, when : str
        The columns that name the measure and the period.
    value : str, optional
        The column of figures; or give `numerator` and `denominator`.
    kind, improvement_direction, target : value, mapping by measure, or name of a column
        As in `chart`. A measure with fewer than twelve figures becomes a run chart.
    phases, exclude, annotations : mapping by measure, optional
    baseline, rules, multiply, unit, convention, screen
        As in `chart`, for all measures.

    Raises
    ------
    Problem
        If a column is missing or a figure is impossible; the text names it.

    Examples
    --------
    >>> rows = {"what": ["Falls"] * 13, "month": range(13), "number": [4, 5] * 6 + [11]}
    >>> table = pd.DataFrame(rows)
    >>> many = charts(table, measure="what", when="month", value="number")
    >>> many.summary[["measure", "rules", "signals"]].values.tolist()
    [['Falls', 'outside', 1]]
    """
    figures = value or numerator
    if figures is None:
        raise Problem("Name the column of figures: value, or numerator and denominator.")
    known_rules(rules)
    layout = lay_out(table, measure, when, [figures, denominator])
    habits = known_convention(convention)
    kinds, ways = layout.each(kind), layout.each(improvement_direction)
    for one in set(kinds):
        known_kind(one)
    signs = {way: direction_sign(way) for way in set(ways)}
    numbers = drawn(layout, figures, denominator, kinds)
    short = _too_short(kinds, numbers[0], layout, exclude or {})
    batch = Batch(
        *numbers,
        layout.starts,
        layout.code,
        *phased(layout, phases or {}, exclude or {}, baseline),
        np.where(short, "run", kinds),
        short,
        np.array([signs[way] for way in ways], np.int8),
        multiply,
        rules,
        habits,
        habits.screen if screen is None else screen,
    )
    judged, targets = judge_batch(batch), layout.targets(target)
    summary = _summary(batch, judged, layout, targets, ways)
    asked = {
        "rules": rules, "baseline": baseline, "multiply": multiply, "unit": unit,
        "convention": habits, "screen": screen, "kinds": kinds, "phases": dict(phases or {}),
        "exclude": dict(exclude or {}), "annotations": dict(annotations or {}),
    }  # fmt: skip
    return Charts(summary, batch, judged, layout, targets, asked)


def _too_short(kinds: np.ndarray, value: Floats, layout: Layout, exclude) -> Bools:
    """Mark the measures with too few figures that count for the limits they should have."""
    usable = layout.included(exclude) & ~np.isnan(value)
    few = np.add.reduceat(usable, layout.starts[:-1], dtype=int) < FEWEST_POINTS
    return few & (kinds != "run")


def _points(batch: Batch, judged: Judged, layout: Layout, target: Floats | None) -> pd.DataFrame:
    """Build the table of points without copying what is already there."""
    value = batch.drawn * batch.multiply if batch.multiply != 1 else batch.drawn
    columns: dict[str, Any] = {
        "measure": pd.Categorical.from_codes(layout.code, layout.names),
        "when": layout.when,
        "value": value,
    }
    if batch.numerator is not None:
        columns |= {"numerator": batch.numerator, "denominator": batch.denominator}
    first = batch.segment[layout.starts[:-1]]
    phase = batch.segment - np.repeat(first, np.diff(layout.starts)) + 1
    columns |= judged.lines | near_lines(batch)
    columns |= {
        "phase": phase.astype(np.int32),
        "included": batch.included,
        "in_baseline": batch.baseline & batch.included,
    }
    if target is not None:
        columns["target"] = layout.by_row(target)
    columns["rules"] = _rule_names(judged.mask)
    columns["verdict"] = pd.Categorical.from_codes(judged.verdict.view(np.int8), VERDICTS)
    return pd.DataFrame(columns, copy=False)


def _words(words: Sequence | np.ndarray) -> pd.Series:
    """Keep words and None as they are: looking through them for text would cost more than limits."""
    return pd.Series(words, dtype=object)


def _rule_names(mask: np.ndarray) -> pd.Categorical:
    """Name the rules at each point; a few combinations serve all points."""
    found = np.flatnonzero(np.bincount(mask, minlength=1))
    code = np.zeros(int(found.max()) + 1, np.int16)
    code[found] = np.arange(len(found))
    return pd.Categorical.from_codes(code[mask], [", ".join(rules_in(int(one))) for one in found])


def _summary(
    batch: Batch, judged: Judged, layout: Layout, targets: Floats | None, ways: np.ndarray
) -> pd.DataFrame:
    at = judged.latest
    now = {name: line[at] for name, line in judged.lines.items()}
    goal = np.full(len(at), np.nan) if targets is None else targets
    goal = goal if len(goal) == len(at) else goal[at]
    signals = np.add.reduceat(judged.mask != 0, layout.starts[:-1], dtype=int)
    return pd.DataFrame(
        {
            "measure": layout.names,
            "kind": _words(batch.kinds),
            "improvement_direction": _words(ways),
            "variation": _words(judged.variation),
            "assurance": _words(assure(now["lower"], now["upper"], goal, batch.better)),
            "when": layout.when[at],
            "latest": batch.drawn[at] * batch.multiply,
            **now,
            "target": goal,
            "rules": _words([", ".join(rules_in(mask)) for mask in judged.mask[at].tolist()]),
            "signals": signals,
        }
    )
