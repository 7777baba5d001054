"""The sentence not yet said."""

import pytest

from helpers.expectations.sentence import ROLES, STANCES, rehearse
from helpers.intake import Problem
from helpers.page.words import load

WORDS = load("expectations")["say_the_sentence"]


def test_more_than_one_stance_can_be_true_at_once():
    kept = rehearse("specialist", stances=("complicit", "unable"), sentence="I oversold it.")
    assert kept.stances == ("complicit", "unable")


def test_a_leader_does_not_hand_a_stance_to_somebody_else():
    assert rehearse("leader", stances=("unwilling",), sentence="Tell me.").stances == ()


def test_a_sentence_said_aloud_need_not_be_typed():
    assert rehearse("leader", how="aloud").sentence == ""


@pytest.mark.parametrize("sentence", ["", "  \n"])
def test_a_typed_sentence_has_words(sentence):
    with pytest.raises(Problem, match="sentence is still empty"):
        rehearse("specialist", sentence=sentence)


def test_unknown_chairs_and_stances_are_named():
    with pytest.raises(Problem, match="which chair"):
        rehearse("", sentence="So.")
    with pytest.raises(Problem, match="'lazy' is not one of"):
        rehearse("specialist", stances=("lazy",), sentence="So.")


def test_every_role_and_stance_has_its_words():
    assert set(WORDS["roles"]) == set(WORDS["starters"]) == set(ROLES)
    assert set(WORDS["stances"]) == set(STANCES)
