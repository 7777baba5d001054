"""Turn arrays into the plain lists of a golden file: null for what is not a number."""

from __future__ import annotations

from typing import Any

import numpy as np


def numbers(values: Any) -> list[float | None]:
    """
    Return a list with None for NaN and infinity.

    Examples
    --------
    >>> numbers([1.5, float("nan")])
    [1.5, None]
    """
    return [float(one) if np.isfinite(one) else None for one in np.asarray(values, float)]


def floats(values: Any) -> np.ndarray:
    """Return a float array with NaN for None."""
    return np.array([np.nan if one is None else one for one in values], float)


def as_list(value: Any) -> list:
    """Return a list of one or more; nothing for None (a single number may stand for a list)."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
