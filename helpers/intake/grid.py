"""Cells as they came, before anybody has said which row holds the names."""

from dataclasses import dataclass

import pandas as pd

from helpers.intake.problem import Problem

MOST_ROWS = 1_048_576  # what one sheet of Excel holds
MOST_CELLS = 20_000_000  # about 1.5 GB once every cell is a Python object

Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Grid:
    """
    The cells of one sheet.

    Attributes
    ----------
    cells : DataFrame
        One row per row of the sheet, indexed from 1 as a spreadsheet does;
        columns numbered from 0. A cell is text, a number, a date, or ``""``.
    merges : tuple
        Merged ranges as ((row, column), (row, column)), counted from 0.
    formulas : tuple of str
        Cells such as ``"B4"`` that hold a formula without a stored result.
    """

    cells: pd.DataFrame
    merges: tuple[Merge, ...] = ()
    formulas: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def letter(position: int) -> str:
    """
    Name a column as a spreadsheet does.

    Examples
    --------
    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name


def number_of(letters: str) -> int:
    """
    Undo :func:`letter`.

    Examples
    --------
    >>> number_of("AA")
    26
    """
    total = 0
    for character in letters:
        total = total * 26 + ord(character) - 64
    return total - 1


def check_size(rows: int, columns: int, filename: str) -> None:
    """
    Refuse a table that no chart needs and no laptop holds.

    Raises
    ------
    Problem
        More rows than a sheet of Excel, or more than 20 million cells.
    """
    if rows > MOST_ROWS:
        raise Problem(
            f"'{filename}' has {rows:,} rows; the limit is {MOST_ROWS:,}. "
            "Keep only the period you need, or count by day or month first."
        )
    if rows * columns > MOST_CELLS:
        raise Problem(
            f"'{filename}' reaches to row {rows:,} and column {letter(columns - 1)}. "
            "Delete the stray cells, or copy just the table to a new sheet."
        )


def plural(count: int, thing: str, things: str = "") -> str:
    """
    Say how many.

    Examples
    --------
    >>> plural(1, "row"), plural(2, "row")
    ('1 row', '2 rows')
    """
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"


def listed(items: list[str], most: int = 3) -> str:
    """
    List the first few in words.

    Examples
    --------
    >>> listed(["4", "9"]), listed(["1", "2", "3", "4", "5"])
    ('4 and 9', '1, 2, 3 and 2 more')
    """
    shown = items if len(items) <= most else [*items[:most], f"{len(items) - most:,} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def lowered(place: str) -> str:
    """
    Put a place in the middle of a sentence.

    Examples
    --------
    >>> lowered("Row 4, column B")
    'row 4, column B'
    """
    return place[:1].lower() + place[1:]
