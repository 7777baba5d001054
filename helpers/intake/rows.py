"""The rows of a workbook, as the fast reader gives them; knows no other module.

An old .xls cannot be checked beforehand, so its reading runs in a process of its
own: a damaged one may ask for all memory, which would end the reader's notebook.
"""

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

MOST_MEMORY = 3 * 1024**3  # bytes, for the process that reads an old .xls
MOST_SECONDS = 60


class Rows(NamedTuple):
    """One sheet: its name, the names of all sheets, its rows from A1, its merged ranges."""

    sheet: str
    sheets: tuple[str, ...]
    rows: list[list[Any]]
    merges: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


class NoSheet(Exception):
    """The workbook has no sheet of that name; the message lists those it has."""


def read_rows(data: bytes, sheet: str | None, check: Callable[[str], None]) -> Rows:
    """
    Read one sheet.

    Parameters
    ----------
    data : bytes
        The workbook.
    sheet : str or None
        None takes the first visible sheet with two columns and two rows.
    check : callable
        Called with a sheet's name before that sheet is read.

    Returns
    -------
    Rows

    Raises
    ------
    NoSheet
        No sheet has that name.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    names = tuple(m.name for m in found)
    shown = [m.name for m in found if m.visible == SheetVisibleEnum.Visible] or list(names)
    if (sheet is not None and sheet not in names) or not names:
        raise NoSheet(", ".join(names))
    first: Rows | None = None
    for name in shown if sheet is None else [sheet]:
        check(name)
        page = book.get_sheet_by_name(name)
        rows = page.to_python(skip_empty_area=False)
        read = Rows(name, names, rows, tuple(page.merged_cell_ranges or ()))
        first = first or read
        if _is_table(rows):
            return read
    assert first is not None
    return first


def _is_table(rows: list[list[Any]]) -> bool:
    wide = (row for row in rows if sum(cell != "" for cell in row) >= 2)
    return next(wide, None) is not None and next(wide, None) is not None


def read_rows_apart(data: bytes, sheet: str | None) -> Rows:
    """
    Read one sheet in a process of its own, with a limit on memory and time.

    Raises
    ------
    NoSheet
        No sheet has that name.
    OSError
        The reader failed, or took too much.
    """
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); "
    code += "from helpers.intake.rows import serve; serve()"
    try:
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=pickle.dumps((data, sheet)),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
        )
        answer = pickle.loads(done.stdout)
    except (subprocess.SubprocessError, pickle.UnpicklingError, EOFError) as error:
        raise OSError("the workbook could not be read") from error
    if isinstance(answer, Exception):
        raise answer
    return Rows(*answer)


def serve() -> None:
    """Answer one request of :func:`read_rows_apart`; runs in the other process."""
    _limit_memory()
    data, sheet = pickle.load(sys.stdin.buffer)
    try:
        answer: object = tuple(read_rows(data, sheet, lambda name: None))
    except NoSheet as error:
        answer = error
    except Exception as error:
        answer = OSError(f"{type(error).__name__}: {error}")
    pickle.dump(answer, sys.stdout.buffer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the process is still its own
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
