"""The words of the start page keep the promises of the house."""

import re

import pytest

from helpers.evidence import fact
from helpers.page.words import load
from tests.reading import texts

WORDS = load("start")
CARDS = WORDS["card"]


def test_the_core_takes_a_quarter_of_an_hour_and_first_words_take_five_minutes():
    core = {name: a["minutes"] for name, a in WORDS["activities"].items() if a["core"]}
    assert core == {"first_words": 5, "three_hats": 10}
    assert sum(core.values()) <= 30


def test_there_are_36_cards_with_12_in_the_core_and_no_two_alike():
    assert (len(CARDS), sum(card["core"] for card in CARDS)) == (36, 12)
    assert len({card["id"] for card in CARDS}) == len({card["text"] for card in CARDS}) == 36


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card["id"])
def test_a_card_is_one_short_thing_that_can_be_seen_or_heard(card):
    assert re.match(r"[A-Z][a-z]+s ", card["text"])  # somebody does it
    assert len(card["text"].split()) <= 18
    assert card["text"].count(".") == 1


@pytest.mark.parametrize(
    "card", [card for card in CARDS if "fact" in card], ids=lambda card: card["id"]
)
def test_a_card_cites_only_what_the_evidence_table_holds_with_its_limits(card):
    assert fact(card["fact"]).limits
    assert fact(card["fact"]).sources[0].address


def test_nothing_from_memory_is_cited():
    cited = {card["fact"] for card in CARDS if "fact" in card}
    assert not cited & {"L-02", "L-04", "L-05", "M-02", "M-09", "M-10"}


def test_what_emiliani_did_not_say_is_not_put_in_his_mouth():
    card = fact("L-01")
    assert "leading for improvement" not in card.claim
    assert "we did not find those words" in card.limits


def test_the_share_of_replies_follows_from_its_counts():
    assert round(100 * 16797 / 23853) == 70


def test_it_says_what_it_is_not_for():
    said = [text for text in texts(WORDS) if "league tables" in text]
    assert said == [
        "This page is for a conversation, not for league tables, appraisal or selection."
    ]
