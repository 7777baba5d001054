"""Adapter: a call of NHSRplotthedots' ptd_spc() on our engine, under its own convention.

What it does differently from the kit: one label a point (outside, then trend, then two of
three, then shift), a missing value is common cause, the icon is the last row's.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from helpers.golden.plain import as_list, floats, numbers
from helpers.intake import Problem
from helpers.spc.conventions import NHSRPLOTTHEDOTS
from helpers.spc.engine import Analysis, analyse
from helpers.spc.phases import baseline_mask
from helpers.spc.points import Points
from helpers.spc.rule_sets import RULE_SETS
from helpers.spc.segments import Segments
from helpers.spc.verdict import SIGN, assure

FEWEST_FIXED = 12
SHORT_GROUP = 13
LABELS = (
    ("outside", "Above UCL", "Below LCL"),
    ("trend", "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"),
    ("two_of_three", "2 in 3 Above CL", "2 in 3 Below CL"),
    ("shift", "7 Points Above CL", "7 Points Below CL"),
)
ASSURANCE = {
    "will_meet": "consistent_pass",
    "will_fail": "consistent_fail",
    "hit_and_miss": "inconsistent",
}
ASSURANCE_ICON = {
    "consistent_pass": "pass",
    "consistent_fail": "fail",
    "inconsistent": "inconsistent",
}
POINT_TYPES = (
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
)
NO_FACET = "no facet"


def outputs(case: dict[str, Any]) -> dict[str, Any]:
    """Return what ptd_spc(), its summary and its icons would say for a case."""
    options, rows = case.get("options") or {}, _rows(case["inputs"])
    rows["group"] = _groups(rows, options.get("rebase"))
    keys = rows[["facet", "group"]]
    segment = (keys.ne(keys.shift()).any(axis=1).cumsum() - 1).to_numpy()
    fixed = options.get("fix_after_n_points")
    if fixed is not None and fixed < FEWEST_FIXED:
        raise Problem("limits are fixed after at least 12 points")
    points = Points(
        value=rows["y"].to_numpy(),
        segments=Segments(segment, int(segment[-1]) + 1),
        included=np.ones(len(rows), bool),
        baseline=baseline_mask(fixed, segment),
    )
    screen = options.get("screen_outliers", True) is not False
    rules = RULE_SETS["making_data_count"]
    analysis = analyse(points, "xmr", rules, NHSRPLOTTHEDOTS, screen)
    return _printed(case, rows, points, analysis)


def _rows(inputs: dict[str, Any]) -> pd.DataFrame:
    """Sort the rows by facet and date."""
    facet = inputs.get("facet")
    rows = pd.DataFrame({"date": inputs["date"], "y": floats(inputs["y"])})
    rows["facet"] = [NO_FACET] * len(rows) if facet is None else [str(one) for one in facet]
    return rows.sort_values(["facet", "date"], kind="stable", ignore_index=True)


def _groups(rows: pd.DataFrame, rebase: Any) -> pd.Series:
    """Count the rebase dates passed so far in each facet; dates not in the data do nothing."""
    by_facet = rebase if isinstance(rebase, dict) else None
    starts = [
        date in as_list(by_facet.get(facet) if by_facet is not None else rebase)
        for facet, date in zip(rows["facet"], rows["date"], strict=True)
    ]
    return pd.Series(starts, dtype=int).groupby(rows["facet"].to_numpy()).cumsum()


def _targets(rows: pd.DataFrame, target: Any) -> pd.Series:
    """Give each row its facet's target: one for all, by name, or in the order of the facets."""
    facets = list(dict.fromkeys(rows["facet"]))
    if isinstance(target, list):
        named = dict(zip(facets, target * (len(facets) if len(target) == 1 else 1), strict=False))
    else:
        named = target if isinstance(target, dict) else dict.fromkeys(facets, target)
    return pd.Series(floats([named.get(facet) for facet in rows["facet"]]))


