"""Scoring what a leader would do with a board report against what is really there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from helpers.intake import Problem

Mark = Literal["praise", "question", "act", "leave"]
Mistake = Literal["reacting_to_noise", "missing_a_signal", "tolerating_a_steady_failure"]
MARKS: tuple[Mark, ...] = get_args(Mark)
MISTAKES: tuple[Mistake, ...] = get_args(Mistake)

# What each answer is, for each thing that can really be there. An answer not named is fitting.
# "question" asks the team to explain this number; "act" asks for something to be done.
NOISE, MISSED, TOLERATED = MISTAKES
VERDICTS: dict[str, dict[Mark, Mistake]] = {
    "noise": {"praise": NOISE, "question": NOISE, "act": NOISE},
    # Thanks for years of reliable work fit; an explanation or a plan for one month does not.
    "reliable": {"question": NOISE, "act": NOISE},
    "improvement": {"act": MISSED, "leave": MISSED},
    "deterioration": {"praise": MISSED, "leave": MISSED},
    # Nothing is special about this month, good or bad: praise greets a lucky one. A question is
    # a start, if it is put to the system.
    "steady_failure": {"praise": NOISE, "leave": TOLERATED},
    "serious_harm": {},
}
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
OUTSIDE = "serious_harm"  # one person was hurt: no arithmetic, always a human response


@dataclass(frozen=True)
class Judgement:
    """One answer beside the truth; ``mistake`` is None when the answer fits, or is not scored."""

    measure: str
    mark: Mark
    truth: str
    mistake: Mistake | None
    scored: bool
    sentence: str


@dataclass(frozen=True)
class Score:
    """
    The three mistakes, apart. There is no total and no grade, on purpose.

    Attributes
    ----------
    judgements : tuple of Judgement
        One for each measure that was marked, in the order of the truth.
    """

    judgements: tuple[Judgement, ...]

    @property
    def counts(self) -> dict[Mistake, int]:
        """How often each mistake was made."""
        made = Counter(judgement.mistake for judgement in self.judgements)
        return {mistake: made[mistake] for mistake in MISTAKES}

    @property
    def chances(self) -> dict[Mistake, int]:
        """How many of the marked measures could have led to each mistake."""
        scored = [judgement.truth for judgement in self.judgements if judgement.scored]
        return {
            mistake: sum(mistake in VERDICTS[truth].values() for truth in scored)
            for mistake in MISTAKES
        }

    def of(self, mistake: Mistake) -> tuple[Judgement, ...]:
        """Return the judgements that carry this mistake."""
        return tuple(judgement for judgement in self.judgements if judgement.mistake == mistake)

    @property
    def outside(self) -> tuple[Judgement, ...]:
        """Return what stands outside the score: serious harm."""
        return tuple(judgement for judgement in self.judgements if not judgement.scored)


def score(
    marks: Mapping[str, Mark],
    truth: pd.DataFrame,
    wording: Mapping[str, Mapping[str, str]],
) -> Score:
    """
    Judge each mark against what is really there; measures without a mark are left out.

    Parameters
    ----------
    marks : mapping
        Measure to "praise", "question", "act" or "leave".
    truth : DataFrame
        Indexed by measure, with a column "truth", as from `load_truth`.
    wording : mapping
        Truth, then mark, to a sentence: [board_report.judgement] of words.toml.

    Raises
    ------
    Problem
        If a measure or a mark is not known.

    Examples
    --------
    >>> truth = pd.DataFrame({"truth": ["noise"]}, index=["Falls"])
    >>> result = score({"Falls": "act"}, truth, {"noise": {"act": "Nothing had changed."}})
    >>> result.judgements[0].sentence, result.counts["reacting_to_noise"]
    ('Nothing had changed.', 1)
    """
    for measure, mark in marks.items():
        _check(measure, mark, truth)
    return Score(
        tuple(
            _judge(str(measure), marks[str(measure)], kind, wording)
            for measure, kind in truth["truth"].items()
            if measure in marks
        )
    )


def what_was_there(truth: pd.DataFrame, wording: str) -> str:
    """
    Say how many measures were what, to stand beside the prediction.

    Parameters
    ----------
    truth : DataFrame
        As for `score`.
    wording : str
        With {measures}, {better}, {worse}, {steady}, {still} and {harm}: "there" in
        [prediction] of words.toml.

    Examples
    --------
    >>> truth = pd.DataFrame({"truth": ["noise", "reliable", "improvement"]})
    >>> what_was_there(truth, "Of {measures}, {better} had got better; {still} needed nothing.")
    'Of three, one had got better; two needed nothing.'
    """
    count = Counter(truth["truth"])
    return wording.format(
        measures=_in_words(len(truth)),
        better=_in_words(count["improvement"]),
        worse=_in_words(count["deterioration"]),
        steady=_in_words(count["steady_failure"]),
        still=_in_words(count["noise"] + count["reliable"]),
        harm=_in_words(count["serious_harm"]),
    )


def _in_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _judge(measure: str, mark: Mark, truth: str, wording) -> Judgement:
    mistake = VERDICTS[truth].get(mark)
    return Judgement(measure, mark, truth, mistake, truth != OUTSIDE, wording[truth][mark])


def _check(measure: str, mark: str, truth: pd.DataFrame) -> None:
    if measure not in truth.index:
        raise Problem(f"'{measure}' is not in this report. Mark one of its measures.")
    if mark not in MARKS:
        raise Problem(f"'{mark}' is not a mark for '{measure}'. Choose {', '.join(MARKS)}.")
