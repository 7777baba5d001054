"""Standardised rates, against sums by hand and against crude ones."""

import numpy as np
import pytest

from helpers.intake import Problem
from helpers.voices import EUROPE_2013, direct, direct_repeated, indirect, rate
from helpers.voices.measures.intervals import byar


def test_the_european_population_of_2013_has_nineteen_ages_and_100000_people():
    assert len(EUROPE_2013) == 19
    assert EUROPE_2013.sum() == 100_000


def test_a_rate_that_is_the_same_at_every_age_is_its_own_standardised_rate():
    people = np.arange(1, 20) * 1000.0
    assert direct(people * 0.02, people, per=1000).value == pytest.approx(20)


def test_one_age_alone_gives_the_crude_rate_with_byars_limits():
    found, crude = direct([25], [1000], [1], per=1000), rate(25, 1000, per=1000)
    assert (found.value, found.lower, found.upper) == pytest.approx(
        (crude.value, crude.lower, crude.upper)
    )


def test_dobsons_limits_follow_the_definition():
    x, n, w = np.array([6, 30.0]), np.array([1000, 500.0]), np.array([60, 40.0])
    value, spread = (w * x / n).sum() / 100, np.sqrt((w**2 * x / n**2).sum()) / 100
    lower, upper = byar(np.array(36.0))
    found = direct(x, n, w, per=1)
    assert found.value == pytest.approx(value)
    assert found.lower == pytest.approx(value + spread / 6 * (lower - 36))
    assert found.upper == pytest.approx(value + spread / 6 * (upper - 36))


def test_fewer_than_ten_events_are_not_standardised():
    found = direct([[4, 5], [5, 5]], [1000, 1000], [1, 1])
    assert np.isnan(found.value).tolist() == [True, False]
    assert found.why(0) == "fewer than ten events are too few to standardise"


def test_an_area_without_anybody_of_one_age_is_not_shown_and_stops_no_other_area():
    found = direct([[5, 15], [5, 15]], [[0, 500], [100, 500]], [50, 50])
    assert found.why(0) == "nobody is in this group"
    assert found.value[1] == pytest.approx(100_000 * (0.05 + 0.03) / 2)


def test_a_missing_count_is_not_silently_none():
    counts, people = [[np.nan, 12, 20]], [1000, 2000, 500]
    assert direct(counts, people, [3, 4, 3]).why(0) == "a figure is missing"
    assert indirect(counts, people, [10, 20, 30], [1000] * 3).why(0) == "a figure is missing"
    taken = direct(counts, people, [3, 4, 3], missing_is_none=True)
    assert taken.value == pytest.approx([1440])


def test_events_of_the_same_persons_widen_the_interval():
    once = direct_repeated([[60], [80]], [1], [1000, 1000], [1, 1])
    often = direct_repeated([[0, 0, 20], [80, 0, 0]], [1, 2, 3], [1000, 1000], [1, 1])
    assert once.value == often.value
    assert often.upper - often.lower > once.upper - once.lower


def test_repeated_events_of_one_age_give_a_crude_rate():
    found = direct_repeated([[10, 5]], [1, 2], [1000], [1], per=1000)
    assert found.value == pytest.approx(20)


def test_a_place_at_the_standards_rates_has_a_ratio_of_one():
    found = indirect([10, 40], [100, 200], [100, 400], [1000, 2000])
    assert found.value == pytest.approx(1)


def test_no_observed_events_have_a_ratio_of_zero_with_an_upper_limit():
    found = indirect([0, 0], [100, 200], [100, 400], [1000, 2000])
    assert (found.value, found.lower) == (0, 0)
    assert found.upper == pytest.approx(-np.log(0.025) / 50)


def test_ages_that_do_not_fit_are_refused():
    with pytest.raises(Problem, match="There are 3 ages, but the standard population has 19"):
        direct([1, 2, 3], [10, 10, 10])


def test_a_standard_with_nobody_of_an_age_is_refused():
    with pytest.raises(Problem, match="nobody of one age"):
        indirect([1, 2], [10, 10], [1, 2], [0, 10])
