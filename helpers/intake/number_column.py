"""A column into numbers: one unit, gaps said, words in a number refused."""

import math
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.intake.grid import listed, lowered, plural
from helpers.intake.numbers import (
    DECIMAL_COMMA,
    EXCEL_ERROR,
    MISSING,
    SUPPRESSED,
    is_blank,
    looks_like_number,
    read_number,
    tidy,
)
from helpers.intake.problem import Problem


@dataclass(frozen=True)
class Numbers:
    """A column of numbers, its unit, and what was handled on the way."""

    values: pd.Series
    unit: str
    notes: tuple[str, ...]


def read_numbers(column: pd.Series, place: Callable[[Hashable], str]) -> Numbers:
    """
    Read a column of cells as numbers; gaps become missing and are said.

    Parameters
    ----------
    column : Series
        Cells as they came, indexed by row.
    place : callable
        Names the cell of a row, such as "Row 14, column B ('Falls')".

    Returns
    -------
    Numbers
        ``values`` is a float Series with the same index.

    Raises
    ------
    Problem
        A cell holds words, a date, or a unit that the others lack.

    Examples
    --------
    >>> read_numbers(pd.Series(["1,234", "*", "7"]), "Row {}".format).values.tolist()
    [1234.0, nan, 7.0]
    """
    read: dict[object, tuple[float, str]] = {}
    for row, cell in _first_of_each(column):
        read[cell] = _read_cell(cell, lambda row=row: place(row))  # type: ignore[misc]
    values = column.map({cell: number for cell, (number, _) in read.items()}).astype(float)
    return Numbers(values, _one_unit(column, read, values, place), _gaps(column, place))


def _first_of_each(column: pd.Series) -> list[tuple[Hashable, object]]:
    distinct = column.drop_duplicates()
    return list(zip(distinct.index, distinct, strict=True))


def _read_cell(cell: object, place: Callable[[], str]) -> tuple[float, str]:
    if is_blank(cell):
        return math.nan, ""
    if isinstance(cell, str):
        return read_number(tidy(cell)) or _refuse(tidy(cell), place())
    if looks_like_number(cell) and math.isfinite(cell):  # type: ignore[arg-type]
        return float(cell), ""  # type: ignore[arg-type]
    return _refuse(str(cell), place())


def _refuse(text: str, where: str) -> tuple[float, str]:
    shown = text if len(text) <= 40 else text[:39] + "…"
    if DECIMAL_COMMA.fullmatch(text):
        advice = f"Write the decimals with a point, as in '{text.replace(',', '.')}'."
    elif re.match(r"[-£$€(]*\d[\d,.]*\s*[^\d\s:/-]", text):
        advice = "Keep only the number in the cell, or leave it empty."
    else:
        advice = "Correct the cell, leave it empty, or choose another column of numbers."
    raise Problem(f"{where}: '{shown}' is not a number. {advice}")


def _one_unit(
    column: pd.Series,
    read: dict[object, tuple[float, str]],
    values: pd.Series,
    place: Callable[[Hashable], str],
) -> str:
    units = column.map({cell: unit for cell, (_, unit) in read.items()})
    found = [unit for unit in dict.fromkeys(units) if unit]
    if not found:
        return ""
    if len(found) > 1:
        rows = [units[units == unit].index[0] for unit in found[:2]]
        raise Problem(
            f"{place(rows[0])} is in {found[0]} and {place(rows[1])} is in {found[1]}. "
            "Use one unit in the whole column."
        )
    bare = values[(units == "") & values.notna() & (values != 0)]
    if found == ["%"] and len(bare) and bare.abs().max() <= 1:
        raise Problem(
            f"{place(bare.index[0])}: {bare.iloc[0]:g} has no % sign, but other cells do. "
            "Write all of them the same way, for example 45%."
        )
    return found[0]


def _gaps(column: pd.Series, place: Callable[[Hashable], str]) -> tuple[str, ...]:
    text = column.map(lambda cell: tidy(cell).lower() if isinstance(cell, str) else "")
    hidden = text[text.map(lambda cell: bool(SUPPRESSED.fullmatch(cell)))]
    errors = column[text.map(lambda cell: bool(EXCEL_ERROR.fullmatch(cell.upper())))]
    words = text[(text != "") & text.isin(MISSING)]
    said = ((hidden, "suppressed small number"), (errors, "Excel error"), (words, "cell"))
    return tuple(
        f"{plural(len(cells), thing)} such as '{column[cells.index[0]]}' read as missing "
        f"(first: {lowered(place(cells.index[0]))})."
        for cells, thing in said
        if len(cells)
    )


def count_like(values: pd.Series) -> bool:
    """
    Tell whether numbers look like counts: whole, and hardly ever below zero.

    Examples
    --------
    >>> count_like(pd.Series([4, 5, 3, 6, -2])), count_like(pd.Series([0.5, -0.2]))
    (True, False)
    """
    known = values.dropna()
    whole = bool(len(known)) and bool((known == np.floor(known)).all())
    return whole and float((known >= 0).mean()) >= 0.75


def rows_named(rows: pd.Index) -> str:
    """
    Name rows in a sentence.

    Examples
    --------
    >>> rows_named(pd.Index([4])), rows_named(pd.Index([4, 9]))
    ('row 4', 'rows 4 and 9')
    """
    return ("row " if len(rows) == 1 else "rows ") + listed([str(row) for row in rows])
