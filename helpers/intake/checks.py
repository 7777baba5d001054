"""What can be wrong with a measure: each check has its one sentence beside it.

A check raises Problem, or returns notes. ``table`` is indexed by row and has
the columns when, value, numerator, denominator and measure.
"""

import datetime as dt

import numpy as np
import pandas as pd

from helpers.intake.columns import SAMPLE
from helpers.intake.grid import listed, plural
from helpers.intake.names import looks_like_people
from helpers.intake.number_column import count_like
from helpers.intake.problem import Problem
from helpers.intake.sheets import Sheet

FEWEST_POINTS = 3
ENOUGH_POINTS = 12  # below this, limits move too much with each new point to be trusted


def check_formulas(sheet: Sheet, rows: pd.Index, columns: list[str]) -> None:
    """Refuse formulas without a stored result in the chosen columns."""
    letters = {sheet.letters[name]: name for name in columns}
    numbers = set(map(str, rows))
    for cell in sheet.formulas:
        letter, number = cell.rstrip("0123456789"), cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if sheet.turned:
            letter, number = number, letter
        if letter in letters and number in numbers:
            raise Problem(
                f"{sheet.cell(number, letters[letter])}: the formula has no stored result. "
                "Open the workbook in Excel, save it, and choose it again."
            )


def check_duplicates(sheet: Sheet, table: pd.DataFrame, columns: dict[str, str]) -> None:
    """Refuse two rows for one date of one measure; point to the column that explains them."""
    twice = table.duplicated(["measure", "when"], keep=False)
    if not twice.any():
        return
    first = table[twice].iloc[0]
    same = table[(table["when"] == first["when"]) & (table["measure"] == first["measure"])]
    rows = [sheet.row(same.index[0]), sheet.row(same.index[1]).lower()]
    both = f"{rows[0]} and {rows[1]} both hold {say_date(first['when'])}"
    if name := _explains(sheet, table, columns):
        kinds = list(dict.fromkeys(sheet.table.loc[table.index, name]))
        kinds = [] if looks_like_people(kinds, name) else [f"'{kind}'" for kind in kinds]
        shown = f", such as {listed(kinds[:2])}" if kinds else ""
        raise Problem(
            f"{both}: {sheet.column(name)} seems to name more than one measure{shown}. "
            f"Choose '{name}' as the column that names the measure."
        )
    raise Problem(
        f"{both}, in {sheet.column(columns['when'])}. "
        "Keep one of them, or choose the column that tells them apart."
    )


def _explains(sheet: Sheet, table: pd.DataFrame, columns: dict[str, str]) -> str | None:
    rest = [name for name in sheet.table if name not in columns.values()]
    for name in rest:
        words = sheet.table.loc[table.index, name]
        if not all(isinstance(word, str) for word in words.head(SAMPLE)):
            continue
        pairs = pd.DataFrame({"m": table["measure"], "w": table["when"], "n": words})
        if 1 < words.nunique() < len(words) and not pairs.duplicated().any():
            return str(name)
    return None


def check_parts(
    sheet: Sheet, table: pd.DataFrame, columns: dict[str, str], rate: bool
) -> tuple[str, ...]:
    """Refuse parts below zero, parts above their whole; say where the whole is zero."""
    for job in ("numerator", "denominator"):
        low = table.index[table[job] < 0]
        if len(low):
            raise Problem(
                f"{sheet.cell(low[0], columns[job])}: {table.at[low[0], job]:g} is below zero, "
                "and a count cannot be. Correct the cell, or choose another column."
            )
    top, bottom = table["numerator"], table["denominator"]
    above = table.index[(top > bottom) & ((bottom == 0) | (not rate))]
    if len(above):
        row = above[0]
        raise Problem(
            f"{sheet.cell(row, columns['numerator'])}: {top[row]:g} is more than the "
            f"{bottom[row]:g} in {sheet.column(columns['denominator'])}. "
            "Correct the row, swap the two columns, or say that this is a rate."
        )
    zero = table.index[bottom == 0]
    if not len(zero):
        return ()
    where = listed([sheet.row(row).lower() for row in zero])
    return (f"Shown as gaps, because the denominator is 0: {where}.",)


