"""Guided rebasing: the chart may ask whether a new phase has begun. It never decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from helpers.spc.words import figure, moment, say

if TYPE_CHECKING:
    from helpers.spc.record import Chart

SUSTAINED = 8  # a run this long at the end has outlasted a shift of seven


@dataclass(frozen=True)
class RebaseQuestion:
    """A question to the people who know the work: where a phase may have begun."""

    start: int
    when: object
    run: int
    question: str


def suggest_rebase(chart: Chart) -> RebaseQuestion | None:
    """
    Ask about a new phase where the latest points have all moved to one side and stayed.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> question = suggest_rebase(chart([5, 6] * 7 + [2, 3] * 6))
    >>> question.start, question.run
    (14, 12)
    >>> suggest_rebase(chart([5, 6] * 12)) is None
    True
    """
    table = chart.points[chart.points["included"] & chart.points["value"].notna()]
    table = table[table["phase"] == table["phase"].max()]
    side = np.sign((table["value"] - table["centre"]).to_numpy())
    if not len(side) or side[-1] == 0:
        return None
    turned = np.flatnonzero(side != side[-1])
    first = int(turned[-1]) + 1 if len(turned) else 0
    run = len(side) - first
    if run < SUSTAINED or first == 0:
        return None
    start = int(table.index[first])
    words = say(
        "rebase",
        "question",
        run=run,
        start=moment(table["when"].iloc[first]),
        side="above" if side[-1] > 0 else "below",
        centre=figure(float(table["centre"].iloc[-1]), chart.unit),
    )
    return RebaseQuestion(start, table["when"].iloc[first], run, words)
