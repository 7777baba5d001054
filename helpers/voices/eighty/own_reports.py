"""Reports of one's own: from a table and a choice of columns to counts of themes and groups."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.intake.checks import check_formulas
from helpers.intake.grid import plural
from helpers.intake.names import identifies, looks_like_people
from helpers.intake.number_column import read_numbers, rows_named
from helpers.intake.numbers import is_blank
from helpers.intake.sheets import Sheet
from helpers.voices.eighty.harm import Harm, tally
from helpers.voices.eighty.severity import in_order
from helpers.voices.eighty.together import NOT_RECORDED, within_limits

FREE_TEXT = 200  # more names than this are no list of themes
MOST_SEVERITIES = 7
SUMS = re.compile(
    r"(?:grand |sub-?)?totals?|sum|overall|all|all (?:themes|groups|reports|patients|staff)", re.I
)
COUNT_WORDS = r"count|number|n|reports|frequency|how many"
JOBS: dict[str, str] = {
    "theme": r"themes?|category|categories|type|subject|cause|issue|problem",
    "group": r"groups?|whose|ethnicity|language|team|role|ward|directorate|who",
    "severity": r"severity|harm|impact|grading|grade|level",
    "count": COUNT_WORDS,
}


@dataclass(frozen=True)
class OwnReports:
    """
    Reports of one's own, counted; every column that was not chosen is gone.

    Attributes
    ----------
    harm : Harm
        At most 16 themes and 8 groups; the others are together in one of each.
    groups : tuple of str
        The names of all groups in the list, the largest first.
    last : tuple of str
        Themes that gather others, or that nobody recorded.
    notes : tuple of str
        What was handled, in plain sentences.
    """

    harm: Harm
    groups: tuple[str, ...]
    last: tuple[str, ...]
    notes: tuple[str, ...]


def guess_jobs(sheet: Sheet) -> dict[str, str | None]:
    """
    Guess by their names which columns hold theme, group, severity and count.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> guess_jobs(read_pasted("Category\\tStaff group\\tNumber\\nFalls\\tNights\\t4"))
    {'theme': 'Category', 'group': 'Staff group', 'severity': None, 'count': 'Number'}
    """
    guessed: dict[str, str | None] = {}
    for job, pattern in JOBS.items():
        free = [str(name) for name in sheet.table if name not in guessed.values()]
        found = [name for name in free if re.search(rf"\b(?:{pattern})\b", name, re.I)]
        first = re.compile(pattern.split("|")[0], re.I)
        guessed[job] = next((name for name in found if first.search(name)), next(iter(found), None))
    return guessed


def take_reports(
    sheet: Sheet,
    *,
    theme: str,
    group: str,
    severity: str | None = None,
    count: str | None = None,
    keep: Collection[str] = (),
) -> OwnReports:
    """
    Count the reports of a table.

    Parameters
    ----------
    sheet : Sheet
        One row for each report, or with a column of counts for several.
    theme, group, severity, count : str
        Names of columns.
    keep : collection of str
        Groups to keep apart where there are more than eight; the largest if none are named.

    Raises
    ------
    Problem
        A column cannot be what it was chosen for; the text says what to do.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> sheet = read_pasted("Theme\\tGroup\\tCount\\nFalls\\tNights\\t4\\nWaits\\tDays\\t9")
    >>> own = take_reports(sheet, theme="Theme", group="Group", count="Count")
    >>> own.harm.themes, own.harm.total
    (('Waits', 'Falls'), 13.0)
    """
    columns = {"theme": theme, "group": group, "severity": severity, "count": count}
    chosen = {job: name for job, name in columns.items() if name}
    _check_choice(sheet, chosen)
    rows, notes = _rows(sheet, chosen)
    sizes = rows.groupby("group")["count"].sum().sort_values(ascending=False, kind="stable")
    rows, kept_notes, last = within_limits(rows, sizes, keep)
    order: tuple[str, ...] = ()
    if severity:
        order, _ = in_order(tuple(rows["severity"].unique()))
        if not in_order([name for name in order if name != NOT_RECORDED])[1]:
            notes.append("Not every severity tells by its name how bad it is. Check their weights.")
    return OwnReports(
        tally(rows, severities=order),
        tuple(map(str, sizes.index)),
        last,
        (*notes, *kept_notes),
    )


def _check_choice(sheet: Sheet, chosen: Mapping[str, str]) -> None:
    for job, name in chosen.items():
        if name not in sheet.table:
            raise Problem(f"There is no column '{name}'. Choose one of the list.")
        if kind := identifies(sheet.table[name], name):
            raise Problem(f"C{sheet.column(name)[1:]} holds {kind}. Choose another column.")
        if job in ("theme", "group") and looks_like_people(sheet.table[name].unique()):
            raise Problem(
                f"C{sheet.column(name)[1:]} seems to name people. This page compares groups, never "
                "persons. Choose a column with kinds of harm or groups of people."
            )
    if len(set(chosen.values())) < len(chosen):
        raise Problem("The same column is chosen twice. Choose a different column for each job.")
    check_formulas(sheet, sheet.table.index, list(chosen.values()))


def _rows(sheet: Sheet, chosen: Mapping[str, str]) -> tuple[pd.DataFrame, list[str]]:
    notes: list[str] = []
    rows = pd.DataFrame(index=sheet.table.index)
    for job in ("theme", "group", "severity"):
        if job in chosen:
            rows[job], said = _names(sheet, chosen[job], job)
            notes += said
    rows["count"] = 1.0
    if "count" in chosen:
        rows["count"], said = _counts(sheet, chosen["count"])
        notes += said
    rows = rows[rows["count"].notna()]
    if not rows["count"].sum() > 0:
        raise Problem("All counts are 0 or missing. Choose another column, or no column of counts.")
    return rows, notes + _about(sheet, chosen, rows)


def _about(sheet: Sheet, chosen: Mapping[str, str], rows: pd.DataFrame) -> list[str]:
    """Say what the list itself leaves open: rows that look like copies, and a single group."""
    notes = []
    tells_apart = "count" in chosen or set(map(str, sheet.table)) - set(chosen.values())
    if tells_apart and (copies := int(sheet.table.duplicated().sum())):
        notes.append(
            f"Rows that are the same as an earlier one in every column: {copies:,}. We counted "
            "them; take them out of the list if they are copies."
        )
    if rows["group"].nunique() == 1:
        notes.append(
            "All reports stand in one group, so this cannot show whose harm is missing. Choose "
            "another column for the group, if there is one."
        )
    return notes


def _names(sheet: Sheet, column: str, job: str) -> tuple[pd.Series, list[str]]:
    """Return tidy names: one spelling for each, blanks as not recorded, no sums."""
    cells = sheet.table[column]
    each = {cell: _tidy(cell, job) for cell in cells.unique()}
    first: dict[str, str] = {}
    for name in each.values():
        first.setdefault(name.casefold(), name)
    names = cells.map({cell: first[name.casefold()] for cell, name in each.items()}).astype(object)
    _check_names(sheet, column, names, job)
    blank = int((names == NOT_RECORDED).sum())
    notes = [f"{plural(blank, 'row')} without a {job}: kept, as '{NOT_RECORDED}'."] if blank else []
    if len(first) < len(set(each.values())):
        notes.append(f"Spellings that differ only in capitals were put together as one {job}.")
    return names, notes


def _tidy(cell: object, job: str) -> str:
    none_at_all = job == "severity" and str(cell).strip().casefold() in ("none", "nil")
    if is_blank(cell) and not none_at_all:
        return NOT_RECORDED
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _check_names(sheet: Sheet, column: str, names: pd.Series, job: str) -> None:
    known = names[names != NOT_RECORDED]
    if known.empty:
        raise Problem(f"C{sheet.column(column)[1:]} is empty. Choose another column.")
    sums = known[known.map({name: bool(SUMS.fullmatch(name)) for name in known.unique()})]
    if len(sums):
        raise Problem(
            f"{sheet.cell(sums.index[0], column)} says '{sums.iloc[0]}': a sum, and no {job}. "
            "Take the rows with sums out, as they would count twice."
        )
    most = MOST_SEVERITIES if job == "severity" else FREE_TEXT
    if (found := known.nunique()) > most:
        raise Problem(
            f"C{sheet.column(column)[1:]} holds {found:,} different texts, and a {job} can have "
            f"{most}. Choose a column with a short list of kinds."
        )


def _counts(sheet: Sheet, column: str) -> tuple[pd.Series, list[str]]:
    def place(row: Hashable) -> str:
        return sheet.cell(row, column)

    read = read_numbers(sheet.table[column], place)
    bad = read.values.index[
        (read.values < 0) | (read.values != np.floor(read.values)) & read.values.notna()
    ]
    if len(bad) or read.unit:
        where = place(bad[0]) if len(bad) else f"C{sheet.column(column)[1:]}"
        raise Problem(
            f"{where}: a count is a whole number from 0 up. Correct it, or choose another."
        )
    missing = read.values.index[read.values.isna()]
    notes = [f"Left out {rows_named(missing)}: no count there."] if len(missing) else []
    return read.values, notes
