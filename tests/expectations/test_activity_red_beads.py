"""Red beads, played from code as a reader plays it."""

import numpy as np
import pytest

from helpers.expectations.activities.red_beads import RedBeads
from helpers.expectations.red_beads import Session

# Day by day: C worst with 13, then A with 12, then A again with 14, then F with 15.
COUNTS = np.array(
    [[9, 12, 14, 10], [8, 9, 7, 11], [13, 6, 9, 9], [5, 11, 8, 8], [10, 10, 10, 5], [7, 8, 11, 15]]
)


@pytest.fixture
def beads():
    activity = RedBeads()
    activity.session = Session(COUNTS)
    return activity


def press(activity, times):
    for _ in range(times):
        activity.draw.press()


def test_nothing_is_drawn_before_the_button_is_pressed(beads):
    assert beads.today.children == ()
    assert beads.draw.label == "Draw day 1"


def test_each_day_is_ranked_with_praise_and_a_telling_off(beads):
    press(beads, 1)
    assert beads.figure.title == "Day 1: the ranking"
    assert "Worker D drew fewest red beads today: 5" in beads.said.html
    assert "Worker C drew most red beads today: 13" in beads.said.html


def test_the_next_day_shows_what_became_of_both(beads):
    press(beads, 2)
    assert "You spoke to Worker C yesterday. Red beads then: 13. Today: 6." in beads.said.html
    assert "You praised Worker D yesterday. Red beads then: 5. Today: 11." in beads.said.html


def test_each_day_has_its_own_slogan(beads):
    seen = set()
    for _ in range(4):
        press(beads, 1)
        seen.add(beads.said.html.split("”")[0])
    assert len(seen) == 4


def test_after_four_days_the_button_shows_the_system(beads):
    press(beads, 4)
    assert beads.draw.label == "Show the system"
    assert beads.system.children == ()
    press(beads, 1)
    assert beads.draw.disabled
    assert "Chance alone gives 1.5 to 18.5" in beads.chart.finding


def test_those_told_off_are_followed_beside_what_chance_does(beads):
    press(beads, 5)
    said = beads.system.children[1].html
    # C went from 13 to 6, A from 12 up to 14, then A from 14 to 10.
    assert "Of 3 tellings-off, 2 were followed by a better day. It looks as if" in said
    assert "82% of the time" in said


def test_telling_off_is_not_said_to_work_when_it_did_not(beads):
    rising = np.tile(np.array([5, 8, 11, 14]), (6, 1))
    beads.session = Session(rising)
    press(beads, 5)
    said = beads.system.children[1].html
    assert "0 were followed by a better day" in said
    assert "looks as if" not in said


def test_the_sessions_own_limits_are_told_too(beads):
    beads.session = Session(np.full((6, 4), 10))
    press(beads, 5)
    assert "alone would be 1.5 to 18.5" in beads.system.children[1].html


def test_many_more_games_come_near_to_82_in_100():
    activity = RedBeads()
    press(activity, 5)
    activity.play_more()
    share = float(activity.more.html.split("better: ")[1].split("%")[0])
    # 600 tellings-off: a standard error of 1.6 points.
    assert share == pytest.approx(82, abs=5)


def test_playing_again_draws_other_beads_from_the_same_box():
    activity = RedBeads()
    first = activity.session.counts
    press(activity, 5)
    activity.again()
    assert activity.today.children == activity.system.children == ()
    assert activity.draw.label == "Draw day 1"
    assert not activity.draw.disabled
    assert not np.array_equal(first, activity.session.counts)


@pytest.mark.parametrize("guess", ["half", None])
def test_a_guess_is_repeated_and_may_be_skipped(beads, guess):
    beads.guess.answer(guess)
    press(beads, 5)
    assert ("You guessed: “About half”" in beads.system.children[1].html) is bool(guess)
