"""Rules, at the edge where each begins to fire."""

import numpy as np
import pytest

from helpers.intake import Problem
from helpers.spc import RULE_SETS, chart
from helpers.spc.runs import crossings_min, longest_run_max, number_of_runs

OWN = (40, 70, 100)  # near lines at 50 and 90


def fired(values, rules="making_data_count", limits=OWN):
    return [",".join(one) for one in chart(values, limits=limits, rules=rules).points["rules"]]


def places(values, rule, **choices):
    return [place for place, rules in enumerate(fired(values, **choices)) if rule in rules]


def test_only_a_point_beyond_the_limit_is_outside():
    assert places([100, 100.01, 40, 39.9, 70], "outside") == [1, 3]


def test_seven_on_one_side_are_a_shift_and_six_are_not():
    assert places([69] + [75, 76] * 3 + [75, 69], "shift") == list(range(1, 8))
    assert places([69] + [75, 76] * 3 + [69], "shift") == []


def test_a_point_on_the_centre_breaks_a_shift():
    assert places([75, 76, 75, 76, 70, 75, 76, 75], "shift") == []


def test_a_missing_month_breaks_a_shift():
    assert places([75, 76, 75, 76, None, 75, 76, 75], "shift") == []


def test_seven_points_that_rise_are_a_trend_and_a_tie_breaks_it():
    assert places([60, 64, 66, 68, 72, 74, 76, 65], "trend") == list(range(7))
    assert places([60, 64, 66, 66, 68, 72, 74, 65], "trend") == []


def test_two_of_three_needs_all_three_on_one_side():
    assert places([60, 95, 80, 95, 60], "two_of_three") == [1, 3]
    assert places([60, 95, 95, 60], "two_of_three") == []
    assert places([60, 95, 65, 95, 60], "two_of_three") == []


def test_a_point_outside_does_not_count_as_near():
    assert places([60, 95, 105, 80, 60], "two_of_three") == []


def test_western_electric_counts_points_outside_and_any_third():
    assert places([60, 95, 105, 60], "two_of_three", rules="western_electric") == [1, 2]
    four = [85, 85, 60, 85, 85]
    assert places(four, "four_of_five", rules="western_electric") == [0, 1, 3, 4]


def test_the_six_point_variant_asks_for_six():
    six = [69] + [75, 76] * 3 + [69]
    assert places(six, "shift", rules="making_data_count_6") == list(range(1, 7))


def test_perla_passes_over_points_on_the_median():
    values = [75, 76, 75, 70, 76, 75, 76, 65]
    assert places(values, "shift", rules="perla") == [0, 1, 2, 4, 5, 6]


def test_perla_ignores_repeats_in_a_trend():
    assert places([60, 62, 62, 64, 72, 76, 65], "trend", rules="perla") == [0, 1, 3, 4, 5]


def test_rules_start_afresh_in_a_new_phase():
    from helpers.spc import Phase

    values = [75, 76] * 3 + [75, 76] * 3
    split = chart(values, limits=OWN, phases=[Phase(6, "New ward")])
    assert not split.points["rules"].map(len).any()


@pytest.mark.parametrize(("n", "longest", "crossings"), [(12, 7, 3), (24, 8, 8), (36, 8, 13)])
def test_anhoj_bounds_are_the_published_ones(n, longest, crossings):
    assert (longest_run_max(n), crossings_min(n)) == (longest, crossings)


def test_the_number_of_runs_for_ten_points_is_the_published_three_to_nine():
    assert number_of_runs(10, 0.025) == (3, 9)


def test_anhoj_signals_a_run_longer_than_chance_allows():
    # 29 useful points: the longest run allowed is round(log2 29) + 3 = 8
    values = [1, 9] * 6 + [1] * 8 + [9] * 9
    run = chart(values, kind="run", limits=(0, 5, 10), improvement_direction="increase")
    assert (run.runs.longest_run, run.runs.longest_run_max) == (9, 8)
    assert run.runs.signal
    assert run.variation == "improving"


def test_points_on_the_median_are_not_useful():
    run = chart([1, 5, 9] * 5, kind="run")
    assert run.runs.n_useful == 10
    assert run.runs.crossings == 9


def test_an_unknown_rule_set_lists_those_there_are():
    with pytest.raises(Problem, match="western_electric"):
        chart([1, 2], rules="nelson")


@pytest.mark.parametrize("rules", RULE_SETS)
def test_mirrored_figures_fire_the_same_rules(rules):
    values = np.random.default_rng(3).normal(0, 1, 80).cumsum()
    assert fired(values, rules=rules, limits=None) == fired(-values, rules=rules, limits=None)
