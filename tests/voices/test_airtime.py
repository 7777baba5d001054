"""Airtime: seconds, turns, evenness and roles, each by hand."""

import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.voices.airtime import airtime, gini
from helpers.voices.taps import ENDED, NOBODY, PAUSED, turns_of


def spoken(*turns):
    return pd.DataFrame(turns, columns=["person", "start", "end"])


MEETING = spoken(("A", 0, 200), ("B", 200, 260), ("A", 280, 330), ("C", 320, 400), ("", 400, 410))


def test_the_reference_shares_have_a_gini_of_about_a_half():
    assert gini([40, 30, 10, 6, 5, 4, 3, 2]) == pytest.approx(0.525)  # told as 0.53


def test_equal_shares_have_a_gini_of_nought():
    assert gini([7, 7, 7]) == 0


def test_one_person_alone_reaches_the_ceiling_of_the_group():
    found = airtime(spoken(("A", 0, 9)), present=["A", "B", "C", "D"])
    assert found.gini == found.ceiling == 0.75


@pytest.mark.parametrize("amounts", [[], [5], [0, 0]])
def test_without_two_people_and_some_speech_there_is_no_gini(amounts):
    assert gini(amounts) is None


def test_seconds_turns_and_the_longest_turn_are_each_persons_own():
    first, *_ = airtime(MEETING).speakers
    assert (first.person, first.seconds, first.turns, first.longest) == ("A", 250, 2, 200)
    assert first.share == pytest.approx(250 / 390)


def test_speech_at_once_counts_for_both_and_silence_for_nobody():
    found = airtime(MEETING)
    assert (found.together, found.silence, found.unnamed, found.length) == (10, 20, 10, 410)
    assert found.seconds == 390


def test_only_the_part_of_a_turn_before_five_minutes_is_early():
    early = {one.person: one.early for one in airtime(MEETING).early}
    assert early == {"A": 220, "B": 60}


def test_who_never_spoke_counts_and_stands_last():
    *_, last = airtime(MEETING, present=["D"]).speakers
    assert (last.person, last.seconds, last.turns, last.first) == ("D", 0, 0, None)


def test_half_of_the_time_is_filled_by_the_fewest():
    assert airtime(MEETING).half == 1
    assert airtime(spoken(("A", 0, 5), ("B", 5, 10))).half == 1
    assert airtime(spoken(("A", 0, 4), ("B", 4, 7), ("C", 7, 10))).half == 2


def test_roles_add_up_and_who_has_none_is_left_out():
    first, second = airtime(MEETING, roles={"A": "Chair", "B": "Nurse", "C": "Nurse"}).by_role()
    assert (first.role, first.people, first.seconds) == ("Chair", 1, 250)
    assert (second.role, second.people, second.seconds, second.turns) == ("Nurse", 2, 140, 2)
    assert airtime(MEETING).by_role() == ()


def test_a_small_group_is_marked_as_small():
    assert airtime(MEETING).is_small
    assert not airtime(MEETING, present=["D", "E"]).is_small


def test_a_meeting_in_which_nobody_spoke_is_refused():
    with pytest.raises(Problem, match="Nobody has spoken yet"):
        airtime(spoken())


def test_taps_of_nobody_and_pauses_are_nobodys_time():
    taps = [(0, 0), (5_000, NOBODY), (8_000, 1), (10_000, PAUSED), (70_000, 0), (71_000, ENDED)]
    turns, length = turns_of(taps, ["A", "B"])
    assert turns.values.tolist() == [["A", 0, 5], ["B", 8, 10], ["A", 10, 11]]
    assert length == 11


def test_going_on_after_the_end_leaves_the_time_between_out():
    taps = [(0, 0), (5_000, ENDED), (95_000, 0), (96_000, ENDED)]
    turns, length = turns_of(taps, ["A"])
    assert turns.values.tolist() == [["A", 0, 6]]
    assert length == 6


def test_a_clock_that_stands_or_falls_back_gives_no_negative_time():
    turns, length = turns_of([(5_000, 0), (4_000, 1), (6_000, ENDED)], ["A", "B"])
    assert turns.values.tolist() == [["B", 0, 2]]
    assert length == 2
