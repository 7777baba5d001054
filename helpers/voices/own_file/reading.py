"""Own reading: a sheet and the reader's choice of columns become a table of groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.intake.grid import plural
from helpers.intake.names import identifies
from helpers.intake.number_column import Numbers, read_numbers, rows_named
from helpers.intake.sheets import Sheet
from helpers.voices.own_file import checks
from helpers.voices.own_file.dates import by_month, dates_of
from helpers.voices.own_file.names import (
    MOST_GROUPS,
    answer_of,
    as_names,
    with_unknown,
    without_totals,
)
from helpers.voices.own_file.table import Chosen, Form, OwnTable

NEEDED: dict[Form, tuple[str, ...]] = {
    "counts": ("group", "events", "people"),
    "people": ("group", "outcome"),
    "values": ("group", "value", "size"),
}
MORE: dict[Form, tuple[str, ...]] = {
    "counts": ("area", "when"),
    "people": ("area", "when"),
    "values": ("error",),
}
JOBS = {
    "group": "the group", "events": "the events", "people": "the people", "outcome": "what happened",
    "value": "the figure", "size": "the people in each group", "error": "the standard error",
    "area": "the place", "when": "the date",
}  # fmt: skip
SAME = "Rows of the same group, place and date are added up."
KEYS = ["group", "area", "when"]


@dataclass(frozen=True)
class _Read:
    """Rows on the way to a table, with what was said so far."""

    table: pd.DataFrame
    notes: tuple[str, ...] = ()
    unknown: str = ""


def take_own(sheet: Sheet, chosen: Chosen, what: str = "") -> OwnTable:
    """
    Read the chosen columns, check them, and say what was handled.

    Nothing is changed in ``sheet``; a caller keeps what it had until this returns.

    Parameters
    ----------
    sheet : Sheet
        A table as it was read.
    chosen : Chosen
    what : str
        What is counted, in the reader's words.

    Raises
    ------
    Problem
        With the row, the column and what to do next.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> sheet = read_pasted("Fifth\\tSeen\\tInvited\\n1\\t40\\t90\\n10\\t30\\t50\\n2\\t20\\t40")
    >>> own = take_own(sheet, Chosen(group="Fifth", events="Seen", people="Invited"))
    >>> own.names
    ('Fifth 1', 'Fifth 10', 'Fifth 2')
    """
    columns = _columns(sheet, chosen)
    rows = sheet.table
    said: tuple[str, ...] = ()
    if chosen.form != "people":
        kept, said = checks.repeats(rows, chosen.repeats)
        rows = rows if kept is None else rows[kept]
    read = _names(sheet, rows, columns, (*sheet.notes, *said))
    if chosen.form == "values":
        return _values(sheet, rows, columns, chosen, read, what)
    counted = _people if chosen.form == "people" else _counts
    return _added(counted(sheet, rows, columns, chosen, read), chosen, what)


def _columns(sheet: Sheet, chosen: Chosen) -> dict[str, str]:
    needed, more = NEEDED[chosen.form], MORE[chosen.form]
    given = {job: getattr(chosen, job) for job in (*needed, *more) if getattr(chosen, job)}
    for job in needed:
        if job not in given:
            raise Problem(f"No column is chosen for {JOBS[job]}. Choose one of the list.")
    for job, name in given.items():
        if name not in sheet.table:
            raise Problem(f"There is no column '{name}' for {JOBS[job]}. Choose one of the list.")
        if kind := identifies(sheet.table[name], name):
            raise Problem(f"The column '{name}' holds {kind}. Choose another for {JOBS[job]}.")
    if len(set(given.values())) < len(given):
        raise Problem("One column is chosen twice. Choose a different one for each question.")
    return given


def _names(sheet: Sheet, rows: pd.DataFrame, columns: dict[str, str], said: tuple) -> _Read:
    """Read who, where and when; leave totals out, keep people without a group apart."""
    table = pd.DataFrame({"group": "", "area": "", "when": pd.NaT}, index=rows.index)
    notes = list(said)
    for job in ("group", "area"):
        if job in columns:
            table[job], noted = as_names(rows[columns[job]], columns[job])
            notes += noted
    for job in ("group", "area"):
        table, noted = without_totals(table, job)
        notes += noted
    if "area" in columns and (table["area"] == "").any():
        table["area"] = table["area"].replace("", "no place given")
    if "when" in columns:
        table, noted = dates_of(sheet, rows, columns["when"], table)
        notes += noted
    table["group"], unknown, noted = with_unknown(table["group"])
    known = table["group"][table["group"] != unknown].nunique()
    if known > MOST_GROUPS:
        raise Problem(
            f"The column '{columns['group']}' has {known:,} groups; {MOST_GROUPS} can be compared at "
            "once. Choose a column with fewer, or put groups together in the file."
        )
    if known < 2:
        raise Problem(
            f"The column '{columns['group']}' names {plural(known, 'group')}, and a comparison needs "
            "two. Choose another column for the group."
        )
    return _Read(table, (*notes, *noted), unknown)


def _counts(sheet, rows, columns, chosen: Chosen, read: _Read) -> _Read:
    table, notes = read.table, list(read.notes)
    for job in ("events", "people"):
        name = columns[job]
        found = _numbers(sheet, rows.loc[table.index], name)
        checks.no_negative(found.values, sheet.cell, name)
        if job == "events":
            checks.whole_counts(found.values, sheet.cell, name, found.unit)
        elif not chosen.repeated:
            checks.whole_people(found.values, sheet.cell, name)
        table = table.assign(**{job: found.values})
        notes += found.notes
    checks.within(table, sheet.cell, columns["events"], chosen.repeated)
    empty = table["events"].isna() | table["people"].isna()
    if empty.any():
        notes.append(
            f"{rows_named(table.index[empty]).capitalize()}: a number is missing; not counted."
        )
    table.loc[empty, ["events", "people"]] = 0.0
    table, noted = _no_sum(table, ("group", "area"))
    return _Read(table, (*notes, *noted), read.unknown)


def _numbers(sheet: Sheet, rows: pd.DataFrame, name: str) -> Numbers:
    return read_numbers(rows[name], lambda row: sheet.cell(row, name))


def _no_sum(table: pd.DataFrame, columns: tuple[str, ...]) -> tuple[pd.DataFrame, list[str]]:
    """Leave out a group or place that is the sum of all the others."""
    notes = []
    for column in columns:
        if name := checks.sum_of_others(table, column):
            table = table[table[column] != name]
            notes.append(f"Left out '{name}': its numbers are the sum of all the others.")
    return table, notes


def _people(sheet, rows, columns, chosen: Chosen, read: _Read) -> _Read:
    """Count people: those with the answer that is counted, of all who have one."""
    cells = rows.loc[read.table.index, columns["outcome"]]
    answers = {cell: answer_of(cell) for cell in cells.drop_duplicates()}
    if chosen.counts_as not in answers.values() or not chosen.counts_as:
        raise Problem(f"Choose which answer in '{columns['outcome']}' is counted.")
    said = cells.map(answers)
    known, notes = said != "", read.notes
    if (~known).any():
        people = plural(int((~known).sum()), "person has", "people have")
        notes = (*notes, f"{people} no answer in '{columns['outcome']}'; left out.")
    table = read.table.assign(events=(said == chosen.counts_as).astype(float), people=1.0)[known]
    return _Read(table, notes, read.unknown)


def _added(read: _Read, chosen: Chosen, what: str) -> OwnTable:
    """Add up what belongs to the same group, place and time."""
    table, notes = by_month(read.table)
    if chosen.form == "counts" and table.duplicated(KEYS).any():
        notes = (*notes, SAME)
    grouped = table.groupby(KEYS, sort=False, dropna=False, observed=True)
    sums = grouped[["events", "people"]].sum().reset_index()
    return OwnTable(sums, True, what, chosen.repeated, None, (*read.notes, *notes), read.unknown)


def _values(sheet, rows, columns, chosen: Chosen, read: _Read, what: str) -> OwnTable:
    if chosen.unit is None:
        raise Problem("Say what the figures are: percentages, shares, or a mean or score.")
    table, notes, units = read.table, list(read.notes), {}
    for job in ("value", "size", "error"):
        table[job] = np.nan
        if job in columns:
            name = columns[job]
            found = _numbers(sheet, rows.loc[table.index], name)
            table[job], units[job] = found.values, found.unit
            notes += found.notes
    for job in ("size", "error"):
        if job in columns:
            checks.no_negative(table[job], sheet.cell, columns[job])
    if chosen.unit != "score":
        checks.no_negative(table["value"], sheet.cell, columns["value"])
        signed = units["value"] == "%" and chosen.unit == "percent"
        checks.one_unit(
            table["value"], sheet.cell, columns["value"], "score" if signed else chosen.unit
        )
    again = table["group"][table["group"].duplicated()]
    if len(again):
        raise Problem(
            f"{sheet.row(again.index[0])}: the group '{again.iloc[0]}' comes twice, and figures cannot be "
            "added up. Keep one row for each group."
        )
    share = {"percent": 100.0, "share": 1.0, "score": None}[chosen.unit]
    kept = table[["group", "value", "size", "error"]].reset_index(drop=True)
    return OwnTable(kept, False, what, False, share, tuple(notes), read.unknown)
