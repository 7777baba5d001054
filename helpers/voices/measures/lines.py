"""Lines: a straight line through the groups' figures along their rank, as weighted sums of them.

Weighted least squares on a scale of one's choice (Low and Low, Journal of Public Health 2004), or
a logistic line fitted to the shares (Schlotheuber and Hosseinpoor 2022). Whatever the fit, its
two ends move, to first order, by a weighted sum of the groups' figures: the weights are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from helpers.voices.measures.groups import Groups
from helpers.voices.measures.measured import Floats

STEPS, CLOSE, EDGE = 60, 1e-13, 1e-12


@dataclass(frozen=True)
class Line:
    """
    A line from the most deprived end (rank 0) to the least deprived end (rank 1).

    Attributes
    ----------
    start, end : float array
        The fitted figures at the two ends, in the values' unit (or on a link's scale).
    to_start, to_end : float array (..., groups)
        How much each end moves with each group's figure.
    """

    start: Floats
    end: Floats
    to_start: Floats
    to_end: Floats

    def error(self, start: float | Floats, end: float | Floats, errors: Floats) -> Floats:
        """Standard error of a sum of the two ends, given the groups' errors."""
        return np.sqrt(self.covariance((start, end), (start, end), errors))

    def covariance(self, one: tuple, other: tuple, errors: Floats) -> Floats:
        """Covariance of two sums of the ends; each is (times the start, times the end)."""
        first, second = (
            np.asarray(start)[..., None] * self.to_start + np.asarray(end)[..., None] * self.to_end
            for start, end in (one, other)
        )
        return (first * second * errors**2).sum(axis=-1)


def straight(figures: Floats, groups: Groups) -> Line:
    """
    Fit by weighted least squares; the line goes through the overall mean at the middle.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_values
    >>> two = of_values("AB", [10.0, 30.0], [1, 1], good="low")
    >>> line = straight(two.y, two)
    >>> float(line.start), float(line.end)
    (0.0, 40.0)
    """
    a, off = groups.share, groups.rank - 0.5
    with np.errstate(invalid="ignore", divide="ignore"):
        steep = a * off / (a * off**2).sum(axis=-1, keepdims=True)
    to_start, to_end = a - steep / 2, a + steep / 2
    figures = np.where(groups.present, figures, 0.0)
    return Line((to_start * figures).sum(-1), (to_end * figures).sum(-1), to_start, to_end)


def logistic(groups: Groups) -> Line:
    """
    Fit a logistic line to shares, each group weighed once by its people (Newton's method).

    Groups with none or all are no trouble. Figures and ends are shares between 0 and 1.
    """
    p, a, off = groups.y / groups.per, groups.share, groups.rank - 0.5
    middle = logit(np.clip((a * p).sum(axis=-1), EDGE, 1 - EDGE))
    steep = np.zeros_like(middle)
    for _ in range(STEPS):
        fitted = expit(middle[..., None] + steep[..., None] * off)
        left, weight = a * (p - fitted), a * fitted * (1 - fitted)
        inverse = _inverse(weight, off)
        pulls = left.sum(axis=-1), (left * off).sum(axis=-1)
        move = [row[0] * pulls[0] + row[1] * pulls[1] for row in inverse]
        move = [np.clip(np.nan_to_num(step), -2, 2) for step in move]
        middle, steep = middle + move[0], steep + move[1]
        if max(np.abs(step).max(initial=0) for step in move) < CLOSE:
            break
    ends = expit(middle - steep / 2), expit(middle + steep / 2)
    return Line(*ends, *_moves(ends, inverse, a, off))


def _inverse(weight: Floats, off: Floats) -> tuple:
    """Invert the 2 × 2 information of middle and slope, area by area."""
    one, two, three = (np.asarray((weight * off**power).sum(axis=-1)) for power in (0, 1, 2))
    with np.errstate(invalid="ignore", divide="ignore"):
        size = one * three - two**2
        return (three / size, -two / size), (-two / size, one / size)


def _moves(ends: tuple, inverse: tuple, a: Floats, off: Floats) -> list[Floats]:
    moves = []
    for fitted, side in zip(ends, (-0.5, 0.5), strict=True):
        steps = [inverse[0][at] + side * inverse[1][at] for at in (0, 1)]
        slope = (fitted * (1 - fitted))[..., None]
        moves.append(slope * a * (steps[0][..., None] + steps[1][..., None] * off))
    return moves
