"""What an average hides: the outcomes of a gap, by hand and where counts are too small."""

import pytest

from helpers.intake import Problem
from helpers.voices.average import Counted, Outcome, Way, look_behind
from helpers.voices.mixes import SCENARIO, TO_FIND, Mix, counted, mixed

MANY = 40_000


def group(before, after, people=MANY):
    """One group by its shares in per cent."""
    return Counted(before * people / 100, people, after * people / 100, people)


def test_the_scenario_gives_15_4_points_overall():
    assert pytest.approx(15.4) == 0.8 * 19.75 + 0.2 * -2
    assert float(mixed(SCENARIO).whole.change.value) == pytest.approx(0.154)


def test_in_the_scenario_the_average_rises_while_one_group_falls_and_the_gap_widens():
    found = mixed(SCENARIO)
    assert found.rises_while_one_falls
    assert found.outcome is Outcome.WIDENS
    assert found.gap_before == pytest.approx(0.08)
    assert found.gap_after == pytest.approx(0.2975)


@pytest.mark.parametrize(
    ("first", "other", "outcome"),
    [
        (group(60, 70), group(40, 50), Outcome.STAYS),
        (group(60, 65), group(40, 55), Outcome.NARROWS),
        (group(60, 75), group(40, 45), Outcome.WIDENS),
    ],
)
def test_everyone_can_gain_in_all_three_ways(first, other, outcome):
    found = look_behind(first, other)
    assert found.outcome is outcome
    assert found.ways == (Way.ROSE, Way.ROSE)


def test_it_does_not_matter_which_group_is_named_first():
    one, two = group(60, 75), group(40, 45)
    found, turned = look_behind(one, two), look_behind(two, one)
    assert (found.outcome, found.growth) == (turned.outcome, pytest.approx(turned.growth))


def test_with_few_people_nobody_can_tell():
    found = look_behind(group(60, 75, 20), group(40, 45, 20))
    assert found.outcome is Outcome.CANNOT_TELL
    assert found.lower < 0 < found.upper


def test_a_gap_that_may_have_changed_a_little_is_not_said_to_stay():
    assert look_behind(group(60, 61, 200), group(40, 41, 200)).outcome is Outcome.CANNOT_TELL


def test_a_gap_that_reverses_is_said_to_have_turned_and_its_size_is_compared():
    found = look_behind(group(60, 60), group(40, 75))
    assert found.turned
    assert found.outcome is Outcome.NARROWS
    assert found.growth == pytest.approx(0.15 - 0.20)


def test_a_reversal_that_chance_explains_is_no_turn():
    assert not look_behind(group(50, 50, 100), group(40, 55, 100)).turned


def test_a_gap_that_narrows_because_the_better_group_falls_is_levelling_down():
    found = look_behind(group(60, 50), group(40, 40))
    assert found.levelled_down
    assert found.outcome is Outcome.NARROWS
    assert not look_behind(group(60, 60), group(40, 50)).levelled_down


def test_both_can_fall():
    assert look_behind(group(60, 50), group(40, 30)).ways == (Way.FELL, Way.FELL)


def test_an_empty_group_is_no_error_and_gives_no_outcome():
    assert look_behind(group(60, 70), Counted(0, 0, 0, 0)).outcome is Outcome.CANNOT_TELL


def test_nobody_reached_and_everybody_reached_are_no_errors():
    found = look_behind(group(0, 100), group(0, 0))
    assert found.outcome is Outcome.WIDENS
    assert found.growth == pytest.approx(1)


def test_more_people_reached_than_there_are_is_refused():
    with pytest.raises(Problem):
        look_behind(Counted(11, 10, 5, 10), group(40, 50))


def test_the_size_of_a_gap_is_never_below_zero():
    found = look_behind(group(50, 50, 30), group(50, 50, 30))
    assert found.outcome is Outcome.CANNOT_TELL
    assert found.lower == pytest.approx(-found.upper)


def test_a_mix_is_made_of_whole_people():
    assert counted(Mix(people=100)) == (Counted(42, 80, 57, 80), Counted(9, 20, 8, 20))


def test_a_mix_without_a_smaller_group_is_refused_with_a_way_on():
    with pytest.raises(Problem, match="Choose more people"):
        counted(Mix(people=10, smaller=1))


def test_a_share_above_all_is_refused():
    with pytest.raises(Problem, match="above 100%"):
        counted(Mix(larger_change=60))


@pytest.mark.parametrize(
    ("name", "mix"),
    [
        ("gains_and_widens", Mix(larger_change=20, smaller_change=5)),
        ("gains_and_narrows", Mix(larger_change=5, smaller_change=10)),
        ("levelled_down", Mix(larger_change=-5, smaller_change=0)),
        ("turned", Mix(larger_change=0, smaller_change=20)),
    ],
)
def test_every_mix_that_the_page_asks_for_can_be_found(name, mix):
    assert TO_FIND[name](mixed(mix))


def test_none_of_them_is_there_at_the_start():
    assert not any(holds(mixed(SCENARIO)) for holds in TO_FIND.values())
