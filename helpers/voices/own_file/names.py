"""Own names: cells that name groups and places, tidied; what is no group is said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Hashable

import pandas as pd

from helpers.intake.grid import plural
from helpers.intake.names import letters, looks_like_people
from helpers.intake.number_column import rows_named
from helpers.intake.numbers import is_blank, tidy
from helpers.voices.measures.names import TOTAL
from helpers.voices.own_file.table import UNKNOWN

NOBODY_KNOWS = frozenset(
    ("", "-", "–", "—", ".", "?", "n/a", "na", "nan", "null", "none given", "missing", "unknown",
     "not known", "not recorded", "not stated", "not given", "unspecified", "blank", "tbc")
)  # fmt: skip
MOST_GROUPS = 40  # more are read by nobody in one figure


def as_names(cells: pd.Series, header: str) -> tuple[pd.Series, tuple[str, ...]]:
    """
    Return cells as names, "" where nothing is known, and what was done to them.

    Capitals and spaces do not tell two groups apart. Numbers alone get the column's name.

    Parameters
    ----------
    cells : Series
        As they came; the index is the row in the file.
    header : str
        The column's name.

    Examples
    --------
    >>> as_names(pd.Series([1.0, "10", "n/a"]), "Decile")[0].tolist()
    ['Decile 1', 'Decile 10', '']
    """
    distinct = {cell: _text(cell) for cell in cells.drop_duplicates()}
    named: dict[str, str] = {}
    for text in distinct.values():
        named.setdefault(text.casefold(), text)
    tidied = cells.map({cell: named[text.casefold()] for cell, text in distinct.items()})
    tidied = tidied.mask(tidied.map(str.casefold).isin(NOBODY_KNOWS), "")
    known = [name for name in tidied.unique() if name]
    if any(name.isdecimal() for name in known):
        short = header if len(header) <= 30 else "Group"
        return tidied.map(lambda name: f"{short} {name}" if name.isdecimal() else name), ()
    if known and looks_like_people(known, header):
        return letters(tidied), ("Names of people became letters.",)
    return tidied, ()


def _text(cell: Hashable) -> str:
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return tidy(str(cell))


def without_totals(table: pd.DataFrame, column: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Leave out rows whose name says that they are a total, and say so.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["A", "B", "Total"]}, index=[2, 3, 4])
    >>> without_totals(rows, "group")[1]
    ("Left out row 4: 'Total' is a total of the others.",)
    """
    words = {name: bool(TOTAL.fullmatch(name)) for name in table[column].unique()}
    total = table[column].map(words)
    if not total.any() or total.all():
        return table, ()
    said = sorted(name for name, is_total in words.items() if is_total)[0]
    note = f"Left out {rows_named(table.index[total])}: '{said}' is a total of the others."
    return table[~total], (note,)


def with_unknown(groups: pd.Series) -> tuple[pd.Series, str, tuple[str, ...]]:
    """
    Call cells without a group "Not known", and count them.

    Returns
    -------
    groups, what they are called ("" where there are none), and a note.

    Examples
    --------
    >>> with_unknown(pd.Series(["A", "", "B"]))[1:]
    ('Not known', ("1 row has no group. It is kept apart as 'Not known'.",))
    """
    blank = groups == ""
    count = int(blank.sum())
    if not count:
        return groups, "", ()
    rows = plural(count, "row has", "rows have")
    kept = "It is" if count == 1 else "They are"
    note = f"{rows} no group. {kept} kept apart as '{UNKNOWN}'."
    return groups.mask(blank, UNKNOWN), UNKNOWN, (note,)


def answer_of(cell: object) -> str:
    """
    Return an answer tidied, so that "Yes" and "yes " are one; "" for none.

    Examples
    --------
    >>> answer_of(" YES"), answer_of(1.0), answer_of("n/a")
    ('yes', '1', '')
    """
    if isinstance(cell, float) and cell == cell and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split()).casefold()
    return "" if is_blank(cell) or is_blank(text) else text
