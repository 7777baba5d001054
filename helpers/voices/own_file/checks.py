"""Own checks: numbers that cannot be, each refused in one sentence with its place and what to do."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.intake.number_column import rows_named

Place = Callable[[Hashable, str], str]  # a row and a column's name, to words

FAR = 10  # a figure above this beside one below 1 cannot well be in the same unit
SUM_FROM = 100  # people: below it a group may be the sum of the others by chance


class Asked(Problem):
    """
    A Problem that a question on the page settles.

    Attributes
    ----------
    about : {"repeated", "repeats"}
        The field of `Chosen` that the question fills.
    """

    def __init__(self, text: str, about: str):
        super().__init__(text)
        self.about = about


def no_negative(numbers: pd.Series, place: Place, column: str) -> None:
    """Refuse the first number that is below zero."""
    below = numbers.index[numbers < 0]
    if len(below):
        raise Problem(
            f"{place(below[0], column)}: {numbers[below[0]]:g} is below zero. Correct it in the file, "
            "or choose another column."
        )


def whole_counts(numbers: pd.Series, place: Place, column: str, unit: str) -> None:
    """
    Refuse shares where counts are needed.

    Examples
    --------
    >>> whole_counts(pd.Series([0.45], [3]), lambda row, column: f"Row {row}", "Share", "")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Row 3: 0.45 is not a count. If these are shares or averages, choose 'a figure for each group' above.
    """
    parts = numbers.index[numbers.notna() & (numbers != np.round(numbers))]
    if unit or len(parts):
        row = parts[0] if len(parts) else numbers.index[0]
        raise Problem(
            f"{place(row, column)}: {numbers[row]:g}{unit} is not a count. "
            "If these are shares or averages, choose 'a figure for each group' above."
        )


def whole_people(numbers: pd.Series, place: Place, column: str) -> None:
    """Refuse parts of people, unless what counts are out of is bed days."""
    parts = numbers.index[numbers.notna() & (numbers != np.round(numbers))]
    if len(parts):
        raise Asked(
            f"{place(parts[0], column)}: {numbers[parts[0]]:g} is no number of people. "
            "If these are bed days, tick that; if not, choose another column.",
            "repeated",
        )


def within(table: pd.DataFrame, place: Place, events: str, repeated: bool) -> None:
    """Refuse more events than people, unless one person can have several."""
    nobody = table.index[(table["events"] > 0) & (table["people"] == 0)]
    if len(nobody):
        raise Problem(
            f"{place(nobody[0], events)}: {table['events'][nobody[0]]:g} events among nobody. "
            "Correct the number of people in the file."
        )
    above = table.index[table["events"] > table["people"]]
    if len(above) and not repeated:
        row = table.loc[above[0]]
        raise Asked(
            f"{place(above[0], events)}: {row['events']:g} events among {row['people']:g} people. "
            "If one person can have several, tick that; if not, are the two columns swapped?",
            "repeated",
        )


def one_unit(figures: pd.Series, place: Place, column: str, unit: str) -> None:
    """
    Refuse figures that are percentages in some rows and shares in others, or not what was said.

    Parameters
    ----------
    figures : Series
        As numbers; the index is the row in the file.
    unit : {"percent", "share", "score"}

    Examples
    --------
    >>> one_unit(pd.Series([45, 0.5], [2, 3]), lambda row, column: f"Row {row}", "Share", "percent")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Row 3: 0.5 stands beside 45. Write all as percentages (0.5% or 50%), with the sign, or all as shares.
    """
    known = figures.dropna()
    if unit == "score" or known.empty:
        return
    if unit == "share" and (known > 1).any():
        row = known.index[known > 1][0]
        raise Problem(
            f"{place(row, column)}: {known[row]:g} is more than 1, so it is no share. "
            "If these are percentages, choose that."
        )
    if unit == "percent":
        _percentages(known, place, column)


def _percentages(known: pd.Series, place: Place, column: str) -> None:
    if known.max() > 100:
        row = known.index[known > 100][0]
        raise Problem(f"{place(row, column)}: {known[row]:g} is more than 100%. Correct it there.")
    if known.max() <= 1 and known.max() > 0:
        raise Problem(
            f"{place(known.index[0], column)}: all figures are 1 or below. If 0.45 means 45 in 100, "
            "choose shares; if it means less than 1%, write the sign, as in 0.45%."
        )
    small = known[(known > 0) & (known <= 1)]
    if len(small) and known.max() > FAR:
        shown = f"{small.iloc[0]:g}"
        raise Problem(
            f"{place(small.index[0], column)}: {shown} stands beside {known.max():g}. Write all as "
            f"percentages ({shown}% or {100 * small.iloc[0]:g}%), with the sign, or all as shares."
        )


def repeats(rows: pd.DataFrame, wanted: str) -> tuple[pd.Series | None, tuple[str, ...]]:
    """
    Find rows that are the same in every column; which ones to keep, and what to say.

    Raises
    ------
    Problem
        If there are some and nobody said what to do with them.

    Examples
    --------
    >>> rows = pd.DataFrame({"Group": ["A", "A"], "Seen": [4, 4]}, index=[2, 3])
    >>> repeats(rows, "once")[1]
    ('Row 3 repeats an earlier one and is used once.',)
    """
    again = rows.astype(str).duplicated()
    if not again.any():
        return None, ()
    named = rows_named(rows.index[again])
    one = int(again.sum()) == 1
    if not wanted:
        raise Asked(
            f"{named.capitalize()} {'repeats' if one else 'repeat'} an earlier row in every column. "
            "Say whether to use such rows once or to add them up.",
            "repeats",
        )
    if wanted == "add":
        return None, (f"{named.capitalize()} {'repeats' if one else 'repeat'} an earlier row; all are added up.",)  # fmt: skip
    said = "repeats an earlier one and is" if one else "repeat earlier ones and are"
    return ~again, (f"{named.capitalize()} {said} used once.",)


def sum_of_others(table: pd.DataFrame, column: str) -> str:
    """
    Return the group whose counts are the sum of all the others', "" where there is none.

    Examples
    --------
    >>> rows = [("A", 10, 60), ("B", 20, 90), ("Trust", 30, 150)]
    >>> sum_of_others(pd.DataFrame(rows, columns=["group", "events", "people"]), "group")
    'Trust'
    """
    sums = table.groupby(column, sort=False)[["events", "people"]].sum()
    if len(sums) < 3 or sums["people"].max() < SUM_FROM:
        return ""
    half = (2 * sums == sums.sum()).all(axis=1) & (sums["events"] > 0)
    return str(half.idxmax()) if half.any() else ""
