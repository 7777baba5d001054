"""Lenses: the same reports weighed in different ways. Each is somebody's choice of what counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np

from helpers.intake import Problem
from helpers.voices.eighty.harm import Harm
from helpers.voices.eighty.pareto import Pareto, pareto
from helpers.voices.eighty.silence import what_if

Lens = Literal["count", "rate", "severity", "deprivation", "group"]
LENSES: tuple[Lens, ...] = get_args(Lens)
# Kit's own starting weights. Nothing in the data says what a harm weighs, or whose weighs more.
SEVERITY_WEIGHTS = (1.0, 2.0, 5.0, 10.0)
DEPRIVATION_WEIGHTS = (2.0, 1.0, 1.0, 1.0, 1.0, 1.0)  # the most deprived fifth counts double
PER = 1_000


@dataclass(frozen=True)
class Weights:
    """
    What each severity and each fifth counts for; both can be set.

    Attributes
    ----------
    severity : tuple of float
        One for each severity, from the mildest to the worst.
    fifths : tuple of float
        One for each fifth, the most deprived first; the last is for those not recorded.
    """

    severity: tuple[float, ...] = SEVERITY_WEIGHTS
    fifths: tuple[float, ...] = DEPRIVATION_WEIGHTS


@dataclass(frozen=True)
class Weighed:
    """
    Reports under one lens.

    Attributes
    ----------
    themes, groups : tuple of str
    amounts : ndarray
        Of shape (themes, groups): reports, points, or reports per 1,000 people.
    variances : ndarray
        Of each theme's amount, with every report on its own (Poisson); the shares reported are
        taken as given.
    """

    themes: tuple[str, ...]
    groups: tuple[str, ...]
    amounts: np.ndarray = field(repr=False)
    variances: np.ndarray = field(repr=False)

    def pareto(self, *, last: Sequence[str] = ()) -> Pareto:
        """Order the themes."""
        bars = self.amounts.sum(axis=1)
        return pareto(self.themes, bars, variances=self.variances, last=last)

    def mostly(self, theme: str) -> tuple[str, float]:
        """Return the group that a theme is mostly about, and its share of it (0 to 1)."""
        row = self.amounts[self.themes.index(theme)]
        return self.groups[int(row.argmax())], float(row.max() / row.sum()) if row.sum() else 0.0


def weigh(
    harm: Harm,
    lens: Lens = "count",
    *,
    shares: Sequence[float] | np.ndarray | None = None,
    weights: Weights | None = None,
    group: str | None = None,
) -> Weighed:
    """
    Weigh reports through one lens, and fill in silence where shares are given.

    Parameters
    ----------
    harm : Harm
    lens : {"count", "rate", "severity", "deprivation", "group"}
        Every report alike; every group alike, however few its people; by how bad it was; by where
        people live; or one group alone.
    shares : sequence of float, optional
        For each group the share of its harm that is ever reported (a what-if); all of it if not.
    weights : Weights, optional
    group : str, optional
        For the lens "group": which one.

    Raises
    ------
    Problem
        The lens needs what these reports do not say.

    Examples
    --------
    >>> from helpers.voices.eighty.harm import load_harm
    >>> weigh(load_harm(), "rate").pareto().first(2)
    ('Violence and bullying', 'Discrimination')
    """
    weights = weights or Weights()
    times = what_if(
        _per_group(harm, lens, group), np.ones(len(harm.groups)) if shares is None else shares
    )
    each = times[:, None, None] * _per_report(harm, lens, weights)
    return Weighed(
        harm.themes,
        harm.groups,
        (harm.counts * each).sum(axis=(2, 3)),
        (harm.counts * np.square(each)).sum(axis=(1, 2, 3)),
    )


def _per_group(harm: Harm, lens: Lens, group: str | None) -> np.ndarray:
    """Return what one report of each group counts for."""
    if lens == "group":
        if group not in harm.groups:
            raise Problem("No group is chosen. Choose one of the list.")
        return np.array([float(name == group) for name in harm.groups])
    if lens != "rate":
        return np.ones(len(harm.groups))
    sizes = np.array([harm.people.get(name, 0) for name in harm.groups], dtype=float)
    if not (sizes > 0).all():
        raise Problem("A rate needs the number of people in each group. One of them is missing.")
    return PER / sizes / len(sizes)


def _per_report(harm: Harm, lens: Lens, weights: Weights) -> np.ndarray:
    """Return what a report counts for by severity and fifth, of shape (severities, fifths)."""
    severity, fifths = np.ones(len(harm.severities)), np.ones(len(harm.fifths))
    if lens == "severity":
        severity = _fitting(weights.severity, severity, "severity")
    if lens == "deprivation":
        fifths = _fitting(weights.fifths, fifths, "fifth")
    return np.outer(severity, fifths)


def _fitting(given: Sequence[float], axis: np.ndarray, name: str) -> np.ndarray:
    if len(axis) < 2:
        raise Problem(f"These reports do not say the {name}. Choose another lens.")
    found = np.asarray(given, dtype=float)
    if found.shape != axis.shape or not np.isfinite(found).all() or (found < 0).any():
        raise Problem(f"Each {name} needs a weight from 0 up. Put a number in each box.")
    return found
