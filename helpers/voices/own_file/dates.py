"""Own dates: when things happened; what has no date is said, and many days become months."""

from __future__ import annotations

import pandas as pd

from helpers.intake import Problem
from helpers.intake.date_column import read_dates
from helpers.intake.number_column import rows_named
from helpers.intake.numbers import is_blank
from helpers.intake.sheets import Sheet

MOST_TIMES = 60  # points that a chart over time can hold on a narrow page


def dates_of(
    sheet: Sheet, rows: pd.DataFrame, column: str, table: pd.DataFrame
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Return the table with its dates, and what is to be said of them.

    Raises
    ------
    Problem
        If no cell holds a date, or one cannot be read.
    """
    cells = rows.loc[table.index, column]
    blank = cells.map({cell: is_blank(cell) for cell in cells.drop_duplicates()}).astype(bool)
    if blank.all():
        raise Problem(f"The column '{column}' holds no dates. Choose another, or none.")
    dates = read_dates(cells[~blank], lambda row: sheet.cell(row, column))
    table = table.assign(when=dates.values.reindex(table.index))
    notes = dates.notes
    if blank.any():
        notes = (
            *notes,
            f"{rows_named(cells.index[blank]).capitalize()}: no date; left out of time.",
        )
    return table, notes


def by_month(table: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Put many dates together as months.

    Examples
    --------
    >>> days = pd.DataFrame({"when": pd.date_range("2026-01-01", periods=90)})
    >>> by_month(days)[0]["when"].nunique()
    3
    """
    if table["when"].nunique() <= MOST_TIMES:
        return table, ()
    months = table["when"].dt.to_period("M").dt.to_timestamp()
    return table.assign(when=months), ("Dates were put together by month.",)
