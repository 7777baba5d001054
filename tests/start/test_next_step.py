from dataclasses import replace

import pytest

from helpers.start.next_step import Known, Step, and_then, next_step

BEGUN = Known(written=True, meaning=True, sealed=True, hats=True, fresh=("b", "a"), begun=("c",))


def test_the_first_step_of_all_is_ones_own_words_however_long_there_is():
    assert {next_step(Known(fresh=("a",)), minutes) for minutes in (None, 10, 30, 60)} == {
        Step("first_words")
    }


def test_a_promise_that_is_due_comes_before_anything_new():
    assert next_step(replace(BEGUN, due=1, unfinished="c")) == Step("look_back")


def test_a_promise_is_not_looked_back_at_in_a_workshop():
    assert next_step(replace(BEGUN, due=1), 60, "workshop").kind != "look_back"
    assert next_step(replace(BEGUN, due=1), 60, "colleague").kind == "look_back"


def test_who_has_said_what_it_means_is_asked_to_seal_the_other_answer():
    assert next_step(replace(BEGUN, sealed=False)) == Step("seal")


def test_what_was_left_in_the_middle_comes_before_something_new():
    assert next_step(replace(BEGUN, unfinished="c")) == Step("go_on", "c")


def test_something_new_is_todays_first():
    assert next_step(BEGUN, 30) == Step("open", "b")


def test_who_came_another_way_is_asked_for_their_own_words_before_something_new():
    assert next_step(replace(BEGUN, meaning=False)) == Step("first_words")


@pytest.mark.parametrize(("minutes", "kind"), [(10, "hats"), (30, "open"), (60, "open")])
def test_ten_minutes_are_for_the_cards_and_more_for_a_reflection(minutes, kind):
    assert next_step(replace(BEGUN, hats=False), minutes).kind == kind


@pytest.mark.parametrize(("minutes", "kind"), [(10, "hats"), (30, "together"), (60, "together")])
def test_with_others_there_is_something_to_do_together(minutes, kind):
    assert next_step(BEGUN, minutes, "colleague").kind == kind


def test_when_every_question_was_met_it_is_put_into_words_and_then_met_again():
    met = replace(BEGUN, fresh=(), statement="06")
    assert next_step(met) == Step("statement", "06")
    assert next_step(replace(met, statement="")) == Step("again", "c")


def test_an_empty_shelf_still_leaves_one_step():
    assert next_step(Known(written=True, meaning=True, sealed=True)) == Step("hats")


def test_half_an_hour_has_room_for_more_than_a_promise():
    due = replace(BEGUN, due=2)
    assert and_then(due, 30) == Step("open", "b")
    assert and_then(due, 10) is None
    assert and_then(due) is None
    assert and_then(BEGUN, 30) is None
