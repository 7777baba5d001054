"""What a chart says in words: why a point is a signal, how to read the whole, what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.spc.kinds import FEWEST_POINTS
from helpers.spc.words import figure, moment, say, sentence, texts

if TYPE_CHECKING:
    from helpers.spc.engine import Analysis
    from helpers.spc.phases import PhaseLimits
    from helpers.spc.points import Points
    from helpers.spc.record import Chart, Request
    from helpers.spc.rules import Signals

STEADY_FROM = 20  # limits from fewer points still move a good deal with each new one


def reasons(
    table: pd.DataFrame,
    signals: Signals,
    points: Points,
    limits: tuple[PhaseLimits, ...],
    request: Request,
) -> list[str]:
    """Return one sentence for each point that signals, and '' for the others."""
    lengths = _pattern_lengths(signals, points)
    told = []
    for position, rules in enumerate(table["rules"]):
        if not rules:
            told.append("")
            continue
        names = _names(table, position, limits, request.unit)
        clauses = [
            say(
                "reason",
                f"{rule}.{_way(signals, rule, position)}",
                **names,
                **lengths[rule][position],
            )
            for rule in rules
        ]
        told.append(sentence(clauses))
    return told


def _way(signals: Signals, rule: str, position: int) -> str:
    return "high" if signals.fired[rule][position] > 0 else "low"


def _names(table: pd.DataFrame, position: int, limits: tuple[PhaseLimits, ...], unit: str) -> dict:
    runs = limits[table.at[position, "phase"] - 1].runs
    lines = {
        line: figure(table.at[position, line], unit, like=_size(table))
        for line in ("centre", "lower", "upper")
    }
    return lines | {"crossings": runs.crossings, "longest_run_max": runs.longest_run_max}


def _size(table: pd.DataFrame) -> float:
    """How large the figures are, so that all are rounded alike."""
    return float(np.nanmedian(np.abs(table["value"]))) if table["value"].notna().any() else 1.0


def _pattern_lengths(signals: Signals, points: Points) -> dict[str, list[dict[str, int]]]:
    """How long the run or climb is that each signalling point is part of."""
    keep = points.included & ~np.isnan(points.value)
    segments = points.segments.only(keep)
    lengths: dict[str, list[dict[str, int]]] = {}
    for rule, signs in signals.fired.items():
        number, size = segments.runs(signs[keep])
        run = np.zeros(len(signs), int)
        run[keep] = size[number] if len(number) else 0
        lengths[rule] = [{"run": int(length), "climb": int(length)} for length in run]
    return lengths


def read(chart: Chart, latest: int) -> str:
    """Write the three sentences: variation now, assurance against the target, what to do."""
    return " ".join((_variation(chart, latest), _assurance(chart, latest), _action(chart)))


def _variation(chart: Chart, latest: int) -> str:
    table, point = chart.points, chart.points.iloc[latest]
    key = chart.variation
    if key == "common_cause":
        key += "_run" if np.isnan(point["upper"]) else ""
        key += "_earlier" if _signalled(table, int(point["phase"])) else ""
    size = _size(table)
    low, high = possible(chart)
    lines = {
        line: figure(np.clip(point[line], low, high), chart.unit, like=size)
        for line in ("centre", "lower", "upper")
    }
    return say(
        "variation",
        key,
        name=chart.name or "This measure",
        latest=figure(point["value"], chart.unit, like=size),
        reason=_continue(point["why"]),
        useful=chart.runs.n_useful,
        **lines,
    )


def possible(chart: Chart) -> tuple[float, float]:
    """
    Return the bounds of what can happen, as far as the figures tell.

    Limits are arithmetic and may lie beyond: a leader should not read of minus three falls,
    or of 104% of patients.
    """
    value = chart.points["value"]
    low = 0.0 if value.min() >= 0 else -np.inf
    return low, 100.0 if chart.unit == "%" and low == 0 and value.max() <= 100 else np.inf


def _continue(why: str) -> str:
    return (why[:1].lower() + why[1:]).rstrip(".")


def _signalled(table: pd.DataFrame, phase: int) -> bool:
    return bool((table["rules"].str.len() > 0)[table["phase"] == phase].any())


def _assurance(chart: Chart, latest: int) -> str:
    target = chart.points["target"].iloc[latest]
    if np.isnan(target):
        return say("assurance", "none")
    words = figure(target, chart.unit)
    if chart.assurance:
        return say("assurance", chart.assurance, target=words)
    key = "no_limits" if np.isnan(chart.points["upper"].iloc[latest]) else "neutral"
    return say("assurance", key, target=words)


def _action(chart: Chart) -> str:
    key = f"{chart.variation}_{chart.assurance}"
    key = key if key in texts()["action"] else chart.variation
    return say("action", key, needed=FEWEST_POINTS)


def notes_on(chart: Chart, analysis: Analysis, screened: bool) -> tuple[str, ...]:
    """Say what a careful reader should know about how the chart was made."""
    return (*_notes_on_points(chart), *_notes_on_limits(chart, analysis, screened))


def _notes_on_points(chart: Chart) -> list[str]:
    table, notes = chart.points, []
    missing = table["value"].isna() & (chart.kind != "mr")
    if missing.any():
        notes.append(say("note", "missing", count=int(missing.sum()), size=len(table)))
        if missing.iloc[-1] and not missing.all():
            last = table["when"][~missing].iloc[-1]
            notes.append(say("note", "last_missing", when=moment(last)))
    out = int((~table["included"]).sum())
    notes += [say("note", "excluded", count=out)] if out else []
    resting = int(table["in_baseline"].sum())
    if resting < int(table["included"].sum()):
        notes.append(say("note", "out_of_baseline", count=resting, size=len(table)))
    return notes


def _notes_on_limits(chart: Chart, analysis: Analysis, screened: bool) -> list[str]:
    notes = [say("note", "by_hand")] if chart.rules.id == "perla" else []
    if chart.kind == "run":
        return notes
    if screened and analysis.lines.rescued.any():
        notes.append(say("note", "rescued"))
    for phase in chart.phases:
        notes += _notes_on_phase(phase)
    return notes


def _notes_on_phase(phase: PhaseLimits) -> list[str]:
    names: dict[str, Any] = {"phase": phase.number, "count": phase.baseline, "needed": STEADY_FROM}
    if np.isnan(phase.upper):
        return [say("note", "no_limits", **names)]
    if phase.upper == phase.lower:
        return [say("note", "no_spread")]
    return [say("note", "provisional", **names)] if phase.baseline < STEADY_FROM else []
