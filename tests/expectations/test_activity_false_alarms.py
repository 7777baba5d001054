"""How long until a false alarm, asked as an analyst asks it."""

import pytest

from helpers.expectations.activities.false_alarms import FalseAlarms


@pytest.fixture
def alarms():
    activity = FalseAlarms()
    activity.reveal()
    return activity


def test_nothing_is_given_away_before_it_is_asked_for():
    assert FalseAlarms().shown.children == ()


def test_it_opens_with_the_kits_own_rules_and_two_years(alarms):
    assert alarms.result == 0.186
    assert "19% of the time under Making Data Count" in alarms.figure.finding


def test_other_rules_and_another_length_give_other_figures(alarms):
    alarms.rules.answer("shewhart")
    alarms.points.answer(60)
    assert alarms.result == 0.196
    assert "With 60 points" in alarms.figure.finding
    assert "A point outside the limits, and nothing else." in alarms.described.html


def test_two_rule_sets_can_be_compared(alarms):
    alarms.other.answer("anhoj")
    assert "3% under Anhøj rules" in alarms.figure.finding
    alarms.other.answer(None)
    assert "Anhøj" not in alarms.figure.finding


def test_sixty_steady_charts_raise_about_two_false_alarms_a_year(alarms):
    alarms.rules.answer("shewhart")
    alarms.charts.answer(60)
    assert "about 1.9 false alarms a year" in alarms.said.html


def test_run_rules_have_no_average_time(alarms):
    alarms.rules.answer("anhoj")
    assert "judge a chart as a whole" in alarms.said.html
    assert "a year" not in alarms.said.html


@pytest.mark.parametrize("guess", ["rare", None])
def test_a_guess_is_repeated_and_may_be_skipped(guess):
    activity = FalseAlarms()
    activity.guess.answer(guess)
    activity.reveal()
    assert ("You guessed: “About 1 time in 100”" in activity.said.html) is bool(guess)


def test_showing_twice_keeps_what_was_chosen(alarms):
    alarms.points.answer(36)
    alarms.reveal()
    assert "With 36 points" in alarms.figure.finding
