"""Groups within groups, and people crossed in several ways."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disclosure import TABLES, given_away, show_crosstab, show_groups, show_table
from helpers.intake import Problem
from tests.disclosure.attacker import could_be, group_sums, ranges
from tests.disclosure.test_attack import COUNT, slow

WARDS = pd.DataFrame(
    {
        "region": ["North", "North", "North", "South", "South"],
        "trust": ["A", "A", "B", "C", "D"],
        "ward": ["1", "2", "3", "4", "5"],
        "people": [30, 3, 25, 40, 9],
    }
)


def counted(shown):
    return {name: cell.count for name, cell in zip(shown.names, shown.cells, strict=True)}


def test_a_small_ward_is_not_told_by_its_trust_or_its_region():
    shown = counted(show_groups(WARDS, [("region", "trust", "ward")], count="people"))
    assert shown["North", "A", "2"] is None
    assert shown["North", "all", "all"] == 60  # 58
    assert shown["all", "all", "all"] == 105  # 107


def test_a_sum_that_is_the_only_part_of_a_sum_is_hidden_with_it():
    one = pd.DataFrame({"trust": ["A", "B"], "ward": ["1", "2"], "people": [2, 200]})
    shown = counted(show_groups(one, [("trust", "ward")], count="people"))
    assert shown["A", "1"] is shown["A", "all"] is None
    # 200 stands for 198 to 202, of B and of both: A could be at most four
    assert None in (shown["B", "all"], shown["all", "all"])


GROUPS = st.lists(COUNT, min_size=8, max_size=8)
TREES = st.lists(COUNT, min_size=5, max_size=5)


def attack(shown, small):
    told = [cell.count for cell in shown.cells]
    sums = group_sums(list(shown.names))
    limits = ranges(told, 8, True, 5)
    without = ranges([n if n == 0 else None for n in told], 8, True, 1)
    for at, name in enumerate(shown.names):
        if name in small:
            assert told[at] is None
            assert could_be(at, limits, sums, [1, 7]) == could_be(at, without, sums, [1, 7])


@slow
@given(GROUPS)
def test_three_ways_crossed_narrow_no_small_group(counts):
    sides = pd.MultiIndex.from_product([["a", "b"]] * 3, names=["x", "y", "z"])
    table = pd.DataFrame({"n": counts}, index=sides).reset_index()
    shown = show_groups(table, ["x", "y", "z"], count="n")
    if not shown.why:
        small = {key for key, n in zip(sides, counts, strict=True) if 0 < n < 8}
        attack(shown, small)
        assert given_away(shown) == ()


@slow
@given(TREES, TREES)
def test_wards_within_trusts_crossed_with_sex_narrow_no_small_group(women, men):
    table = pd.concat([WARDS.assign(sex="f", people=women), WARDS.assign(sex="m", people=men)])
    shown = show_groups(table, [("region", "trust", "ward"), "sex"], count="people")
    if not shown.why:
        keys = table[["region", "trust", "ward", "sex"]].itertuples(index=False, name=None)
        small = {key for key, n in zip(keys, table["people"], strict=True) if 0 < n < 8}
        attack(shown, small)
        assert given_away(shown) == ()


def test_two_columns_crossed_are_the_table_of_their_counts():
    people = pd.DataFrame(
        {"site": ["A"] * 22 + ["B"] * 20, "shift": (["day"] * 20 + ["night"] * 22)}
    )
    counts = {"A": {"day": 20, "night": 2}, "B": {"day": 0, "night": 20}}
    assert show_crosstab(people, "site", "shift") == show_table(counts)


def test_who_has_nothing_recorded_is_a_group():
    people = pd.DataFrame({"site": ["A"] * 12 + [None] * 9})
    assert counted(show_groups(people, ["site"])) == {
        ("A",): 10,
        ("not recorded",): 10,
        ("all",): 20,
    }


def test_sums_of_what_is_shown_go_up_through_every_level():
    shown = counted(
        show_groups(WARDS, [("region", "trust", "ward")], count="people", sums_of_shown=True)
    )
    assert [n for name, n in shown.items() if name[2] != "all"] == [30, None, 25, 40, 10]
    assert shown["North", "all", "all"] == 55
    assert shown["all", "all", "all"] == 105


def test_seven_people_in_all_show_nothing():
    shown = show_groups(WARDS.assign(people=[3, 4, 0, 0, 0]), [("region", "trust")], count="people")
    assert shown.why
    assert {cell.count for cell in shown.cells} == {None}


@pytest.mark.parametrize(
    ("table", "by", "said"),
    [
        (WARDS, ["Region"], "no column 'Region'. Choose one of: region, trust"),
        (WARDS.assign(people=[30, 3, -1, 40, 9]), ["region"], "North: -1 is no count"),
        (WARDS.assign(people=[30, 3, None, 40, 9]), ["region"], "nan is no count"),
        (WARDS.assign(people=[30, 3, 2.5, 40, 9]), ["region"], "2.5 is no count"),
        (WARDS.assign(region="all"), ["region"], "group called 'all'"),
        (WARDS.iloc[:0], ["region"], "holds nobody"),
        (
            WARDS.assign(ward=range(5), x=range(5), y=range(5), z=range(5), u=range(5), v=range(5)),
            ["ward", "x", "y", "z", "u", "v"],
            "more than 20,000 groups",
        ),
    ],
)
def test_what_cannot_be_counted_is_said(table, by, said):
    with pytest.raises(Problem, match=said):
        show_groups(table, by, TABLES, count="people")


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (pd.DataFrame([[9, -2]], index=["A"], columns=["x", "y"]), "A, y: -2 is no count"),
        (pd.DataFrame([[9, 9]], index=["A"], columns=["x", "all"]), "leave it out"),
        (pd.DataFrame([[9, 9]], index=["A"], columns=["x", "x"]), "called 'A, x'"),
    ],
)
def test_a_frame_of_counts_is_checked(frame, said):
    with pytest.raises(Problem, match=said):
        show_table(frame)


def test_a_frame_of_counts_is_the_same_table():
    frame = pd.DataFrame([[20, 2], [9, 11]], index=["A", "B"], columns=["day", "night"])
    assert show_table(frame) == show_table(frame.to_dict("index"))
    assert show_table(frame).frame().loc["all", "all"] == 40


def test_groups_stand_in_the_order_of_their_categories_and_never_of_their_letters():
    fifths = ["1 most deprived", "2", "3", "10 least deprived"]
    people = pd.DataFrame(
        {
            "fifth": pd.Categorical(
                ["10 least deprived"] * 20 + ["2"] * 20 + ["1 most deprived"] * 20, fifths
            ),
            "site": ["B"] * 30 + ["A"] * 30,
        }
    )
    told = show_crosstab(people, "fifth", "site")
    assert told.rows == ("1 most deprived", "2", "10 least deprived")
    assert told.columns == ("B", "A")  # no order of its own: as they come
    named = show_groups(people, ["site", "fifth"]).names
    assert [fifth for site, fifth in named if site == "A"] == [
        "1 most deprived",
        "2",
        "10 least deprived",
        "all",
    ]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (
            ["10 least deprived", "2", "1 most deprived"],
            ["1 most deprived", "2", "10 least deprived"],
        ),
        (["65+", "0-17", "18-24"], ["0-17", "18-24", "65+"]),
        ([10, 9, 1], ["1", "9", "10"]),
        (pd.Categorical(["10", "9", "1"]), ["1", "9", "10"]),  # pandas put these by their letters
        (pd.Categorical(["west", "north", "east"]), ["west", "north", "east"]),
        (pd.Categorical(["low", "mid", "high"], ["high", "low", "mid"], ordered=True), None),
        (["North 2", "East 1", "South 3"], ["North 2", "East 1", "South 3"]),
        (["3 Elms", "3 Oaks", "1 Ash"], ["3 Elms", "3 Oaks", "1 Ash"]),  # no number of its own
    ],
)
def test_groups_stand_in_their_own_order(column, order):
    people = pd.DataFrame({"group": column, "n": 20})
    names = [name for (name,) in show_groups(people, ["group"], count="n").names]
    assert names == [*(order or ["high", "low", "mid"]), "all"]


def test_what_is_not_recorded_stands_last():
    people = pd.DataFrame(
        {"age": pd.Categorical([None] * 20 + ["old"] * 20 + ["young"] * 20, ["young", "old"])}
    )
    assert [name for (name,) in show_groups(people, ["age"]).names] == [
        "young",
        "old",
        "not recorded",
        "all",
    ]
