"""Who gets it first: every sentence of the page follows from the model."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.voices.uptake import FROM_TENTH_TO_NINE, POLICIES, midpoints, spread

LAGS = st.floats(0, 18)
SPANS, COSTS = st.floats(6, 24), st.floats(1, 3)
each_policy = pytest.mark.parametrize("policy", POLICIES)


@given(lag=LAGS, span=SPANS, cost=COSTS, policy=st.sampled_from(POLICIES))
def test_every_policy_has_spent_the_same_effort_by_any_month(lag, span, cost, policy):
    effort = spread(policy, lag=lag, span=span, cost=cost).effort
    assert effort.mean(axis=1) == pytest.approx(np.arange(len(effort)))
    assert (effort >= 0).all()


@given(lag=LAGS, span=SPANS, cost=COSTS, policy=st.sampled_from(POLICIES))
def test_nobody_reached_is_lost_again(lag, span, cost, policy):
    coverage = spread(policy, lag=lag, span=span, cost=cost).coverage
    assert (np.diff(coverage, axis=0) >= -1e-12).all()
    assert ((coverage > 0) & (coverage <= 1)).all()


@pytest.mark.parametrize(("first", "lag"), [(10, 12), (8, 8), (6, 16)])
def test_with_equal_effort_the_gap_is_widest_midway_between_first_and_last(first, lag):
    span = 14
    universal = spread("universal", first=first, lag=lag, span=span)
    assert universal.widest == first + lag / 2
    rate = FROM_TENTH_TO_NINE / span
    assert universal.gap.max() == pytest.approx(np.tanh(rate * lag / 4))
    assert universal.coverage[first, 0] == pytest.approx(0.5)
    assert universal.coverage[first + lag, -1] == pytest.approx(0.5)


def test_with_equal_effort_the_average_rises_while_the_gap_widens():
    universal = spread("universal")
    growing = slice(1, universal.widest + 1)
    assert (np.diff(universal.average)[: universal.widest] > 0).all()
    assert (np.diff(universal.gap)[: universal.widest] > 0).all()
    assert universal.risen(universal.widest) > 0.2
    assert universal.gap[growing].max() == universal.gap.max()


@each_policy
def test_without_a_lag_there_is_a_gap_only_where_effort_makes_one(policy):
    gap = spread(policy, lag=0).gap
    assert bool(gap.max() > 0.1) is (policy == "targeted")


def test_helping_one_group_alone_leaves_the_next_one_behind():
    universal, targeted = spread("universal"), spread("targeted")
    assert universal.behind == 4
    assert targeted.behind == 3
    assert targeted.coverage[24, 4] > universal.coverage[24, 4]
    assert targeted.coverage[24, 3] < universal.coverage[24, 3]


def test_effort_in_proportion_brings_all_to_half_in_the_same_month():
    month = int(midpoints(10, 12).mean())
    assert spread("proportionate").coverage[month] == pytest.approx(np.full(5, 0.5))


def test_starting_with_the_least_served_all_are_level_once_they_have_caught_up():
    level = spread("least_first")
    # the four groups behind the first are 3 + 6 + 9 + 12 = 30 months behind: 6 months for five
    assert level.gap[6:].max() == pytest.approx(0)
    assert level.gap[:6].min() > 0
    assert level.gap.max() == level.gap[0]


def test_starting_with_the_least_served_costs_the_average_a_little_at_first():
    universal, level = spread("universal"), spread("least_first")
    assert universal.average[12] - level.average[12] == pytest.approx(0.07, abs=0.02)
    assert level.average[20] > universal.average[20]
    assert level.gap_months < 0.1 * universal.gap_months


def test_the_group_furthest_behind_gets_all_effort_until_it_catches_up():
    effort = spread("least_first").effort
    assert effort[0].tolist() == [0, 0, 0, 0, 0]
    # 3 months to the next group: five a month for one group
    assert effort[1].tolist() == pytest.approx([0, 0, 0, 1, 4])


@given(lag=LAGS, cost=COSTS)
def test_who_starts_with_the_least_served_never_has_a_wider_gap_than_who_starts_anywhere(lag, cost):
    level, universal = (spread(name, lag=lag, cost=cost) for name in ("least_first", "universal"))
    assert level.gap.max() <= universal.gap.max() + 1e-9


def test_where_reaching_the_least_served_costs_more_starting_with_them_takes_longer():
    cheap, dear = (spread("least_first", cost=cost) for cost in (1, 3))
    assert dear.average[24] < cheap.average[24]
    assert int((cheap.gap < 1e-9).argmax()) < int((dear.gap < 1e-9).argmax())
