"""Advice: what the numbers themselves answer, and the kind of chart they allow."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.expectations.own_measure import whole_counts
from helpers.intake.measure import Taken
from helpers.page.words import load
from helpers.spc import adviser
from helpers.spc.marks import kind_name

EXPOSURE = re.compile(r"\b(?:bed ?days?|obds?|days|hours|population|exposure)\b", re.I)
# A file holds one row for each date, so there are no several values to average.
QUESTIONS = tuple(
    adviser.Question(
        question.id, question.text, {k: v for k, v in question.options.items() if k != "sample"}
    )
    for question in adviser.QUESTIONS
)
CHANGES_MUCH = 0.25  # the adviser's own "more than a quarter"


def first_answers(taken: Taken, denominator: str = "") -> dict[str, str]:
    """
    Answer the adviser's questions as far as the numbers do.

    Parameters
    ----------
    taken : Taken
        The rows of one measure.
    denominator : str
        The name of the column that counts are out of; "bed days" tells a rate.

    Returns
    -------
    dict of str to str
        Question id to the value of an option.

    Examples
    --------
    >>> from helpers.intake.measure import take_measure
    >>> from helpers.intake.sheets import read_pasted
    >>> sheet = read_pasted("Month\\tFalls\\nJan 2026\\t4\\nFeb 2026\\t5\\nMar 2026\\t3")
    >>> first_answers(take_measure(sheet, when="Month", value="Falls"))["number"]
    'count'
    """
    chances = taken.table["denominator"].dropna()
    if chances.empty:
        number = "count" if whole_counts(taken) else "measured"
        return {"number": number, "opportunity": "unsure", "size": "unsure"}
    above = (taken.table["numerator"] > taken.table["denominator"]).any()
    changes = ((chances / chances.mean() - 1).abs() > CHANGES_MUCH).any()
    return {
        "number": "rate" if above or EXPOSURE.search(denominator) else "share",
        "opportunity": "yes" if changes else "no",
        "size": "yes" if chances.mean() > adviser.BIG else "no",
    }


def possible_kinds(taken: Taken, number: str) -> tuple[str, ...]:
    """
    Return the kinds of chart that these numbers allow, the most general last.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"value": [1.5], "numerator": [None], "denominator": [None]})
    >>> possible_kinds(Taken(table), "measured")
    ('xmr', 'run')
    """
    table = taken.table
    waits = {"time_between": "t", "cases_between": "g"}.get(number)
    if table["denominator"].isna().all():
        if waits:
            return (waits, "xmr", "run")
        return ("c", "xmr", "run") if whole_counts(taken) else ("xmr", "run")
    shares = () if (table["numerator"] > table["denominator"]).any() else ("p", "laney_p")
    return (*shares, "u", "laney_u", "c", "xmr", "run")


def advise(taken: Taken, answers: Mapping[str, str]) -> tuple[str, str]:
    """
    Return the kind of chart to draw, and why in words.

    Where the best kind needs what the file lacks, the best possible one is given, and that is said.
    """
    table = taken.table
    counted = table["denominator"].notna().any()
    values = table["numerator" if counted else "value"]
    advice = adviser.advise(answers, values, table["denominator"] if counted else None)
    possible = possible_kinds(taken, answers["number"])
    if advice.kind in possible:
        return advice.kind, advice.because
    others = (kind for kind, _ in advice.alternatives if kind in possible)
    instead = next(others, possible[-2])
    said = load("expectations")["own_measure"]["kind"]["instead"]
    names = {"best": kind_name(advice.kind), "instead": kind_name(instead)}
    return instead, f"{advice.because} {said.format(**names)}"
