"""A file, or cells pasted from a spreadsheet, into a table with named columns."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import PurePath

import pandas as pd

from helpers.intake.grid import Grid
from helpers.intake.kinds import kind_of
from helpers.intake.problem import Problem
from helpers.intake.shape import Shape, shape
from helpers.intake.text import decode, html_grid, text_grid

PASTED = "the pasted cells"


@dataclass(frozen=True)
class Sheet:
    """
    One table as it was read; nothing is chosen or dropped for good.

    Attributes
    ----------
    filename : str
        Where it came from.
    table : DataFrame
        Cells as text, numbers or dates, ``""`` where empty; the index is the
        row's number in the file, the columns are the names found there.
    letters : dict of str to str
        The spreadsheet letter of each column.
    notes : tuple of str
        What was handled, in plain sentences.
    header : int or None
        The row that names the columns.
    turned : bool
        Months ran across the sheet and were turned to run down; then the index
        holds letters, and ``letters`` holds row numbers.
    formulas : tuple of str
        Cells with a formula but no stored result.
    """

    filename: str
    table: pd.DataFrame = field(repr=False)
    letters: dict[str, str]
    notes: tuple[str, ...] = ()
    header: int | None = None
    turned: bool = False
    formulas: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()

    def column(self, name: str) -> str:
        """
        Name a column as a spreadsheet shows it.

        Examples
        --------
        >>> read_pasted("Month\\tFalls\\nJan 2026\\t4").column("Falls")
        "column B ('Falls')"
        """
        place = f"{'row' if self.turned else 'column'} {self.letters[name]}"
        return place if name.casefold() == place.casefold() else f"{place} ('{name}')"

    def row(self, row: Hashable) -> str:
        """
        Name a row as a spreadsheet shows it.

        Examples
        --------
        >>> read_pasted("Month\\tFalls\\nJan 2026\\t4").row(2)
        'Row 2'
        """
        return f"{'Column' if self.turned else 'Row'} {row}"

    def cell(self, row: Hashable, name: str) -> str:
        """
        Name a cell as a spreadsheet shows it.

        Examples
        --------
        >>> read_pasted("Month\\tFalls\\nJan 2026\\t4").cell(2, "Falls")
        "Row 2, column B ('Falls')"
        """
        return f"{self.row(row)}, {self.column(name)}"


def read_table(data: bytes, filename: str, *, sheet: str | None = None) -> Sheet:
    """
    Read a table from a file: CSV, .xlsx, .xls, .ods, or a table saved as HTML.

    What the file is, its contents tell; the name is used in messages only.

    Parameters
    ----------
    data : bytes
        The whole file.
    filename : str
        Its name.
    sheet : str, optional
        A workbook's sheet; left out, the first visible one that holds a table.

    Returns
    -------
    Sheet

    Raises
    ------
    Problem
        The file cannot be read as a table; the text says what to do.

    Examples
    --------
    >>> read_table(b"Month,Falls\\nJan 2026,4\\n,\\nFeb 2026,5", "falls.csv").notes
    ('Skipped 1 blank row.',)
    """
    name = PurePath(filename.replace("\\", "/")).name[:80] or "the file"
    kind = kind_of(data, name)
    if kind in ("text", "html"):
        text, encoding = decode(data, name)
        grid = html_grid(text, name) if kind == "html" else text_grid(text, name, encoding)
    else:
        from helpers.intake.workbooks import workbook_grid

        grid = workbook_grid(data, name, kind, sheet)
    return _sheet(grid, shape(grid, name), name)


def read_pasted(text: str) -> Sheet:
    """
    Read cells copied from a spreadsheet.

    Parameters
    ----------
    text : str
        What the clipboard held; rows are counted from 1.

    Returns
    -------
    Sheet

    Raises
    ------
    Problem
        The text holds no table.

    Examples
    --------
    >>> read_pasted("Month\\tFalls\\nJan 2026\\t4").table.columns.tolist()
    ['Month', 'Falls']
    """
    clean = text.encode("utf-8", "replace").decode("utf-8")
    if not clean.strip():
        raise Problem("Nothing was pasted. Copy the cells in your spreadsheet, then paste again.")
    grid = text_grid(clean, PASTED)
    return _sheet(grid, shape(grid, PASTED), PASTED)


def _sheet(grid: Grid, shaped: Shape, filename: str) -> Sheet:
    return Sheet(
        filename,
        shaped.table,
        shaped.letters,
        (*grid.notes, *shaped.notes),
        shaped.header,
        shaped.turned,
        grid.formulas,
        grid.encoding,
        grid.delimiter,
        grid.sheet,
        grid.sheets,
    )
