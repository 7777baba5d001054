"""Funnel limits: how far a place may be from the target by chance alone, exact.

Binomial for shares, Poisson for counts against expected ones. Places that differ more than chance
allows (overdispersion) get wider limits after Spiegelhalter (Statistics in Medicine 2005; Quality
and Safety in Health Care 2005, doi:10.1136/qshc.2005.013755), as do NHS mortality indicators.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtrik, pdtrik

from helpers.intake import Problem
from helpers.voices.measures.measured import Floats, deviations, share_of
from helpers.voices.measures.overdispersion import (
    Kind,
    Scores,
    additive,
    heterogeneity,
    multiplicative,
)
from helpers.voices.words import say

LEVELS = (0.95, 0.998)  # about two and three standard deviations, as public health charts draw them


@dataclass(frozen=True)
class Funnel:
    """
    Limits at each place, for each level.

    Attributes
    ----------
    value, target : float array, float
        What is drawn, and where the funnel's middle is.
    levels : tuple of float
    lower, upper : float array (levels, places)
    outside : int array (places,)
        How many of the levels a place is outside of; below zero if it is low.
    phi, tau : float
        How far the places differ: the mean squared score (1 is chance), and their own standard
        deviation on the scale of the scores.
    """

    value: Floats
    target: float
    levels: tuple[float, ...]
    lower: Floats
    upper: Floats
    phi: float = 1.0
    tau: float = 0.0

    @property
    def outside(self) -> np.ndarray:
        """Count the levels each place is outside of."""
        with np.errstate(invalid="ignore"):
            high, low = self.value > self.upper, self.value < self.lower
        return np.asarray(high.sum(axis=0) - low.sum(axis=0))

    @property
    def sentence(self) -> str:
        """Say how many places there are, and how many are outside the widest limits."""
        shown = int(np.isfinite(self.value).sum())
        far = int((np.abs(self.outside) == len(self.levels)).sum())
        hidden = self.value.size - shown
        words = say("funnel", "places", places=shown, level=f"{100 * max(self.levels):g}", far=far)
        return f"{words} {say('funnel', 'hidden', hidden=hidden)}" if hidden else words


def exact_limits(
    size: ArrayLike, level: float, *, share: float | None = None
) -> tuple[Floats, Floats]:
    """
    Return exact control limits as counts, not rounded to whole ones.

    A count beyond them has a chance of less than half of what the level leaves.

    Parameters
    ----------
    size : array
        Expected counts (Poisson), or people where `share` is given (binomial).
    level : float
        0.95 leaves 0.025 at either side.

    Examples
    --------
    >>> lower, upper = exact_limits([5.5716434], 0.95)  # one event is just at its lower limit
    >>> round(float(lower[0]), 6)
    1.0
    """
    tail, n = (1 - share_of(level)) / 2, np.asarray(size, float)
    if share is None:
        edge, least, most = pdtrik, np.exp(-n), np.full(n.shape, np.inf)
        arguments: tuple = (n,)
    else:
        edge, least, most = bdtrik, (1 - share) ** n, n
        arguments = (n, share)
    known = n > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        lower = np.where(least >= tail, 0.0, edge(tail, *arguments))
        # where even one event is rarer than that, the limit lies between none and one
        rare = (1 - least) / tail
        upper = np.where(rare < 1, rare, edge(1 - tail, *arguments) + 1)
    return np.where(known, np.maximum(lower, 0), np.nan), np.where(
        known, np.minimum(upper, most), np.nan
    )


def score_limits(people: ArrayLike, level: float, share: float) -> tuple[Floats, Floats]:
    """
    Return limits of a share where Wilson's interval would just reach the target.

    Public Health England's charts have them; they are nearly the exact ones where people are many.

    Examples
    --------
    >>> [limit.round(3).tolist() for limit in score_limits([4, 400], 0.95, 0.5)]
    [[0.01, 0.451], [0.99, 0.549]]
    """
    n = np.asarray(people, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        reach = deviations(level) * np.sqrt(share * (1 - share) / np.where(n > 0, n, np.nan))
    return np.maximum(share - reach, 0), np.minimum(share + reach, 1)


def funnel(
    count: ArrayLike,
    size: ArrayLike,
    *,
    kind: Kind,
    target: float | None = None,
    levels: Sequence[float] = LEVELS,
    overdispersion: Literal["none", "additive", "multiplicative"] = "none",
    trim: float = 0.1,
    truncate: bool = False,
    score: bool = False,
    per: float = 1,
) -> Funnel:
    """
    Funnel limits for each place.

    Parameters
    ----------
    count, size : arrays (places,)
        Events and people, or observed and expected events. A place with nobody has no limits.
    kind : {"share", "ratio", "log_ratio", "log_rate"}
        A share of people; observed over expected events (on the scale of a root, or of a logarithm
        as the NHS mortality indicator has it); or events for each unit of exposure.
    target : float, optional
        The middle; all events over all people or exposure, 1 of a ratio.
    levels : sequence of float
        Any between 0 and 1, or as percentages.
    overdispersion : {"none", "additive", "multiplicative"}
        Exact limits, or wider ones.
    trim : float
        The share of places at either end whose scores are pulled in before the spread is judged.
    truncate : bool
        Drop those scores instead, as the NHS mortality indicator does.
    score : bool
        Draw a share's limits as Public Health England does, where they are not widened.
    per : float
        100 for percentages.

    Raises
    ------
    Problem
        If a figure is negative, there are more events than people, or a choice is not known.

    Examples
    --------
    >>> funnel([5, 60, 0], [10, 60, 0], kind="share", target=0.5).outside.tolist()
    [0, 2, 0]
    """
    if kind not in get_args(Kind) or overdispersion not in ("none", "additive", "multiplicative"):
        raise Problem(f"There is no {overdispersion} funnel of a {kind}. Choose what is listed.")
    scores, wide = Scores.of(count, size, kind, target), tuple(share_of(one) for one in levels)
    phi, tau2 = heterogeneity(scores, trim=trim, truncate=truncate)
    if overdispersion == "none" and score and kind == "share":
        ends = [score_limits(scores.size, level, scores.target) for level in wide]
    elif overdispersion == "none":
        share = scores.target if kind == "share" else None
        scale = scores.size if kind == "share" else scores.size * scores.target
        ends = [exact_limits(scale, level, share=share) for level in wide]
        ends = [(lower / scores.size, upper / scores.size) for lower, upper in ends]
    else:
        alike = overdispersion == "multiplicative"
        spread = multiplicative(scores, phi) if alike else additive(scores, tau2)
        ends = [scores.limits(deviations(level) * spread) for level in wide]
    lower, upper = (per * np.stack([pair[side] for pair in ends]) for side in (0, 1))
    return Funnel(
        per * scores.value, per * scores.target, wide, lower, upper, phi, float(np.sqrt(tau2))
    )
