"""Deming's funnel: four ways to correct a process that needs no correcting.

Drops fall along one line; the target is 0 and the noise of one drop has a variance of 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from helpers.intake import Problem

Rule = Literal[1, 2, 3, 4]
RULES: tuple[Rule, ...] = get_args(Rule)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Path:
    """
    Drops so far under one rule, as distances from the target.

    Attributes
    ----------
    rule : {1, 2, 3, 4}
    positions, results : float array
        Where the funnel stood, and where each drop came to rest.
    """

    rule: Rule
    positions: Floats
    results: Floats

    @property
    def worst(self) -> float:
        """The farthest miss; 0 before the first drop."""
        return float(np.abs(self.results).max(initial=0))


@dataclass(frozen=True)
class Spread:
    """Variance of the k-th drop: measured over many runs, and as theory has it."""

    rule: Rule
    drops: int
    measured: float
    theory: float


def start(rule: Rule) -> Path:
    """Return a path with no drops: the funnel stands over the target."""
    if rule not in RULES:
        raise Problem(f"There is no rule {rule}. Choose 1, 2, 3 or 4.")
    return Path(rule, np.empty(0), np.empty(0))


def drop(path: Path, drops: int, generator: np.random.Generator) -> Path:
    """
    Let more drops fall: one, or many at once. Either way gives the same path.

    Examples
    --------
    >>> path = drop(start(4), 50, np.random.default_rng(1))
    >>> bool((path.positions[1:] == path.results[:-1]).all())  # rule 4 aims at the last result
    True
    """
    if drops < 1:
        raise Problem("Let at least one drop fall.")
    positions, results = list(path.positions), list(path.results)
    for noise in generator.normal(size=drops):
        positions.append(_next(path.rule, positions, results))
        results.append(positions[-1] + noise)
    return Path(path.rule, np.array(positions), np.array(results))


def _next(rule: Rule, positions: list[float], results: list[float]) -> float:
    """Where the funnel goes next: the four rules of Out of the Crisis, chapter 11."""
    if rule == 1 or not results:
        return 0.0
    moves = {
        2: positions[-1] - results[-1],  # back by the last error, from where it stood
        3: -results[-1],  # back by the last error, from the target
        4: results[-1],  # over the last result
    }
    return float(moves[rule])


def theory(rule: Rule, drops: int) -> float:
    """
    Return the variance of the k-th drop, in variances of a single drop.

    Notes
    -----
    Rule 1: 1. Rule 2: the last error is carried once, 2 from the second drop on.
    Rules 3 and 4: every error so far is still in it, k.

    Examples
    --------
    >>> [theory(rule, 50) for rule in RULES]
    [1.0, 2.0, 50.0, 50.0]
    """
    return float({1: 1, 2: min(drops, 2), 3: drops, 4: drops}[rule])


def spread(rule: Rule, drops: int, runs: int, generator: np.random.Generator) -> Spread:
    """
    Measure how far the k-th drop strays, over many runs of the game.

    Parameters
    ----------
    rule : {1, 2, 3, 4}
    drops : int
        k, the drops in each run.
    runs : int
    generator : numpy Generator

    Examples
    --------
    >>> result = spread(2, 50, 4000, np.random.default_rng(1))
    >>> round(result.measured, 1), result.theory
    (2.0, 2.0)
    """
    last = _last_results(rule, generator.normal(size=(runs, drops)))
    return Spread(rule, drops, float(np.mean(last**2)), theory(rule, drops))


def _last_results(rule: Rule, noise: Floats) -> Floats:
    """Where the last drop of each run lands: the rules written out as sums of the noise."""
    if rule == 1:
        return noise[:, -1]
    if rule == 2:
        return noise[:, -1] - (noise[:, -2] if noise.shape[1] > 1 else 0)
    signs = (-1.0) ** np.arange(noise.shape[1])[::-1] if rule == 3 else np.ones(noise.shape[1])
    return (noise * signs).sum(axis=1)
