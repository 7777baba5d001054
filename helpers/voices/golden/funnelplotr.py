"""Adapter: a call of FunnelPlotR's funnel_plot() on our scores and limits.

What it does differently from the kit: standard deviations with six decimals, and the exact limits
of a standardised ratio are those around the expected number.
"""

from __future__ import annotations

from typing import Any

from helpers.golden.plain import floats, numbers
from helpers.voices.measures.intervals import exact
from helpers.voices.measures.measured import Floats, deviations
from helpers.voices.measures.overdispersion import (
    Scores,
    additive,
    heterogeneity,
    multiplicative,
    truncated,
    winsorised,
)

Case = dict[str, Any]
REACH = {"95": (1.959964, 0.95), "998": (3.090232, 0.998)}


def scores_of(case: Case) -> Scores:
    """Put a case's places on the scale that its kind of data asks for."""
    options = case["options"]
    kind: Any = {"PR": "share", "RC": "log_rate"}.get(options["data_type"])
    if kind is None:
        kind = "ratio" if options.get("sr_method", "SHMI") == "CQC" else "log_ratio"
    inputs = case["input"]
    return Scores.of(floats(inputs["numerator"]), floats(inputs["denominator"]), kind)


def outputs(case: Case) -> dict[str, Any]:
    """Return what funnel_plot() would, and the multiplicative limits it does not offer."""
    options, scores = case["options"], scores_of(case)
    trim, times = options.get("trim_by", 0.1), options.get("multiplier", 1)
    truncate, adjusted = scores.kind == "log_ratio", options.get("draw_adjusted", True)
    phi, tau2 = heterogeneity(scores, trim=trim, truncate=truncate) if adjusted else (0.0, 0.0)
    trimmed = truncated(scores.z, trim) if truncate else winsorised(scores.z, trim)
    winsorised_phi, _ = heterogeneity(scores, trim=trim)
    rows: dict[str, Any] = {
        "n": len(scores.z),
        "phi": phi,
        "tau2": tau2,
        "target": scores.target,
        "ratio": numbers(scores.value),
        "y_transformed": numbers(scores.y),
        "s": numbers(scores.error),
        "z": numbers(scores.z),
        "z_trimmed": numbers(trimmed),
        "phi_raw": heterogeneity(scores, trim=0)[0],
        "phi_winsorised": winsorised_phi,
    }
    stretched = multiplicative(scores, winsorised_phi)
    for name, (z, level) in REACH.items():
        rows |= pair(f"l{name}", _plain(scores, z, level), times)
        rows |= pair(f"od_l{name}", scores.limits(z * additive(scores, tau2)), times)
        rows |= pair(f"mult_l{name}", scores.limits(deviations(level) * stretched), times)
    return rows | {"outlier": outliers(case, scores, rows)}


def pair(name: str, ends: tuple[Floats, Floats], times: float) -> dict[str, Any]:
    """Name a lower and an upper limit: ll95 and ul95."""
    head, tail = name.rsplit("l", 1)
    return {
        f"{head}{side}l{tail}": numbers(times * end) for side, end in zip("lu", ends, strict=True)
    }


def _plain(scores: Scores, z: float, level: float) -> tuple[Floats, Floats]:
    if scores.kind in ("share", "log_rate"):
        return scores.limits(z * scores.error)
    lower, upper = exact(scores.size, level)
    return lower / scores.size, upper / scores.size


def outliers(case: Case, scores: Scores, rows: dict[str, Any]) -> list[int]:
    """Mark the places outside the limits that a case asks for."""
    options = case["options"]
    name = "95" if options.get("limit", 99) == 95 else "998"
    kind = "od_" if options.get("draw_adjusted", True) else ""
    value = scores.value * options.get("multiplier", 1)
    low, high = (floats(rows[f"{kind}{side}l{name}"]) for side in "lu")
    return ((value < low) | (value > high)).astype(int).tolist()
