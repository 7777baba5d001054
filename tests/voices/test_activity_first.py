"""Who gets it first, played from code as a reader plays it."""

import pytest

from helpers.journal import Journal
from helpers.voices.activities.first import WhoGetsItFirst


@pytest.fixture
def activity():
    opened = WhoGetsItFirst()
    opened.reveal()
    return opened


def test_nothing_is_shown_before_the_reader_lets_it_spread():
    assert not WhoGetsItFirst().shown.children


def test_it_begins_with_the_same_effort_for_all(activity):
    assert activity.result.policy == "universal"
    assert activity.curves.finding == (
        "In month 16 the gap is widest: 87% in the best served fifth, "
        "and 13% in the least served fifth."
    )
    assert "Who would have been praised that month?" in activity.said.html


def test_a_guess_is_laid_beside_what_happened():
    activity = WhoGetsItFirst()
    activity.guess.answer("end")
    activity.reveal()
    assert "You guessed: “At the end”." in activity.said.html


def test_a_guess_can_be_left_out(activity):
    assert "You guessed" not in activity.said.html


def test_helping_one_group_alone_names_the_group_left_behind(activity):
    activity.policy.answer("targeted")
    assert "furthest behind then is the fourth fifth" in activity.said.html


def test_starting_with_the_least_served_says_what_it_costs(activity):
    activity.policy.answer("least_first")
    assert "22% of all people have been reached" in activity.said.html
    assert "As chosen" in activity.gaps.table["columns"]


def test_the_four_policies_stand_side_by_side_and_follow_the_assumptions(activity):
    before = activity.compared.html
    assert before.count("<tr><th scope='row'>") == 4
    activity.cost.value = 3
    assert activity.compared.html != before
    activity.as_at_first()
    assert activity.compared.html == before


def test_a_policy_taken_back_is_the_same_for_all(activity):
    activity.policy.answer(None)
    assert activity.result.policy == "universal"


def test_what_is_written_is_kept(tmp_path):
    journal = Journal.open(tmp_path / "journal.sqlite3")
    activity = WhoGetsItFirst(journal)
    note = activity.children[-1]
    note.on_shown()
    note.answer("With the ward that asks least.")
    assert journal.latest("voices.first_who").value == "With the ward that asks least."


def test_it_says_that_it_is_a_model(activity):
    assert "Take the shape away, and no number." in activity.said.html
