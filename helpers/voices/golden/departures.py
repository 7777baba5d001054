"""Departures: named rules for the cases where the kit, on purpose, does not do as a peer does.

Each rule looks at what went into a case, never at its name. It does not wave a case through: it
says what the peer's way gives, or which entries it is about, and the rest has to match still.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.golden.plain import floats, numbers
from helpers.voices.golden import funnelplotr, healthequal, phe_funnels, phe_slopes
from helpers.voices.golden.funnelplotr import REACH
from helpers.voices.measures.overdispersion import additive

Case = dict[str, Any]
Rows = dict[str, Any]
Compare = Callable[[Case, Rows, Rows], str]
STAND_IN = 1e-6  # what a peer puts in the place of zero
FEWEST = {"sii_phe": 5}  # groups that a peer asks for; others ask for three
ENDS = ("se", "lowerci", "upperci")


@dataclass(frozen=True)
class Departure:
    """
    A rule: its words, the families it is about, and how to settle a case.

    Attributes
    ----------
    settle : callable
        Takes the case, what is expected and what was found; returns both as they are to be
        compared, or None where the rule is not about this case.
    """

    rule: str
    families: tuple[str, ...]
    settle: Callable[[Case, Rows, Rows], tuple[Rows, Rows] | None]


def departure(case: Case, expected: Rows, found: Rows, compare: Compare) -> str:
    """Return the rules by which the kit departs from this case, or ''."""
    used = []
    for known in DEPARTURES:
        if not case["family"].startswith(known.families):
            continue
        settled = known.settle(case, expected, found)
        if settled is None or settled == (expected, found):
            continue
        used.append(known.rule)
        expected, found = settled
        if not compare(case, expected, found):
            return "; ".join(used)
    return ""


def _without(rows: Rows, *names: str) -> Rows:
    return {name: value for name, value in rows.items() if name not in names}


def _answered(case: Case, expected: Rows, found: Rows) -> bool:
    """Tell a peer that stopped from one that answered; a number of ours must be there."""
    value = found.get("sii", found.get("estimate"))
    return bool(expected.get("error")) and value is not None and np.isfinite(value)


def _few_groups(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    size = len(next(iter(case["input"].values())))
    fewest = FEWEST.get(case["family"], 3)
    return ({}, found) if _answered(case, expected, found) and 2 <= size < fewest else None


def _all_alike(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    figures = floats(case["input"].get("est", case["input"].get("value", [0, 1])))
    if np.ptp(figures) > 0 or np.isnan(figures).any():
        return None
    if expected.get("error"):
        return ({}, found) if _answered(case, expected, found) else None
    return (_without(expected, *ENDS), found) if case["family"] in ("he_ti", "he_mld") else None


def _zero_lower(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    mended = [0.0 if one is None else one for one in expected["lower"]]
    return {**expected, "lower": mended}, found


def _no_negative_spread(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    lower = expected.get("lowerci")
    return ({**expected, "lowerci": 0.0}, found) if lower is not None and lower < 0 else None


def _text_order(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    labels = case["input"]["quantile"]
    if not all(isinstance(label, str) for label in labels):
        return None
    order = np.argsort(np.array(labels, str), kind="stable")
    sorted_rows = {name: [column[at] for at in order] for name, column in case["input"].items()}
    return expected, phe_slopes.outputs({**case, "input": sorted_rows})


def _small_multiplier(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    options = case["options"]
    if not options.get("transform") or not 0 < options.get("multiplier", 1) < 1:
        return None
    return _without(expected, "simulated_ci"), found


def _stand_in(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    estimates = floats(case["input"]["est"])
    if not (estimates == 0).any():
        return None
    moved = np.where(estimates == 0, STAND_IN, estimates)
    return expected, healthequal.outputs(
        {**case, "input": {**case["input"], "est": numbers(moved)}}
    )


def _shares_of_one(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    inputs = case["input"]
    if inputs.get("scaleval") or inputs.get("linear") or np.nanmax(floats(inputs["est"])) > 1:
        return None
    return expected, healthequal.outputs({**case, "input": {**inputs, "scaleval": [1]}})


def _clipped_at_hundred(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    times = case["options"].get("multiplier", 1)
    if case["options"].get("statistic") != "proportion" or times == 100:
        return None
    mended = dict(expected)
    for name in expected:
        if not name.startswith("upper"):
            continue
        theirs, ours = floats(expected[name]), floats(found[name])
        # theirs stops at 100, ours at the scale: where either stops, the other may go on
        stopped = (np.isclose(ours, times) & (theirs >= times)) | ((theirs == 100) & (ours >= 100))
        mended[name] = numbers(np.where(stopped, ours, theirs))
    return mended, found


def _other_points(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    if expected.get("error") or expected.get("axis") == found.get("axis"):
        return None
    return expected, phe_funnels.limits(case, floats(expected["axis"]))


def _not_turned_back(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    scores = funnelplotr.scores_of(case)
    if scores.kind != "ratio":
        return None
    return expected, _redrawn(case, found, lambda reach: (1 - reach, 1 + reach))


def _other_variance(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    """Draw the limits of a rate with the variance of a root, as the peer does, not the scores'."""
    scores = funnelplotr.scores_of(case)
    if scores.kind != "log_rate":
        return None
    drawn, times = dict(found), case["options"].get("multiplier", 1)
    theirs = 1 / (4 * scores.size)
    for name, (z, _) in REACH.items():
        for start, spread in (("", theirs), ("od_", theirs + found["tau2"])):
            ends = scores.limits(z * np.sqrt(spread))
            drawn |= funnelplotr.pair(f"{start}l{name}", ends, times)
    return expected, drawn | {"outlier": funnelplotr.outliers(case, scores, drawn)}


