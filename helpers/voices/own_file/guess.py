"""Own guess: which form a table has and which column is which, for the reader to confirm."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from helpers.intake.dates import looks_like_date
from helpers.intake.names import identifies
from helpers.intake.numbers import is_blank, looks_like_number
from helpers.intake.sheets import Sheet
from helpers.voices.own_file.names import MOST_GROUPS, answer_of
from helpers.voices.own_file.table import Chosen, Form

SAMPLE = 400  # rows looked at for numbers and dates
MOSTLY = 0.6  # share of cells that must fit; the rest are named when they are read
ANSWERS = 6  # an outcome has few answers, and "yes" is one of two
YES = ("yes", "y", "true", "1", "attended", "seen", "done")

SAYS = {
    "group": r"group|decile|fifths?|quintile|imd|depriv\w*|ethnic\w*|sex|gender|age|band|language"
    r"|disab\w*|religion|orientation|class|grade|category",
    "area": r"area|site|place|ward|practice|trust|hospital|locality|clinic|team|region|pcn|town",
    "when": r"date|month|week|day|period|quarter|year|when",
    "people": r"people|population|denominator|eligible|total|out of|invited|patients|persons|all"
    r"|staff|members|bed ?days|n|size",
    "value": r"value|rate|percent(?:age)?|per ?cent|share|score|mean|average|median|proportion|%",
    "error": r"standard error|std\.? error|se|error",
}


@dataclass(frozen=True)
class _Columns:
    """The columns of a sample by what their cells are."""

    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    words: tuple[str, ...]


def guess_own(sheet: Sheet) -> Chosen:
    """
    Guess how a table is laid out; a job without a guess is None.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> found = guess_own(read_pasted("Fifth\\tSeen\\tInvited\\n1\\t40\\t90\\n2\\t30\\t50"))
    >>> found.form, found.group, found.events, found.people
    ('counts', 'Fifth', 'Seen', 'Invited')
    >>> each = guess_own(read_pasted("Ward\\tEthnic group\\tSeen\\nA\\tWhite\\tyes\\nB\\tAsian\\tno"))
    >>> each.form, each.group, each.outcome, each.counts_as
    ('people', 'Ethnic group', 'Seen', 'yes')
    """
    seen = _sorted(sheet.table.head(SAMPLE))
    group = _group(sheet.table, seen)
    area = _named(seen.words, "area", {group})
    when = _named(seen.dates, "when", {group}) or next(iter(seen.dates), None)
    numbers = [name for name in seen.numbers if name not in (group, area)]
    form = _form(sheet.table, numbers)
    if form == "counts":
        events, people = _pair(numbers)
        return Chosen(form, group, events=events, people=people, area=area, when=when)
    if form == "values":
        value = _named(numbers, "value", set()) or next(iter(numbers), None)
        size = _named(numbers, "people", {value}) or _other(numbers, value)
        error = _named(numbers, "error", {value, size})
        return Chosen(form, group, value=value, size=size, error=error)
    outcome = _outcome(sheet.table, {group, area, when})
    return Chosen(
        form, group, outcome=outcome, area=area, when=when,
        counts_as=yes_of(answers_in(sheet.table[outcome])) if outcome else "",
    )  # fmt: skip


def _other(numbers: list[str], taken: str | None) -> str | None:
    return next((name for name in numbers if name != taken), None)


def _says(name: str, job: str) -> bool:
    return bool(re.search(rf"(?<![a-z])(?:{SAYS[job]})(?![a-z])", name.lower()))


def _named(names: list[str] | tuple[str, ...], job: str, taken: set) -> str | None:
    return next((name for name in names if name not in taken and _says(name, job)), None)


def _sorted(sample: pd.DataFrame) -> _Columns:
    kinds: dict[str, list[str]] = {"numbers": [], "dates": [], "words": []}
    for name in map(str, sample):
        known = [cell for cell in sample[name] if not is_blank(cell)]
        if not known or identifies(known, name):
            continue
        enough = MOSTLY * len(known)
        if sum(map(looks_like_number, known)) >= enough:
            kinds["numbers"].append(name)
        elif sum(map(looks_like_date, known)) >= enough:
            kinds["dates"].append(name)
        else:
            kinds["words"].append(name)
    return _Columns(*map(tuple, kinds.values()))


def _group(table: pd.DataFrame, seen: _Columns) -> str | None:
    """Prefer a column whose name says "group", then words with few different cells."""
    few = [
        name for name in (*seen.words, *seen.numbers)
        if 2 <= table[name].nunique() <= MOST_GROUPS
    ]  # fmt: skip
    named = [name for name in few if _says(name, "group")]
    words = [name for name in few if name in seen.words and not _says(name, "area")]
    return next(iter([*named, *words, *few]), None)


def _form(table: pd.DataFrame, numbers: list[str]) -> Form:
    if any(_says(name, "value") or _percent(table[name]) for name in numbers):
        return "values"
    counts = [name for name in numbers if table[name].nunique() > 2 or len(table) <= 12]
    return "counts" if len(counts) >= 2 else "people"


def _percent(cells: pd.Series) -> bool:
    return any(isinstance(cell, str) and cell.rstrip().endswith("%") for cell in cells.head(SAMPLE))


def _pair(numbers: list[str]) -> tuple[str | None, str | None]:
    people = _named(numbers[::-1], "people", set())
    people = people or (numbers[1] if len(numbers) > 1 else None)
    return _other(numbers, people), people


def answers_in(cells: pd.Series) -> tuple[str, ...]:
    """
    Return the different answers of a column, tidied, the commonest first.

    Examples
    --------
    >>> answers_in(pd.Series(["Yes", "no", "YES ", ""]))
    ('yes', 'no')
    """
    counts: dict[str, int] = {}
    for cell, n in cells.value_counts(sort=True, dropna=False).items():
        answer = answer_of(cell)
        counts[answer] = counts.get(answer, 0) + int(n)
    return tuple(sorted((a for a in counts if a), key=lambda answer: -counts[answer]))


def yes_of(answers: tuple[str, ...]) -> str:
    """Return the answer that says yes, "" where none does."""
    return next((answer for answer in YES if answer in answers), "")


def _outcome(table: pd.DataFrame, taken: set) -> str | None:
    free = [str(name) for name in table if name not in taken]
    few = [name for name in free if 1 < table[name].nunique() <= ANSWERS]
    fitting = (name for name in few if yes_of(answers_in(table[name])))
    return next(fitting, next(iter(few), None))
