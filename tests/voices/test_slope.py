"""Slope and relative index of inequality: by hand, by another fit, and where groups are few."""

import numpy as np
import pytest
from scipy import optimize
from scipy.special import expit, logit

from helpers.intake import Problem
from helpers.voices import group_names, of_counts, of_values, slope_index

FITS = ("linear", "log", "logit", "logistic")


def shares(values, size, **more):
    return of_values(
        group_names(len(values)),
        values,
        size,
        more.pop("error", None),
        good="low",
        share_of=1,
        **more,
    )


def test_it_is_the_weighted_line_that_numpy_fits():
    values, size = np.array([0.3, 0.26, 0.2, 0.16, 0.1]), np.array([1, 2, 3, 2, 1]) * 100
    share = size / size.sum()
    rank = np.cumsum(share) - share / 2
    slope, start = np.polyfit(rank, values, 1, w=np.sqrt(size))
    found = slope_index(shares(values, size))
    assert found.absolute.value == pytest.approx(-slope)
    assert found.relative.value == pytest.approx(start / (start + slope))


def test_the_logistic_line_makes_the_counts_most_likely():
    values, size = np.array([0.3, 0.26, 0.2, 0.16, 0.1]), np.array([100, 300, 200, 250, 150])
    share = size / size.sum()
    rank = np.cumsum(share) - share / 2

    def unlikely(line):
        p = expit(line[0] + line[1] * rank)
        return -(size * (values * np.log(p) + (1 - values) * np.log(1 - p))).sum()

    best = optimize.minimize(
        unlikely, [0, 0], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12}
    ).x
    start, end = expit(best[0]), expit(best.sum())
    assert slope_index(shares(values, size), "logistic").absolute.value == pytest.approx(
        start - end, rel=1e-6
    )


@pytest.mark.parametrize(
    ("fit", "turn", "back"), [("log", np.log, np.exp), ("logit", logit, expit)]
)
def test_a_turned_fit_keeps_the_middle_and_moves_the_slope(fit, turn, back):
    values, size, error = np.array([0.4, 0.3, 0.1]), [1, 1, 1], np.array([0.02, 0.02, 0.02])
    y = turn(values)
    slope = (y[2] - y[0]) * 1.5  # ranks 1/6, 1/2, 5/6
    steep = 1 / values if fit == "log" else 1 / (values * (1 - values))
    reach = 1.959964 * np.sqrt(((1.5 * steep * error)[[0, 2]] ** 2).sum())
    ends = [back(y.mean() + side * (slope - reach) / 2) for side in (-1, 1)]
    found = slope_index(shares(values, size, error=error), fit)
    assert found.absolute.value == pytest.approx(
        back(y.mean() - slope / 2) - back(y.mean() + slope / 2)
    )
    assert found.absolute.upper == pytest.approx(ends[0] - ends[1])
    assert found.relative.upper == pytest.approx(ends[0] / ends[1])


def test_an_uneven_scatter_gives_the_interval_that_random_draws_give():
    y, scatter = np.array([120, 105, 90, 70, 52.0]), np.full(5, 0.12)
    size = np.array([1000, 1200, 900, 1100, 1000])
    groups = of_values(group_names(5), y, size, y * scatter, good="low")
    draws = np.exp(np.random.default_rng(2).normal(np.log(y), scatter, (200_000, 5)))
    many = slope_index(of_values(group_names(5), draws, size, good="low"))
    found = slope_index(groups, scatter="log")
    for side, width in (("absolute", 0.5), ("relative", 0.03)):
        ends = np.quantile(getattr(many, side).value, [0.025, 0.975])
        assert [getattr(found, side).lower, getattr(found, side).upper] == pytest.approx(
            ends, abs=width
        )


@pytest.mark.parametrize("fit", FITS)
@pytest.mark.parametrize("good", ["high", "low"])
def test_larger_means_more_unequal_whichever_way_is_good(fit, good):
    worse_first = [0.6, 0.5, 0.4] if good == "low" else [0.4, 0.5, 0.6]
    found = slope_index(
        of_values(group_names(3), worse_first, [10] * 3, good=good, share_of=1), fit
    )
    turned = slope_index(
        of_values(group_names(3), worse_first[::-1], [10] * 3, good=good, share_of=1), fit
    )
    assert found.absolute.value > 0 > turned.absolute.value
    assert found.relative.value > 1 > turned.relative.value
    assert turned.relative.value == pytest.approx(1 / found.relative.value)


