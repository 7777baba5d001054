"""Moving targets: how colours flip on a measure that never changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.intake import Problem


@dataclass(frozen=True)
class Flips:
    """Chance that a month is red, and that two neighbouring months differ in colour (0 to 1)."""

    red: float
    flip: float


@dataclass(frozen=True)
class Recoloured:
    """
    One series against one target.

    Attributes
    ----------
    met : bool array
        Month by month, whether the target was met.
    red, flips : int
        Months that miss the target; neighbouring months whose colour differs.
    """

    met: NDArray[np.bool_]
    red: int
    flips: int


def flips(target: float, mean: float, sd: float, improvement_direction: str = "increase") -> Flips:
    """
    Work out how often a steady measure turns red, and how often it changes colour.

    Parameters
    ----------
    target, mean, sd : float
        In the measure's own unit; `sd` is the month-to-month standard deviation.
    improvement_direction : {"increase", "decrease"}

    Raises
    ------
    Problem
        If `sd` is not above 0.

    Notes
    -----
    Independent normal months; red is any miss, without amber. A flip is met-then-missed or
    missed-then-met, so its chance is 2 × red × (1 − red).

    Examples
    --------
    >>> for easier in (0, 0.5, 1):
    ...     result = flips(target=80 - 2 * easier, mean=80, sd=2)
    ...     print(f"{result.red:.0%} red, {result.flip:.0%} flip")
    50% red, 50% flip
    31% red, 43% flip
    16% red, 27% flip
    """
    from scipy.special import ndtr

    if not sd > 0:
        raise Problem("A measure that never varies has no chance in it. Choose a spread above 0.")
    red = float(ndtr(_sign(improvement_direction) * (target - mean) / sd))
    return Flips(red, 2 * red * (1 - red))


def steady_series(mean: float, sd: float, months: int, generator: np.random.Generator):
    """
    Draw a series in which nothing ever changes.

    Examples
    --------
    >>> len(steady_series(80, 2, 24, np.random.default_rng(3)))
    24
    """
    return generator.normal(mean, sd, months)


def recolour(
    values: ArrayLike, target: float, improvement_direction: str = "increase"
) -> Recoloured:
    """
    Colour the same months against a target.

    Examples
    --------
    >>> recolour([79, 81, 80, 78], target=80).flips
    2
    """
    sign = _sign(improvement_direction)
    met = (np.asarray(values, float) - target) * sign >= 0
    return Recoloured(met, int((~met).sum()), int((met[1:] != met[:-1]).sum()))


def _sign(improvement_direction: str) -> int:
    if improvement_direction not in ("increase", "decrease"):
        raise Problem("Say which way is better: 'increase' or 'decrease'.")
    return 1 if improvement_direction == "increase" else -1
