"""A column into dates: day or month first is decided over the whole column, and said."""

import datetime as dt
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pandas as pd

from helpers.intake.dates import NAME, Reading, read_date
from helpers.intake.grid import lowered
from helpers.intake.problem import Problem

Place = Callable[[Hashable], str]
Read = dict[object, tuple[Hashable, Reading]]  # cell -> its first row, what it says

NO_YEAR = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[-/ ])?{NAME}(?:[-/ ]\d{{1,2}}(?:st|nd|rd|th))?|\d{{1,2}}/\d{{1,2}}",
    re.IGNORECASE,
)

STARTS = {
    "quarter": "Calendar quarters are placed on their first day.",
    "financial quarter": "Quarters of a financial year are placed on their first day.",
    "financial year": "Financial years are placed on 1 April.",
    "year": "Years are placed on 1 January.",
    "serial": "Numbers that Excel uses for days were read as dates.",
}


@dataclass(frozen=True)
class Dates:
    """A column of dates, and what was decided on the way."""

    values: pd.Series
    notes: tuple[str, ...]


def read_dates(column: pd.Series, place: Place, day_first: bool | None = None) -> Dates:
    """
    Read a column of dates.

    Parameters
    ----------
    column : Series
        Cells as they came, none of them blank, indexed by row.
    place : callable
        Names the cell of a row, such as "Row 14, column A ('Month')".
    day_first : bool, optional
        Settles 03/04/2026. Left out, the column itself decides; when it
        cannot, the day is first, as in the UK, and the notes say so.

    Returns
    -------
    Dates
        ``values`` holds timestamps with the same index.

    Raises
    ------
    Problem
        A cell is no date, names a day that does not exist, or the column
        mixes ways of writing that contradict each other.

    Examples
    --------
    >>> dates = read_dates(pd.Series(["13/02/2026", "01/03/2026"]), "Row {}".format)
    >>> dates.values.dt.strftime("%d %b").tolist()
    ['13 Feb', '01 Mar']
    """
    read = _read_all(column, place)
    _refuse_lone_years(read, place)
    swap, notes = _order(read, place, day_first)
    dates = {
        cell: _exists(cell, row, reading, swap, place) for cell, (row, reading) in read.items()
    }
    values = pd.Series([dates[cell] for cell in column], column.index, dtype="datetime64[us]")
    kinds = dict.fromkeys(reading.kind for _, reading in read.values())
    return Dates(values, (*notes, *(STARTS[kind] for kind in kinds if kind in STARTS)))


def _read_all(column: pd.Series, place: Place) -> Read:
    read: Read = {}
    failed: list[tuple[Hashable, object]] = []
    for row, cell in zip(column.index, column, strict=True):
        if cell in read:
            continue
        reading = read_date(cell)
        if reading is None:
            failed.append((row, cell))
        else:
            read[cell] = (row, reading)
    if failed:
        raise refuse_date(failed[0][1], place(failed[0][0]))
    return read


def _refuse_lone_years(read: Read, place: Place) -> None:
    years = [(cell, row) for cell, (row, reading) in read.items() if reading.kind == "year"]
    if years and len(years) < len(read):
        cell, row = years[0]
        raise Problem(
            f"{place(row)}: '{cell}' is only a year, but other rows have a month or a day. "
            "Write all dates the same way, or delete the row if it is a yearly total."
        )


def _order(read: Read, place: Place, day_first: bool | None) -> tuple[bool, tuple[str, ...]]:
    """Decide whether 03/04 must be swapped to month first."""
    slashed = {cell: found for cell, found in read.items() if found[1].kind == "slashed"}
    if not slashed or day_first is not None:
        return day_first is False and bool(slashed), ()
    for cell, (row, reading) in slashed.items():
        if min(reading.day, reading.month) > 12:
            _exists(cell, row, reading, False, place)
    day = next(((c, row) for c, (row, r) in slashed.items() if r.day > 12 >= r.month), None)
    month = next(((c, row) for c, (row, r) in slashed.items() if r.month > 12 >= r.day), None)
    if day and month:
        raise Problem(
            f"{place(day[1])}: '{day[0]}' has the day first, but {lowered(place(month[1]))}: "
            f"'{month[0]}' has the month first. Write all dates one way, as in 14/03/2026."
        )
    if month:
        return True, (f"Read the dates as month/day/year, because of '{month[0]}'.",)
    if day:
        _refuse_swapped_by_excel(read, slashed, place)
        return False, ()
    return False, _assume_british(read, slashed, place)


def _assume_british(read: Read, slashed: Read, place: Place) -> tuple[str, ...]:
    unclear = next(((c, row, r) for c, (row, r) in slashed.items() if r.day != r.month), None)
    if unclear is None:
        return ()
    cell, row, reading = unclear
    other = next(((c, found[0]) for c, found in read.items() if c not in slashed), None)
    if other:
        raise Problem(
            f"{place(other[1])}: '{_shown(other[0])}' and {lowered(place(row))}: '{cell}' are "
            "written in two ways, and the second could be read with day or month first. "
            "Write all dates one way, as in 14/03/2026."
        )
    day = _exists(cell, row, reading, False, place)
    return (f"Read '{cell}' as {day.day} {day:%B %Y}: day first, as in the UK.",)


def _refuse_swapped_by_excel(read: Read, slashed: Read, place: Place) -> None:
    # Excel set to American dates turns 03/04 into 4 March and leaves 14/03 as text.
    real = {cell: found for cell, found in read.items() if found[1].kind == "date"}
    days = {reading.day for _, reading in real.values()}
    if len(days) < 2 or max(days) > 12 or any(r.day <= 12 for _, r in slashed.values()):
        return
    text, (text_row, _) = next(iter(slashed.items()))
    raise Problem(
        f"{place(text_row)}: '{text}' is text, while {lowered(place(next(iter(real.values()))[0]))} "
        "is a real date. Excel may have swapped day and month in some rows. "
        "Import the original file again with the dates as day/month/year."
    )


def _exists(cell: object, row: Hashable, reading: Reading, swap: bool, place: Place) -> dt.datetime:
    try:
        return (reading.swapped() if swap and reading.kind == "slashed" else reading).date()
    except ValueError:
        raise Problem(
            f"{place(row)}: the date '{_shown(cell)}' does not exist. "
            "Correct it in the file, or choose another date column."
        ) from None


def _shown(cell: object) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, dt.date) else str(cell)


def why_not(cell: object) -> str:
    """
    Say what to do about a cell that is no date.

    Examples
    --------
    >>> why_not("14 March")
    'It has no year. Write it like 14/03/2026 or Mar 2026.'
    """
    if isinstance(cell, str) and NO_YEAR.fullmatch(" ".join(cell.split())):
        return "It has no year. Write it like 14/03/2026 or Mar 2026."
    return "Write it like 14/03/2026 or Mar 2026, or choose another date column."


def refuse_date(cell: object, where: str) -> Problem:
    """Make the Problem for a cell that is no date."""
    shown = str(cell)
    shown = shown if len(shown) <= 40 else shown[:39] + "…"
    return Problem(f"{where}: '{shown}' is not a date that can be read. {why_not(cell)}")
