"""Golden cases: our measures against the numbers of other tools.

`run` reads a file in the format of the reference vectors: cases with a family, inputs, options
and what the peer returned. Where a case says what the peer should have returned (`corrected`),
only that counts; what only a formula can say (`derived`) counts, too, and an interval from random
draws counts within their noise. Where the kit departs on purpose, a named rule says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.golden import report
from helpers.golden.compare import Tolerance, differences
from helpers.intake import Problem
from helpers.voices.golden import funnelplotr, healthequal, phe, phe_funnels, phe_slopes
from helpers.voices.golden.departures import departure

Case = dict[str, Any]
NEAR_ZERO = 1e-12
ADAPTERS: dict[str, Callable[[Case], dict[str, Any]]] = {
    "proportion": phe.proportions,
    "rate": phe.rates,
    "byar_count": phe.byar_counts,
    "mean": phe.means,
    "dsr": phe.standardised,
    "dsr_nonindependent": phe.repeated,
    "isr": phe.indirectly,
    "quantile": phe.quantiles,
    "sii_phe": phe_slopes.outputs,
    "funnel_limits_phe": phe_funnels.limits,
    "funnel_points_phe": phe_funnels.points,
    "funnel_significance_phe": phe_funnels.significance,
    "funnel_od": funnelplotr.outputs,
}


def adapter(family: str) -> Callable[[Case], dict[str, Any]]:
    """Return what computes a family, or say that it is not known."""
    if family.startswith("he_"):
        return healthequal.outputs
    if family not in ADAPTERS:
        raise Problem(f"there is no measure for the family '{family}'")
    return ADAPTERS[family]


def wanted(case: Case) -> dict[str, Any]:
    """Return the numbers that count: corrected ones alone, else the peer's with derived ones."""
    if "corrected" in case:
        return _plain(case["corrected"])
    return _plain(case["expected"]) | _plain(case.get("derived", {}))


def _plain(numbers: dict[str, Any]) -> dict[str, Any]:
    """Leave remarks out; what a file writes as NaN or infinity is missing."""
    left_out = ("reason", "note", "max_rel_error_of_peer")
    return {name: _missing(value) for name, value in numbers.items() if name not in left_out}


def _missing(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _missing(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_missing(one) for one in value]
    return None if value in ("NaN", "Inf", "-Inf") else value


def judge_case(case: Case) -> tuple[str, str]:
    """
    Compare one case with our measures.

    Returns
    -------
    verdict : {"matched", "departed", "missed"}
    why : str
        The rule of a departure, or the first difference of a miss.
    """
    expected = wanted(case)
    try:
        found = adapter(case["family"])(case)
    except (LookupError, TypeError, ValueError, ArithmeticError) as error:
        return "missed", f"the case cannot be read: {error!r}"
    except Problem as problem:
        if expected.get("error"):
            return "matched", ""
        return "missed", f"declined: {problem}"
    if expected.get("error"):
        if found.get("reason"):
            return "matched", ""
        difference = "the peer stopped"
    else:
        difference = compared(case, expected, found)
    if not difference:
        return "matched", ""
    rule = departure(case, expected, found, compared)
    return ("departed", rule) if rule else ("missed", difference)


def compared(case: Case, expected: dict[str, Any], found: dict[str, Any]) -> str:
    """Return the first difference in words; drawn intervals count within their noise."""
    expected = dict(expected)
    drawn = expected.pop("simulated_ci", None)
    tolerance = Tolerance(case.get("rel_tol", 1e-9), NEAR_ZERO)
    return differences(expected, _missing_as_none(found), "", tolerance) or _beyond_noise(
        drawn, found
    )


def _missing_as_none(found: dict[str, Any]) -> dict[str, Any]:
    return {name: None if value != value else value for name, value in found.items()}


def _beyond_noise(drawn: dict[str, Any] | None, found: dict[str, Any]) -> str:
    for name, value in (drawn or {}).items():
        noise = (drawn or {}).get(f"mc_tol_{name[:3]}")
        if noise is None or not name.endswith(("_lower", "_upper")):
            continue
        if not abs(found["simulated_ci"][name] - value) <= noise:
            return (
                f"simulated_ci.{name}: expected {value!r} within {noise!r}, found {found[name]!r}"
            )
    return ""


def run(path: str | Path) -> int:
    """
    Run every case of a file and print how it went.

    Returns
    -------
    int
        The exit code: 0 when nothing was missed, 1 otherwise.
    """
    cases = json.loads(Path(path).read_text("utf-8"))["cases"]
    return report((f"{case['family']} {case['id']}", judge_case(case)) for case in cases)
