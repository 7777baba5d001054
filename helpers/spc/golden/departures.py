"""Departures: named rules for the cases where the kit, on purpose, does not do as a peer does.

Each rule looks at what went into a case (and, for a stop, whether the peer stopped), never
at its name. It is asked only when the outcome differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.golden.plain import as_list, floats
from helpers.spc.conventions import D4

Case = dict[str, Any]


@dataclass(frozen=True)
class Departure:
    """A rule: its words, the tool it is about (or any), and the cases it is for."""

    rule: str
    tool: str
    applies: Callable[[Case], bool]


def departure(tool: str, case: Case, found: dict[str, Any]) -> str:
    """Return the rule by which the kit departs from this case, or ''."""
    for known in DEPARTURES:
        if known.tool in ("", tool) and known.applies(case):
            return known.rule
    return ""


def _options(case: Case) -> dict[str, Any]:
    return case.get("options") or {}


def _values(case: Case) -> np.ndarray:
    """What is drawn, row by row: a ratio where there is a denominator."""
    values, below = floats(case["inputs"]["y"]), case["inputs"].get("n")
    if below is None:
        return values
    weight = floats(below if isinstance(below, list) else [below] * len(values))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, values / weight, np.nan)


def _present(case: Case) -> np.ndarray:
    values = _values(case)
    return values[~np.isnan(values)]


def _nothing(case: Case) -> bool:
    return not len(_present(case))


def _stretches(case: Case) -> list[np.ndarray]:
    """Split the values where a chart starts afresh: at facets, rebase dates or parts."""
    values, options, inputs = _values(case), _options(case), case["inputs"]
    size = len(values)
    if "date" in inputs:
        facet = inputs.get("facet") or [""] * size
        order = np.lexsort((np.array(inputs["date"], str), np.array(facet, str)))
        rebase = options.get("rebase")
        dates = (
            as_list(rebase)
            if not isinstance(rebase, dict)
            else [date for some in rebase.values() for date in as_list(some)]
        )
        place = [(facet[row], inputs["date"][row]) for row in order]
        cuts = [
            at for at in range(1, size) if place[at][0] != place[at - 1][0] or place[at][1] in dates
        ]
        return np.split(values[order], cuts)
    return np.split(values, [end for end in as_list(options.get("part")) if 0 < end < size])


def _baseline(case: Case, stretch: np.ndarray) -> np.ndarray:
    first = _options(case).get("fix_after_n_points") or _options(case).get("freeze")
    return stretch[:first] if first and not _options(case).get("part") else stretch


def _ranges(stretch: np.ndarray) -> np.ndarray:
    ranges = np.abs(np.diff(stretch))
    return ranges[~np.isnan(ranges)]


def _on_ranges(case: Case) -> bool:
    return case.get("chart", "i") in ("i", "mr", "t", "pp", "up", "ip")


def _no_spread(case: Case) -> bool:
    """Limits rest on ranges, and some stretch never moves or has too few neighbours to say."""
    if not _on_ranges(case):
        return False
    ranges = [_ranges(_baseline(case, stretch)) for stretch in _stretches(case)]
    return any(not len(each) or not each.any() for each in ranges)


def _collapses(case: Case) -> bool:
    """Screening would take every range that is not zero."""
    if not _on_ranges(case) or case.get("chart") in ("mr", "ip"):
        return False
    for stretch in _stretches(case):
        ranges = _ranges(_baseline(case, stretch))
        if ranges.any() and not ranges[ranges < D4 * ranges.mean()].any():
            return True
    return False


def _time_of_zero(case: Case) -> bool:
    return case.get("chart") == "t" and bool((_present(case) <= 0).any())


def _small_fixed(case: Case) -> bool:
    fixed = _options(case).get("fix_after_n_points")
    return fixed is not None and fixed < 12


def _given_centre_on_t(case: Case) -> bool:
    return case.get("chart") == "t" and _options(case).get("cl") is not None


def _lone_subgroup(case: Case) -> bool:
    if case.get("chart") not in ("xbar", "s"):
        return False
    x = np.array(case["inputs"]["x"])[~np.isnan(_values(case))]
    return bool((np.unique(x, return_counts=True)[1] < 2).any()) or len(
        set(case["inputs"]["x"])
    ) > len(set(x))


def _gap(case: Case) -> bool:
    return bool(np.isnan(_values(case)).any())


def _stopped(case: Case) -> bool:
    return (case.get("outputs") or {}).get("error") is not None


DEPARTURES = (
    Departure("no figures: nothing is drawn", "", _nothing),
    Departure("times between events must be above zero", "qicharts2", _time_of_zero),
    Departure("limits are fixed after 12 points or more", "NHSRplotthedots", _small_fixed),
    Departure(
        "a missing period breaks a pattern and stops nothing",
        "NHSRplotthedots",
        lambda case: _stopped(case) and _gap(case),
    ),
    Departure("a peer that stopped: the kit goes on", "", _stopped),
    Departure("figures that never move have limits of no width", "", _no_spread),
    Departure("screening never takes away all spread", "", _collapses),
    Departure("a subgroup of one or none has no spread", "qicharts2", _lone_subgroup),
    Departure(
        "a given centre of a t chart is in the chart's unit", "qicharts2", _given_centre_on_t
    ),
)
