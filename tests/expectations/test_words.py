"""The words of this reflection keep the promises of the house."""

import re
from itertools import chain
from statistics import mean

import pytest

from helpers.expectations.marks import MARKS, MISTAKES, VERDICTS
from helpers.page.words import load

WORDS = load("expectations")


def texts(node):
    """Yield every string in a tree of words."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        inner = node.values() if isinstance(node, dict) else node
        yield from chain.from_iterable(map(texts, inner))


def sentences():
    """Return what reads as a sentence, three words or longer."""
    found = (re.split(r"(?<=[.?!]) ", text) for text in texts(WORDS))
    return [words for words in map(str.split, chain.from_iterable(found)) if len(words) > 2]


def test_every_question_has_a_version_and_its_wording():
    assert all(
        type(prompt["version"]) is int and prompt["version"] >= 1 and prompt["wording"].strip()
        for prompt in WORDS["prompts"].values()
    )


@pytest.mark.parametrize("kind", ["promises", "together"])
def test_ids_are_unique(kind):
    ids = [entry["id"] for entry in WORDS[kind]]
    assert len(ids) == len(set(ids))


def test_the_core_path_is_four_activities_in_half_an_hour_with_its_promise():
    core = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    assert len(core) == 4
    assert sum(core) == 27
    assert sum(core) + WORDS["activities"]["promise"]["minutes"] <= 30


def test_with_a_group_it_takes_an_hour():
    alone = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    together = [entry["minutes"] for entry in WORDS["together"]]
    assert sum(alone) + sum(together) + WORDS["activities"]["promise"]["minutes"] == 60


def test_every_group_prompt_works_alone_too():
    assert all(entry["alone"].strip() for entry in WORDS["together"])


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


def test_no_sentence_is_long():
    lengths = [len(words) for words in sentences()]
    assert len(lengths) > 300
    assert mean(lengths) <= 14
    assert max(lengths) <= 25


def test_acronyms_are_spelt_out():
    said = " ".join(texts(WORDS))
    for acronym in set(re.findall(r"\b[A-Z]{2,}\b", said)):
        assert f"({acronym})" in said


def test_it_says_once_what_it_is_not_for():
    said = [text for text in texts(WORDS) if "league tables" in text]
    assert said == [
        "This page is for a conversation, not for league tables, appraisal or selection."
    ]
