"""Tables with sums: hidden by row and by column, until no sum gives a cell away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpers.disclosure.audit import audit
from helpers.disclosure.line import is_small
from helpers.disclosure.presets import PACKS, Preset
from helpers.disclosure.shown import Cell, Table, reason, too_few

SUM = "all"
Place = tuple[int, int]


def show_table(
    counts: Mapping[str, Mapping[str, int]], preset: Preset = PACKS, *, sensitive: bool = False
) -> Table:
    """
    Show a table of people, where each is in one field, with the sums of its rows and columns.

    Parameters
    ----------
    counts : mapping
        Row to column to number of people; every row has the same columns.
    preset : Preset
    sensitive : bool
        Whether the table is marked as sensitive.

    Returns
    -------
    Table

    Raises
    ------
    ValueError
        Where rows differ in their columns, or a count is below 0.

    Notes
    -----
    Small fields and sums are hidden; then the smallest field that still guards one, in each row
    and column that would give one away. The audit has the last word: while it can work out a
    hidden cell exactly, more is hidden.

    Examples
    --------
    >>> ward = {"A": {"day": 20, "night": 2}, "B": {"day": 9, "night": 11}}
    >>> [[cell.count for cell in row] for row in show_table(ward).cells]
    [[None, None, 22], [None, None, 20], [29, 13, 42]]
    """
    rows, columns, grid = _with_sums(counts)
    fewest = preset.least(sensitive)
    if grid[-1][-1] < fewest:
        why = too_few(fewest)
        cells = tuple(tuple(Cell(SUM, None, why) for _ in line) for line in grid)
        return Table(rows, columns, cells, why, preset)
    hiding = _Hiding(grid, fewest, preset)
    hiding.settle()
    while leak := hiding.leak(rows, columns):
        if not hiding.hide_beside(leak):
            hiding.hide_all()
            break
        hiding.settle()
    return hiding.table(rows, columns)


class _Hiding:
    """The table while it is being hidden: counts with their sums, and the places hidden so far."""

    def __init__(self, grid: list[list[int]], fewest: int, preset: Preset):
        self.grid, self.fewest, self.preset = grid, fewest, preset
        self.height, self.width = len(grid), len(grid[0])
        self.hidden = {
            place
            for place in self.places()
            if is_small(self.count(place), fewest, preset.zero_shown)
        }

    def places(self) -> Iterator[Place]:
        """Give every place, sums too, in reading order."""
        return ((y, x) for y in range(self.height) for x in range(self.width))

    def count(self, place: Place) -> int:
        return self.grid[place[0]][place[1]]

    def lines(self) -> list[list[Place]]:
        """Give every row and column; the last place of each is its sum."""
        across = [[(y, x) for x in range(self.width)] for y in range(self.height)]
        return across + [[(y, x) for y in range(self.height)] for x in range(self.width)]

    def settle(self) -> None:
        """Hide more until each row and column guards what it hides."""
        while any(self._guard(line) for line in self.lines()):
            pass

    def _guard(self, line: list[Place]) -> bool:
        """Hide one more place of a line where that is needed and can be done."""
        held = [place for place in line if place in self.hidden]
        parts = [self.count(place) for place in held if place != line[-1]]
        lowest = len(parts) if self.preset.zero_shown else 0
        alone = len(held) == 1
        thin = line[-1] not in self.hidden and sum(parts) < max(self.fewest, lowest + 1)
        return bool(held) and (alone or thin) and self._hide_smallest(line)

    def _hide_smallest(self, line: list[Place]) -> bool:
        shown = [place for place in line if place not in self.hidden and self.count(place)]
        inside = [place for place in shown if place != line[-1]] or shown
        if inside:
            self.hidden.add(min(inside, key=self.count))
        return bool(inside)

    def leak(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> Place | None:
        """Return the first hidden place that a reader can work out, or None."""
        found = audit(self.table(rows, columns))
        places = (place for place in self.places() if place in self.hidden)
        open_to_all = [p for p, one in zip(places, found, strict=True) if one.low == one.high]
        return open_to_all[0] if open_to_all else None

    def hide_beside(self, place: Place) -> bool:
        """Hide the smallest place in the row and column of one that was worked out."""
        beside = [line for line in self.lines() if place in line]
        return self._hide_smallest([other for line in beside for other in line])

    def hide_all(self) -> None:
        """Hide everything but the sum of all."""
        self.hidden = set(self.places()) - {(self.height - 1, self.width - 1)}

    def table(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> Table:
        """Return the table as it stands."""
        why = reason(self.fewest)
        names = [*columns, SUM]
        cells = tuple(
            tuple(
                Cell(names[x], None, why)
                if (y, x) in self.hidden
                else Cell(names[x], self.preset.rounded(count))
                for x, count in enumerate(line)
            )
            for y, line in enumerate(self.grid)
        )
        return Table(rows, columns, cells, preset=self.preset)


def _with_sums(
    counts: Mapping[str, Mapping[str, int]],
) -> tuple[tuple[str, ...], tuple[str, ...], list[list[int]]]:
    rows = tuple(counts)
    columns = tuple(counts[rows[0]]) if rows else ()
    if not columns or any(tuple(counts[row]) != columns for row in rows):
        raise ValueError("every row of a table needs the same columns, at least one")
    grid = [list(counts[row].values()) for row in rows]
    if min(map(min, grid)) < 0:
        raise ValueError("a count of people cannot be below 0")
    grid = [[*line, sum(line)] for line in grid]
    return rows, columns, [*grid, [sum(column) for column in zip(*grid, strict=True)]]
