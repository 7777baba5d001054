"""Skew: the interval of a sum of figures that scatter unevenly, without drawing random numbers.

A rate's scatter is even on the log scale, a share's on the logit scale. The cumulants of each
figure come from Gauss-Hermite quadrature, those of a weighted sum add up, and Cornish and
Fisher's expansion (1938) turns them into its quantiles.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from scipy.special import expit, logit

from helpers.voices.measures.measured import Floats

Scale = Literal["log", "logit"]
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(24)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def cumulants(figures: Floats, errors: Floats, scale: Scale, per: float) -> list[Floats]:
    """
    Return mean and second to fourth cumulant of each figure.

    Parameters
    ----------
    figures : float array
        Their medians, above zero (and below `per` on the logit scale).
    errors : float array
        Standard errors on the scale, log or logit.

    Examples
    --------
    >>> mean, variance, *_ = cumulants(np.array(1.0), np.array(0.5), "log", 1)
    >>> bool(np.isclose(mean, np.exp(0.125)))
    True
    """
    turn, back = (np.log, np.exp) if scale == "log" else (logit, expit)
    unit = 1 if scale == "log" else per
    drawn = unit * back(turn(figures / unit)[..., None] + errors[..., None] * NODES)
    mean = (drawn * WEIGHTS).sum(axis=-1)
    off = drawn - mean[..., None]
    second, third, fourth = ((off**power * WEIGHTS).sum(axis=-1) for power in (2, 3, 4))
    return [mean, second, third, fourth - 3 * second**2]


def quantile(parts: Floats, figures: list[Floats], z: float) -> Floats:
    """Return the quantile of a weighted sum; z is where it would be on a normal curve."""
    mean, second, third, fourth = (
        (parts**power * figure).sum(axis=-1) for power, figure in enumerate(figures, start=1)
    )
    deviation = np.sqrt(second)
    skew, tail = third / deviation**3, fourth / second**2
    shift = (z**2 - 1) * skew / 6 + (z**3 - 3 * z) * tail / 24 - (2 * z**3 - 5 * z) * skew**2 / 36
    return mean + deviation * (z + shift)


def quotient(top: Floats, bottom: Floats, figures: list[Floats], z: float, first: Floats) -> Floats:
    """
    Return the quantile of a quotient of two weighted sums, the lower one above zero.

    It is the q at which top - q × bottom has its own quantile at zero (Fieller 1954); found by
    the secant method from a first guess; NaN where it is not found.
    """
    before, now = first * 0.98 - 1e-9, first
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        last = quantile(top - before[..., None] * bottom, figures, z)
        for _ in range(40):
            here = quantile(top - now[..., None] * bottom, figures, z)
            far = np.abs(now) / 2 + 1e-9
            step = np.clip(np.nan_to_num(here * (now - before) / (here - last)), -far, far)
            before, last, now = now, here, now - step
            close = np.abs(step) <= 1e-12 * np.abs(now)
            if (close | np.isnan(now)).all():
                break
    return np.where(close, now, np.nan)
