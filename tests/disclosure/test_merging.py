"""Merging, offered first; and what is said of groups that are not shown."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disclosure import TABLES, offer_merging, show_counts, show_results, show_table, tell
from tests.disclosure.test_attack import COUNT, named, slow, with_sums

BANDS = {
    "0-17": {"n": 30},
    "18-24": {"n": 3},
    "25-64": {"n": 40},
    "65-79": {"n": 9},
    "80+": {"n": 6},
}


def merged(table, groups):
    return {
        " and ".join(group): {c: sum(table[row][c] for row in group) for c in table[group[0]]}
        for group in groups
    }


def test_neighbours_are_merged_where_the_rows_have_an_order():
    offered = offer_merging(BANDS, ordered=True)
    assert offered.groups == (("0-17", "18-24"), ("25-64",), ("65-79", "80+"))
    assert offered.said == (
        "Show 0-17 and 18-24 together, as one group of 33.",
        "Show 65-79 and 80+ together, as one group of 15.",
        "Then nothing needs hiding: 3 groups are shown.",
    )


def test_the_smallest_are_merged_where_they_have_none():
    offered = offer_merging(BANDS)
    assert offered.groups == (("0-17",), ("18-24", "80+"), ("25-64",), ("65-79",))
    assert offered.said[0] == "Show 18-24 and 80+ together, as one group of 9."


def test_two_that_are_too_few_together_take_the_next_smallest_with_them():
    offered = offer_merging({"a": {"n": 3}, "b": {"n": 4}, "c": {"n": 9}, "d": {"n": 50}})
    assert offered.groups == (("a", "b", "c"), ("d",))


def test_nothing_is_offered_where_nothing_is_small():
    assert offer_merging({"a": {"n": 8}, "b": {"n": 0}}).said == (
        "Every group is large enough to be shown: nothing needs merging.",
    )


def test_where_only_the_total_is_left_that_is_said():
    offered = offer_merging({"a": {"n": 3}, "b": {"n": 6}})
    assert offered.groups == ()
    assert "Pool over time" in offered.said[0]


def test_columns_are_merged_by_turning_the_table_round():
    frame = pd.DataFrame([[9, 3, 40], [12, 7, 30]], index=["A", "B"], columns=["x", "y", "z"])
    assert offer_merging(frame).groups == ()
    assert offer_merging(frame.T).groups == (("x", "y"), ("z",))


@slow
@given(st.lists(st.lists(COUNT, min_size=2, max_size=2), min_size=1, max_size=6), st.booleans())
def test_after_merging_nothing_needs_hiding_and_nobody_is_lost(grid, ordered):
    table = named(grid)
    groups = offer_merging(table, ordered=ordered).groups
    if groups:
        fewer = merged(table, groups)
        assert show_table(fewer).why or show_table(fewer).hidden == 0
        assert sorted(name for group in groups for name in group) == sorted(table)
        assert with_sums([list(row.values()) for row in fewer.values()])[-1] == with_sums(grid)[-1]
    elif len(grid) > 1:
        assert show_table(table).why or any(
            c.hidden for row in show_table(table).cells for c in row
        )


def test_how_many_groups_are_not_shown_is_said_with_the_other_side_of_it():
    said = tell(show_table({"A": {"n": 20}, "B": {"n": 3}, "C": {"n": 4}, "D": {"n": 50}}))
    assert said[0] == "2 groups are not shown. Not shown does not mean no problem."
    assert said[1] == "Numbers are rounded to the nearest 5."
    assert [sentence.split()[0] for sentence in said[2:]] == ["Hiding", "Pool", "Ask:", "Listen:"]


def test_one_is_one_group_and_sums_that_leave_people_out_say_so():
    said = tell(show_table({"A": {"n": 20}, "B": {"n": 3}}, sums_of_shown=True))
    assert said[0].startswith("1 group is not shown.")
    assert "leaves out the people" in said[2]


@pytest.mark.parametrize("few", [{"A": 3}, {"A": 1, "B": 6}])
def test_where_nothing_is_shown_that_is_said(few):
    assert tell(show_counts(few, TABLES))[0] == "Nothing is shown: too few people for that."


def test_results_tell_how_many_groups_they_leave_out():
    wards = pd.DataFrame({"count": [21, 3, 34], "of": [62, 60, 90]}, index=["A", "B", "C"])
    assert tell(show_results(wards, {}))[0].startswith("1 group is not shown.")
