"""Adapter: a call of qicharts2's qic() on our engine, under its own convention.

What it does differently from the kit: runs are counted for every part whatever the chart,
the signal of a point is only "beyond the limits" (also for excluded points), a baseline
(`freeze`) is ignored when there are parts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from helpers.golden.plain import as_list, floats, numbers
from helpers.intake import Problem
from helpers.spc.conventions import QICHARTS2
from helpers.spc.engine import Analysis, analyse
from helpers.spc.points import Points
from helpers.spc.rule_sets import RULE_SETS
from helpers.spc.runs import Runs
from helpers.spc.segments import Segments

KIND = {
    "run": "run", "i": "xmr", "mr": "mr", "xbar": "xbar", "s": "s", "t": "t", "p": "p",
    "pp": "laney_p", "c": "c", "u": "u", "up": "laney_u", "g": "g", "ip": "i_prime",
}  # fmt: skip
SUMMED = ("c", "g")  # repeated x are added up on these, averaged on the others


def outputs(case: dict[str, Any]) -> dict[str, Any]:
    """Return what qic() would print for a case."""
    options = case.get("options") or {}
    subgroups = _subgroups(case)
    if options.get("agg.fun"):
        subgroups["mean"] = subgroups[str(options["agg.fun"])]
    points = _points(case["chart"], subgroups, options)
    ordered = _in_order(case["inputs"].get("x"))
    convention = replace(QICHARTS2, in_order=ordered)
    rules = RULE_SETS[options.get("method") or "anhoj"]
    screen = options.get("screenedmr", True) is not False
    analysis = analyse(points, KIND[case["chart"]], rules, convention, screen)
    return _printed(points, analysis, options, case["chart"] != "mr" and ordered)


def _in_order(x: Any) -> bool:
    """Tell dates and numbers from names."""
    names = [one for one in x or [] if isinstance(one, str)]
    return not names or pd.to_datetime(pd.Series(names), errors="coerce").notna().all()


def _subgroups(case: dict[str, Any]) -> pd.DataFrame:
    """Gather the rows that share an x: sum, count, mean and SD of y; sum of n; pairs kept whole."""
    inputs = case["inputs"]
    x, y = inputs.get("x"), floats(inputs["y"])
    n = inputs.get("n")
    rows = pd.DataFrame({"x": range(len(y)) if x is None else x, "y": y})
    if n is not None:
        rows["n"] = floats(n if isinstance(n, list) else [n] * len(y))
        rows.loc[rows[["y", "n"]].isna().any(axis=1), ["y", "n"]] = np.nan
    grouped = rows.groupby("x", sort=True)
    gathered = grouped["y"].agg(["count", "mean", "std", "median"])
    gathered["sd"] = gathered["std"]
    gathered["sum"] = grouped["y"].sum(min_count=1)
    gathered["n"] = grouped["n"].sum(min_count=1) if n is not None else np.nan
    return gathered


def _points(chart: str, subgroups: pd.DataFrame, options: dict[str, Any]) -> Points:
    size = len(subgroups)
    ends = as_list(options.get("part"))
    part = np.searchsorted(np.array(sorted(ends), float), np.arange(1, size + 1))
    parts, segment = np.unique(part, return_inverse=True)
    segments = Segments(segment, len(parts))
    included = np.ones(size, bool)
    included[[place - 1 for place in as_list(options.get("exclude"))]] = False
    baseline = np.ones(size, bool)
    if not ends and options.get("freeze") is not None:
        baseline = np.arange(size) < options["freeze"]
    centre = options.get("cl")
    given = None if centre is None else _given(centre, segments)
    value, numerator, denominator = _drawn(chart, subgroups)
    if chart == "mr":
        value = np.abs(segments.steps(value))
    if chart == "t" and (value <= 0).any():
        raise Problem("a t chart needs times above zero")
    spread = subgroups["std"].to_numpy()
    if chart == "s":
        value = spread
    return Points(value, segments, included, baseline, numerator, denominator, spread, given)


def _given(centre: Any, segments: Segments) -> np.ndarray:
    """One centre for all parts, or one for each subgroup (its part takes the first)."""
    each = as_list(centre)
    if len(each) == 1:
        return np.full(segments.count, float(each[0]))
    first = np.searchsorted(segments.of, np.arange(segments.count))
    return floats(each)[first]


def _drawn(chart: str, subgroups: pd.DataFrame) -> tuple[np.ndarray, Any, Any]:
    total, weight = subgroups["sum"].to_numpy(), subgroups["n"].to_numpy()
    if chart in ("xbar", "s"):
        return subgroups["mean"].to_numpy(), None, subgroups["count"].to_numpy(float)
    if chart in ("p", "pp", "u", "up", "ip") or not np.isnan(weight).all():
        if np.isnan(weight).all():  # no denominators: each is one
            weight = np.where(np.isnan(total), np.nan, 1.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            value = np.where(weight > 0, total / weight, np.nan)
        return value, total, weight
    return (total if chart in SUMMED else subgroups["mean"].to_numpy()), None, None


def _printed(
    points: Points, analysis: Analysis, options: dict[str, Any], judge_runs: bool
) -> dict[str, Any]:
    multiply = options.get("multiply") or 1
    (lower, upper), (near_lower, near_upper) = analysis.limits(), analysis.near()
    beyond = (points.value > upper) | (points.value < lower)
    lines = {
        "y": points.value, "cl": analysis.centre, "lcl": lower, "ucl": upper,
        "lcl_2sigma": near_lower, "ucl_2sigma": near_upper,
    }  # fmt: skip
    return {name: numbers(line * multiply) for name, line in lines.items()} | {
        "part": (points.segments.of + 1).tolist(),
        "include": points.included.tolist(),
        "baseline": points.baseline.tolist(),
        "sigma_signal": beyond.tolist(),
        "parts": _parts(points, analysis.signals.runs, judge_runs),
    }


def _parts(points: Points, runs: Runs, judged: bool) -> list[dict[str, Any]]:
    sizes = points.segments.sizes
    counted = points.segments.only(points.included).sizes
    printed = []
    for part in range(points.segments.count):
        found = runs.of(part)
        row: dict[str, Any] = {
            "part": part + 1,
            "n_points": int(sizes[part]),
            "n_obs": int(counted[part]),
        }
        row |= {
            "n_useful": found.n_useful,
            "longest_run": found.longest_run,
            "longest_run_max": found.longest_run_max,
            "n_crossings": found.crossings,
            "n_crossings_min": found.crossings_min,
        }
        if not found.n_useful:
            row |= dict.fromkeys(list(row)[4:])
        printed.append(row | {"runs_signal": found.signal and judged})
    return printed
