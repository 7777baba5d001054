"""Spread, impact and concentration: by hand, from definitions, and at their edges."""

import numpy as np
import pytest

from helpers.intake import Problem
from helpers.voices import (
    attributable_fraction,
    attributable_risk,
    between_group_deviation,
    between_group_variance,
    concentration_index,
    mean_log_deviation,
    of_counts,
    of_values,
    theil,
    variation,
)

SPREADS = (between_group_variance, between_group_deviation, variation, theil, mean_log_deviation)
Y, P = np.array([30.0, 50, 10]), np.array([0.5, 0.3, 0.2])


def three(values=Y, error=None, good="low", **more):
    return of_values("ABC", values, 1000 * P, error, good=good, **more)


def test_spreads_follow_their_definitions():
    mean = P @ Y
    r, variance = Y / mean, P @ (Y - mean) ** 2
    assert between_group_variance(three()).value == pytest.approx(variance)
    assert between_group_deviation(three()).value == pytest.approx(np.sqrt(variance))
    assert variation(three()).value == pytest.approx(100 * np.sqrt(variance) / mean)
    assert theil(three()).value == pytest.approx(1000 * P @ (r * np.log(r)))
    assert mean_log_deviation(three()).value == pytest.approx(-1000 * P @ np.log(r))


@pytest.mark.parametrize(
    "measure",
    [theil, mean_log_deviation, between_group_variance, attributable_risk, attributable_fraction],
)
def test_standard_errors_are_those_of_small_moves_of_each_group(measure):
    error, step = np.array([0.5, 0.3, 0.4]), 1e-5
    slopes = [
        (measure(three(Y + step * move)).value - measure(three(Y - step * move)).value) / (2 * step)
        for move in np.eye(3)
    ]
    found = measure(three(error=error))
    reach = 1.959964 * np.sqrt(((slopes * error) ** 2).sum())
    assert found.upper - found.value == pytest.approx(reach, rel=0.01)


@pytest.mark.parametrize("measure", SPREADS)
def test_groups_that_are_all_alike_have_no_spread(measure):
    found = measure(three([20.0, 20, 20], [1, 1, 1]))
    assert found.value == pytest.approx(0, abs=1e-9)
    assert not found.lower < 0
    assert found.sentence().startswith("All groups are alike")


@pytest.mark.parametrize("measure", SPREADS)
def test_an_empty_group_is_left_out_and_counted(measure):
    events, people = [[30, 10, 0]], [[100, 100, 0]]
    found = measure(of_counts("ABC", events, people, good="low"))
    two = measure(of_counts("AB", [[30, 10]], [[100, 100]], good="low"))
    assert found.value == pytest.approx(two.value)
    assert found.left_out.tolist() == [1]


@pytest.mark.parametrize("measure", [*SPREADS, attributable_fraction])
def test_none_anywhere_is_a_reason_or_a_zero(measure):
    found = measure(of_counts("ABC", [0, 0, 0], [10, 20, 30], good="low"))
    assert found.value == 0 or found.why() == "there are none in either group"


def test_theils_index_takes_a_group_with_none_but_says_nothing_about_its_interval():
    found = theil(three([0.0, 50, 10], [1, 1, 1]))
    assert found.value > 0
    assert "no interval, because one group has none" in found.sentence()


def test_attributable_risk_is_what_the_whole_would_gain():
    found = attributable_risk(of_counts("ABC", [30, 20, 10], [100, 100, 100], good="low"))
    assert found.value == pytest.approx(10)
    assert attributable_fraction(found.groups).value == pytest.approx(50)


@pytest.mark.parametrize("good", ["high", "low"])
def test_a_reference_that_does_no_better_leaves_nothing_to_gain(good):
    rates = [10, 20, 30] if good == "low" else [30, 20, 10]
    found = attributable_risk(of_counts(["a", "b", "c"], rates, [100] * 3, good=good))
    assert found.value == 0
    assert found.sentence().startswith("C does no better than the whole")


def test_the_relative_concentration_is_twice_the_covariance_with_the_rank_over_the_mean():
    rank = np.cumsum(P) - P / 2
    index = 2 * P @ ((Y - P @ Y) * (rank - 0.5)) / (P @ Y)
    assert concentration_index(three()).value == pytest.approx(-index)
    assert concentration_index(three(good="high")).value == pytest.approx(index)


def test_bounded_indices_are_the_same_however_the_coin_is_turned():
    waiting = three([0.3, 0.5, 0.1], share_of=1)
    seen = three([0.7, 0.5, 0.9], good="high", share_of=1)
    for kind in ("wagstaff", "erreygers"):
        one, other = concentration_index(waiting, kind), concentration_index(seen, kind)
        assert one.value == pytest.approx(float(other.value))


@pytest.mark.parametrize("kind", ["absolute", "relative", "wagstaff", "erreygers"])
def test_the_error_of_a_concentration_is_that_of_small_moves(kind):
    y, error, step = Y / 100, np.array([0.02, 0.03, 0.01]), 1e-6
    slopes = [
        (
            concentration_index(three(y + step * move, share_of=1), kind).value
            - concentration_index(three(y - step * move, share_of=1), kind).value
        )
        / (2 * step)
        for move in np.eye(3)
    ]
    found = concentration_index(three(y, error, share_of=1), kind)
    reach = 1.959964 * np.sqrt(((slopes * error) ** 2).sum())
    assert found.upper - found.value == pytest.approx(reach, rel=1e-4)


def test_two_groups_on_a_line_leave_no_distance_to_judge_by():
    found = concentration_index(of_values("AB", [3, 2], [1, 1], good="low"))
    assert np.isnan(found.lower)
    assert found.value > 0


def test_a_concentration_needs_an_order_and_sometimes_bounds():
    with pytest.raises(Problem, match="no order"):
        concentration_index(three(ordered=False))
    with pytest.raises(Problem, match="bounds"):
        concentration_index(three(), "wagstaff")
    with pytest.raises(Problem, match="Choose one of: absolute"):
        concentration_index(three(), "gini")
