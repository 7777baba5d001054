"""Fill in the silence: what the bars would be, if only part of a group's harm were ever reported.

Always a what-if. Nobody knows how much harm is never reported, so nothing here is "corrected".
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

import numpy as np

from helpers.intake import Problem

TINY = 1e-9  # two bars nearer than this are equal, and stand side by side


def what_if(reported: Sequence[float] | np.ndarray, shares: Sequence[float] | np.ndarray):
    """
    Return how much harm there would be, if only these shares of it were reported.

    Parameters
    ----------
    reported : array of float
        Reports; groups along the last axis.
    shares : sequence of float
        For each group the share of its harm that is ever reported, above 0 and up to 1.

    Raises
    ------
    Problem
        A share is not above 0 and up to 1.

    Examples
    --------
    The larger group of harms becomes the smaller group of reports:

    >>> what_if([60, 81], [0.6, 0.9]).round().tolist()
    [100.0, 90.0]
    """
    given = np.asarray(shares, dtype=float)
    if not ((given > 0) & (given <= 1)).all():
        raise Problem("Of 100 harms, between 1 and 100 can be reported. Choose a number there.")
    return np.asarray(reported, dtype=float) / given


def break_even(amounts: np.ndarray, theme: int, group: int, few: int) -> int | None:
    """
    Say how quiet a group would have to be for a theme to come among the first few.

    Parameters
    ----------
    amounts : ndarray
        How much there is now, of shape (themes, groups).
    theme, group : int
        Their places in ``amounts``.
    few : int
        How many themes are taken.

    Returns
    -------
    int or None
        The largest whole number of 100 harms reported at which the theme is among the first
        ``few``, counted from what is there now: 100 where it is there already, None where no
        silence of this group would bring it there. All other groups stay as they are.

    Notes
    -----
    With ``x`` the times by which the group's harm is larger, each theme is a straight line in
    ``x``; the order can change only where two lines cross.

    Examples
    --------
    >>> bars = np.array([[81.0, 0.0], [0.0, 60.0]])
    >>> break_even(bars, theme=1, group=1, few=1)
    74
    """
    others = amounts.sum(axis=1) - amounts[:, group]
    own = amounts[:, group]

    def there(times: float) -> bool:
        now = others + own * times
        return int((np.delete(now, theme) > now[theme] + TINY).sum()) < few

    if there(1.0):
        return 100
    gains = own[theme] - own
    with np.errstate(divide="ignore", invalid="ignore"):
        crossings = (others - others[theme]) / gains
    for times in np.sort(crossings[(gains > 0) & (crossings > 1)]):
        whole = floor(100 / times + TINY)
        if whole >= 1 and there(100 / whole):
            return whole
    return None
