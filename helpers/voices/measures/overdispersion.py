"""Overdispersion: how much more places differ than chance allows, and limits that allow for it.

Spiegelhalter 2005 and 2012; the truncated form is that of the NHS Summary Hospital-level Mortality
Indicator. Additive: the places have a spread of their own, tau (DerSimonian and Laird 1986).
Multiplicative: all limits are stretched alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from helpers.intake import Problem
from helpers.voices.measures.checks import checked_counts
from helpers.voices.measures.measured import Floats

Kind = Literal["share", "ratio", "log_ratio", "log_rate"]


@dataclass(frozen=True)
class Scores:
    """
    Each place on a scale where chance has the same width everywhere.

    Attributes
    ----------
    kind : str
        "share": arcsine of the root. "ratio": square root of observed over expected.
        "log_ratio": its logarithm. "log_rate": logarithm of events over exposure.
    value : float array (places,)
        What is drawn.
    target : float
    size : float array (places,)
        People, exposure or expected events.
    y, error : float array (places,)
        The value on the scale, and its standard error there.
    """

    kind: Kind
    value: Floats
    target: float
    size: Floats
    y: Floats
    error: Floats

    @classmethod
    def of(
        cls, count: ArrayLike, size: ArrayLike, kind: Kind, target: float | None = None
    ) -> Scores:
        """
        Put counts on the scale; half an event is added where a logarithm of a rate is taken.

        Raises
        ------
        Problem
            If a figure is negative, or there are more events than people in a share.

        Examples
        --------
        >>> Scores.of([4, 9], [4, 4], "ratio").z.tolist()
        [0.0, 2.0]
        """
        x, n = checked_counts(count, size, whole="people" if kind == "share" else "")
        known = np.isfinite(x) & (n > 0)
        if not known.any():
            raise Problem("No place has both figures. Give counts, and what they are out of.")
        if target is None:
            rated = kind in ("share", "log_rate")
            target = float(x[known].sum() / n[known].sum()) if rated else 1.0
        x, n = np.where(known, x, np.nan), np.where(known, n, np.nan)
        with np.errstate(divide="ignore"):
            value, y, error = x / n, *_scaled(x, n, kind)
        return cls(kind, value, target, n, y, error)

    @property
    def middle(self) -> float:
        """The target on the scale."""
        turn: dict[str, Callable] = {"share": _arcsine, "ratio": np.sqrt}
        return float(turn.get(self.kind, np.log)(self.target))

    @property
    def z(self) -> Floats:
        """How many standard errors each place is from the target."""
        return (self.y - self.middle) / self.error

    def back(self, y: Floats) -> Floats:
        """Turn figures on the scale back; none is below zero, no share above 1."""
        if self.kind == "share":
            return np.sin(np.clip(y, 0, np.pi / 2)) ** 2
        return np.maximum(y, 0) ** 2 if self.kind == "ratio" else np.exp(y)

    def limits(self, reach: Floats) -> tuple[Floats, Floats]:
        """Return lower and upper limit of each place, so far from the target on the scale."""
        return self.back(self.middle - reach), self.back(self.middle + reach)


def _arcsine(share: Floats | float) -> Floats:
    return np.arcsin(np.sqrt(share))


def _scaled(x: Floats, n: Floats, kind: Kind) -> tuple[Floats, Floats]:
    if kind == "share":
        return _arcsine(x / n), 1 / (2 * np.sqrt(n))
    if kind == "ratio":
        return np.sqrt(x / n), 1 / (2 * np.sqrt(n))
    if kind == "log_ratio":
        return np.log(x / n), 1 / np.sqrt(n)
    more, whole = x + 0.5, n + 0.5
    return np.log(more / whole), np.sqrt(x / more**2 + n / whole**2)


def winsorised(z: Floats, trim: float) -> Floats:
    """
    Pull the extreme scores in to the trim and 1 - trim quantiles.

    Examples
    --------
    >>> winsorised(np.array([-9.0, -1, 0, 1, 9]), 0.25).tolist()
    [-1.0, -1.0, 0.0, 1.0, 1.0]
    """
    known = z[np.isfinite(z)]
    return np.clip(z, *np.quantile(known, [trim, 1 - trim])) if len(known) else z


def truncated(z: Floats, trim: float) -> Floats:
    """
    Drop the extreme scores, as the NHS mortality indicator does: the ends by rank become NaN.

    Examples
    --------
    >>> truncated(np.array([-9.0, -1, 0, 1, 9]), 0.2).tolist()
    [nan, -1.0, 0.0, 1.0, nan]
    """
    kept, known = np.full(z.shape, np.nan), ~np.isnan(z)
    figures = z[known]
    parts = 1 / trim
    rank = np.argsort(np.argsort(figures, kind="stable")) + 1
    part = np.floor(rank * parts / (len(figures) + 1))
    kept[known] = np.where((part > 0) & (part < parts - 1), figures, np.nan)
    return kept


def heterogeneity(
    scores: Scores, *, trim: float = 0.1, truncate: bool = False
) -> tuple[float, float]:
    """
    Return phi, the mean squared score, and the variance between places beyond chance.

    Parameters
    ----------
    trim : float
        Share of places at either end whose scores are pulled in, or dropped if `truncate`.

    Raises
    ------
    Problem
        If the trim is not from 0 to below a half.

    Examples
    --------
    >>> phi, tau2 = heterogeneity(Scores.of([4, 4, 4], [4, 4, 4], "ratio"), trim=0)
    >>> phi, tau2
    (0.0, 0.0)
    """
    if not 0 <= trim < 0.5:
        raise Problem(f"A trim of {trim:g} is not possible. Choose one from 0 to 0.4, such as 0.1.")
    z = scores.z
    if trim:
        z = truncated(z, trim) if truncate else winsorised(z, trim)
    used = np.isfinite(z)
    n = int(used.sum())
    if n < 2:
        return 1.0, 0.0
    phi = float((z[used] ** 2).mean())
    weight = 1 / scores.error[used] ** 2
    if n * phi < n - 1:
        return phi, 0.0
    total = weight.sum()
    return phi, float((n * phi - (n - 1)) / (total - (weight**2).sum() / total))


def additive(scores: Scores, tau2: float) -> Floats:
    """Return each place's spread on the scale: chance and the places' own, together."""
    return np.sqrt(scores.error**2 + tau2)


def multiplicative(scores: Scores, phi: float) -> Floats:
    """Return each place's spread on the scale, stretched by the root of phi, never shrunk."""
    return scores.error * np.sqrt(max(1.0, phi))
