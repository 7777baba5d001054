"""From loose cells to a table: names on top, rows of data below, nothing else."""

import re
from dataclasses import dataclass

import pandas as pd

from helpers.intake.dates import looks_like_date
from helpers.intake.grid import Grid, letter, plural
from helpers.intake.headers import column_names, find_header, is_data, turned_header
from helpers.intake.number_column import rows_named
from helpers.intake.problem import Problem

TOTAL = re.compile(
    r"(?:grand |sub-?|overall |running |yearly |annual )?"
    r"(?:totals?|average|mean|median|sum|ytd|year to date|overall)"
    r"(?: (?:for|of) .*| \d{4}.*)?\s*[:=]?",
    re.IGNORECASE,
)
NO_NAMES = "Found no column names, so columns go by their letters."
EDGES = "\ufeff\u200b\u200e\u200f"  # marks that no reader can see


@dataclass(frozen=True)
class Shape:
    """A table with named columns, and what was left out to get there."""

    table: pd.DataFrame
    letters: dict[str, str]
    header: int | None
    turned: bool
    notes: tuple[str, ...]


def shape(grid: Grid, filename: str) -> Shape:
    """
    Find the names and the rows of a table.

    Parameters
    ----------
    grid : Grid
        Cells as they came.
    filename : str
        Used in messages only.

    Returns
    -------
    Shape

    Raises
    ------
    Problem
        There is nothing below the column names.

    Examples
    --------
    >>> cells = [["Falls on Willow", ""], ["Month", "Falls"], ["Jan 2026", 4], ["Feb 2026", 5]]
    >>> found = shape(Grid(pd.DataFrame(cells, [1, 2, 3, 4])), "falls.xlsx")
    >>> found.header, list(found.table), found.letters
    (2, ['Month', 'Falls'], {'Month': 'A', 'Falls': 'B'})
    """
    cells = _trim(grid.cells)
    filled = cells != ""
    columns = [c for c, some in filled.any().items() if some]
    kept = cells.loc[filled.any(axis=1), columns]
    if kept.empty:
        raise Problem(f"'{filename}' has no filled cells. Choose a file that holds a table.")
    across = turned_header(kept)
    header = across if across is not None else find_header(kept)
    names, naming = column_names(Grid(cells, grid.merges), header, columns)
    body = kept if header is None else kept.loc[header + 1 :]
    if body.empty:
        raise Problem(
            f"'{filename}' has column names but no rows below them. "
            "Choose a file with a date and a number in each row."
        )
    notes = [*_skipped(cells, kept, header, naming), *_named(naming)]
    if across is not None:
        return _turn(kept, body, across, columns, notes)
    body, left_out = _leave_out(body.set_axis(names, axis=1))
    if body.empty:
        raise Problem(f"'{filename}' has only totals and notes. Choose a file with rows of data.")
    letters = {name: letter(c) for name, c in zip(names, columns, strict=True)}
    return Shape(body.rename_axis("row"), letters, header, False, (*notes, *left_out))


def _trim(cells: pd.DataFrame) -> pd.DataFrame:
    trimmed = {c: [_bare(cell) for cell in column] for c, column in cells.items()}
    return pd.DataFrame(trimmed, index=cells.index, dtype=object)


def _bare(cell: object) -> object:
    return cell.strip().strip(EDGES).strip() if isinstance(cell, str) else cell


def _named(naming: int) -> list[str]:
    if naming == 1:
        return []
    return ["Joined two rows of column names." if naming else NO_NAMES]


def _skipped(cells: pd.DataFrame, kept: pd.DataFrame, header: int | None, naming: int) -> list[str]:
    titles = 0 if header is None else int((kept.index <= header).sum()) - naming
    blanks = int(kept.index[-1]) - int(cells.index[0]) + 1 - len(kept)
    parts = [plural(blanks, "blank row")] if blanks > 0 else []
    parts += [f"{plural(titles, 'row')} above the column names"] if titles else []
    return [f"Skipped {' and '.join(parts)}."] if parts else []


def _leave_out(body: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Drop repeated names, totals, and remarks below the table."""
    said = []
    for rows, what in (
        (_repeated_names(body), "the column names again"),
        (_totals(body), "a total or an average"),
        (_remarks(body), "a remark below the table"),
    ):
        rows = rows.intersection(body.index)
        if len(rows):
            body = body.drop(index=rows)
            said.append(f"Left out {rows_named(rows)}: {what}.")
    return body, said


def _repeated_names(body: pd.DataFrame) -> pd.Index:
    same = body.iloc[:, 0] == body.columns[0]
    if not same.any():
        return body.index[:0]
    again = body[same]
    return again.index[(again == list(body.columns)).all(axis=1)]


def _totals(body: pd.DataFrame) -> pd.Index:
    words = body.iloc[:, 0].copy()
    for name in body.columns[1:]:  # the first filled cell of each row
        if not (empty := words == "").any():
            break
        words[empty] = body.loc[empty, name]
    distinct = {w: bool(TOTAL.fullmatch(w)) for w in words.unique() if isinstance(w, str)}
    found = words.map(distinct).eq(True)
    return body.index[found] if not found.all() else body.index[:0]


def _remarks(body: pd.DataFrame) -> pd.Index:
    if body.shape[1] < 2:
        return body.index[:0]
    found = []
    for row, cells in zip(body.index[::-1], body.values[::-1], strict=True):
        words = [cell for cell in cells if cell != ""]
        if len(words) != 1 or not isinstance(words[0], str) or is_data(words[0]):
            break
        found.append(row)
    whole = len(found) == len(body)
    return body.index[:0] if whole else pd.Index(found[::-1], dtype=body.index.dtype)


def _turn(
    kept: pd.DataFrame, body: pd.DataFrame, across: int, columns: list[int], notes: list[str]
) -> Shape:
    """Turn months that run across into rows; then rows go by letter and columns by number."""
    top = kept.loc[across]
    dated = [c for c in columns if looks_like_date(top[c])]
    label = next((c for c in columns if c not in dated), None)
    when = str(top[label]) if label is not None and top[label] != "" else "Date"
    names = [str(cell) if cell != "" else "" for cell in body[label]] if label is not None else []
    names = names or [""] * len(body)
    seen = {when.casefold()}
    table, letters = {when: list(top[dated])}, {when: str(across)}
    for row, name in zip(body.index, names, strict=True):
        name = name if name and name.casefold() not in seen else f"{name} (row {row})".strip()
        if (body.loc[row, dated] == "").all():
            continue
        seen.add(name.casefold())
        table[name], letters[name] = list(body.loc[row, dated]), str(row)
    turned = pd.DataFrame(table, index=[letter(c) for c in dated], dtype=object)
    notes.append("Dates ran across the sheet; turned so that each date is a row.")
    return Shape(turned.rename_axis("row"), letters, across, True, tuple(notes))