def _printed(
    case: dict[str, Any], rows: pd.DataFrame, points: Points, analysis: Analysis
) -> dict[str, Any]:
    (lower, upper), better = analysis.limits(), SIGN[_direction(case)]
    label, way = _labels(analysis)
    gap = np.isnan(points.value)
    unknown = gap | np.isnan(upper)
    table = rows.assign(
        mean=analysis.centre, lpl=lower, upl=upper, label=label, way=way, segment=points.segments.of,
        point_type=[_point_type(int(one), better) for one in way],
        target=_targets(rows, (case.get("options") or {}).get("target")),
    )  # fmt: skip
    limit, near = _beyond(points.value, (lower, upper)), _beyond(points.value, analysis.near())
    short = points.segments.sizes[points.segments.of] < SHORT_GROUP
    summary = _summary(table, better)
    return {
        "facet": None if case["inputs"].get("facet") is None else rows["facet"].tolist(),
        "date": rows["date"].tolist(),
        "y": numbers(rows["y"]),
        "mean": numbers(analysis.centre),
        "lpl": numbers(lower),
        "upl": numbers(upper),
        "relative_to_mean": _or_null(np.sign(points.value - analysis.centre), gap),
        "outside_limits": _or_null(limit, unknown),
        "close_to_limits": _or_null(near & ~limit, unknown),
        "special_cause_type": label.tolist(),
        "special_cause_flag": (label != "Common Cause").tolist(),
        "point_type": table["point_type"].tolist(),
        "rebase_group": rows["group"].tolist(),
        "short_group_warning": short.tolist(),
        "summary": summary,
        "icons": _icons(table, summary),
    }


def _direction(case: dict[str, Any]) -> str:
    return (case.get("options") or {}).get("improvement_direction") or "increase"


def _beyond(value: np.ndarray, band: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    return (value < band[0]) | (value > band[1])


def _or_null(values: np.ndarray, gap: np.ndarray) -> list:
    return [None if no else value for value, no in zip(values.tolist(), gap, strict=True)]


def _labels(analysis: Analysis) -> tuple[np.ndarray, np.ndarray]:
    """Choose one label and its direction for each point, the first in the order of precedence."""
    fired = analysis.signals.fired
    label = np.full(len(analysis.centre), "Common Cause", object)
    way = np.zeros(len(label), int)
    for rule, high, low in reversed(LABELS):
        signs = fired[rule]
        label = np.where(signs > 0, high, np.where(signs < 0, low, label))
        way = np.where(signs != 0, signs, way)
    return label, way


def _point_type(way: int, better: int) -> str:
    if way == 0:
        return "common_cause"
    if better == 0:
        return "special_cause_neutral_high" if way > 0 else "special_cause_neutral_low"
    return "special_cause_improvement" if way == better else "special_cause_concern"


def _summary(table: pd.DataFrame, better: int) -> list[dict[str, Any]]:
    printed = []
    final = set(table.groupby("facet")["segment"].max())
    for segment, part in table.groupby("segment", sort=True):
        last, types = part.iloc[-1], part["point_type"]
        row = {
            "f": last["facet"],
            "rebase_group": int(last["group"]),
            "n": len(part),
            "variation_type": last["point_type"],
            "assurance_type": _assurance(last, better) if segment in final else None,
        }
        row |= dict(
            zip(("mean_col", "lpl", "upl"), numbers(last[["mean", "lpl", "upl"]]), strict=True)
        )
        printed.append(row | {kind: int((types == kind).sum()) for kind in POINT_TYPES})
    return printed


def _assurance(last: pd.Series, better: int) -> str | None:
    lines = (np.array([last[name]], float) for name in ("lpl", "upl", "target"))
    lower, upper, target = lines
    word = assure(lower, upper, target, np.array([better]))[0]
    return None if word is None else ASSURANCE[word]


def _icons(table: pd.DataFrame, summary: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the variation icon of each facet, then the assurance icon of each with a target."""
    last = table.groupby("facet", sort=True).tail(1)
    shown = [_icon(row["facet"], "variation", _variation_icon(row)) for _, row in last.iterrows()]
    for _, row in last.iterrows():
        assurance = summary[int(row["segment"])]["assurance_type"]
        if assurance is not None:
            shown.append(_icon(row["facet"], "assurance", ASSURANCE_ICON[assurance]))
    return shown


def _icon(facet: str, kind: str, name: str) -> dict[str, str]:
    return {"facet": facet, "type": kind, "icon": name}


def _variation_icon(row: pd.Series) -> str:
    if row["way"] == 0:
        return "common_cause"
    side = "high" if row["way"] > 0 else "low"
    word = str(row["point_type"]).removeprefix("special_cause_").split("_")[0]
    return f"{word}_{side}"
