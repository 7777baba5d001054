"""The order form: guesses beside what things do, and the order rewritten."""

import pytest

from helpers.expectations.orders import EFFECTS, compare, items, rewrite
from helpers.intake import Problem
from helpers.page.words import load

WORDS = load("expectations")["order_form"]
MENU = items(WORDS["items"])


def test_the_menu_holds_what_leaders_order():
    assert [item.id for item in MENU] == [
        "project",
        "date",
        "people_trained",
        "quick_win",
        "dashboard",
        "badge",
    ]
    assert {item.effect for item in MENU} == set(EFFECTS)


def test_a_skipped_guess_is_no_surprise():
    compared = compare(["date", "quick_win"], {"quick_win": "hinders"}, MENU)
    assert [(one.item.id, one.surprise) for one in compared] == [
        ("date", False),
        ("quick_win", True),
    ]


@pytest.mark.parametrize("place", ["bolted_on", "built_in"])
def test_the_order_opens_answers_each_item_says_where_and_closes(place):
    lines = rewrite(["badge", "date"], place, MENU, WORDS["order"]).split("\n")
    answers = [item.instead for item in MENU if item.id in ("date", "badge")]
    order = WORDS["order"]
    assert lines == [order["opening"], *answers, order[place], order["closing"]]


def test_somebody_who_asks_for_none_of_it_still_gets_an_order():
    assert len(rewrite([], "built_in", MENU, WORDS["order"]).split("\n")) == 3


def test_what_is_not_on_the_form_is_named():
    with pytest.raises(Problem, match="'cake' is not on the order form"):
        compare(["cake"], {}, MENU)
    with pytest.raises(Problem, match="bolted on or built in"):
        rewrite([], "", MENU, WORDS["order"])