@pytest.mark.parametrize("fit", FITS)
def test_two_groups_are_enough(fit):
    found = slope_index(of_counts(group_names(2), [30, 20], [100, 100], good="low"), fit)
    assert 20 * 0.99 < found.absolute.value < 25  # the line goes on to both ends
    assert found.absolute.lower < found.absolute.value < found.absolute.upper


@pytest.mark.parametrize("fit", FITS)
def test_groups_that_are_all_alike_have_an_index_of_zero_and_an_interval_around_it(fit):
    found = slope_index(of_counts(group_names(5), [20] * 5, [100] * 5, good="low"), fit)
    assert found.absolute.value == pytest.approx(0, abs=1e-9)
    assert found.absolute.lower < 0 < found.absolute.upper
    assert found.relative.value == pytest.approx(1)


@pytest.mark.parametrize("fit", ["linear", "logistic"])
@pytest.mark.parametrize("events", [[9, 5, 3, 1, 0], [0, 0, 0, 0, 0], [9, 0, 0, 0, 0]])
def test_groups_with_no_events_are_no_trouble(fit, events):
    found = slope_index(of_counts(group_names(5), events, [50] * 5, good="low"), fit)
    assert np.isfinite(found.absolute.value)


@pytest.mark.parametrize("fit", ["log", "logit"])
def test_a_group_with_none_has_no_place_on_a_log_scale_and_the_result_says_so(fit):
    found = slope_index(of_counts(group_names(3), [9, 3, 0], [50] * 3, good="low"), fit)
    assert np.isnan(found.absolute.value)
    assert "one group has none" in found.absolute.sentence()


def test_an_empty_fifth_is_left_out_and_counted():
    events, people = [[30, 25, 0, 15, 10]], [[100, 100, 0, 100, 100]]
    found = slope_index(of_counts(group_names(5), events, people, good="low")).absolute
    four = slope_index(
        of_values("abcd", [30, 25, 15, 10], [100] * 4, good="low", share_of=100)
    ).absolute
    assert found.value == pytest.approx([float(four.value)])
    assert found.left_out.tolist() == [1]
    assert found.sentence(0).endswith("1 group is not shown: it has no figure.")


def test_one_group_with_a_figure_is_not_shown_with_the_reason():
    found = slope_index(of_counts(group_names(2), [3, 0], [10, 0], good="low"))
    assert found.absolute.why() == "fewer than two groups have a figure"


def test_a_ratio_whose_end_may_be_zero_has_no_interval_and_says_why():
    found = slope_index(of_counts(group_names(2), [9, 2], [20, 20], good="low"))
    assert np.isnan(found.relative.upper)
    assert found.relative.reason > 0


def test_no_errors_no_interval():
    found = slope_index(of_values(group_names(3), [3, 2, 1], [1, 1, 1], good="low")).absolute
    assert found.value > 0
    assert found.why() == "nobody said how far the groups' figures may stray"


def test_groups_without_an_order_are_refused():
    with pytest.raises(Problem, match="no order"):
        slope_index(of_values("AB", [1, 2], [1, 1], good="low", ordered=False))


def test_a_logit_of_something_that_is_no_share_is_refused():
    with pytest.raises(Problem, match="needs shares"):
        slope_index(of_values("AB", [1, 2], [1, 1], good="low"), "logit")


def test_ten_thousand_areas_give_what_one_area_gives():
    draw = np.random.default_rng(3)
    people = draw.integers(50, 500, (200, 5))
    events = draw.binomial(people, 0.2)
    for fit in ("linear", "logistic"):
        whole = slope_index(of_counts(group_names(5), events, people, good="low"), fit)
        one = slope_index(of_counts(group_names(5), events[7], people[7], good="low"), fit)
        assert whole.absolute.value[7] == pytest.approx(float(one.absolute.value))
        assert whole.relative.upper[7] == pytest.approx(float(one.relative.upper), nan_ok=True)
