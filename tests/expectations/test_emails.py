"""Two neighbouring months of a steady process; figures of evidence entry R3-03."""

import pytest

from helpers.expectations.emails import nothing_changed
from helpers.intake import Problem
from helpers.page.words import load


def test_at_three_a_month_the_published_chances_come_out():
    result = nothing_changed(3)
    chances = [round(100 * chance) for chance in (result.differ, result.double, result.halve)]
    assert chances == [53, 22, 27]
    assert round(result.upper, 1) == 8.2


def test_halving_is_likelier_than_doubling_by_the_months_that_fall_to_none():
    result = nothing_changed(3)
    none = 0.049787  # e to the power -3
    assert result.halve - result.double == pytest.approx(none * (1 - none), abs=1e-5)


def test_a_busy_ward_almost_always_differs_by_two():
    # The difference of two counts of mean 100 has a standard deviation of 14.1.
    assert nothing_changed(100).differ == pytest.approx(0.916, abs=0.001)


def test_the_sentences_carry_the_numbers():
    said = nothing_changed(3).say(load("expectations")["two_emails"]["result"])
    assert said[0] == (
        "With a steady 3 a month, two neighbouring months differ by two or more 53% of the time."
    )


@pytest.mark.parametrize("rate", [0, -1, 101, float("nan")])
def test_a_rate_that_is_no_rate_is_refused(rate):
    with pytest.raises(Problem, match="above 0"):
        nothing_changed(rate)
