"""Adapter: calls of PHEindicatormethods for one group's figure and for quantile groups.

What it does differently from the kit: rows with the same group are added up, and a missing count
is none in a standardised rate.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.golden.plain import as_list, floats, numbers
from helpers.voices.measures.fifths import quantile_groups
from helpers.voices.measures.intervals import EXACT_BELOW, byar, mean, proportion, rate
from helpers.voices.measures.measured import Floats, Measured, share_of
from helpers.voices.measures.standardised import (
    EUROPE_2013,
    direct,
    direct_repeated,
    expected_events,
    indirect,
)

Case = dict[str, Any]


def printed(case: Case, compute: Callable[[float], Measured]) -> dict[str, Any]:
    """Print value and limits at each confidence, and the first reason there is."""
    wanted = as_list(case["options"].get("confidence", 0.95))
    rows: dict[str, Any] = {}
    for confidence in wanted:
        found = compute(confidence)
        share = f"{100 * share_of(confidence):.1f}".replace(".", "_")
        tag = share if len(wanted) > 1 else ""
        rows |= {
            "value": numbers(np.atleast_1d(found.value)),
            f"lower{tag}cl": numbers(np.atleast_1d(found.lower)),
            f"upper{tag}cl": numbers(np.atleast_1d(found.upper)),
        }
        why = (found.why(index) for index in np.ndindex(found.reason.shape))
        rows["reason"] = next((reason for reason in why if reason), "")
    return rows


def _grouped(case: Case, *names: str) -> tuple[dict[str, Any], list[list[Floats]]]:
    """Split some columns by group: the groups in order, as printed, and each one's columns."""
    group = case["input"].get("group")
    columns = [floats(case["input"][name]) for name in names]
    if group is None:
        return {}, [columns]
    keys, groups = np.array(group), sorted(set(group))
    return {"g": groups}, [[column[keys == key] for column in columns] for key in groups]


def _counts(case: Case) -> tuple[dict[str, Any], Floats, Floats]:
    groups, parts = _grouped(case, "x", "n")
    if not groups:
        return {}, parts[0][0], parts[0][1]
    x, n = (np.array([part[column].sum() for part in parts]) for column in (0, 1))
    return groups, x, n


def _method(x: Floats) -> list[str | None]:
    names = [("Exact" if count < EXACT_BELOW else "Byars") for count in x]
    return [None if np.isnan(count) else name for count, name in zip(x, names, strict=True)]


def proportions(case: Case) -> dict[str, Any]:
    """Return what phe_proportion() would."""
    groups, x, n = _counts(case)
    per = case["options"].get("multiplier", 1)
    return groups | printed(
        case, lambda confidence: proportion(x, n, per=per, confidence=confidence)
    )


def rates(case: Case) -> dict[str, Any]:
    """Return what phe_rate() would."""
    groups, x, n = _counts(case)
    per = case["options"].get("multiplier", 100_000)
    rows = printed(case, lambda confidence: rate(x, n, per=per, confidence=confidence))
    return groups | rows | {"method": _method(x)}


def byar_counts(case: Case) -> dict[str, Any]:
    """Return Byar's limits of counts."""
    lower, upper = byar(floats(case["input"]["x"]), as_list(case["options"]["confidence"])[0])
    return {"lower": numbers(lower), "upper": numbers(upper)}


def means(case: Case) -> dict[str, Any]:
    """Return what phe_mean() would."""
    groups, parts = _grouped(case, "x")
    figures = [part[0] for part in parts]
    spread = [part.std(ddof=1) if len(part) > 1 else np.nan for part in figures]
    rows = printed(
        case, lambda confidence: _stack([mean(part, confidence=confidence) for part in figures])
    )
    return groups | rows | {
        "value_sum": numbers([part.sum() for part in figures]),
        "value_count": [len(part) for part in figures],
        "stdev": numbers(spread),
    }  # fmt: skip


def _stack(found: list[Measured]) -> Measured:
    value, lower, upper, reason = (
        np.stack([getattr(one, name) for one in found])
        for name in ("value", "lower", "upper", "reason")
    )
    return Measured(value, lower, upper, reason, found[0].confidence)


