"""The words of this reflection keep the promises of the house."""

import re

from helpers.page.words import load
from tests.reading import texts

WORDS = load("statement")


def test_the_core_path_is_three_activities_and_fits_with_its_promise():
    core = [activity["minutes"] for activity in WORDS["activities"].values() if activity["core"]]
    assert core == [10, 5, 8]
    slow_down = 3
    assert sum(core) + slow_down + WORDS["activities"]["promise"]["minutes"] <= 30


def test_with_a_group_it_takes_an_hour():
    together = sum(entry["minutes"] for entry in WORDS["together"])
    assert 26 + 3 + together == 60


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


def test_it_says_once_what_it_is_not_for():
    assert len([text for text in texts(WORDS) if "league tables" in text]) == 1
