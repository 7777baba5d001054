"""Two groups side by side: published examples, zero events, and how often the truth is inside."""

import numpy as np
import pytest
from scipy import stats

from helpers.voices import rate_difference, rate_ratio, risk_difference, risk_ratio

DRAWS = 20_000


@pytest.mark.parametrize(
    ("counts", "limits"),
    [
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 10), (-0.2775, 0.2775)),
        ((10, 10, 0, 10), (0.6075, 1.0)),
    ],
)
def test_a_difference_of_shares_is_as_newcombe_published_it(counts, limits):
    """Newcombe 1998, Statistics in Medicine 17:873, table II, method 10."""
    found = risk_difference(*counts)
    assert (found.lower, found.upper) == pytest.approx(limits, abs=5e-5)


def test_a_ratio_of_shares_has_a_log_interval():
    found = risk_ratio(30, 100, 15, 100)
    reach = 1.959964 * np.sqrt(1 / 30 - 1 / 100 + 1 / 15 - 1 / 100)
    assert (found.lower, found.upper) == pytest.approx((2 * np.exp(-reach), 2 * np.exp(reach)))


@pytest.mark.parametrize("ratio", [risk_ratio, rate_ratio])
def test_zero_events_give_a_ratio_of_zero_or_a_reason_and_the_honest_end(ratio):
    found = ratio([0, 4, 0], [50, 50, 50], [5, 0, 0], [50, 50, 50])
    assert found.value[0] == found.lower[0] == 0
    assert 0 < found.upper[0] < np.inf
    assert np.isnan(found.value[1])
    assert found.lower[1] > 0
    assert found.upper[1] == np.inf
    assert found.why(1) == "the group to compare with has none"
    assert found.why(2) == "there are none in either group"


def test_a_ratio_of_rates_is_exact():
    found = rate_ratio(20, 1000, 10, 500)
    share = stats.binomtest(20, 30).proportion_ci(0.95, method="exact")
    assert found.lower == pytest.approx(share.low / (1 - share.low) / 2)
    assert found.upper == pytest.approx(share.high / (1 - share.high) / 2)


@pytest.mark.parametrize("gap", [risk_difference, rate_difference])
def test_a_difference_turns_round_with_the_groups(gap):
    one, other = gap(30, 100, 15, 80, per=100), gap(15, 80, 30, 100, per=100)
    assert (one.value, one.lower) == pytest.approx((-other.value, -other.upper))


def test_an_empty_group_is_a_reason_not_an_error():
    found = risk_difference([3, 3], [10, 10], [0, 2], [0, 10])
    assert found.why(0) == "nobody is in this group"
    assert found.value[1] == pytest.approx(0.1)


@pytest.mark.parametrize(("share", "other", "least"), [(0.3, 0.1, 0.93), (0.05, 0.08, 0.93)])
def test_the_truth_of_two_shares_is_inside_as_often_as_promised(share, other, least):
    draw = np.random.default_rng(20)
    counts = draw.binomial(150, share, DRAWS), 150, draw.binomial(200, other, DRAWS), 200
    gap, ratio = risk_difference(*counts), risk_ratio(*counts)
    assert least <= np.mean((gap.lower <= share - other) & (share - other <= gap.upper)) <= 0.97
    assert (
        least <= np.mean((ratio.lower <= share / other) & (share / other <= ratio.upper)) <= 0.975
    )


@pytest.mark.parametrize(("first", "other"), [(60, 40), (12, 30)])
def test_the_truth_of_two_rates_is_inside_at_least_as_often_as_promised(first, other):
    draw = np.random.default_rng(21)
    counts = draw.poisson(first, DRAWS), 100, draw.poisson(other, DRAWS), 100
    gap, ratio = rate_difference(*counts, per=100), rate_ratio(*counts)
    assert 0.94 <= np.mean((gap.lower <= first - other) & (first - other <= gap.upper)) <= 0.98
    assert 0.95 <= np.mean((ratio.lower <= first / other) & (first / other <= ratio.upper)) <= 0.98
