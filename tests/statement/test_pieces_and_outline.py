"""Finding pieces, and putting them in an order."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statement.outline import SECTIONS, arranged, moved, reordered
from helpers.statement.pieces import Piece, by_reflection, found, key
from helpers.statement.then import Words, first_words

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
EMAIL = Piece("a.email", "a", "Page A", "Your email", "Thank you all.", date(2026, 3, 3))
WHY = Piece("b.why", "b", "Page B", "Why?", "Because of Friday.", date(2026, 3, 2))

layouts = st.lists(st.sampled_from("abcdefgh"), unique=True).flatmap(
    lambda names: st.lists(st.sampled_from(SECTIONS), min_size=len(names), max_size=len(names)).map(
        lambda sections: {
            section: [n for n, s in zip(names, sections, strict=True) if s == section]
            for section in SECTIONS
        }
    )
)


def names_of(layout):
    return sorted(name for names in layout.values() for name in names)


def states(*said, days=0):
    return [Words(MONDAY + timedelta(days=days * n), text) for n, text in enumerate(said)]


def test_words_are_found_in_question_and_answer_whatever_their_case():
    assert found([EMAIL, WHY], "YOUR thank") == [EMAIL]
    assert found([EMAIL, WHY], "friday") == [WHY]
    assert found([EMAIL, WHY], "", "b") == [WHY]


def test_pages_come_in_the_order_given_and_unknown_ones_last():
    assert [title for title, _ in by_reflection([EMAIL, WHY], ["b"])] == ["Page B", "Page A"]


def test_two_pieces_have_two_marks():
    assert key("a.email") != key("a.email2")


def test_the_first_words_are_not_a_later_rewording():
    assert first_words(states("To lead is to tell.", "To lead is to ask.")).said.endswith("tell.")


def test_a_sentence_finished_after_a_pause_is_the_first_sentence():
    assert first_words(states("To lead", "To lead is to tell.")).said == "To lead is to tell."


def test_what_was_added_on_another_day_is_not_first():
    assert first_words(states("To lead", "To lead is to tell.", days=1)).said == "To lead"


def test_who_wrote_nothing_has_no_first_words():
    assert first_words(states("", " \n")) is None


@pytest.mark.parametrize("step", [-1, 1])
@given(layout=layouts)
def test_moving_loses_nothing_and_doubles_nothing(step, layout):
    for name in names_of(layout):
        assert names_of(moved(layout, name, step)) == names_of(layout)


@given(layout=layouts)
def test_up_and_down_again_changes_nothing_inside_a_section(layout):
    for names in layout.values():
        for name in names[1:]:
            assert moved(moved(layout, name, -1), name, 1) == layout


def test_the_last_of_a_section_moves_to_the_next_one():
    assert moved({"think": ["a"], "do": ["b"]}, "a", 1) == {"think": [], "do": ["a", "b"]}


def test_the_very_first_and_the_very_last_stay():
    layout = {"think": ["a"], "do": ["b"]}
    assert moved(layout, "a", -1) == layout
    assert moved(layout, "b", 1) == layout


def test_what_was_unticked_leaves_the_order_and_what_is_new_joins_it():
    order = arranged({"a": "think", "b": "think"}, {"do": ["a", "gone"]})
    assert order["do"] == ["a"]
    assert order["think"] == ["b"]


def test_a_piece_named_twice_in_a_damaged_order_stands_once():
    assert arranged({"a": "do"}, {"think": ["a", "a"], "do": ["a"]})["think"] == ["a"]


@given(layout=layouts, other=layouts)
def test_somebody_elses_order_loses_nothing_and_doubles_nothing(layout, other):
    order = [(section, name) for section, names in other.items() for name in names]
    assert names_of(reordered(layout, order)) == names_of(layout)


@given(layout=layouts)
def test_an_order_that_did_not_change_changes_nothing(layout):
    order = [(section, name) for section, names in layout.items() for name in names]
    assert reordered(layout, order[::1]) == layout
    assert reordered(layout, order[1:]) == layout
