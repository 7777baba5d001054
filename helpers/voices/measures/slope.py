"""Slope and relative index of inequality: the gap between the two ends of a line through all groups.

Low and Low (Journal of Public Health 2004, 26:388) with weighted least squares, or a logistic
line. Intervals follow in closed form from the groups' standard errors; nothing is simulated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from scipy.special import expit, logit

from helpers.intake import Problem
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.lines import Line, logistic, straight
from helpers.voices.measures.measured import Floats, Reason, deviations
from helpers.voices.measures.skew import Scale, cumulants, quantile, quotient
from helpers.voices.measures.unequal import Inequality, unequal

Fit = Literal["linear", "log", "logit", "logistic"]
Pair = tuple[Floats, Floats]


@dataclass(frozen=True)
class SlopeIndex:
    """
    The two indices of one line.

    Attributes
    ----------
    absolute : Inequality
        Slope index: the gap between the ends, in the values' unit.
    relative : Inequality
        Relative index: the worse end over the better end where high is bad, else the reverse.
    start, end : float array
        The fitted figures at the most and the least deprived end.
    slope_error : float array
        Standard error of the slope on the scale of the fit.
    """

    absolute: Inequality
    relative: Inequality
    start: Floats
    end: Floats
    slope_error: Floats


def slope_index(
    groups: Groups,
    fit: Fit = "linear",
    *,
    scatter: Literal["normal", "log", "logit"] = "normal",
    confidence: float = 0.95,
) -> SlopeIndex:
    """
    Slope and relative index of inequality, for two ordered groups or more.

    Parameters
    ----------
    fit : {"linear", "log", "logit", "logistic"}
        A straight line through the figures, their logarithms or their logits; or a logistic line
        fitted to shares, which also takes groups with none or all.
    scatter : {"normal", "log", "logit"}
        With a linear fit: the scale on which a figure scatters evenly around the truth.

    Returns
    -------
    SlopeIndex
        Above 0 (absolute) or 1 (relative), the most deprived are worse off.

    Raises
    ------
    Problem
        If the groups have no order, or a fit for shares is asked of something else.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> waits = of_counts(["poorer", "middle", "richer"], [30, 20, 10], [100] * 3, good="low")
    >>> found = slope_index(waits)
    >>> round(float(found.absolute.value), 1), round(float(found.relative.value), 1)
    (30.0, 7.0)
    """
    if fit not in get_args(Fit) or scatter not in ("normal", "log", "logit"):
        raise Problem(
            f"There is no fit '{fit}' with scatter '{scatter}'. Choose one that is listed."
        )
    groups.need_order()
    if fit in ("logit", "logistic") and not groups.bounded:
        raise Problem("A logit needs shares of people. Choose a linear or a log fit.")
    z = deviations(confidence)
    if fit == "linear":
        line, slope_error, gap, quotients, blanks = _linear(groups, scatter, z)
    elif fit == "logistic":
        line, slope_error, gap, quotients, blanks = _logistic(groups, z)
    else:
        line, slope_error, gap, quotients, blanks = _turned(groups, fit, z)
    return _both(groups, line, slope_error, gap, quotients, confidence, blanks)


def _both(
    groups: Groups, line: Pair, slope_error: Floats, gap: Pair, quotients: Pair,
    confidence: float, blanks: list,
) -> SlopeIndex:  # fmt: skip
    start, end = line
    sign = groups.sign
    ends = gap if sign > 0 else (-gap[1], -gap[0])
    absolute = unequal("slope_index", groups, sign * (end - start), ends, confidence, *blanks)
    with np.errstate(invalid="ignore", divide="ignore"):
        turned = quotients if sign > 0 else (1 / quotients[1], 1 / quotients[0])
        over = end / start if sign > 0 else start / end
    relative = unequal(
        "relative_index", groups, over, turned, confidence, *blanks,
        ((start == 0) & (end == 0), Reason.NONE_ANYWHERE, True),
        ((start <= 0) | (end <= 0), Reason.END_AT_ZERO, True),
        (_unsure(turned, groups), Reason.END_AT_ZERO, False),
        equal=1,
    )  # fmt: skip
    return SlopeIndex(absolute, relative, start, end, slope_error)


def _unsure(turned: Pair, groups: Groups) -> np.ndarray:
    """Tell where the ratio has no limits although the groups' errors are known."""
    known = np.isfinite(groups.e).all(axis=-1)
    return known & ~((turned[0] > 0) & np.isfinite(turned[1]))


