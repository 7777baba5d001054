"""Intervals of one group's figure, by hand, from publications and from scipy's distributions."""

import numpy as np
import pytest
from scipy import stats

from helpers.intake import Problem
from helpers.voices import Reason, mean, proportion, rate
from helpers.voices.measures.intervals import byar, count_limits, exact, standard_error


def test_wilson_is_newcombes_example():
    """Newcombe 1998, method 3: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611."""
    found = proportion([81, 0], [263, 20])
    assert found.lower.round(4).tolist() == [0.2553, 0.0]
    assert found.upper.round(4).tolist() == [0.3662, 0.1611]


def test_wilson_turns_round_with_what_is_counted():
    yes, no = proportion(3, 17), proportion(14, 17)
    assert yes.lower == pytest.approx(1 - no.upper)
    assert yes.upper == pytest.approx(1 - no.lower)


def test_all_of_them_has_an_upper_limit_of_exactly_one():
    assert proportion([1, 5, 10_000], [1, 5, 10_000]).upper.tolist() == [1, 1, 1]


def test_exact_limits_leave_a_fortieth_of_the_poisson_distribution_at_either_side():
    lower, upper = exact(np.array([1.0, 4.0, 9.0]))
    assert stats.poisson.sf([0, 3, 8], lower) == pytest.approx(0.025)
    assert stats.poisson.cdf([1, 4, 9], upper) == pytest.approx(0.025)


def test_no_events_have_a_lower_limit_of_zero_and_an_honest_upper_one():
    none = rate(0, 1000, per=1000)
    assert (none.value, none.lower) == (0, 0)
    assert none.upper == pytest.approx(-np.log(0.025))  # 3.69


def test_limits_are_exact_below_ten_events_and_byars_from_ten_on():
    lower, upper = count_limits(np.array([9.0, 10.0]))
    assert (lower[0], upper[0]) == tuple(float(end) for end in exact(np.array(9.0)))
    assert (lower[1], upper[1]) == tuple(float(end) for end in byar(np.array(10.0)))


def test_byars_lower_limit_never_falls_below_zero():
    assert byar(np.array([0.0, 1.0]), 0.998)[0].tolist() == [0, 0]


def test_a_mean_has_students_interval():
    found = mean([20, 30, 40, 50])
    assert [found.lower, found.upper] == pytest.approx(
        stats.t.interval(0.95, 3, loc=35, scale=np.std([20, 30, 40, 50], ddof=1) / 2)
    )


def test_a_missing_figure_is_not_dropped_from_a_mean():
    assert mean([1, np.nan, 3]).why() == "a figure is missing"


def test_one_figure_has_a_mean_but_no_interval_and_says_why():
    found = mean([[5.0]])
    assert found.value.tolist() == [5]
    assert np.isnan(found.lower).all()
    assert found.reason.tolist() == [Reason.ONE_FIGURE]


def test_no_figures_at_all_are_not_an_error():
    assert mean(np.empty((2, 0))).not_shown == 2


@pytest.mark.parametrize("measure", [proportion, rate])
def test_an_empty_group_is_not_shown_and_counted(measure):
    found = measure([0, 3, np.nan], [0, 10, 10])
    assert np.isnan(found.value).tolist() == [True, False, True]
    assert found.not_shown == 2
    assert [found.why(place) for place in range(3)] == [
        "nobody is in this group",
        "",
        "a figure is missing",
    ]


def test_a_confidence_of_95_and_of_a_share_are_the_same():
    assert proportion(3, 10, confidence=95).upper == proportion(3, 10, confidence=0.95).upper


@pytest.mark.parametrize("confidence", [0, -1, 50, 101])
def test_a_confidence_that_does_not_exist_is_refused(confidence):
    with pytest.raises(Problem, match="does not exist"):
        rate(1, 10, confidence=confidence)


def test_certainty_is_the_whole_scale():
    sure = proportion(3, 10, confidence=1)
    assert (sure.lower, sure.upper) == (0, 1)


def test_more_events_than_people_are_refused_in_a_share_but_not_in_a_rate():
    with pytest.raises(Problem, match=r"Group 2: 30 events among 10 people cannot be"):
        proportion([1, 30], [10, 10])
    assert rate([1, 30], [10, 10], per=1).value.tolist() == [0.1, 3.0]


def test_a_negative_count_is_refused_with_its_place():
    with pytest.raises(Problem, match=r"Area 2, group 1: -1 events cannot be"):
        rate([[1, 2], [-1, 2]], 100)


def test_an_event_less_group_still_has_a_standard_error():
    assert float(standard_error(proportion(0, 50))) > 0
