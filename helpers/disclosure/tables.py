"""Tables with sums: hidden by row and by column, until no sum gives a cell away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from helpers.disclosure.guarding import guard
from helpers.disclosure.presets import TABLES, Preset
from helpers.disclosure.shown import SUM, Cell, Name, Table, reason
from helpers.disclosure.sums import Line
from helpers.disclosure.view import Before, table_lines
from helpers.intake import Problem

if TYPE_CHECKING:
    import pandas as pd


def show_table(
    counts: Mapping[str, Mapping[str, int]] | pd.DataFrame,
    preset: Preset = TABLES,
    *,
    sensitive: bool = False,
    sums_of_shown: bool = False,
    before: Iterable[Before] = (),
) -> Table:
    """
    Show a table of people, where each is in one field, with the sums of its rows and columns.

    Parameters
    ----------
    counts : mapping or DataFrame
        Row to column to number of people; every row has the same columns. Of a DataFrame, the
        index names the rows. It holds no sums.
    preset : Preset
    sensitive : bool
        Whether the table is marked as sensitive.
    sums_of_shown : bool
        Whether each sum adds up only what is shown beside it, rounded as it is. Then no more than
        the small counts is hidden; but the sums leave people out, and must be said to do so.
    before : iterable of Before
        What was shown earlier and can be laid beside it.

    Returns
    -------
    Table

    Raises
    ------
    ValueError
        Where rows differ in their columns.
    Problem
        If a count is missing, not whole or below 0; two fields have the same name, or a row is
        called "all"; or what was shown earlier gives a number away, whatever is hidden now.

    Notes
    -----
    Small fields and sums are hidden, then others that guard them: see `guarding.guard`.

    Examples
    --------
    >>> ward = {"A": {"day": 20, "night": 2}, "B": {"day": 9, "night": 11}}
    >>> [[cell.count for cell in row] for row in show_table(ward).cells]
    [[None, None, 20], [None, None, 20], [None, 15, 40]]
    >>> [[cell.count for cell in row] for row in show_table(ward, sums_of_shown=True).cells]
    [[20, None, 20], [10, 10, 20], [30, 10, 40]]
    """
    rows, columns, grid = with_sums(counts)
    preset, before = preset.marked(sensitive), tuple(before)
    if grid[-1][-1] < preset.fewest:
        why = reason(preset.fewest)
        cells = tuple(tuple(Cell(name, None, why) for name in (*columns, SUM)) for _ in grid)
        return Table(rows, columns, cells, why, preset, before=before)
    lines = table_lines(len(rows), len(columns))
    names = [(row, column) for row in (*rows, SUM) for column in (*columns, SUM)]
    flat = [count for line in grid for count in line]
    fields = show_cells(named(names, flat), lines, preset, sums_of_shown, before)
    width = len(columns) + 1
    told = tuple(tuple(fields[y * width : (y + 1) * width]) for y in range(len(grid)))
    return Table(rows, columns, told, "", preset, sums_of_shown, before)


def show_cells(
    counts: Mapping[Name, int],
    lines: Sequence[Line],
    preset: Preset,
    sums_of_shown: bool = False,
    before: Iterable[Before] = (),
) -> list[Cell]:
    """
    Show counts of which some add up to others.

    Parameters
    ----------
    counts : mapping
        Names of a group to number of people, sums included.
    lines : sequence of Line
        What adds up to what, by places in ``counts``.
    preset, sums_of_shown, before
        As for `show_table`.
    """
    if not sums_of_shown:
        return _cells(counts, lines, preset, before)
    sums = {line.whole: line.parts for line in lines}
    inner = {name: n for at, (name, n) in enumerate(counts.items()) if at not in sums}
    shown = dict(zip(inner, _cells(inner, (), preset, before), strict=True))
    names = list(counts)

    def added(at: int) -> int:
        return sum(map(added, sums[at])) if at in sums else shown[names[at]].count or 0

    for at in sums:
        told = added(at)
        why = "" if told or (preset.zero_shown and not counts[names[at]]) else reason(preset.fewest)
        shown[names[at]] = Cell(", ".join(names[at]), None if why else told, why)
    return [shown[name] for name in names]


def _cells(
    counts: Mapping[Name, int], lines: Sequence[Line], preset: Preset, before: Iterable[Before]
) -> list[Cell]:
    hidden = guard(list(counts.values()), lines, preset, before, list(counts))
    why = reason(preset.fewest)
    return [
        Cell(", ".join(name), None if at in hidden else preset.rounded(count), why * (at in hidden))
        for at, (name, count) in enumerate(counts.items())
    ]


def with_sums(
    counts: Mapping[str, Mapping[str, int]] | pd.DataFrame,
) -> tuple[Name, Name, list[list[int]]]:
    """
    Return the names of rows and columns, and the counts with a last row and column of sums.

    Raises
    ------
    ValueError, Problem
        As `show_table`.

    Examples
    --------
    >>> with_sums({"A": {"day": 20, "night": 2}})
    (('A',), ('day', 'night'), [[20, 2, 22], [20, 2, 22]])
    """
    if isinstance(counts, Mapping):
        rows = tuple(counts)
        columns = tuple(counts[rows[0]]) if rows else ()
        if any(tuple(line) != columns for line in counts.values()):
            raise ValueError("every row of a table needs the same columns, at least one")
        given = [list(line.values()) for line in counts.values()]
    else:
        rows, columns = tuple(map(str, counts.index)), tuple(map(str, counts.columns))
        given = counts.to_numpy(dtype=object).tolist()
    if not columns or not rows:
        raise ValueError("every row of a table needs the same columns, at least one")
    if SUM in (*rows, *columns):
        raise Problem(
            f"A row or column is called '{SUM}'. If it is a sum, leave it out: the sums are made here."
        )
    grid = [
        [whole(n, f"{row}, {column}") for column, n in zip(columns, line, strict=True)]
        for row, line in zip(rows, given, strict=True)
    ]
    grid = [[*line, sum(line)] for line in grid]
    return rows, columns, [*grid, [sum(column) for column in zip(*grid, strict=True)]]


def named(names: Sequence[Name], counts: Sequence[int]) -> dict[Name, int]:
    """
    Return counts by name.

    Raises
    ------
    Problem
        If two of them have the same name.

    Examples
    --------
    >>> named([("A", "day"), ("A", "all")], [20, 20])
    {('A', 'day'): 20, ('A', 'all'): 20}
    """
    twice = [name for name, times in Counter(map(", ".join, names)).items() if times > 1]
    if twice:
        raise Problem(f"Two groups are called {twice[0]!r}. Give one of them another name.")
    return dict(zip(names, counts, strict=True))


def whole(count: float, name: str) -> int:
    """
    Return a count of people as a whole number.

    Raises
    ------
    Problem
        If it is missing, not whole or below 0.

    Examples
    --------
    >>> whole(12.0, "day")
    12
    """
    try:
        people = int(count)
    except (TypeError, ValueError, OverflowError):
        people = -1
    if people < 0 or people != count:
        raise Problem(f"{name}: {count} is no count of people. Put a whole number there, or a 0.")
    return people
