"""The words of this reflection keep the promises of the house."""

import re
from itertools import chain
from statistics import mean

import pytest

from helpers.page.words import load

WORDS = load("statement")


def texts(node):
    """Yield every string in a tree of words."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        inner = node.values() if isinstance(node, dict) else node
        yield from chain.from_iterable(map(texts, inner))


def sentences():
    found = (re.split(r"(?<=[.?!:]) ", text) for text in texts(WORDS))
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


def test_the_core_path_is_three_activities_and_fits_with_its_promise():
    core = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    assert core == [10, 5, 8]
    slow_down = 3
    assert sum(core) + slow_down + WORDS["activities"]["promise"]["minutes"] <= 30


def test_with_a_group_it_takes_an_hour():
    together = sum(entry["minutes"] for entry in WORDS["together"])
    assert 26 + 3 + together == 60


def test_every_group_prompt_works_alone_too():
    assert all(entry["alone"].strip() for entry in WORDS["together"])


def test_the_menu_holds_eight_if_then_promises():
    assert len(WORDS["promises"]) == 8
    assert not any(
        re.match("if |then ", entry["if"] + entry["then"], re.I) for entry in WORDS["promises"]
    )


def test_every_gap_is_a_question():
    asked = [WORDS["prompts"][name]["wording"] for name in WORDS["prompts"] if "article_" in name]
    gaps = [*WORDS["article"]["gaps"].values(), *[each for each in asked if "?" in each]]
    assert len(gaps) == 7
    assert all(gap.endswith("?") for gap in gaps)


def test_no_sentence_is_long():
    lengths = [len(words) for words in sentences()]
    assert len(lengths) > 120
    assert mean(lengths) <= 14
    assert max(lengths) <= 20


def test_acronyms_are_spelt_out():
    said = " ".join(texts(WORDS))
    known = {"HTML"} if "(HTML)" in said else set()
    assert set(re.findall(r"\b[A-Z]{2,}\b", said)) <= known


def test_it_says_once_what_it_is_not_for():
    assert len([text for text in texts(WORDS) if "league tables" in text]) == 1
