"""Adapter: a call of PHEindicatormethods' phe_sii() on our slope index.

What it does differently from the kit: a sign of its own (through the multiplier), and an interval
from random draws, which ours has to meet within the noise of those.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import logit

from helpers.golden.plain import as_list, floats
from helpers.voices.measures.groups import of_values
from helpers.voices.measures.measured import Floats, deviations
from helpers.voices.measures.slope import slope_index

Case = dict[str, Any]
SCATTER = {0: "normal", 1: "log", 2: "logit"}


def outputs(case: Case) -> dict[str, Any]:
    """Return what phe_sii() would."""
    options, rows = case["options"], _rows(case["input"])
    kind, turned = options.get("value_type", 0), bool(options.get("transform"))
    groups = of_values(
        [f"group {number + 1}" for number in range(len(rows["value"]))],
        rows["value"],
        rows["population"],
        _errors(rows, kind),
        good="high",
        share_of=1 if kind == 2 else None,
    )
    fit = {0: "linear", 1: "log", 2: "logit"}[kind] if turned else "linear"
    found = slope_index(
        groups,
        fit,  # type: ignore[arg-type]
        scatter="normal" if turned else SCATTER[kind],  # type: ignore[arg-type]
        confidence=as_list(options.get("confidence", 0.95))[0],
    )
    return _printed(found, options.get("multiplier", 1), turned)


def _printed(found: Any, times: float, turned: bool) -> dict[str, Any]:
    gap, quotient = found.absolute.times(times), found.relative
    rii = [float(part) for part in (quotient.value, quotient.lower, quotient.upper)]
    if times < 0:
        rii = [1 / rii[0], 1 / rii[2], 1 / rii[1]]
    why = found.absolute.why()
    left_out = int(found.absolute.left_out)
    rows = {
        "sii": float(gap.value), "sii_lower": float(gap.lower), "sii_upper": float(gap.upper),
        "rii": rii[0], "rii_lower": rii[1], "rii_upper": rii[2],
        "intercept": float(found.start) * (abs(times) if turned else 1),
        "slope_se": float(found.slope_error),
        "reason": why or (f"{left_out} without a figure" if left_out else ""),
    }  # fmt: skip
    return rows | {"simulated_ci": {key: rows[key] for key in rows if key.endswith("er")}}


def _rows(inputs: dict[str, Any]) -> dict[str, Floats]:
    """Put the rows in order: numbers by size, text as it was given."""
    labels = inputs["quantile"]
    numbered = not any(isinstance(label, str) for label in labels)
    order = np.argsort(floats(labels), kind="stable") if numbered else np.arange(len(labels))
    rows = {name: floats(column)[order] for name, column in inputs.items() if name != "quantile"}
    if "value" not in rows:
        rows["value"] = rows["x"] / rows["population"]
    return rows


def _errors(rows: dict[str, Floats], kind: int) -> Floats:
    """Take standard errors from 95 % limits, on the scale that the kind of value asks for."""
    if "se" in rows:
        return rows["se"]
    turn = {0: lambda part: part, 1: np.log, 2: logit}[kind]
    width = (turn(rows["upper_cl"]) - turn(rows["lower_cl"])) / (2 * deviations(0.95))
    steep = {0: 1.0, 1: rows["value"], 2: rows["value"] * (1 - rows["value"])}[kind]
    return width * steep
