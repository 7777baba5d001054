"""Which column is which: a guess with its reason, for the reader to confirm."""

import re
from dataclasses import dataclass, fields

import pandas as pd

from helpers.intake.dates import looks_like_date, read_date
from helpers.intake.names import identifies, looks_like_people
from helpers.intake.numbers import is_blank, looks_like_number
from helpers.intake.problem import Problem
from helpers.intake.sheets import Sheet

SAMPLE = 400  # rows looked at
MOSTLY = 0.6  # share of cells that must fit; the rest are named when they are read

WORDS = {
    "when": r"date|month|week|day|period|quarter|year|w/?c|when|time",
    "measure": r"measure|indicator|metric|kpi|series",
    "target": r"target|goal|standard|threshold|plan|ambition|trajectory|aim",
    "denominator": r"denominator|denom|total|all|eligible|population|patients|admissions|"
    r"attendances|discharges|bed ?days|obd|seen|n",
    "numerator": r"numerator|num|count|within|breaches|events|met|yes|number of .*",
    "value": r"value|rate|percent(?:age)?|score|mean|average|median",
}


@dataclass(frozen=True)
class Guess:
    """A column, how sure the guess is (0 to 1), and why, in words."""

    column: str
    confidence: float
    reason: str


@dataclass(frozen=True)
class Columns:
    """A guess for each job; None where no column fits."""

    when: Guess | None = None
    value: Guess | None = None
    numerator: Guess | None = None
    denominator: Guess | None = None
    measure: Guess | None = None
    target: Guess | None = None

    def chosen(self) -> dict[str, str]:
        """
        Give the guesses as arguments for :func:`helpers.intake.measure.take_measure`.

        Raises
        ------
        Problem
            No column holds dates, or none holds numbers.
        """
        if self.when is None:
            raise Problem(
                "No column holds dates. Add one with a date in each row, such as 14/03/2026 "
                "or Mar 2026, or choose the date column yourself."
            )
        if self.value is None and self.numerator is None:
            raise Problem("No column holds numbers. Add one, or choose it yourself.")
        guesses = {field.name: getattr(self, field.name) for field in fields(self)}
        return {job: guess.column for job, guess in guesses.items() if guess}


def guess_columns(sheet: Sheet) -> Columns:
    """
    Guess what each column is for.

    Parameters
    ----------
    sheet : Sheet
        A table as it was read.

    Returns
    -------
    Columns

    Raises
    ------
    Problem
        The table has one column only.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> guess = guess_columns(read_pasted("Month\\tFalls\\nJan 2026\\t4\\nFeb 2026\\t5"))
    >>> guess.when.column, guess.value.column
    ('Month', 'Falls')
    """
    if sheet.table.shape[1] < 2:
        raise Problem(
            f"'{sheet.filename}' has one column. A chart needs two: dates and numbers. "
            "Add the missing one, or check how the columns are separated."
        )
    sample = sheet.table.head(SAMPLE)
    when = _when(sample)
    taken = {when.column} if when else set()
    numeric = [name for name in sample if name not in taken and _is_numeric(sample, name)]
    target = _target(sample, numeric)
    numeric = [name for name in numeric if target is None or name != target.column]
    numerator, denominator = _pair(sample, numeric)
    value = None if numerator else _value(numeric)
    words = [name for name in sample if name not in taken and name not in numeric]
    measure = _measure(sample, when, [w for w in words if not target or w != target.column])
    return Columns(when, value, numerator, denominator, measure, target)


def says(name: str, job: str) -> bool:
    """
    Tell whether a column's name has a word for a job.

    Examples
    --------
    >>> says("Month ending", "when"), says("Monthly falls", "when")
    (True, False)
    """
    return bool(re.search(rf"(?<![a-z])(?:{WORDS[job]})(?![a-z])", name.lower()))


def _known(sample: pd.DataFrame, name: str) -> list[object]:
    return [cell for cell in sample[name] if not is_blank(cell)]


def _is_numeric(sample: pd.DataFrame, name: str) -> bool:
    known = _known(sample, name)
    share = sum(map(looks_like_number, known)) / max(1, len(known))
    return share >= MOSTLY and not identifies(known, name)


def _when(sample: pd.DataFrame) -> Guess | None:
    guesses = [guess for name in sample if (guess := _when_guess(sample, str(name)))]
    return max(guesses, key=lambda guess: guess.confidence, default=None)


def _when_guess(sample: pd.DataFrame, name: str) -> Guess | None:
    known = _known(sample, name)
    named = says(name, "when")
    like = looks_like_date if not named else lambda cell: read_date(cell) is not None
    share = sum(map(like, known)) / max(1, len(known))
    if share < MOSTLY or identifies(known, name) == "dates of birth":
        return None
    reason = "its cells are dates" + (", and its name says so" if named else "")
    return Guess(name, round(share * (0.98 if named else 0.85), 2), reason)


def _target(sample: pd.DataFrame, numeric: list[str]) -> Guess | None:
    for name in numeric:
        if says(name, "target"):
            return Guess(name, 0.9, "its name says that it is a target")
    parts = [name for name in numeric if says(name, "denominator") or says(name, "numerator")]
    steady = [name for name in numeric if len(set(sample[name])) == 1 and name not in parts]
    if steady and len(numeric) > 1 and len(sample) >= 3 and len(steady) < len(numeric):
        return Guess(steady[-1], 0.5, "it is the same number in every row")
    return None


def _pair(sample: pd.DataFrame, numeric: list[str]) -> tuple[Guess | None, Guess | None]:
    counts = [name for name in numeric if not _holds_percentages(sample, name)]
    below = [name for name in counts if says(name, "denominator") and not says(name, "value")]
    if not below:
        return None, None
    bottom = next((name for name in below if "denom" in name.lower()), below[-1])
    above = [name for name in counts if name != bottom and not says(name, "value")]
    top = next((name for name in above if says(name, "numerator")), above[0] if above else None)
    if top is None:
        return None, None
    sure = 0.9 if says(top, "numerator") else 0.6
    return (
        Guess(top, sure, f"it can be counted out of '{bottom}'"),
        Guess(bottom, sure, "its name says that it is what the counts are out of"),
    )


def _holds_percentages(sample: pd.DataFrame, name: str) -> bool:
    """A share is already counted out of something, whatever its column is called."""
    return any(isinstance(cell, str) and cell.rstrip().endswith("%") for cell in sample[name])


def _value(numeric: list[str]) -> Guess | None:
    if not numeric:
        return None
    best = next((name for name in numeric if says(name, "value")), numeric[0])
    others = [name for name in numeric if name != best]
    if not others:
        return Guess(best, 0.9, "it is the only other column of numbers")
    named = says(best, "value")
    reason = "its name says so" if named else "it is the first column of numbers"
    return Guess(best, 0.7 if named else 0.5, f"{reason}; it could also be '{others[0]}'")


def _measure(sample: pd.DataFrame, when: Guess | None, words: list[str]) -> Guess | None:
    for name in words:
        if says(name, "measure") and not identifies(sample[name], name):
            return Guess(name, 0.9, "its name says that it names the measure")
    if when is None or not sample[when.column].duplicated().any():
        return None
    for name in words:
        if not sample[[when.column, name]].duplicated().any():
            sure = 0.4 if looks_like_people(sample[name], name) else 0.7
            return Guess(name, sure, "it tells apart rows with the same date")
    return None
