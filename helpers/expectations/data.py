"""The teaching data of this reflection: what boards are shown, and what is really there."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

DATA = Path(__file__).parents[2] / "data"
EXAMPLE = DATA / "example_own_measure.csv"  # a first file for "your own measure"


def load_board_report(*, core: bool = True) -> pd.DataFrame:
    """
    Return the board report of Willow, an invented hospital trust, in long form.

    Parameters
    ----------
    core : bool
        Only the eight measures of the core path; otherwise all twenty.

    Returns
    -------
    DataFrame
        One row for each measure and month, 24 months; columns as in data/DICTIONARY.md.

    Examples
    --------
    >>> len(load_board_report()), len(load_board_report(core=False))
    (192, 480)
    """
    board = pd.read_csv(DATA / "board_report.csv", parse_dates=["month"])
    return board[board["measure"].isin(load_truth(core=core).index)].reset_index(drop=True)


def load_truth(*, core: bool = True) -> pd.DataFrame:
    """
    Return what is really in the board report, indexed by measure.

    Examples
    --------
    >>> load_truth().loc["Falls", "truth"]
    'noise'
    """
    truth = pd.read_csv(DATA / "truth.csv", keep_default_na=False, index_col="measure")
    return truth[truth["core"] == "yes"] if core else truth


def load_falls() -> pd.Series:
    """
    Return 24 months of falls on Willow ward: a steady three a month.

    Examples
    --------
    >>> load_falls().tail(3).tolist()
    [4, 2, 4]
    """
    falls = pd.read_csv(DATA / "falls_willow.csv", parse_dates=["month"])
    return falls.set_index("month")["falls"]
