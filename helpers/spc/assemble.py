"""From an analysis to a chart: the table of points, its phases, the verdict and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from helpers.spc.engine import Analysis
from helpers.spc.kinds import FEWEST_USEFUL
from helpers.spc.phases import Phase, PhaseLimits
from helpers.spc.points import Points
from helpers.spc.reading import notes_on, read, reasons
from helpers.spc.record import Chart, Request
from helpers.spc.rule_sets import RuleSet
from helpers.spc.runs import RunsResult
from helpers.spc.segments import Floats
from helpers.spc.verdict import (
    VARIATION,
    VERDICTS,
    assure,
    direction_sign,
    judge,
    rule_masks,
    rules_in,
)


def assemble(
    request: Request,
    when: pd.Index,
    points: Points,
    analysis: Analysis,
    target: Floats,
    phases: Sequence[Phase],
    starts: list[int],
) -> Chart:
    """Put the numbers in a table, judge the latest point, and find the words."""
    table = frame(request, when, points, analysis, target)
    limits = phase_limits(table, analysis, phases, starts)
    runs = limits[-1].runs
    latest = latest_point(table, request.rules)
    variation = _variation(table, latest, runs, request)
    better = np.array([direction_sign(request.improvement_direction)])
    lower, upper, goal = (
        np.array([table.at[latest, column]]) for column in ("lower", "upper", "target")
    )
    assurance = assure(lower, upper, goal, better)[0]
    table["why"] = reasons(table, analysis.signals, points, limits, request)
    judged = Chart(
        request.name, request.kind, request.unit, request.rules, request.improvement_direction,
        table, limits, variation, assurance, "", request.notes, runs, (), request.convention,
    )  # fmt: skip
    judged = replace(judged, notes=request.notes + notes_on(judged, analysis, request.screen))
    return replace(judged, reading=read(judged, latest))


def frame(
    request: Request, when: pd.Index, points: Points, analysis: Analysis, target: Floats
) -> pd.DataFrame:
    """Return the table of points, in the unit shown."""
    size, times = len(points.value), request.multiply
    better = np.full(size, direction_sign(request.improvement_direction), np.int8)
    mask = rule_masks(analysis.signals.fired, size)
    verdicts = judge(analysis.signals.fired, better, points.value)
    (lower, upper), (near_lower, near_upper) = analysis.limits(), analysis.near()
    empty = np.full(size, np.nan)
    rules = pd.Series([rules_in(number) for number in mask.tolist()], dtype=object)
    return pd.DataFrame(
        {
            "when": when,
            "value": points.value * times,
            "numerator": empty if points.numerator is None else points.numerator,
            "denominator": empty if points.denominator is None else points.denominator,
            "centre": analysis.centre * times,
            "lower": lower * times,
            "upper": upper * times,
            "near_lower": near_lower * times,
            "near_upper": near_upper * times,
            "phase": points.segments.of + 1,
            "included": points.included,
            "in_baseline": points.base(),
            "target": target,
            "rules": rules,
            "verdict": [VERDICTS[code] for code in verdicts],
            "why": "",
        }
    )


def phase_limits(
    table: pd.DataFrame, analysis: Analysis, phases: Sequence[Phase], starts: list[int]
) -> tuple[PhaseLimits, ...]:
    """Sum up each phase; where limits vary, its last point's are given."""
    told = ["", *(phase.reason for phase in phases)]
    ends = [*starts[1:], len(table)]
    summed = []
    for number, (start, end, reason) in enumerate(zip(starts, ends, told, strict=True)):
        part, last = table.iloc[start:end], table.iloc[end - 1]
        counted = int((part["in_baseline"] & part["value"].notna()).sum())
        phase = PhaseLimits(
            number=number + 1,
            start=start,
            when=part["when"].iloc[0],
            reason=reason,
            points=len(part),
            baseline=counted,
            centre=float(last["centre"]),
            lower=float(last["lower"]),
            upper=float(last["upper"]),
            runs=analysis.signals.runs.of(number),
        )
        summed.append(phase)
    return tuple(summed)


def latest_point(table: pd.DataFrame, rules: RuleSet) -> int:
    """Find the point the verdict is about: the last that has a figure and counts."""
    counts = table["included"] & table["value"].notna()
    if not rules.needs_limits:
        counts &= table["value"] != table["centre"]
    found = np.flatnonzero(counts)
    return int(found[-1]) if len(found) else len(table) - 1


def _variation(table: pd.DataFrame, latest: int, runs: RunsResult, request: Request) -> str:
    if request.kind == "run" and runs.n_useful < FEWEST_USEFUL:
        return "too_few"
    return VARIATION[table.at[latest, "verdict"]]
