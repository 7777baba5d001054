"""What is asked of a list of groups: each slip is refused in one clear sentence, or handled."""

import numpy as np
import pytest

from helpers.intake import Problem
from helpers.voices import group_names, of_counts, of_values, quantile_groups

GOOD = {"good": "low"}


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (lambda: of_counts("AB", [1, 30], [10, 10], **GOOD), "B: 30 events among 10 people cannot be"),
        (lambda: of_counts("AB", [1, -3], [10, 10], **GOOD), "B: -3 events cannot be"),
        (lambda: of_counts("AB", [1, 3], [10, -10], **GOOD), "B: -10 people cannot be"),
        (lambda: of_counts("AB", [0.3, 0.1], [10, 10], **GOOD), "A: 0.3 is not a count"),
        (lambda: of_counts("AA", [1, 3], [10, 10], **GOOD), "The group 'A' comes twice"),
        (lambda: of_counts(["A", " a"], [1, 3], [10, 10], **GOOD), "The group 'a' comes twice"),
        (lambda: of_counts(["A", "B", "Total"], [1, 3, 4], [5, 5, 10], **GOOD), "looks like a total"),
        (lambda: of_counts("ABC", [10, 30, 40], [50, 60, 110], **GOOD), "'C' is the total of the others"),
        (lambda: of_counts(["10", "1", "2"], [1] * 3, [5] * 3, **GOOD), "sorted as text"),
        (lambda: of_counts(group_names(5)[::-1], [1] * 5, [5] * 5, **GOOD), "the most deprived come first"),
        (lambda: of_counts("A", [1], [5], **GOOD), "One group cannot be compared"),
        (lambda: of_counts("ABC", [1, 2], [5, 5], **GOOD), "There are 3 groups but 2 figures"),
        (lambda: of_values("AB", [0.3, 45], [1, 1], share_of=1, **GOOD), "say share_of=100"),
        (lambda: of_values("AB", [30, 145], [1, 1], share_of=100, **GOOD), "145 is more than 100"),
        (lambda: of_values("AB", [-3, 4], [1, 1], share_of=100, **GOOD), "A: -3 as a share cannot be"),
        (lambda: of_values("AB", [3, 4], [1, 1], [-1, 1], **GOOD), "-1 as a standard error cannot be"),
        (lambda: of_values("AB", [3, 4], [1, np.inf], **GOOD), "B: inf people cannot be"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_in_one_clear_sentence(build, told):
    with pytest.raises(Problem, match=told):
        build()


def test_many_areas_say_which_one_is_wrong():
    with pytest.raises(Problem, match="Area 2, rich: 9 events among 5 people"):
        of_counts(["poor", "rich"], [[1, 1], [1, 9]], [[5, 5], [5, 5]], **GOOD)


def test_a_nation_is_the_total_of_its_regions_but_not_of_other_nations():
    with pytest.raises(Problem, match="'England' looks like a total"):
        of_counts(["London", "North East", "England"], [1, 2, 3], [9, 9, 18], **GOOD)
    assert (
        of_counts(["England", "Wales"], [1, 2], [9, 9], ordered=False, **GOOD).names[0] == "England"
    )


def test_a_ward_whose_name_begins_like_a_total_is_welcome():
    assert of_counts(["All Saints", "Meanwood"], [1, 2], [5, 5], **GOOD).names[0] == "All Saints"


def test_deciles_may_run_either_way_as_long_as_they_run():
    down = [str(number) for number in range(10, 0, -1)]
    assert of_counts(down, [1] * 10, [5] * 10, **GOOD).names[0] == "10"


def test_percentages_below_one_are_taken_at_their_word():
    rare = of_values("AB", [0.5, 0.9], [100, 100], share_of=100, **GOOD)
    assert rare.value.tolist() == [0.5, 0.9]
    assert rare.per == 100


def test_a_missing_and_an_empty_group_are_left_out_and_counted():
    groups = of_counts("ABC", [[3, np.nan, 0], [1, 2, 3]], [[9, 9, 0], [9, 9, 9]], **GOOD)
    assert groups.left_out.tolist() == [2, 0]


def test_repeated_events_may_be_more_than_people():
    assert of_counts("AB", [30, 1], [10, 10], repeated=True, per=1, **GOOD).value.tolist() == [
        3,
        0.1,
    ]


def test_fifths_say_which_end_is_deprived():
    highest = quantile_groups(range(10), 5, most_deprived="highest")
    lowest = quantile_groups(range(10), 5, most_deprived="lowest")
    assert highest.number.tolist() == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    assert lowest.number.tolist() == highest.number[::-1].tolist()
    assert highest.names[0] == "the most deprived fifth"


def test_areas_with_one_score_share_a_group_and_missing_ones_have_none():
    found = quantile_groups([1, 1, 1, 2, np.nan, 3], 2, most_deprived="lowest").number
    assert found[:3].tolist() == [1, 1, 1]
    assert np.isnan(found[4])


def test_too_few_areas_have_no_groups_and_the_reason():
    found = quantile_groups([1, 2, 3], 5, most_deprived="lowest")
    assert np.isnan(found.number).all()
    assert found.why == "there are fewer figures than groups to make"


def test_the_deprived_end_must_be_said():
    with pytest.raises(Problem, match="say whether highest or lowest"):
        quantile_groups([1, 2, 3], 3, most_deprived="")
