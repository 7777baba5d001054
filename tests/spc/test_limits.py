"""Limits, each by hand from its published formula."""

import numpy as np
import pytest

from helpers.spc import Phase, chart
from helpers.spc.subgroups import c4

STEADY = [4, 5] * 10


def last(values, **choices):
    return chart(values, **choices).points.iloc[-1]


def test_an_xmr_chart_spreads_2_66_mean_ranges_around_the_mean():
    point = last(STEADY)
    assert (point["centre"], point["lower"], point["upper"]) == pytest.approx((4.5, 1.84, 7.16))


def test_the_near_lines_lie_two_thirds_of_the_way_to_the_limits():
    assert last(STEADY)["near_upper"] == pytest.approx(4.5 + 2.66 * 2 / 3)


def test_the_convention_of_qicharts2_uses_3_over_1_128():
    assert last(STEADY, convention="qicharts2")["upper"] == pytest.approx(4.5 + 3 / 1.128)


def test_an_outlying_range_is_screened_once():
    # eleven ranges of 1 and one of 6: the 6 is above 3.267 × 17/12
    assert last([4, 5] * 6 + [11])["upper"] == pytest.approx(5 + 2.66)
    assert last([4, 5] * 6 + [11], screen=False)["upper"] == pytest.approx(5 + 2.66 * 17 / 12)


def test_screening_never_takes_all_the_spread_away():
    stepped = chart([10] * 10 + [14] * 10)
    assert stepped.points["upper"].iloc[-1] == pytest.approx(12 + 2.66 * 4 / 19)
    assert any("no width" in note for note in stepped.notes)


def test_figures_that_never_move_have_no_signal():
    flat = chart([0.1] * 24)
    assert flat.variation == "common_cause"
    assert (flat.points["verdict"] == "common").all()
    assert any("all the same" in note for note in flat.notes)


def test_a_missing_month_takes_two_ranges_and_is_not_bridged():
    # 1,1,…: the jump from 4 to 40 is never made, as the gap lies between
    point = last([4, 5] * 6 + [None] + [40, 41] * 6, screen=False)
    assert point["upper"] - point["centre"] == pytest.approx(2.66)


def test_an_excluded_point_lets_its_neighbours_meet():
    clean = chart([4, 5] * 10)
    ghosted = chart([4, 5] * 5 + [99] + [4, 5] * 5, exclude=[10])
    assert ghosted.points["upper"].iloc[-1] == pytest.approx(clean.points["upper"].iloc[-1])
    assert ghosted.points["verdict"].iloc[10] == "common"


def test_a_p_chart_has_binomial_limits_within_0_and_1():
    point = last([5] * 12, denominator=[100] * 12, kind="p")
    assert point["upper"] == pytest.approx(0.05 + 3 * (0.05 * 0.95 / 100) ** 0.5)
    assert point["lower"] == 0


def test_a_u_chart_has_poisson_limits_for_its_denominator():
    point = last([4, 8] * 6, denominator=[2, 4] * 6, kind="u", multiply=10)
    assert (point["centre"], point["upper"]) == pytest.approx((20, 10 * (2 + 3 * (2 / 4) ** 0.5)))


def test_a_c_chart_spreads_three_roots_of_the_mean():
    point = last([3, 5] * 6, kind="c")
    assert (point["lower"], point["upper"]) == pytest.approx((0, 10))


def test_laney_limits_stretch_by_the_spread_of_standardised_values():
    # p = 0.5 of 100: sigma 0.05; z swings between -2 and 2, ranges 4, sigma z = 4 / 1.128
    point = last([40, 60] * 10, denominator=[100] * 20, kind="laney_p")
    assert point["upper"] == pytest.approx(min(1, 0.5 + 3 * 0.05 * 4 / 1.128))


def test_a_g_chart_draws_the_median_with_limits_from_the_mean():
    point = last([0, 2, 10] * 4, kind="g")
    assert (point["centre"], point["upper"]) == pytest.approx((2, 4 + 3 * 20**0.5))


def test_a_t_chart_is_an_xmr_chart_of_the_power_1_over_3_6():
    point = last([1, 2**3.6] * 10, kind="t")
    assert (point["centre"], point["upper"]) == pytest.approx((1.5**3.6, (1.5 + 2.66) ** 3.6))


def test_a_moving_range_chart_ends_at_3_267_mean_ranges():
    point = last(STEADY, kind="mr")
    assert (point["centre"], point["lower"], point["upper"]) == pytest.approx((1, 0, 3.267))


def test_an_i_prime_chart_with_equal_denominators_is_an_i_chart():
    point = last([40, 50] * 10, denominator=[10] * 20, kind="i_prime")
    # one range of 1 is sqrt(pi)/2 sigmas of a point
    assert point["upper"] - point["centre"] == pytest.approx(3 * np.sqrt(np.pi) / 2)


def test_c4_is_the_published_constant():
    assert c4([2, 3, 4, 5, 10]) == pytest.approx([0.7979, 0.8862, 0.9213, 0.9400, 0.9727], abs=5e-5)


def subgroups(sizes):
    rng = np.random.default_rng(5)
    when = np.repeat(np.arange(len(sizes)), sizes)
    return when, rng.normal(10, 2, len(when))


def test_equal_subgroups_use_a3_times_the_mean_sd():
    when, values = subgroups([5] * 12)
    drawn = chart(values, when=when, kind="xbar").points
    mean_sd = np.mean([values[when == one].std(ddof=1) for one in range(12)])
    assert drawn["upper"].iloc[0] - drawn["centre"].iloc[0] == pytest.approx(
        1.427 * mean_sd, rel=1e-3
    )


def test_unequal_subgroups_share_one_spread_that_is_not_divided_by_each_c4():
    when, values = subgroups([2, 8] * 6)
    ours = chart(values, when=when, kind="xbar").points
    peer = chart(values, when=when, kind="xbar", convention="qicharts2").points
    width, wide = (table["upper"] - table["centre"] for table in (ours, peer))
    assert width.iloc[0] / width.iloc[1] == pytest.approx(2)  # sqrt(8 / 2)
    assert (wide / width).iloc[0] > 1.2  # 1 / c4(2) is 1.25


def test_an_s_chart_centres_where_each_size_is_expected():
    when, values = subgroups([2, 8] * 6)
    centre = chart(values, when=when, kind="s").points["centre"]
    assert centre.iloc[0] / centre.iloc[1] == pytest.approx(float(c4(2) / c4(8)))


def test_own_limits_are_used_as_given_and_said():
    own = chart([4, 5] * 3, limits=(1, 4, 10))
    assert own.points[["lower", "centre", "upper"]].iloc[0].tolist() == [1, 4, 10]
    assert any("given" in note for note in own.notes)


def test_phase_and_fixed_baseline_work_together():
    values = [4, 5] * 6 + [6] * 4 + [8, 9] * 6 + [20] * 2
    two = chart(values, phases=[Phase(16, "New rota")], baseline=12)
    assert [phase.centre for phase in two.phases] == pytest.approx([4.5, 8.5])
    assert [phase.baseline for phase in two.phases] == [12, 12]
    assert two.phases[1].reason == "New rota"


@pytest.mark.parametrize("kind", ["run", "xmr", "mr", "c", "g", "t"])
def test_no_kind_stumbles_over_a_chart_with_one_figure(kind):
    assert chart([3], kind=kind).variation == "too_few"


def test_a_chart_of_nothing_but_gaps_is_too_few():
    assert chart([None] * 15).variation == "too_few"
