"""The board report as control charts: the same months, with what chance alone would do."""

from __future__ import annotations

import pandas as pd

from helpers import spc
from helpers.expectations.data import load_board_report, load_truth
from helpers.expectations.marks import OUTSIDE


def board_charts(*, core: bool = True) -> dict[str, spc.Chart]:
    """
    Chart every measure of the report but serious harm, which no limits make routine.

    Parameters
    ----------
    core : bool
        Only the eight measures of the core path; otherwise all twenty.

    Examples
    --------
    >>> board_charts()["Pressure ulcers"].variation
    'concerning'
    """
    board, truth = load_board_report(core=core), load_truth(core=core)
    charted = board[board["measure"].map(truth["truth"]) != OUTSIDE]
    return {str(name): _chart(name, rows) for name, rows in charted.groupby("measure", sort=False)}


def _chart(name, months: pd.DataFrame) -> spc.Chart:
    final = months.iloc[-1]
    return spc.chart(
        months["value"],
        when=months["month"],
        improvement_direction=final["improvement_direction"],
        target=None if pd.isna(final["target"]) else final["target"],
        name=name,
        unit=final["unit"],
    )
