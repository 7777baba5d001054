import pytest

from helpers.page.cards import Cards
from helpers.start.activities.three_hats import TEXTS, ThreeHats, core_cards
from helpers.start.hats import Change, Move, changed, piles

OWNER, CHART, QUARREL = (TEXTS[name] for name in ("owner", "run_chart", "quarrel"))
PLACED = {"owner": "improvement", "run_chart": "technical", "quarrel": "several"}


@pytest.fixture
def hats(journal, clock):
    return ThreeHats(journal, today=lambda: clock.today)


def audits(journal, name="start.hats_kept"):
    return [audit.answers for audit in journal.audits(name)]


def test_there_are_twelve_cards_and_36_in_all(journal):
    assert len(ThreeHats(journal).cards.rows) == 12
    assert len(ThreeHats(journal, core=False).cards.rows) == 36


def test_cards_are_a_control_of_the_page(hats):
    assert isinstance(hats.cards, Cards)
    assert list(hats.cards.options) == ["leadership", "improvement", "technical", "several"]


def test_a_placing_is_kept_card_by_card(journal, hats):
    hats.cards.answer({"owner": "improvement"})
    again = ThreeHats(journal)
    again.cards.on_shown()
    assert again.placed == {"owner": "improvement"}


def test_what_only_one_hat_holds_is_shown_in_the_readers_own_placing(hats):
    hats.cards.answer(PLACED)
    hats.reveal()
    page = hats.piles.html
    assert page.index("Only leading for improvement") < page.index(OWNER)
    assert page.index("Only technical improvement expertise") < page.index(CHART)
    assert page.index("More than one") < page.index(QUARREL)
    assert "9 cards are not placed." in page


def test_nothing_is_said_to_be_right_or_wrong(hats):
    hats.cards.answer(PLACED)
    hats.reveal()
    shown = hats.piles.html + hats.said.html + hats.children[0].html
    assert "There is no key." in shown
    assert not any(word in shown.lower() for word in ("correct", "wrong", "score", "answer key"))


def test_the_words_hold_no_key():
    from helpers.page import words

    known = {"id", "text", "core", "fact"}
    assert all(set(card) <= known for card in words.load("start")["card"])


def test_both_questions_follow_and_are_kept(journal, hats):
    hats.cards.answer(PLACED)
    hats.reveal()
    special, label = [
        part
        for part in hats.shown.children
        if getattr(part, "prompt", None) is not None and hasattr(part, "rows")
    ]
    special.answer("It asks for time.")
    label.answer("It lets others off.")
    assert journal.latest("start.special").value == "It asks for time."
    assert journal.latest("start.label").value == "It lets others off."


def test_an_empty_table_is_not_kept(journal, hats):
    hats.reveal()
    assert "No card is placed yet." in hats.said.html
    assert audits(journal) == []


def test_the_same_placing_is_kept_once(journal, hats):
    hats.cards.answer(PLACED)
    hats.reveal()
    hats.reveal()
    assert audits(journal) == [PLACED]


def test_a_later_placing_stands_beside_the_earlier_one(journal, hats, clock):
    hats.cards.answer(PLACED)
    hats.reveal()
    assert hats.beside.html == ""
    clock.on(6, 1)
    hats.cards.answer(PLACED | {"owner": "leadership"})
    hats.reveal()
    page = hats.beside.html
    assert "On 2 March you placed these cards as well. 2 of 3 lie where they lay." in page
    assert f"<th scope='row'>{OWNER}</th>" in page
    assert page.index("Leading for improvement") < page.index("Leadership in general")
    assert QUARREL not in page


def test_of_one_day_only_the_last_placing_counts(journal, hats, clock):
    hats.cards.answer({"owner": "several"})
    hats.reveal()
    hats.cards.answer(PLACED)
    hats.reveal()
    clock.on(6, 1)
    hats.cards.answer(PLACED)
    hats.begin()
    hats.cards.answer(PLACED | {"stop_one": "several"})
    hats.reveal()
    assert "all of them lie where they lay" in hats.beside.html


def test_an_empty_table_leaves_what_was_kept(journal, hats):
    hats.cards.answer(PLACED)
    hats.reveal()
    hats.begin()
    assert hats.placed == {}
    assert audits(journal) == [PLACED]


def test_all_36_are_kept_apart_from_the_twelve(journal):
    whole = ThreeHats(journal, core=False)
    whole.cards.answer(PLACED | {"sorry": "leadership"})
    whole.reveal()
    assert audits(journal) == []
    assert audits(journal, "start.all_hats_kept") == [PLACED | {"sorry": "leadership"}]


def test_a_card_that_is_gone_from_the_words_is_left_out():
    assert piles({"gone": "technical"}, core_cards())["technical"] == ()
    assert changed({"gone": "technical"}, {"gone": "several"}, core_cards()) == Change(0, ())


def test_only_cards_placed_both_times_are_compared():
    then, now = {"a": "technical", "b": "several"}, {"b": "technical", "c": "several"}
    assert changed(then, now, ["a", "b", "c"]) == Change(1, (Move("b", "several", "technical"),))
