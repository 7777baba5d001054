"""Workbooks into cells: .xlsx, .xls and .ods, checked before they are trusted."""

import pandas as pd

from helpers.intake import guards
from helpers.intake.grid import Grid, check_size, listed
from helpers.intake.kinds import broken, locked
from helpers.intake.problem import Problem
from helpers.intake.rows import NoSheet, Rows, read_rows, read_rows_apart


def workbook_grid(data: bytes, filename: str, kind: str, sheet: str | None = None) -> Grid:
    """
    Read one sheet of a workbook.

    Parameters
    ----------
    data : bytes
        The whole file.
    filename : str
        Used in messages only.
    kind : str
        ``"xlsx"``, ``"xls"`` or ``"ods"``, as :func:`helpers.intake.kinds.kind_of` tells.
    sheet : str, optional
        Left out, the first visible sheet that holds a table.

    Returns
    -------
    Grid

    Raises
    ------
    Problem
        The workbook is damaged, locked, empty or too large, or has no such sheet.
    """
    formulas: dict[str, tuple[str, ...]] = {}
    try:
        read = _read(data, filename, kind, sheet, formulas)
    except Problem:
        raise
    except NoSheet as error:
        raise Problem(_no_sheet(filename, sheet, str(error))) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the fast reader is not an Exception
        locks = type(error).__name__ == "PasswordError" or "password" in str(error).lower()
        raise Problem(locked(filename) if locks else broken(filename)) from error
    return _grid(read, filename, formulas.get(read.sheet, ()))


def _read(
    data: bytes, filename: str, kind: str, sheet: str | None, formulas: dict[str, tuple[str, ...]]
) -> Rows:
    if kind == "xls":
        return read_rows_apart(data, sheet)
    if kind == "ods":
        guards.check_ods(data, filename)
        return read_rows(data, sheet, lambda name: None)
    parts = guards.sheet_parts(data)

    def check(name: str) -> None:
        formulas[name] = guards.check_xlsx_sheet(data, parts[name], filename)

    return read_rows(data, sheet, check)


def _grid(read: Rows, filename: str, formulas: tuple[str, ...]) -> Grid:
    width = max(map(len, read.rows), default=0)
    if not width:
        raise Problem(f"Sheet '{read.sheet}' of '{filename}' is empty. Choose another sheet.")
    check_size(len(read.rows), width, filename)
    cells = pd.DataFrame(_filled_down(read), dtype=object)
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    others = [name for name in read.sheets if name != read.sheet]
    notes = (
        (f"Read sheet '{read.sheet}'; the workbook also has {listed(others)}.",) if others else ()
    )
    return Grid(
        cells.fillna(""),
        merges=read.merges,
        formulas=formulas,
        sheet=read.sheet,
        sheets=read.sheets,
        notes=notes,
    )


def _filled_down(read: Rows) -> list[list[object]]:
    # A month merged over several rows belongs to each of them; a number does not.
    for (top, left), (bottom, right) in read.merges:
        if left != right or bottom >= len(read.rows) or isinstance(read.rows[top][left], float):
            continue
        for row in range(top + 1, bottom + 1):
            read.rows[row][left] = read.rows[top][left]
    return read.rows


def _no_sheet(filename: str, sheet: str | None, names: str) -> str:
    if not names:
        return f"'{filename}' has no sheet with cells. Choose another workbook."
    return f"'{filename}' has no sheet called '{sheet}'. Choose one of these: {names}."
