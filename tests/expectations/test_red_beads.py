"""Red beads: evidence entry R3-08."""

import numpy as np
import pytest

from helpers.expectations.red_beads import (
    Session,
    chance_of_improving,
    limits,
    next_day,
    play,
    system,
)
from helpers.page.words import load


def test_the_limits_of_a_fifth_red_are_one_and_a_half_and_eighteen_and_a_half():
    assert [round(limit, 1) for limit in limits()] == [1.5, 18.5]


def test_the_session_of_1985_lay_inside_its_limits():
    # 220 red beads in 24 lots: mean 9.17, limits 1.0 to 17.4 (Deming, as told by Martin).
    counts = np.full((6, 4), 9)
    counts[0] += 1
    result = system(Session(counts))
    assert (round(result.mean, 2), round(result.lower, 1), round(result.upper, 1)) == (
        9.17,
        1.0,
        17.4,
    )


def test_draws_vary_as_a_paddle_without_replacement_does():
    counts = play(np.random.default_rng(2), days=20_000).counts
    assert counts.mean() == pytest.approx(10, abs=0.03)
    assert counts.var() == pytest.approx(8 * 3950 / 3999, rel=0.02)


def test_the_worst_of_six_does_better_next_day_82_times_in_100():
    assert round(100 * chance_of_improving()) == 82
    long = next_day(play(np.random.default_rng(3), days=20_001))
    assert long.improved / long.told_off == pytest.approx(0.82, abs=0.01)


def test_one_worker_alone_improves_less_than_half_the_time():
    # Two equal draws are a tie 10% of the time, and no tie is an improvement.
    assert chance_of_improving(1) == pytest.approx((1 - 0.1003) / 2, abs=0.0005)


def test_those_told_off_are_followed_to_the_next_day():
    session = Session(np.array([[12, 9, 14], [7, 13, 2], [8, 8, 8]]))
    assert session.told_off() == [0, 1, 0]
    assert session.ranking(0) == [1, 2, 0]
    # Day 1's worst went from 12 to 9, day 2's from 13 to 2.
    assert next_day(session).improved == next_day(session).told_off == 2


def test_the_same_count_again_is_no_improvement():
    assert next_day(Session(np.array([[12, 12], [7, 1]]))).improved == 0


def test_six_workers_have_names():
    assert len(set(load("expectations")["red_beads"]["workers"])) == 6