def check_negative(
    sheet: Sheet, table: pd.DataFrame, column: str, allow_negative: bool
) -> tuple[str, ...]:
    """Refuse a count below zero; say when other numbers are."""
    low = table.index[table["value"] < 0]
    if not len(low):
        return ()
    if not allow_negative and count_like(table["value"]):
        raise Problem(
            f"{sheet.cell(low[0], column)}: {table.at[low[0], 'value']:g} is below zero, "
            "but the column looks like counts. Correct the cell, or say that numbers below "
            "zero are right."
        )
    verb = "is" if len(low) == 1 else "are"
    return (f"{plural(len(low), 'number')} {verb} below zero and kept.",)


def check_future(
    sheet: Sheet, table: pd.DataFrame, column: str, today: dt.date | None
) -> tuple[str, ...]:
    """Say which dates lie ahead of today; without today, nothing is checked."""
    if today is None:
        return ()
    ahead = table[table["when"] >= pd.Timestamp(today) + pd.Timedelta(days=1)]
    if ahead.empty:
        return ()
    row = ahead.index[0]
    first = f"{sheet.cell(row, column)}: {say_date(ahead.at[row, 'when'])} lies in the future"
    more = f", and so do {plural(len(ahead) - 1, 'other row')}" if len(ahead) > 1 else ""
    return (f"{first}{more}. Check that it is a result and not a plan.",)


def check_points(sheet: Sheet, table: pd.DataFrame) -> tuple[str, ...]:
    """Refuse a measure with fewer than three points; say when there are few."""
    counts = table.groupby("measure", sort=False)["value"].count()
    few = counts[counts < FEWEST_POINTS]
    if len(few) == len(counts):
        most = int(counts.max()) if len(counts) else 0
        raise Problem(
            f"'{sheet.filename}' has {plural(most, 'row')} with both a date and a number. "
            f"A chart needs at least {FEWEST_POINTS}. Add earlier months."
        )
    notes = [f"'{name}' has only {plural(n, 'point')}." for name, n in few.head(3).items()]
    short = counts[(counts >= FEWEST_POINTS) & (counts < ENOUGH_POINTS)]
    if len(short):
        notes.append(
            f"'{short.index[0]}' has {short.iloc[0]} points. With fewer than {ENOUGH_POINTS}, "
            "limits are rough; add earlier months if you can."
        )
    return tuple(notes)


def find_gaps(table: pd.DataFrame) -> tuple[str, ...]:
    """
    Say which dates are missing from a regular series.

    Examples
    --------
    >>> when = pd.to_datetime(["2026-01-01", "2026-02-01", "2026-04-01", "2026-05-01"])
    >>> find_gaps(pd.DataFrame({"when": when, "measure": "Falls"}))
    ('No row for March 2026.',)
    """
    notes = []
    groups = table.groupby("measure", sort=False)["when"]
    for name, dates in groups:
        if absent := _absent(dates):
            of = f" of '{name}'" if len(groups) > 1 else ""
            notes.append(f"No row{of} for {listed(absent, 4)}.")
    more = [f"{len(notes) - 3} more measures have missing dates."] if len(notes) > 3 else []
    return (*notes[:3], *more)


def _absent(dates: pd.Series) -> list[str]:
    days = pd.DatetimeIndex(dates).normalize().unique().sort_values()
    months = days.year * 12 + days.month - 1
    if len(days) < FEWEST_POINTS:
        return []
    if months.is_unique and (step := _step(np.diff(months))):
        wanted = pd.RangeIndex(months[0], months[-1], step).difference(months)
        return [f"{pd.Timestamp(m // 12, m % 12 + 1, 1):%B %Y}" for m in wanted[:1000]]
    numbers = (days - days[0]).days
    step = _step(np.diff(numbers))
    if step not in (1, 7):
        return []
    wanted = pd.RangeIndex(0, numbers[-1], step).difference(numbers)
    lost = days[0] + pd.to_timedelta(wanted[:1000], unit="D")
    if step == 1 and not (days.day_of_week >= 5).any():
        lost = lost[lost.day_of_week < 5]  # a service that rests at weekends
    return [say_date(day) for day in lost]


def _step(differences: np.ndarray) -> int:
    """Give the usual step when all others are multiples of it, else 0."""
    steps, counts = np.unique(differences, return_counts=True)
    usual = int(steps[counts.argmax()])
    return usual if not (differences % usual).any() else 0


def say_date(when: pd.Timestamp) -> str:
    """
    Say a date in words.

    Examples
    --------
    >>> say_date(pd.Timestamp(2026, 3, 14))
    '14 March 2026'
    """
    clock = f", {when:%H:%M}" if (when.hour or when.minute) else ""
    return f"{when.day} {when:%B %Y}{clock}"