def standardised(case: Case) -> dict[str, Any]:
    """Return what calculate_dsr() would."""
    case = {**case, "input": {"stdpop": EUROPE_2013.tolist(), **case["input"]}}
    groups, parts = _grouped(case, "x", "n", "stdpop")
    per = case["options"].get("multiplier", 100_000)

    def rated(confidence: float) -> Measured:
        return _stack(
            [
                direct(x, n, w, per=per, confidence=confidence, missing_is_none=True)
                for x, n, w in parts
            ]
        )

    return groups | printed(case, rated) | {
        "total_count": [float(np.nansum(x)) for x, _, _ in parts],
        "total_pop": [float(n.sum()) for _, n, _ in parts],
    }  # fmt: skip


def repeated(case: Case) -> dict[str, Any]:
    """Return what calculate_dsr(independent_events = FALSE) would."""
    inputs = case["input"]
    keys = np.array(inputs.get("group") or [""] * len(inputs["n"]))
    parts = [
        _by_band({name: np.array(column)[keys == key] for name, column in inputs.items()})
        for key in sorted(set(keys))
    ]
    per = case["options"].get("multiplier", 100_000)
    rows = printed(
        case,
        lambda confidence: _stack(
            [direct_repeated(*part, per=per, confidence=confidence) for part in parts]
        ),
    )
    return rows | {
        "g": sorted(set(keys)),
        "total_count": [float((persons * times).sum()) for persons, times, *_ in parts],
        "total_pop": [float(n.sum()) for _, _, n, _ in parts],
    }


def _by_band(columns: dict[str, np.ndarray]) -> tuple[Floats, Floats, Floats, Floats]:
    """Lay persons out by age and number of events, with the people and the standard of each age."""
    bands, at = np.unique(columns["ageband"], return_inverse=True)
    times, often = np.unique(columns["eventfreq"], return_inverse=True)
    persons = np.zeros((len(bands), len(times)))
    np.add.at(persons, (at, often), np.nan_to_num(floats(columns["individuals"])))
    first = [int(np.argmax(at == band)) for band in range(len(bands))]
    return persons, times, floats(columns["n"])[first], floats(columns["stdpop"])[first]


def indirectly(case: Case) -> dict[str, Any]:
    """Return what calculate_ISRate() and calculate_ISRatio() would."""
    groups, parts = _grouped(case, "x", "n")
    reference = [floats(case["input"][name]) for name in ("x_ref", "n_ref")]
    if groups and len(reference[0]) == len(case["input"]["x"]):
        parts = [[*part, *ref] for part, ref in zip(parts, _grouped(case, "x_ref", "n_ref")[1], strict=True)]  # fmt: skip
    else:
        parts = [[*part, *reference] for part in parts]
    per = case["options"].get("multiplier", 100_000)
    usual = [per * x_ref.sum() / n_ref.sum() for *_, x_ref, n_ref in parts]
    observed = np.array([np.nansum(x) for x, *_ in parts])
    due = [float(expected_events(np.nan_to_num(n), *ref)) for _, n, *ref in parts]

    def ratios(times: list[float]) -> Callable[[float], Measured]:
        return lambda confidence: _stack(
            [
                indirect(*part, times=by, confidence=confidence, missing_is_none=True)
                for part, by in zip(parts, times, strict=True)
            ]
        )

    rated = printed(case, ratios(usual)) | {
        "observed": numbers(observed),
        "expected": due,
        "ref_rate": usual,
        "method": _method(observed),
    }
    ratio = printed(case, ratios([case["options"].get("refvalue", 1)] * len(parts)))
    return groups | {
        "rate": rated | groups,
        "ratio": ratio | groups,
        "reason": rated["reason"],
    }


def quantiles(case: Case) -> dict[str, Any]:
    """Return what phe_quantile() would; with invert, the highest values are group 1."""
    options, inputs = case["options"], case["input"]
    end: Any = "highest" if options.get("invert", True) else "lowest"
    values = floats(inputs["values"])
    keys = np.array(inputs.get("group") or [""] * len(values))
    number, why = np.full(len(values), np.nan), ""
    for key in set(keys):
        found = quantile_groups(
            values[keys == key], options.get("nquantiles", 10), most_deprived=end
        )
        number[keys == key], why = found.number, why or found.why
    return {"quantile": numbers(number), "reason": why}
