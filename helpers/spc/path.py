"""Path: a line through points as SVG, lifted where numbers are missing."""

from __future__ import annotations

import numpy as np

from helpers.spc.geometry import Floats


def path(x: Floats, y: Floats) -> str:
    """
    Return the path through the points, lifted wherever a number is missing.

    Examples
    --------
    >>> nan = float("nan")
    >>> path(np.array([0.0, 1, 2, 3, 4]), np.array([5.0, nan, 6.04, 7, nan]))
    'M0 5M2 6L3 7'
    """
    parts, down = [], False
    for across, up in zip(x, y, strict=True):
        known = np.isfinite(across) and np.isfinite(up)
        if known:
            parts.append(f"{'L' if down else 'M'}{round(across, 1):g} {round(up, 1):g}")
        down = known
    return "".join(parts)
