"""Checks: counts that can't be, told in one sentence with the place."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from helpers.intake import Problem
from helpers.voices.measures.measured import Floats


def place(wrong: np.ndarray, names: tuple[str, ...] = ()) -> tuple[tuple[int, ...], str]:
    """
    Return the first place that is wrong, as an index and in words.

    Examples
    --------
    >>> place(np.array([[False, True]]), ("poorest", "richest"))
    ((0, 1), 'area 1, richest')
    """
    index = tuple(int(one) for one in np.argwhere(wrong)[0]) if wrong.ndim else ()
    if not index:
        return index, "here"
    last = names[index[-1]] if names else f"group {index[-1] + 1}"
    return index, ", ".join([*(f"area {one + 1}" for one in index[:-1]), last])


def no_negative(what: str, figures: Floats, names: tuple[str, ...] = ()) -> Floats:
    """Return the figures, or say which is below zero or endless."""
    wrong = (figures < 0) | np.isinf(figures)
    if wrong.any():
        index, where = place(wrong, names)
        raise Problem(
            f"{where.capitalize()}: {figures[index]:g} {what} cannot be. Correct it in the file."
        )
    return figures


def checked_counts(
    events: ArrayLike,
    people: ArrayLike,
    *,
    whole: str = "",
    names: tuple[str, ...] = (),
) -> tuple[Floats, Floats]:
    """
    Return events and people as numbers of one shape.

    Parameters
    ----------
    events, people : arrays that fit together
    whole : str
        What one event at most can happen to: more events than that are then refused.
    names : tuple of str
        Names of the groups along the last axis, for the message.

    Raises
    ------
    Problem
        If a figure is negative or infinite, or there are more events than `whole`.

    Examples
    --------
    >>> checked_counts(5, 4, whole="people")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Here: 5 events among 4 people cannot be. Are the two columns swapped?
    """
    x, n = np.broadcast_arrays(np.asarray(events, float), np.asarray(people, float))
    no_negative("events", x, names)
    no_negative(whole or "people", n, names)
    if whole and (x > n).any():
        index, where = place(x > n, names)
        raise Problem(
            f"{where.capitalize()}: {x[index]:g} events among {n[index]:g} {whole} cannot be."
            " Are the two columns swapped?"
        )
    return x, n
