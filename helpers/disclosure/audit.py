"""The audit: what a reader could still work out from what is shown, by arithmetic alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from helpers.disclosure.presets import Preset
from helpers.disclosure.shown import Cell, Shown, Table

HAIR = 1e-6  # what a solver may be off by


@dataclass(frozen=True)
class Deduced:
    """
    What a reader can say of one hidden cell.

    Attributes
    ----------
    name
        The cell; of a table, "row, column".
    low, high
        The people in it are at least and at most so many.
    """

    name: str
    low: int
    high: int


@dataclass(frozen=True)
class _Line:
    """Places whose counts add up to the count at another place."""

    parts: tuple[int, ...]
    whole: int


def audit(shown: Shown | Table) -> tuple[Deduced, ...]:
    """
    Say for each hidden cell between which counts it must lie.

    Parameters
    ----------
    shown : Shown or Table
        What is about to be shown, by itself. Two of them laid beside each other can tell more.

    Returns
    -------
    tuple of Deduced
        One for each hidden cell, sums included, in reading order.

    Notes
    -----
    Linear programming over every sum that holds (Handbook on Statistical Disclosure Control,
    European statistical institutes, 2024). Rounded counts are taken as the range they stand for.

    Examples
    --------
    >>> from helpers.disclosure.counts import show_counts
    >>> [(d.name, d.low, d.high) for d in audit(show_counts({"yes": 12, "no": 7, "other": 2}))]
    [('no', 0, 9), ('other', 0, 9)]
    """
    if isinstance(shown, Table):
        cells, lines = _table_lines(shown)
    else:
        cells, lines = _question_lines(shown)
    return _solve(cells, lines, shown.preset)


def given_away(shown: Shown | Table) -> tuple[str, ...]:
    """
    Name the hidden cells that a reader can work out exactly.

    Examples
    --------
    >>> from helpers.disclosure.shown import Cell
    >>> leaky = (Cell("yes", 12), Cell("no", None, "not shown"))
    >>> given_away(Shown(leaky, 14, Cell("No answer", 0), 14))
    ('no',)
    """
    return tuple(one.name for one in audit(shown) if one.low == one.high)


def _question_lines(shown: Shown) -> tuple[list[Cell], list[_Line]]:
    everyone, people = Cell("everyone", shown.everyone), Cell("people", shown.people)
    cells = [*shown.cells, shown.left_out, people, everyone]
    rest, answered, whole = len(shown.cells), len(shown.cells) + 1, len(shown.cells) + 2
    lines = [_Line((rest, answered), whole)]
    if shown.exclusive:
        lines.append(_Line(tuple(range(rest)), answered))
    return cells, lines


def _table_lines(table: Table) -> tuple[list[Cell], list[_Line]]:
    width, height = len(table.columns) + 1, len(table.rows) + 1
    names = [*table.columns, "all"], [*table.rows, "all"]
    cells = [
        Cell(f"{row}, {column}", cell.count, cell.why)
        for row, line in zip(names[1], table.cells, strict=True)
        for column, cell in zip(names[0], line, strict=True)
    ]
    across = [[y * width + x for x in range(width)] for y in range(height)]
    down = [[y * width + x for y in range(height)] for x in range(width)]
    return cells, [_Line(tuple(line[:-1]), line[-1]) for line in across + down]


def _solve(cells: Sequence[Cell], lines: Sequence[_Line], preset: Preset) -> tuple[Deduced, ...]:
    hidden = [at for at, cell in enumerate(cells) if cell.hidden]
    if not hidden:
        return ()
    import numpy as np
    from scipy.optimize import linprog  # heavy; needed only when something is hidden

    sums = np.zeros((len(lines), len(cells)))
    for row, line in enumerate(lines):
        sums[row, list(line.parts)], sums[row, line.whole] = 1, -1
    limits = [_limits(cell, preset) for cell in cells]

    def end(at: int, sign: int) -> float:
        goal = np.zeros(len(cells))
        goal[at] = sign
        # HiGHS warns of nothing here: status 3 is a cell without an upper end
        solved = linprog(goal, A_eq=sums, b_eq=np.zeros(len(lines)), bounds=limits)
        if solved.status == 3:
            return float("inf")
        if solved.status:
            raise ValueError("what is shown does not add up")
        return float(solved.x[at])

    return tuple(
        Deduced(cells[at].name, ceil(end(at, 1) - HAIR), _floor(end(at, -1))) for at in hidden
    )


def _floor(value: float) -> int:
    return floor(value + HAIR) if value != float("inf") else 10**9


def _limits(cell: Cell, preset: Preset) -> tuple[float, float | None]:
    if cell.count is None:
        return (0, None)
    below, above = preset.round_to // 2, (preset.round_to - 1) // 2
    return (max(0, cell.count - below), cell.count + above)
