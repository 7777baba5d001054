"""Numbers that people gave, shown without any one person's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.disclosure import LIVE, show_numbers

TWENTY = [3, 8, 11, 14, 20, 22, 25, 27, 30, 33, 35, 38, 40, 44, 47, 52, 60, 71, 80, 95]


def bands(told):
    return {cell.name: cell.count for cell in told.shown.cells}


def test_bands_hold_enough_people_and_end_at_round_numbers():
    # a step of 10: from 11 to 71, without the outer tenths, in about eight
    assert bands(show_numbers(TWENTY)) == {"under 30": 8, "30 to under 50": 7, "50 or more": 5}


def test_the_middle_is_the_mean_of_several_answers():
    # 27, 30, 33, 35, 38 and 40 make 33.8; told to the nearest half
    assert show_numbers(TWENTY).middle == 34


def test_the_quarters_are_means_of_five_answers_as_far_from_either_end():
    # 11, 14, 20, 22 and 25 make 18.4; 44, 47, 52, 60 and 71 make 54.8
    told = show_numbers(TWENTY)
    assert (told.low, told.high) == (18.5, 55)


@pytest.mark.parametrize(
    ("people", "middle", "quarters"), [(9, False, False), (10, True, False), (20, True, True)]
)
def test_a_spread_needs_people_on_each_side(people, middle, quarters):
    told = show_numbers(list(range(people)))
    assert (told.middle is not None, told.low is not None) == (middle, quarters)
    assert bool(told.why) is not quarters


def test_four_numbers_show_nothing():
    told = show_numbers([1, 2, 3, 4])
    assert told.middle is None
    assert "fewer than 5" in told.why
    assert bands(told) == {"any number": None}


def test_a_sensitive_question_needs_twice_as_many():
    assert show_numbers(list(range(19)), sensitive=True).middle is None
    assert show_numbers(list(range(20)), sensitive=True).middle is not None


def test_one_without_an_answer_hides_a_band():
    told = show_numbers(TWENTY, left_out=1)
    assert told.shown.people is None
    assert bands(told) == {"under 30": 8, "30 to under 50": 7, "50 or more": None}


def test_live_shows_no_middle():
    assert show_numbers(TWENTY, LIVE).middle is None


def test_equal_numbers_make_one_band():
    assert bands(show_numbers([7] * 12)) == {"any number": 12}


def test_a_number_without_end_is_a_bug():
    with pytest.raises(ValueError, match="finite"):
        show_numbers([1.0, float("inf")] * 6)


NUMBERS = st.lists(st.floats(-1e15, 1e15) | st.integers(0, 10).map(float), min_size=0, max_size=60)


@settings(max_examples=200, deadline=None)
@given(NUMBERS)
def test_every_band_holds_enough_people_and_nobody_is_lost(values):
    told = bands(show_numbers(values))
    if len(values) >= 5:
        assert min(told.values()) >= 5
        assert sum(told.values()) == len(values)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=10, max_size=60), st.integers(1, 10**6))
def test_neither_the_least_nor_the_greatest_number_moves_the_spread(values, further):
    ordered = sorted(values)
    outer = [ordered[0] - further, *ordered[1:-1], ordered[-1] + further]
    before, after = show_numbers(ordered), show_numbers(outer)
    assert (before.low, before.middle, before.high) == (after.low, after.middle, after.high)
