"""Adviser: three plain questions about a measure, and the chart that suits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.intake import Problem
from helpers.spc.conventions import D2
from helpers.spc.kinds import FEWEST_POINTS
from helpers.spc.marks import words

RARE = 0.5  # with more zeros than this, a chart of counts hugs the floor and sees nothing
# Spread of the points in sigmas of pure chance (Laney's sigma z) beyond which p and u charts
# cry wolf. Pure chance alone exceeds 1.35 in about 3 of 100 series of 24 months (simulated).
SPREAD = 1.35
BIG = 1_000  # cases a period; from here even small real differences outgrow chance


@dataclass(frozen=True)
class Question:
    """One question of the adviser: its id, its text, and answers as value → wording."""

    id: str
    text: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Advice:
    """The chart kind to use, why in one or two sentences, and what else could serve."""

    kind: str
    because: str
    alternatives: tuple[tuple[str, str], ...] = ()


QUESTIONS = tuple(Question(**question) for question in words()["adviser"]["questions"])

# What to suggest beside each kind.
INSTEAD = {
    "run": ("xmr",),
    "xmr": ("run",),
    "c": ("u", "xmr"),
    "u": ("laney_u", "xmr"),
    "p": ("laney_p", "xmr"),
    "laney_p": ("p", "xmr"),
    "laney_u": ("u", "xmr"),
    "g": ("t", "run"),
    "t": ("g", "run"),
    "xbar": ("s", "xmr"),
}
# Kinds that stand on the answer about the number alone.
SIMPLE = {"measured": "xmr", "sample": "xbar", "time_between": "t", "cases_between": "g"}


def advise(
    answers: Mapping[str, str],
    values: ArrayLike | None = None,
    denominator: ArrayLike | None = None,
) -> Advice:
    """
    Choose a chart from the answers to ``QUESTIONS``, then check it against the data.

    Parameters
    ----------
    answers : mapping
        Question id to the value of the chosen option. Only "number" is required;
        a question left out counts as "unsure".
    values : array-like, optional
        The measure's numbers; for shares and rates, the numerators.
    denominator : array-like, optional
        Cases or exposure of each period, as long as `values`.

    Returns
    -------
    Advice
        Kind, reason and alternatives, in words a leader can follow.

    Raises
    ------
    Problem
        If "number" is unanswered or no option, or the lengths differ.

    Notes
    -----
    Excess spread is Laney's sigma z (Quality Engineering 14(4), 2002): the mean moving range
    of the standardised values over 1.128. A lasting shift hardly moves it.

    Examples
    --------
    >>> advise({"number": "measured"}).kind
    'xmr'
    >>> advise({"number": "share", "size": "yes"}).kind
    'laney_p'
    >>> advise({"number": "count"}, values=[3, 4, 2]).kind
    'run'
    """
    number = _number(answers)
    counts, chances = _clean(values, denominator)
    if counts is not None and len(counts) < FEWEST_POINTS:
        return _advice("run", "few", points=len(counts), needed=FEWEST_POINTS)
    if number in SIMPLE:
        return _advice(SIMPLE[number], number)
    if counts is not None and np.mean(counts == 0) > RARE:
        return _advice("g" if number == "share" else "t", f"{number}_rare")
    if number == "count":
        return _count(answers, counts, chances)
    return _ratio(number, answers, counts, chances)


def spread_ratio(counts: ArrayLike, chances: ArrayLike | None = None, *, share: bool) -> float:
    """
    Return how many times as much the points vary as pure chance would make them.

    Parameters
    ----------
    counts : array-like
        Events or cases of each period.
    chances : array-like, optional
        Denominators; None means the same for all.
    share : bool
        True for cases out of a total (binomial), False for events (Poisson).

    Returns
    -------
    float
        Laney's sigma z; about 1 for pure chance, NaN with fewer than two periods.

    Examples
    --------
    >>> round(spread_ratio([10, 30, 10, 30], share=False), 2)
    3.96
    """
    events = np.asarray(counts, dtype=float)
    size = np.ones_like(events) if chances is None else np.asarray(chances, dtype=float)
    if len(events) < 2 or not size.sum():
        return float("nan")
    level = events.sum() / size.sum()
    variance = level * (1 - level) / size if share else level / size
    if not (variance > 0).all():
        return float("nan")
    z = (events / size - level) / np.sqrt(variance)
    return float(np.abs(np.diff(z)).mean() / D2)


def _count(answers: Mapping[str, str], counts: NDArray | None, chances: NDArray | None) -> Advice:
    if chances is not None and (answers.get("opportunity") == "yes" or _varies(chances)):
        return _ratio("rate", answers, counts, chances, reason="count_rate")
    if answers.get("opportunity") == "yes":
        return _advice("xmr", "count_varies", extra=("u",))
    ratio = spread_ratio(counts, share=False) if counts is not None else float("nan")
    if ratio > SPREAD:
        return _advice("xmr", "count_spread", extra=("c",), ratio=f"{ratio:.1f}")
    return _advice("c", "count")


def _ratio(
    number: str,
    answers: Mapping[str, str],
    counts: NDArray | None,
    chances: NDArray | None,
    reason: str | None = None,
) -> Advice:
    plain, laney = ("p", "laney_p") if number == "share" else ("u", "laney_u")
    if counts is None or chances is None:
        big = answers.get("size") == "yes"
        return _advice(laney, f"{number}_big") if big else _advice(plain, reason or number)
    ratio = spread_ratio(counts, chances, share=number == "share")
    if ratio > SPREAD:
        return _advice(laney, f"{number}_spread", ratio=f"{ratio:.1f}")
    # Exposure has no natural unit (1,000 bed days or 1), so its size is judged by the events.
    size = chances if number == "share" else counts
    if np.mean(size) > BIG and ratio > 1:
        return _advice(laney, f"{number}_big")
    return _advice(plain, reason or number)


def _number(answers: Mapping[str, str]) -> str:
    options = QUESTIONS[0].options
    number = answers.get("number", "")
    if number not in options:
        raise Problem(f"Answer {QUESTIONS[0].text!r} first. The choices are: {', '.join(options)}.")
    return number


def _clean(
    values: ArrayLike | None, denominator: ArrayLike | None
) -> tuple[NDArray | None, NDArray | None]:
    """Drop periods that lack a value or have no chances at all."""
    if values is None:
        return None, None
    counts = np.asarray(values, dtype=float)
    if denominator is None:
        return counts[np.isfinite(counts)], None
    chances = np.asarray(denominator, dtype=float)
    if len(chances) != len(counts):
        raise Problem(
            f"There are {len(counts)} values but {len(chances)} denominators. "
            "Give one denominator for each value."
        )
    usable = np.isfinite(counts) & np.isfinite(chances) & (chances > 0)
    return counts[usable], chances[usable]


def _varies(chances: NDArray) -> bool:
    """Say whether chances differ by more than a quarter from their mean anywhere."""
    return bool(len(chances)) and bool((np.abs(chances / chances.mean() - 1) > 0.25).any())


def _advice(kind: str, reason: str, extra: tuple[str, ...] = (), **facts: object) -> Advice:
    texts = words()["adviser"]
    others = dict.fromkeys(extra + INSTEAD[kind])
    return Advice(
        kind,
        texts["because"][reason].format(**facts),
        tuple((other, texts["instead"][other]) for other in others),
    )
