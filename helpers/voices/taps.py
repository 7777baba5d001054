"""Taps: what a tap-to-switch timer noted in a meeting, turned into turns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

NOBODY, PAUSED, ENDED = -1, -2, -3  # what a tap can mean beside a seat's number


def turns_of(taps: Sequence[tuple[float, int]], names: Sequence[str]) -> tuple[pd.DataFrame, float]:
    """
    Return the turns that taps stand for, and the seconds of the meeting without its pauses.

    Parameters
    ----------
    taps : sequence of (float, int)
        Each in milliseconds of a clock, and what began then: a seat from 0, NOBODY (silence, or
        several at once), PAUSED or ENDED. The last one's own length is not known, so end with one.
    names : sequence of str
        What the seats are called.

    Returns
    -------
    DataFrame, float
        One row a turn: ``person``, ``start`` and ``end`` in seconds.

    Examples
    --------
    >>> meeting = [(0, 0), (4000, 1), (6000, PAUSED), (66000, 1), (70000, ENDED)]
    >>> turns_of(meeting, ["A", "B"])[0].values.tolist()
    [['A', 0.0, 4.0], ['B', 4.0, 10.0]]
    """
    clock = 0.0
    turns: list[tuple[str, float, float]] = []
    for (began, who), (ended, _) in pairwise(taps):
        if who in (PAUSED, ENDED):
            continue
        lasted = max(0.0, (ended - began) / 1000)
        if who >= 0 and lasted:
            same = turns and turns[-1][0] == names[who] and turns[-1][2] == clock
            begin = turns.pop()[1] if same else clock
            turns.append((names[who], begin, clock + lasted))
        clock += lasted
    return pd.DataFrame(turns, columns=["person", "start", "end"]), clock
