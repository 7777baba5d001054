"""Which row holds the column names, and what the columns are called."""

from collections import Counter

import pandas as pd

from helpers.intake.dates import looks_like_date
from helpers.intake.grid import Grid, letter
from helpers.intake.numbers import is_blank, looks_like_number

LOOK_AHEAD = 10  # rows below a candidate that must look like data
LOOK_AT = 40  # rows in which names are expected


def is_data(cell: object) -> bool:
    """
    Tell whether a cell looks like a number or a date.

    Examples
    --------
    >>> is_data("Mar-26"), is_data("Falls")
    (True, False)
    """
    return looks_like_number(cell) or looks_like_date(cell)


def find_header(cells: pd.DataFrame) -> int | None:
    """
    Find the row that names the columns.

    It is the first row with a word that stands on top of numbers or dates.

    Parameters
    ----------
    cells : DataFrame
        Rows without blank ones, indexed by the row's number in the sheet.

    Returns
    -------
    int or None
        The row's number; None when the table starts with data.

    Examples
    --------
    >>> find_header(pd.DataFrame([["Report", ""], ["Month", "Falls"], ["Jan 2026", "4"]], [1, 3, 4]))
    3
    """
    rows = cells.head(LOOK_AT + LOOK_AHEAD).values.tolist()
    kinds = [[_kind(cell) for cell in row] for row in rows]
    for i in range(min(len(rows) - 1, LOOK_AT)):
        if _is_header(kinds[i], kinds[i + 1 : i + 1 + LOOK_AHEAD]):
            return int(cells.index[i])
    if any("data" in row for row in kinds):
        return None
    filled = [sum(kind != "blank" for kind in row) for row in kinds]
    return int(cells.index[filled.index(max(filled))])


def _kind(cell: object) -> str:
    if is_blank(cell):
        return "blank" if cell in ("", None) else "gap"
    return "data" if is_data(cell) else "word"


def _is_header(row: list[str], below: list[list[str]]) -> bool:
    if row.count("blank") == len(row) - 1 and len(row) > 1:
        return False
    for position, kind in enumerate(row):
        column = [r[position] for r in below if r[position] not in ("blank", "gap")]
        if kind == "word" and below[0][position] == "data":
            return column.count("data") * 2 >= len(column)  # totals and remarks are words
    return False


def turned_header(cells: pd.DataFrame) -> int | None:
    """
    Find a row of months that runs across the sheet, above numbers.

    Parameters
    ----------
    cells : DataFrame
        Rows without blank ones, indexed by the row's number in the sheet.

    Returns
    -------
    int or None
        The row's number; None when the dates run downwards.

    Examples
    --------
    >>> turned_header(pd.DataFrame([["", "Jan-26", "Feb-26", "Mar-26"], ["Falls", 4, 5, 3]], [1, 2]))
    1
    """
    rows = cells.head(LOOK_AT).values.tolist()
    for i, row in enumerate(rows[:-1]):
        dates = [p for p, cell in enumerate(row) if looks_like_date(cell)]
        filled = sum(cell != "" for cell in row)
        if len(dates) < 3 or len(dates) * 2 < filled:
            continue
        below = [rows[i + 1][p] for p in dates]
        if any(map(looks_like_date, below)):
            continue
        numbers = sum(looks_like_number(c) or is_blank(c) for c in below)
        if numbers * 2 >= len(below) and not all(is_blank(cell) for cell in below):
            return int(cells.index[i])
    return None


def column_names(grid: Grid, header: int | None, columns: list[int]) -> tuple[list[str], int]:
    """
    Name the columns: two rows of names are joined, empty and double ones get their letter.

    Parameters
    ----------
    grid : Grid
        The sheet.
    header : int or None
        The row of names.
    columns : list of int
        Positions of the columns that hold something.

    Returns
    -------
    names : list of str
        One name for each column, all different.
    rows : int
        How many rows were used: 0, 1 or 2.

    Examples
    --------
    >>> cells = pd.DataFrame([["Month", "Falls", ""], ["Jan 2026", 4, 12]], [1, 2])
    >>> column_names(Grid(cells), 1, [0, 1, 2])
    (['Month', 'Falls', 'Column C'], 1)
    """
    lower = [_name(grid.cells.at[header, c]) if header else "" for c in columns]
    upper = _group_names(grid, header, columns, lower) if header else [""] * len(columns)
    names = [_joined(above, below) for above, below in zip(upper, lower, strict=True)]
    counts = Counter(name.casefold() for name in names)
    rows = (header is not None) + any(upper)
    return [
        f"Column {letter(c)}" if not name
        else f"{name} (column {letter(c)})" if counts[name.casefold()] > 1
        else name
        for c, name in zip(columns, names, strict=True)
    ], rows  # fmt: skip


def _joined(above: str, below: str) -> str:
    return f"{above} – {below}" if above and below and above != below else below or above


def _name(cell: object) -> str:
    name = " ".join(str(cell).split())
    return name if len(name) <= 80 else name[:79] + "…"


def _group_names(grid: Grid, header: int, columns: list[int], lower: list[str]) -> list[str]:
    above = header - 1
    names = [""] * len(columns)
    if above not in grid.cells.index:
        return names
    row = [grid.cells.at[above, c] for c in columns]
    spans = [(a[1], b[1]) for a, b in grid.merges if a[0] <= above - 1 <= b[0]]
    spans = [span for span in spans if not (span[0] <= columns[0] and span[1] >= columns[-1])]
    unclear = "" in lower or len(set(lower)) < len(lower)
    filled = [cell for cell in row if cell != ""]
    if any(map(is_data, filled)) or not (spans or (unclear and len(filled) > 1)):
        return names
    for i, cell in enumerate(row):
        inside = any(first < columns[i] <= last for first, last in spans)
        carried = inside if spans else (cell == "" and lower[i] != "")
        names[i] = _name(cell) if cell != "" else names[i - 1] if i and carried else ""
    return names
