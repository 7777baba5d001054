"""Lines: what is shown of one question as plain rows, for its figure's table and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpers.packs.items import Asked
from helpers.packs.results import Combined, Counted, Row


@dataclass(frozen=True)
class Line:
    """
    One line of a table.

    Attributes
    ----------
    row, answer
        What it is about; ``row`` is "" where the question has no rows.
    people
        None where it is not shown, or where the line is about a spread.
    why
        Why it is not shown.
    spread
        ``"low"``, ``"middle"`` or ``"high"``, with its ``value``; else "".
    """

    row: str
    answer: str
    people: int | None = None
    why: str = ""
    spread: str = ""
    value: float | None = None


def lines(counted: Counted) -> tuple[Line, ...]:
    """
    Return every line of a question; a spread follows the bands that it belongs to.

    Examples
    --------
    >>> from helpers.disclosure import show_counts
    >>> asked = Asked("voices.who", 1, "Who was asked?", "choice", ("Staff", "Patients"))
    >>> row = Row("", show_counts({"Staff": 6, "Patients": 7}))
    >>> [(line.answer, line.people) for line in lines(Counted(asked, (row,)))]
    [('Staff', 6), ('Patients', 7), ('No answer', 0)]
    """
    return tuple(line for row in counted.rows for line in row_lines(row))


def row_lines(row: Row) -> tuple[Line, ...]:
    """Return every line of one row."""
    return (*_cells(row), *_spread(row))


def answer_of(line: Line, said: Mapping[str, Any]) -> str:
    """Return what a line is about, in the words of this slice."""
    return said["chart"]["spread"][line.spread] if line.spread else line.answer


def columns_of(told: Sequence[Line], said: Mapping[str, Any]) -> list[str]:
    """Return the names of the columns: what it is about (where there are rows), answer, number."""
    about, answer, people = said["chart"]["columns"]
    number = said["chart"]["people_or_value"] if any(line.spread for line in told) else people
    return [about, answer, number] if any(line.row for line in told) else [answer, number]


def counted_with_promises(
    combined: Combined, title: str, names: Mapping[str, str]
) -> tuple[Counted, ...]:
    """Return every counted question, and the promises as one more, with names for statuses."""
    if combined.promises is None:
        return combined.counted
    cells = tuple(replace(cell, name=names[cell.name]) for cell in combined.promises.cells)
    asked = Asked("promises.statuses", 1, title, "ticks", tuple(cell.name for cell in cells))
    return (*combined.counted, Counted(asked, (Row("", replace(combined.promises, cells=cells)),)))


def _cells(row: Row) -> tuple[Line, ...]:
    cells = (*row.shown.cells, row.shown.left_out)
    return tuple(Line(row.name, cell.name, cell.count, cell.why) for cell in cells)


def _spread(row: Row) -> tuple[Line, ...]:
    if row.numbers is None:
        return ()
    numbers, why = row.numbers, row.numbers.why
    values = {"low": numbers.low, "middle": numbers.middle, "high": numbers.high}
    return tuple(
        Line(row.name, "", spread=name, value=value, why="" if value is not None else why)
        for name, value in values.items()
    )
