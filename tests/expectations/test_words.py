"""The words of this reflection keep the promises of the house."""

import re

from helpers.expectations.marks import MARKS, MISTAKES, VERDICTS
from helpers.page.words import load
from tests.reading import texts

WORDS = load("expectations")


def test_the_core_path_is_four_activities_in_half_an_hour_with_its_promise():
    core = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    assert len(core) == 4
    assert sum(core) == 27
    assert sum(core) + WORDS["activities"]["promise"]["minutes"] <= 30


def test_with_a_group_it_takes_an_hour():
    alone = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    together = [entry["minutes"] for entry in WORDS["together"]]
    assert sum(alone) + sum(together) + WORDS["activities"]["promise"]["minutes"] == 60


def test_the_menu_holds_about_eight_if_then_promises():
    assert len(WORDS["promises"]) == 8
    assert not any(
        re.match("if |then ", entry["if"] + entry["then"], re.I) for entry in WORDS["promises"]
    )


def test_every_truth_has_a_sentence_for_every_mark():
    assert set(WORDS["board_report"]["marks"]) == set(MARKS)
    assert set(WORDS["board_report"]["mistakes"]) == set(MISTAKES)
    judgements = WORDS["board_report"]["judgement"]
    assert {truth: set(said) for truth, said in judgements.items()} == {
        truth: set(MARKS) for truth in VERDICTS
    }


def test_it_says_once_what_it_is_not_for():
    said = [text for text in texts(WORDS) if "league tables" in text]
    assert said == [
        "This page is for a conversation, not for league tables, appraisal or selection."
    ]
