"""From a table and a choice of columns to a measure over time, ready for a chart."""

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from helpers.intake import checks
from helpers.intake.arrange import in_order, same_scale, work_out
from helpers.intake.date_column import read_dates
from helpers.intake.names import identifies, letters, looks_like_people
from helpers.intake.number_column import Numbers, read_numbers, rows_named
from helpers.intake.numbers import is_blank
from helpers.intake.problem import Problem
from helpers.intake.sheets import Sheet

JOBS = {
    "when": "dates",
    "value": "numbers",
    "numerator": "the counted events",
    "denominator": "what the counts are out of",
    "measure": "the measure's name",
    "target": "the target",
}
COLUMNS = ("when", "value", "numerator", "denominator", "measure", "target")


@dataclass(frozen=True)
class Taken:
    """
    One or more measures over time; everything that was not chosen is gone.

    Attributes
    ----------
    table : DataFrame
        One row per date and measure, in time order: when (timestamp), value,
        numerator, denominator, target (float, NaN where absent), measure (text).
    notes : tuple of str
        What was handled, in plain sentences.
    unit : str
        ``"%"``, a currency sign, or ``""``. A value worked out from a
        numerator and a denominator is a fraction and has no unit.
    """

    table: pd.DataFrame = field(repr=False)
    notes: tuple[str, ...] = ()
    unit: str = ""

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures, in the order of the file."""
        return tuple(self.table["measure"].unique())

    def only(self, measure: str) -> "Taken":
        """
        Keep one measure.

        Raises
        ------
        Problem
            There is no measure of that name.
        """
        if measure not in self.measures:
            raise Problem(f"No measure is called '{measure}'. Choose one of the list.")
        kept = self.table[self.table["measure"] == measure].reset_index(drop=True)
        return replace(self, table=kept)


def take_measure(
    sheet: Sheet,
    *,
    when: str,
    value: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
    measure: str | None = None,
    target: str | None = None,
    today: dt.date | None = None,
    day_first: bool | None = None,
    rate: bool = False,
    allow_negative: bool = False,
) -> Taken:
    """
    Read the chosen columns, check them, and say what was handled.

    Nothing is changed in ``sheet``; a caller keeps what it had until this returns.

    Parameters
    ----------
    sheet : Sheet
        A table as it was read.
    when, value, numerator, denominator, measure, target : str
        Names of columns. Give a value, or a numerator (with a denominator
        when it is counted out of something).
    today : date, optional
        Dates after it are pointed out. Left out, none are.
    day_first : bool, optional
        Settles 03/04/2026 where the column cannot.
    rate : bool
        The numerator may exceed the denominator, as with falls per bed day.
    allow_negative : bool
        Whole numbers below zero are right, as with a change in staff.

    Returns
    -------
    Taken

    Raises
    ------
    Problem
        Something must be put right in the file, or another column chosen.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> sheet = read_pasted("Month\\tFalls\\nMar-26\\t1,003\\nJan-26\\t*\\nFeb-26\\t5\\nApr-26\\t6")
    >>> taken = take_measure(sheet, when="Month", value="Falls")
    >>> taken.table["value"].tolist()
    [5.0, 1003.0, 6.0]
    """
    asked = dict(zip(JOBS, (when, value, numerator, denominator, measure, target), strict=True))
    columns = {job: name for job, name in asked.items() if name is not None}
    _check_choice(sheet, columns)
    rows, notes = _with_dates(sheet, columns)
    checks.check_formulas(sheet, rows.index, list(columns.values()))
    place = _placer(sheet, when)
    dates = read_dates(rows[when], place, day_first)
    table, unit, read_notes = _numbers(sheet, rows, columns)
    table["when"] = dates.values
    table["measure"], named = _names(sheet, rows, columns)
    notes += [*dates.notes, *read_notes, *named]
    checks.check_duplicates(sheet, table, columns)
    notes += checks.check_parts(sheet, table, columns, rate)
    table["value"] = work_out(table, columns)
    notes += same_scale(table, unit, columns)
    table, tidied = in_order(table)
    notes += tidied
    notes += checks.check_points(sheet, table)
    notes += checks.check_negative(sheet, table, value or numerator or "", allow_negative)
    notes += checks.check_future(sheet, table, when, today)
    notes += checks.find_gaps(table)
    return Taken(table[list(COLUMNS)].reset_index(drop=True), tuple(notes), unit["value"])


def _placer(sheet: Sheet, column: str) -> Callable[[Hashable], str]:
    return lambda row: sheet.cell(row, column)


def _check_choice(sheet: Sheet, columns: dict[str, str]) -> None:
    present = ", ".join(f"'{name}'" for name in sheet.table)
    for job, name in columns.items():
        if name not in sheet.table:
            raise Problem(f"There is no column '{name}' for {JOBS[job]}. Choose one of {present}.")
        if kind := identifies(sheet.table[name], name):
            raise Problem(
                f"C{sheet.column(name)[1:]} holds {kind}. Choose another column for {JOBS[job]}."
            )
    if len(set(columns.values())) < len(columns):
        raise Problem("The same column is chosen twice. Choose a different column for each job.")
    if "value" not in columns and "numerator" not in columns:
        raise Problem(f"No column of numbers is chosen. Choose one of {present}.")
    if "denominator" in columns and "numerator" not in columns:
        raise Problem(
            f"C{sheet.column(columns['denominator'])[1:]} is what counts are out of. "
            "Choose the column with the counted events too."
        )


def _with_dates(sheet: Sheet, columns: dict[str, str]) -> tuple[pd.DataFrame, list[str]]:
    rows = sheet.table[list(columns.values())]
    undated = rows[columns["when"]].map(is_blank)
    if undated.all():
        raise Problem(
            f"C{sheet.column(columns['when'])[1:]} has no dates in it. Choose another date column."
        )
    if not undated.any():
        return rows, []
    return rows[~undated], [f"Left out {rows_named(rows.index[undated])}: no date."]


def _numbers(
    sheet: Sheet, rows: pd.DataFrame, columns: dict[str, str]
) -> tuple[pd.DataFrame, dict[str, str], list[str]]:
    table = pd.DataFrame(index=rows.index)
    units: dict[str, str] = {}
    notes: list[str] = []
    for job in ("value", "numerator", "denominator", "target"):
        read = Numbers(pd.Series(np.nan, rows.index), "", ())
        if job in columns:
            read = read_numbers(rows[columns[job]], _placer(sheet, columns[job]))
        table[job], units[job] = read.values, read.unit
        notes += read.notes
        if job == "value" and read.unit == "%":
            notes.append("Percentages keep their size: 45% is 45.")
    return table, units, notes


def _names(
    sheet: Sheet, rows: pd.DataFrame, columns: dict[str, str]
) -> tuple[pd.Series, tuple[str, ...]]:
    column = columns.get("measure")
    if column is None:
        label = columns.get("value") or columns["numerator"]
        words = pd.Series(label, rows.index, dtype=object)
        header = ""
    else:
        words, header = rows[column].map(str), column
        unnamed = words.index[words == ""]
        if len(unnamed):
            raise Problem(
                f"{sheet.cell(unnamed[0], column)} is empty, so its measure has no name. "
                "Fill it in, or choose another column for the measure's name."
            )
    if not looks_like_people(words, header):
        return words, ()
    return letters(words), ("Names of people became letters.",)
