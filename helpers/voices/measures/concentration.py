"""Concentration index: how unevenly a figure falls along the order of the groups.

Twice the covariance of figure and rank (Kakwani, Wagstaff and van Doorslaer 1997); absolute,
relative, and the two versions for a bounded figure (Wagstaff 2005, Erreygers 2009).
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from helpers.intake import Problem
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Floats, Reason
from helpers.voices.measures.unequal import Inequality, around, unequal

Kind = Literal["absolute", "relative", "wagstaff", "erreygers"]


def concentration_index(
    groups: Groups,
    kind: Kind = "relative",
    *,
    bounds: tuple[float, float] | None = None,
    confidence: float = 0.95,
) -> Inequality:
    """
    Concentration of the bad among the most deprived: above zero they are worse off.

    Parameters
    ----------
    kind : {"absolute", "relative", "wagstaff", "erreygers"}
        Absolute is in the values' unit, the others in none.
    bounds : (float, float), optional
        Least and most a value can be, for the last two; 0 and `per` of a share.

    Notes
    -----
    With standard errors of the groups the interval follows from them. Without, it rests on how
    far the groups lie from a line, with two degrees of freedom fewer than groups.

    Raises
    ------
    Problem
        If the groups have no order, or bounds are needed and not known.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> waits = of_values(["poorer", "richer"], [30, 10], [100, 100], good="low", share_of=100)
    >>> [float(concentration_index(waits, kind).value) for kind in ("absolute", "relative")]
    [5.0, 0.25]
    """
    if kind not in get_args(Kind):
        raise Problem(
            f"There is no concentration index '{kind}'. Choose one of: {', '.join(get_args(Kind))}."
        )
    groups.need_order()
    least, factor, share = _scale(groups, kind, bounds)
    a, off = groups.share, groups.rank - 0.5
    with np.errstate(invalid="ignore"):
        parts = 2 * a * off * factor[..., None]
        value = (parts * (groups.y - least)).sum(axis=-1)
        if groups.error is not None:
            moves = parts - value[..., None] * share * a
            error = np.sqrt((moves**2 * groups.e**2).sum(axis=-1))
        else:
            error = _from_line(groups, factor)
    none = (~np.isfinite(factor), Reason.NONE_ANYWHERE, True)
    ends = around(groups.sign * value, error, confidence)
    return unequal(
        f"concentration_{kind}", groups, groups.sign * value, ends, confidence, none
    )  # fmt: skip


def _scale(
    groups: Groups, kind: Kind, bounds: tuple[float, float] | None
) -> tuple[float, Floats, Floats]:
    """Return the least value, what the covariance is multiplied by, and how that moves with the mean."""
    one = np.ones(groups.mean.shape)
    if kind == "absolute":
        return 0, one, 0 * one[..., None]
    if kind == "relative":
        with np.errstate(divide="ignore"):
            return 0, 1 / groups.mean, 1 / groups.mean[..., None]
    if bounds is None and not groups.bounded:
        raise Problem("Say the least and the most a value can be: bounds=(0, 100).")
    least, most = bounds or (0, groups.per)
    width = most - least
    if kind == "erreygers":
        return least, 4 / width * one, 0 * one[..., None]
    mean = (groups.mean - least) / width
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = 1 / (width * mean * (1 - mean))
        return least, factor, ((1 - 2 * mean) / (mean * (1 - mean)) / width)[..., None]


def _from_line(groups: Groups, factor: Floats) -> Floats:
    """Estimate the error from the groups' distances to their line, weighed by people."""
    a, off, freedom = groups.share, groups.rank - 0.5, groups.present.sum(axis=-1) - 2
    width = (a * off**2).sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        slope = (a * off * groups.y).sum(axis=-1) / width
        left = groups.y - groups.mean[..., None] - slope[..., None] * off
        spread = (a * left**2).sum(axis=-1) / np.where(freedom > 0, freedom, np.nan)
        return 2 * np.abs(factor) * np.sqrt(width * spread)