def _wrapped(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    """Take ours where a limit on the arcsine scale lies outside it."""
    scores = funnelplotr.scores_of(case)
    if scores.kind != "share":
        return None
    mended, anywhere = dict(expected), np.zeros(len(scores.y), bool)
    for name, (z, _) in REACH.items():
        for start, spread in (("", scores.error), ("od_", additive(scores, found["tau2"]))):
            for side, sign in (("l", -1), ("u", 1)):
                end = scores.middle + sign * z * spread
                key, off = f"{start}{side}l{name}", (end < 0) | (end > np.pi / 2)
                mended[key] = numbers(np.where(off, floats(found[key]), floats(expected[key])))
                anywhere |= off
    marks = np.where(anywhere, found["outlier"], expected["outlier"])
    return {**mended, "outlier": [int(mark) for mark in marks]}, found


def _redrawn(case: Case, found: Rows, turn: Callable) -> Rows:
    """Draw the limits for overdispersion another way, and mark the outliers by them."""
    scores, drawn = funnelplotr.scores_of(case), dict(found)
    for name, (z, _) in REACH.items():
        ends = turn(z * additive(scores, found["tau2"]))
        drawn |= funnelplotr.pair(f"od_l{name}", ends, case["options"].get("multiplier", 1))
    return drawn | {"outlier": funnelplotr.outliers(case, scores, drawn)}


def _people_follow(case: Case, expected: Rows, found: Rows) -> tuple[Rows, Rows] | None:
    if not expected.get("error") or case["input"].get("denominator"):
        return None
    return {}, found


DEPARTURES = (
    Departure("two groups are enough", ("sii_phe", "he_"), _few_groups),
    Departure("groups that are all alike give 0, and no false certainty", ("he_",), _all_alike),
    Departure("a lower limit below zero is 0, not missing", ("byar_count",), _zero_lower),
    Departure(
        "figures below 1 are percentages unless it is said", ("he_sii", "he_rii"), _shares_of_one
    ),
    Departure("a group with none has 0, not a stand-in", ("he_",), _stand_in),
    Departure(
        "a spread between groups is never below 0",
        ("he_bgv", "he_ti", "he_mld"),
        _no_negative_spread,
    ),
    Departure("labels of text keep the order they came in", ("sii_phe",), _text_order),
    Departure(
        "a small multiplier does not turn an interval round", ("sii_phe",), _small_multiplier
    ),
    Departure("a funnel is drawn at points of one's choice", ("funnel_limits_phe",), _other_points),
    Departure(
        "limits of a share end at its own scale", ("funnel_limits_phe",), _clipped_at_hundred
    ),
    Departure("people follow from events and rate", ("funnel_significance_phe",), _people_follow),
    Departure("limits on a root scale are turned back", ("funnel_od",), _not_turned_back),
    Departure("scores and limits have one variance", ("funnel_od",), _other_variance),
    Departure("a limit never wraps round the end of its scale", ("funnel_od",), _wrapped),
)
