"""Three mistakes, told apart; a person harmed stands outside."""

import pandas as pd
import pytest

from helpers.expectations.data import load_truth
from helpers.expectations.marks import MARKS, VERDICTS, score, what_was_there
from helpers.intake import Problem
from helpers.page.words import load

WORDING = load("expectations")["board_report"]["judgement"]
TRUTH = pd.DataFrame({"truth": list(VERDICTS)}, index=list(VERDICTS))


def mistakes(truth):
    return [score({truth: mark}, TRUTH, WORDING).judgements[0].mistake for mark in MARKS]


@pytest.mark.parametrize(
    ("truth", "expected"),  # in the order praise, question, act, leave
    [
        ("noise", ["reacting_to_noise"] * 3 + [None]),
        ("reliable", [None, "reacting_to_noise", "reacting_to_noise", None]),
        ("improvement", [None, None, "missing_a_signal", "missing_a_signal"]),
        ("deterioration", ["missing_a_signal", None, None, "missing_a_signal"]),
        ("steady_failure", ["reacting_to_noise", None, None, "tolerating_a_steady_failure"]),
        ("serious_harm", [None] * 4),
    ],
)
def test_each_answer_is_the_mistake_it_is(truth, expected):
    assert mistakes(truth) == expected


def test_acting_on_a_steady_failure_is_right():
    judgement = score({"steady_failure": "act"}, TRUTH, WORDING).judgements[0]
    assert judgement.mistake is None
    assert "act on the system" in judgement.sentence


@pytest.mark.parametrize("mark", MARKS)
def test_serious_harm_is_never_scored_and_always_gets_a_human_answer(mark):
    result = score({"serious_harm": mark}, TRUTH, WORDING)
    assert sum(result.counts.values()) == sum(result.chances.values()) == 0
    assert "One person was harmed" in result.outside[0].sentence


def test_what_was_not_marked_is_not_scored():
    result = score({"noise": "act", "steady_failure": "leave"}, TRUTH, WORDING)
    assert len(result.judgements) == 2
    assert result.counts == {
        "reacting_to_noise": 1,
        "missing_a_signal": 0,
        "tolerating_a_steady_failure": 1,
    }


def test_a_count_stands_beside_how_often_it_could_have_happened():
    result = score(dict.fromkeys(TRUTH.index, "leave"), TRUTH, WORDING)
    assert result.chances == {
        "reacting_to_noise": 3,  # noise, reliable, steady failure
        "missing_a_signal": 2,
        "tolerating_a_steady_failure": 1,
    }


def test_believing_every_colour_makes_all_three_mistakes():
    believed = {
        "Falls": "question",  # red
        "Patients who would recommend us": "praise",  # green, up
        "Pressure ulcers": "leave",  # green, down
        "Sepsis: antibiotics within the hour": "act",  # red
        "Complaints answered on time": "leave",  # green
    }
    assert score(believed, load_truth(), WORDING).counts == {
        "reacting_to_noise": 2,
        "missing_a_signal": 2,
        "tolerating_a_steady_failure": 1,
    }


def test_the_core_report_is_summed_up_in_one_breath():
    assert what_was_there(load_truth(), load("expectations")["prediction"]["there"]) == (
        "What was really there, of eight: one better, one worse, two failing steadily, and three "
        "that needed nothing. And one was a person harmed."
    )


def test_an_unknown_measure_or_mark_is_named():
    with pytest.raises(Problem, match="'Fals' is not in this report"):
        score({"Fals": "act"}, TRUTH, WORDING)
    with pytest.raises(Problem, match="'ignore' is not a mark for 'noise'"):
        score({"noise": "ignore"}, TRUTH, WORDING)
