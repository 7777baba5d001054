"""What counts that add up can be: in whole people, quickly, and never further apart than they are."""

from time import process_time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disclosure import given_away, show_groups
from helpers.disclosure.sums import NO_END, Line, Sums
from tests.disclosure.attacker import ends, group_sums
from tests.disclosure.test_attack import slow

LIMITS = st.sampled_from([(1, 7), (8, 12), (13, 17), (1, NO_END), (0, 0), (3, 4)])
SUM_LIMITS = st.sampled_from([(1, NO_END), (1, NO_END), (13, 17), (18, 22), (28, 32)])


def three_ways(sides):
    """Every group of three columns crossed, sums last in each, and what adds up to what."""
    names = [(x, y, z) for x in sides[0] for y in sides[1] for z in sides[2]]
    return names, group_sums(names)


class SixApart:
    def is_wide(self, _at, low, high):
        return high - low >= 6

    is_open = is_wide


@st.composite
def crossed(draw):
    sides = [[*map(str, range(draw(st.integers(2, 3)))), "all"] for _ in range(3)]
    names, sums = three_ways(sides)
    limits = [draw(SUM_LIMITS if "all" in name else LIMITS) for name in names]
    return limits, sums


@slow
@given(crossed(), st.integers(0, 10**6))
def test_the_ends_of_a_count_are_those_of_whole_people(shown, pick):
    limits, sums = shown
    at = pick % len(limits)
    low, high = map(list, zip(*limits, strict=True))
    programme = Sums(len(limits), [Line(tuple(parts), whole) for parts, whole in sums])
    try:
        expected = ends(at, limits, sums)
    except AssertionError:
        with pytest.raises(ValueError, match="does not add up"):
            programme.ends(low, high, at)
        return
    assert programme.ends(low, high, at) == expected
    wide = programme.narrow(low, high, [at], SixApart()) == []
    assert wide is (expected[1] - expected[0] >= 6)


def test_parts_of_people_are_not_taken_for_people():
    # three groups of which each two share one count: in halves every one could be half a person
    lines = [Line((0, 1), 3), Line((1, 2), 4), Line((0, 2), 5)]
    low, high = [0, 0, 0, 1, 1, 0], [NO_END, NO_END, NO_END, 1, 1, 1]
    assert Sums(6, lines).ends(low, high, 5) == (0, 0)


def test_three_columns_crossed_into_two_thousand_groups_take_a_second():
    # 9 s before whole people were searched close to the solution in parts of people, then 0.8 s
    sides = pd.MultiIndex.from_product([range(20), range(20), range(5)], names=["x", "y", "z"])
    counts = np.random.default_rng(0).poisson(12, len(sides))
    table = pd.DataFrame({"n": counts}, index=sides).reset_index()
    began = process_time()
    shown = show_groups(table, ["x", "y", "z"], count="n")
    assert process_time() - began < 4
    assert shown.hidden >= (counts < 8).sum() - (counts == 0).sum()
    assert given_away(shown) == ()
