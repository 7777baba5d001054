"""Deming's four rules: evidence entry R3-07."""

import numpy as np
import pytest

from helpers.expectations.funnel import RULES, _last_results, drop, spread, start, theory
from helpers.intake import Problem
from helpers.page.words import load


def seeded(seed=7):
    return np.random.default_rng(seed)


def two_drops(rule):
    path = drop(start(rule), 2, seeded())
    return path, seeded().normal(size=2)


@pytest.mark.parametrize(
    ("rule", "second"),
    [
        (1, lambda miss: 0.0),
        (2, lambda miss: -miss),
        (3, lambda miss: -miss),
        (4, lambda miss: miss),
    ],
)
def test_the_second_position_answers_the_first_miss(rule, second):
    path, noise = two_drops(rule)
    assert path.positions.tolist() == [0.0, second(noise[0])]
    assert path.results == pytest.approx(path.positions + noise)


def test_rules_two_and_three_part_at_the_third_drop():
    noise = seeded().normal(size=3)
    assert drop(start(2), 3, seeded()).positions[2] == pytest.approx(-noise[1])
    assert drop(start(3), 3, seeded()).positions[2] == pytest.approx(noise[0] - noise[1])


@pytest.mark.parametrize("rule", RULES)
def test_drop_by_drop_and_all_at_once_are_the_same_path(rule):
    one_by_one, generator = start(rule), seeded()
    for _ in range(20):
        one_by_one = drop(one_by_one, 1, generator)
    assert one_by_one.results.tolist() == drop(start(rule), 20, seeded()).results.tolist()


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("drops", [1, 2, 9, 10])
def test_the_written_out_sums_land_where_the_game_lands(rule, drops):
    noise = seeded().normal(size=drops)
    played = drop(start(rule), drops, seeded()).results[-1]
    assert _last_results(rule, noise[None])[0] == pytest.approx(played)


@pytest.mark.parametrize(("rule", "variance"), [(1, 1), (2, 2), (3, 50), (4, 50)])
def test_the_measured_spread_is_the_theory_within_chance(rule, variance):
    result = spread(rule, 50, 20_000, seeded())
    assert result.theory == variance
    # A variance from 20,000 runs has a standard error of 1%.
    assert result.measured == pytest.approx(variance, rel=0.04)


def test_rule_two_on_the_first_drop_has_nothing_to_correct_yet():
    assert [theory(2, drops) for drops in (1, 2, 3)] == [1, 2, 2]


@pytest.mark.parametrize(("rule", "miss"), [(1, 2.5), (3, 7.6), (4, 7.6)])
def test_the_worst_of_fifty_misses_is_what_was_published(rule, miss):
    generator = seeded()
    worst = [drop(start(rule), 50, generator).worst for _ in range(1000)]
    assert np.median(worst) == pytest.approx(miss, rel=0.06)


def test_rule_three_swings_from_side_to_side():
    far = drop(start(3), 400, seeded()).results[200:]
    assert np.corrcoef(far[1:], far[:-1])[0, 1] < -0.9


def test_each_rule_is_named_as_a_management_habit():
    assert [int(rule) for rule in load("expectations")["funnel"]["rules"]] == list(RULES)


def test_there_is_no_fifth_rule_and_no_empty_drop():
    with pytest.raises(Problem, match="Choose 1, 2, 3 or 4"):
        start(5)
    with pytest.raises(Problem, match="at least one drop"):
        drop(start(1), 0, seeded())
