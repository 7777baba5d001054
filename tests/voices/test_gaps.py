"""Gaps between groups: by hand, and whichever way is good."""

import numpy as np
import pytest

from helpers.intake import Problem
from helpers.voices import (
    Reason,
    difference,
    disparity_index,
    mean_difference,
    of_counts,
    of_values,
    ratio,
    risk_ratio,
)

WARDS = "ABCD"


def wards(values, error=None, good="low", **more):
    return of_values(WARDS, values, [10, 20, 30, 40], error, good=good, ordered=False, **more)


def test_an_order_compares_its_two_ends():
    fifths = of_values(["poor", "middle", "rich"], [30, 50, 10], [1, 1, 1], [3, 1, 4], good="low")
    found = difference(fifths)
    assert found.value == 20
    assert found.upper == pytest.approx(20 + 1.959964 * 5)
    assert ratio(fifths).value == 3


def test_without_an_order_the_worst_is_compared_with_the_best():
    assert difference(wards([30, 50, 10, 20])).value == 40
    assert difference(wards([30, 50, 10, 20], good="high")).value == 40
    assert ratio(wards([30, 50, 10, 20], good="high")).value == 5


def test_a_named_reference_takes_the_place_of_the_best():
    found = difference(wards([30, 50, 10, 20], reference="A"))
    assert found.value == 20
    assert "than in A" in found.sentence()


def test_a_reference_that_is_not_there_is_refused_with_the_choices():
    with pytest.raises(Problem, match=r"no group 'Z' to compare with\. Choose one of: A, B, C, D"):
        wards([1, 2, 3, 4], reference="Z")


@pytest.mark.parametrize("good", ["high", "low"])
def test_a_gap_the_other_way_round_is_below_zero_and_below_one(good):
    values = [10, 30] if good == "low" else [30, 10]
    turned = of_values(["poor", "rich"], values, [1, 1], good=good)
    assert difference(turned).value == -20
    assert ratio(turned).value == pytest.approx(1 / 3)


def test_a_ratio_has_a_log_interval():
    found = ratio(of_values(["poor", "rich"], [42, 18], [1, 1], [2.1, 1], good="low"))
    reach = 1.959964 * np.hypot(2.1 / 42, 1 / 18)
    assert (found.lower, found.upper) == pytest.approx(
        (7 / 3 * np.exp(-reach), 7 / 3 * np.exp(reach))
    )


def test_an_end_without_anybody_is_not_shown_and_no_other_group_takes_its_place():
    found = difference(of_counts(["poor", "middle", "rich"], [[3, 2, 0]], [[9, 9, 0]], good="low"))
    assert found.reason.tolist() == [Reason.END_EMPTY]


def test_a_group_that_has_none_makes_no_error_in_a_ratio():
    found = ratio(of_counts(["poor", "rich"], [[5, 0], [0, 5], [0, 0]], [[9, 9]] * 3, good="low"))
    assert found.reason.tolist() == [Reason.NONE_HERE, Reason.SHOWN, Reason.NONE_ANYWHERE]
    assert found.value[1] == found.lower[1] == 0
    assert 0 < found.upper[1] < np.inf


def test_groups_known_by_their_counts_have_the_intervals_of_two_groups():
    groups = of_counts(["poor", "rich"], [56, 48], [70, 80], good="low")
    assert difference(groups).lower == pytest.approx(5.24, abs=0.005)  # Newcombe 1998
    assert ratio(groups).upper == pytest.approx(float(risk_ratio(56, 70, 48, 80).upper))


def test_a_difference_of_shares_never_leaves_the_scale():
    found = difference(of_counts(["poor", "rich"], [9, 0], [9, 9], good="low"))
    assert found.value == found.upper == 100


@pytest.mark.parametrize(
    ("compared_with", "weighted", "distance"),
    [
        ("best", True, (20 * 10 + 40 * 20 + 0 + 10 * 40) / 100),
        ("best", False, (20 + 40 + 0 + 10) / 4),
        ("mean", True, (6 * 10 + 26 * 20 + 14 * 30 + 4 * 40) / 100),
        ("reference", True, (0 + 20 * 20 + 20 * 30 + 10 * 40) / 100),
    ],
)
def test_mean_differences_are_as_by_hand(compared_with, weighted, distance):
    found = mean_difference(
        wards([30, 50, 10, 20], reference="A"), compared_with, weighted=weighted
    )
    assert found.value == pytest.approx(distance)


def test_a_mean_difference_from_a_reference_needs_one():
    with pytest.raises(Problem, match="Say which group is the reference"):
        mean_difference(wards([1, 2, 3, 4]), "reference")


def test_the_index_of_disparity_is_in_per_cent_of_the_mean():
    assert disparity_index(wards([30, 50, 10, 20])).value == pytest.approx(12.5 / 24 * 100)


def test_groups_too_alike_to_tell_have_a_distance_without_an_interval():
    found = mean_difference(wards([20, 20.1, 20, 20.2], [5, 5, 5, 5]), "mean")
    assert np.isnan(found.lower)
    assert found.why() == "some groups are so alike that chance alone makes a gap"