def _linear(groups: Groups, scatter: str, z: float) -> tuple:
    line, e = straight(groups.y, groups), groups.e
    error = line.error(-1, 1, e)
    fieller = _fieller(line, e, z)
    if scatter == "normal":
        gap = line.end - line.start
        return (line.start, line.end), error, (gap - z * error, gap + z * error), fieller, []
    blank, safe, errors = _on(groups, scatter)
    scale: Scale = "log" if scatter == "log" else "logit"
    moments = cumulants(safe, errors, scale, groups.per)
    slope = line.to_end - line.to_start
    with np.errstate(invalid="ignore", divide="ignore"):
        gaps = tuple(quantile(slope, moments, side) for side in (-z, z))
        quotients = tuple(
            quotient(line.to_end, line.to_start, moments, side, guess)
            for side, guess in zip((-z, z), fieller, strict=True)
        )
    blanks = [(blank, Reason.BEYOND_SCALE, False)]
    return (line.start, line.end), error, gaps, quotients, blanks


def _fieller(line: Line, e: Floats, z: float) -> Pair:
    """Fieller's limits of end over start (1954); NaN where the start may be zero."""
    top, bottom = line.end, line.start
    v_top, v_bottom = line.covariance((0, 1), (0, 1), e), line.covariance((1, 0), (1, 0), e)
    shared = line.covariance((1, 0), (0, 1), e)
    a = bottom**2 - z**2 * v_bottom
    b, c = top * bottom - z**2 * shared, top**2 - z**2 * v_top
    with np.errstate(invalid="ignore", divide="ignore"):
        root = np.sqrt(np.maximum(b**2 - a * c, 0))
        sure = (a > 0) & (bottom > 0)
        return np.where(sure, (b - root) / a, np.nan), np.where(sure, (b + root) / a, np.nan)


def _on(groups: Groups, scale: str) -> tuple[np.ndarray, Floats, Floats]:
    """Return where the scale has no place for a group, figures safe to turn, and their errors on it."""
    least = groups.y <= 0
    most = (groups.y >= groups.per) & (scale == "logit")
    off = (least | most) & groups.present
    safe = np.where(groups.present & ~off, groups.y, groups.per / 2)
    steep = 1 / safe if scale == "log" else groups.per / (safe * (groups.per - safe))
    return np.asarray(off.any(axis=-1)), safe, groups.e * steep


def _turned(groups: Groups, fit: str, z: float) -> tuple:
    """Fit on a log or logit scale; the interval moves only the slope, around the middle."""
    turn: Callable = np.log if fit == "log" else logit
    back: Callable = np.exp if fit == "log" else expit
    unit = 1 if fit == "log" else groups.per
    blank, safe, errors = _on(groups, fit)
    line = straight(turn(safe / unit), groups)
    middle, slope = (line.start + line.end) / 2, line.end - line.start
    error = line.error(-1, 1, errors)
    ends = {
        side: (unit * back(middle - tilt / 2), unit * back(middle + tilt / 2))
        for side, tilt in ((0, slope), (-1, slope - z * error), (1, slope + z * error))
    }
    gap = tuple(ends[side][1] - ends[side][0] for side in (-1, 1))
    quotients = tuple(ends[side][1] / ends[side][0] for side in (-1, 1))
    return ends[0], error, gap, quotients, [(blank, Reason.BEYOND_SCALE, True)]


def _logistic(groups: Groups, z: float) -> tuple:
    line, e = logistic(groups), groups.e / groups.per
    gap, reach = line.end - line.start, z * line.error(-1, 1, e)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        over, rel = np.log(line.end / line.start), z * line.error(-1 / line.start, 1 / line.end, e)
        quotients = np.exp(over - rel), np.exp(over + rel)
    ends = groups.per * line.start, groups.per * line.end
    gaps = groups.per * (gap - reach), groups.per * (gap + reach)
    return ends, reach / z, gaps, quotients, []
