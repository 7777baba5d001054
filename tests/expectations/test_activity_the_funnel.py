"""The funnel, played from code as a reader plays it."""

import numpy as np
import pytest

from helpers.expectations.activities.the_funnel import TheFunnel


@pytest.fixture
def funnel():
    return TheFunnel()


def test_it_begins_with_no_marble_and_the_funnel_left_alone(funnel):
    assert funnel.result.rule == 1
    assert funnel.figure.finding == "No marble has fallen yet."
    assert "Leave it where it is." in funnel.habit.html


def test_drops_add_up_to_fifty_and_no_further(funnel):
    counts = []
    for drops in (1, 10, 50, 1):
        funnel.fall(drops)
        counts.append(len(funnel.result.results))
    assert counts == [1, 11, 50, 50]


def test_one_drop_more_leaves_the_marbles_where_they_lie(funnel):
    funnel.rule.answer("3")
    funnel.fall(10)
    before = funnel.result.results
    funnel.fall(1)
    assert funnel.result.results[:10].tolist() == before.tolist()


def test_every_rule_meets_the_same_wobbles(funnel):
    funnel.fall(50)
    wobbles = funnel.result.results
    for rule in "234":
        funnel.rule.answer(rule)
        own = funnel.result.results - funnel.result.positions
        assert own == pytest.approx(wobbles)


def test_the_rule_is_named_as_a_habit_when_it_is_chosen(funnel):
    funnel.rule.answer("4")
    assert "newest starter" in funnel.habit.html
    assert "newest starter" not in TheFunnel().habit.html


def test_start_again_brings_other_wobbles(funnel):
    funnel.fall(10)
    first = funnel.result.results
    funnel.again()
    assert funnel.figure.finding == "No marble has fallen yet."
    funnel.fall(10)
    assert not np.array_equal(first, funnel.result.results)


def test_a_cleared_rule_leaves_the_funnel_alone(funnel):
    funnel.rule.answer("4")
    funnel.rule.answer(None)
    assert funnel.result.rule == 1


def test_the_comparison_is_shown_only_when_asked_for(funnel):
    assert not funnel.compared.children
    funnel.compare()
    assert funnel.spreads in funnel.compared.children
    assert [row[2] for row in funnel.spreads.table["rows"]] == ["1", "2", "50", "50"]


def test_fewer_drops_leave_less_spread(funnel):
    funnel.compare()
    funnel.games.answer(9)
    measured = [float(row[1]) for row in funnel.spreads.table["rows"]]
    assert measured == pytest.approx([1, 2, 9, 9], rel=0.1)


@pytest.mark.parametrize(("guess", "said"), [("smaller", "It gets smaller"), (None, None)])
def test_a_guess_is_repeated_and_may_be_skipped(funnel, guess, said):
    funnel.guess.answer(guess)
    funnel.compare()
    assert ("You guessed" in funnel.said.html) is bool(said)
    assert not said or said in funnel.said.html


def test_the_page_is_the_same_each_time(funnel):
    other = TheFunnel()
    for each in (funnel, other):
        each.fall(50)
    assert funnel.figure.finding == other.figure.finding
