"""Adapter: PHEindicatormethods' funnels, whose points lie at round numbers of people or events.

What it does differently from the kit: a share's limits are score limits, and a ratio's are
drawn where a whole number of events would be just inside.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.golden.plain import floats, numbers
from helpers.voices.measures.funnel import funnel, score_limits
from helpers.voices.measures.intervals import EXACT_BELOW, count_limits, exact
from helpers.voices.measures.measured import Floats

Case = dict[str, Any]
POINTS = 100
SIGMAS = {"2s": 0.95, "3s": 0.998}
FEW = "Not applicable for events less than 10 for dsrs"
LABELS = {
    -2: "Low (0.001)",
    -1: "Low (0.025)",
    0: "Not significant",
    1: "High (0.025)",
    2: "High (0.001)",
}


def axis(ends: tuple[float, float], from_one: bool) -> Floats:
    """Return a hundred whole numbers that grow by an even factor, and by one at least."""
    points = [1.0 if from_one else float(np.floor(ends[0]))]
    for left in range(POINTS - 1, 0, -1):
        here = points[-1]
        points.append(max(here + 1, float(np.round(here * (ends[1] / here) ** (1 / left)))))
    return np.array(points)


def _ends(sizes: Floats) -> tuple[tuple[float, float], bool]:
    """Return a round number below all sizes and one above, and whether they differ twofold."""
    least, most = 0.95 * np.nanmin(sizes), 1.05 * np.nanmax(sizes)
    ends = _round(least, np.floor, 1), _round(most, np.ceil, 2)
    return ends, bool(np.nanmax(sizes) > 2 * np.nanmin(sizes))


def _round(number: float, direction: Any, figures: int) -> float:
    unit = 10 ** (np.floor(np.log10(number)) + 1 - figures)
    return float(direction(number / unit) * unit)


def limits(case: Case, points: Floats | None = None) -> dict[str, Any]:
    """Return what calculate_funnel_limits() would, at its own points or at given ones."""
    options, inputs = case["options"], case["input"]
    if options["statistic"] == "proportion":
        x, n = floats(inputs["numerator"]), floats(inputs["denominator"])
        points = axis(*_ends(n)) if points is None else points
        return _shares(points, x.sum() / n.sum(), options.get("multiplier", 1))
    if options["statistic"] == "ratio":
        points = axis(*_ends(floats(inputs["denominator"]))) if points is None else points
        return _at_events(points, options, None)
    times, years = options.get("multiplier", 100_000), options.get("years_of_data", 1)
    x, people = _people(case)
    base = np.nansum(x) / np.nansum(people) * times
    ends, twofold = _ends(people / years)
    events = ends[0] * years * base / times, ends[1] * years * base / times
    return _at_events(axis(events, twofold) if points is None else points, options, base)


def _shares(points: Floats, average: float, times: float) -> dict[str, Any]:
    rows = {"axis": numbers(points), "baseline": numbers(np.full(len(points), average * times))}
    for name, level in SIGMAS.items():
        lower, upper = score_limits(points, level, average)
        rows[f"lower_{name}_limit"] = numbers(times * lower)
        rows[f"upper_{name}_limit"] = numbers(times * upper)
    return rows


def _at_events(events: Floats, options: dict[str, Any], base: float | None) -> dict[str, Any]:
    """Say at how many expected events so many would be just inside the limits."""
    rows: dict[str, Any] = {"axis": numbers(events)}
    times, years = options.get("multiplier", 1), options.get("years_of_data", 1)
    for name, level in SIGMAS.items():
        for side, due in zip(("upper", "lower"), exact(events, level), strict=True):
            ratio = events / due
            if base is not None:
                rows[f"{side}_{name}_population_1_year"] = numbers(due / base * times / years)
                rows[f"{side}_{name}_limit"] = numbers(ratio * base)
                continue
            rows[f"{side}_{name}_exp_events"] = numbers(due)
            scaled = 100 * ratio if options.get("ratio_type") == "isr" else ratio - 1
            rows[f"{side}_{name}_limit"] = numbers(scaled)
    if base is not None:
        rows["baseline"] = numbers(np.full(len(events), base))
    return rows


def _people(case: Case) -> tuple[Floats, Floats]:
    """Return events, and the people that a rate is of: given where there were no events."""
    inputs, times = case["input"], case["options"].get("multiplier", 100_000)
    x, rate = floats(inputs["numerator"]), floats(inputs["rate"])
    given = floats(inputs.get("denominator") or [None] * len(x))
    with np.errstate(divide="ignore", invalid="ignore"):
        people = np.where(x == 0, given, x / rate * times)
    if case["options"].get("rate_type") == "dsr":
        few = x < EXACT_BELOW
        x, people = np.where(few, np.nan, x), np.where(few, np.nan, people)
    return x, people


def points(case: Case) -> dict[str, Any]:
    """Return what calculate_funnel_points() would."""
    _, people = _people(case)
    shown = np.where(np.isnan(people), np.nan, floats(case["input"]["rate"]))
    years = case["options"].get("years_of_data", 1)
    return {"rt_chart": numbers(shown), "denominator_derived": numbers(people / years)}


def significance(case: Case) -> dict[str, Any]:
    """Return what assign_funnel_significance() would: by the interval of each place."""
    options, inputs = case["options"], case["input"]
    x = floats(inputs["numerator"])
    if options["statistic"] == "proportion":
        outside = funnel(x, floats(inputs["denominator"]), kind="share", score=True).outside
        return {"significance": [LABELS[int(place)] for place in outside]}
    if options["statistic"] == "ratio":
        counted, due = x, floats(inputs["denominator"])
    else:
        counted, people = _people(case)
        due = people * np.nansum(counted) / np.nansum(people)
    outside = np.zeros(len(x), int)
    for level in SIGMAS.values():
        lower, upper = count_limits(counted, level)
        outside += (lower > due).astype(int) - (upper < due)
    few = np.isnan(counted) & np.isfinite(x)
    places = zip(outside, few, strict=True)
    return {"significance": [FEW if small else LABELS[int(place)] for place, small in places]}
