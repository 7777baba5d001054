"""Adapter: calls of healthequal on our measures.

What it does differently from the kit: its signs (the kit's larger is always more unequal), and
the scale is guessed from the values; here percentages are taken unless a case says otherwise.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.golden.plain import as_list, floats
from helpers.voices.measures import gaps, impact, spread
from helpers.voices.measures.concentration import concentration_index
from helpers.voices.measures.groups import Groups, of_values
from helpers.voices.measures.measured import Floats, deviations
from helpers.voices.measures.slope import slope_index
from helpers.voices.measures.unequal import Inequality

Case = dict[str, Any]
PLAIN = {
    "he_d": gaps.difference,
    "he_r": gaps.ratio,
    "he_bgv": spread.between_group_variance,
    "he_bgsd": spread.between_group_deviation,
    "he_covar": spread.variation,
    "he_ti": spread.theil,
    "he_mld": spread.mean_log_deviation,
    "he_parisk": impact.attributable_risk,
    "he_paf": impact.attributable_fraction,
}
DISTANCES = {"he_mdb": "best", "he_mdm": "mean", "he_mdr": "reference"}
IN_ORDER = ("he_sii", "he_rii", "he_aci", "he_rci")


def outputs(case: Case) -> dict[str, Any]:
    """Return what the function of a case would."""
    family, groups = case["family"], _groups(case)
    confidence = as_list(case["options"].get("confidence", 0.95))[0]
    if family in ("he_sii", "he_rii"):
        return _slope(case, groups, confidence)
    if family in ("he_aci", "he_rci"):
        return _concentration(case, groups, confidence)
    if family in PLAIN:
        found = PLAIN[family](groups, confidence=confidence)
    else:
        found = _distance(family, groups, confidence)
    if family in ("he_parisk", "he_paf"):
        found = found.times(groups.sign)
    return _printed(found, np.log if family == "he_r" else None)


def _distance(family: str, groups: Groups, confidence: float) -> Inequality:
    weighted = family.endswith("w")
    if family.startswith("he_idis"):
        return gaps.disparity_index(groups, weighted=weighted, confidence=confidence)
    target: Any = DISTANCES[family[:-1]]
    return gaps.mean_difference(groups, target, weighted=weighted, confidence=confidence)


def _printed(found: Inequality, turn: Any = None) -> dict[str, Any]:
    value, lower, upper = (float(part) for part in (found.value, found.lower, found.upper))
    ends = (value, upper) if turn is None else (turn(value), turn(upper))
    left_out = int(found.left_out)
    return {
        "estimate": value,
        "se": (ends[1] - ends[0]) / deviations(found.confidence),
        "lowerci": lower,
        "upperci": upper,
        "reason": found.why() if np.isnan(value) else f"{left_out} left out" if left_out else "",
    }


def _slope(case: Case, groups: Groups, confidence: float) -> dict[str, Any]:
    fit: Any = "linear" if _said(case, "linear", False) else "logistic"
    found = slope_index(groups, fit, confidence=confidence)
    rows = {
        "sii": float(found.absolute.value),
        "rii": float(found.relative.value),
        "fitted0": float(found.start),
        "fitted1": float(found.end),
    }
    side = found.absolute if case["family"] == "he_sii" else found.relative
    return _printed(side) | rows


def _concentration(case: Case, groups: Groups, confidence: float) -> dict[str, Any]:
    method = _said(case, "method", None)
    bounds = (_said(case, "lmin", 0), _said(case, "lmax", groups.per))
    rows = {
        name: concentration_index(groups, kind, confidence=confidence)  # type: ignore[arg-type]
        for name, kind in (("aci", "absolute"), ("rci", "relative"))
    }
    found = rows[case["family"][3:]]
    if method:
        found = concentration_index(groups, method, bounds=bounds, confidence=confidence)
    return _printed(found) | {name: float(one.value) for name, one in rows.items()}


def _said(case: Case, name: str, otherwise: Any) -> Any:
    """Return an option, wherever it is written."""
    for place in ("options", "input"):
        if case[place].get(name) is not None:
            return as_list(case[place][name])[0]
    return otherwise


def _groups(case: Case) -> Groups:
    inputs, family = case["input"], case["family"]
    size = len(inputs["est"])
    in_order = inputs.get("subgroup_order")
    order = np.arange(size) if in_order is None else np.argsort(floats(in_order), kind="stable")
    columns = {
        name: floats(inputs[name])[order]
        for name in ("est", "se", "pop", "reference_subgroup")
        if inputs.get(name) is not None
    }
    named = [f"group {number + 1}" for number in range(size)]
    marked = columns.get("reference_subgroup", np.zeros(size)) == 1
    ordered = family in IN_ORDER or bool(_said(case, "ordered_dimension", False))
    high = family in IN_ORDER or _said(case, "favourable_indicator", 1)
    return of_values(
        named,
        columns["est"],
        columns.get("pop", np.ones(size)),
        columns.get("se"),
        good="high" if high else "low",
        ordered=ordered,
        share_of=_scale(case, columns["est"]) if _bounded(case) else None,
        reference=named[int(marked.argmax())] if marked.any() and not ordered else None,
    )


def _bounded(case: Case) -> bool:
    logistic = case["family"] in ("he_sii", "he_rii") and not _said(case, "linear", False)
    return logistic or case["family"] in ("he_parisk", "he_paf")


def _scale(case: Case, estimates: Floats) -> float:
    """Return the most a value can be: as declared, else the first of 100, 1,000, ... that holds it."""
    declared = _said(case, "scaleval", None) or _said(case, "scale", None)
    most = np.nanmax(estimates)
    return declared or 10 ** max(2, int(np.ceil(np.log10(max(most, 1)))))
