"""Every number that a card calls "calculated here", worked out again from its stated model."""

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from scipy.special import bdtr, ndtr, pdtr

from helpers.evidence import fact

SIZE = 50  # beads on a paddle
RED = 0.2  # share of red beads in the box


def says(fact_id, *figures):
    shown = fact(fact_id)
    return all(figure in f"{shown.figure} {shown.claim} {shown.why}" for figure in figures)


def poisson(mean, most=80):
    return np.diff(pdtr(np.arange(most), mean), prepend=0)


def binomial():
    up_to = bdtr(np.arange(SIZE + 1), SIZE, RED)
    return np.diff(up_to, prepend=0), up_to


def test_two_neighbouring_months_of_a_steady_three():
    chance = poisson(3)
    pairs = np.outer(chance, chance)
    first, second = np.indices(pairs.shape)
    assert pairs.sum() == pytest.approx(1)
    differ = pairs[abs(first - second) >= 2].sum()
    doubled = pairs[(first > 0) & (second >= 2 * first)].sum()
    halved = pairs[(first > 0) & (2 * second <= first)].sum()
    assert [round(100 * share) for share in (differ, doubled, halved)] == [53, 22, 27]
    assert says("R3-03-calculated", "53%", "22%", "27%")


def funnel(rule, drops, runs=20_000, seed=1):
    """Return where each drop lands, runs × drops, for one of Deming's rules; the target is 0."""
    noise = np.random.default_rng(seed).standard_normal((runs, drops))
    aim, landed = np.zeros(runs), np.empty_like(noise)
    for drop in range(drops):
        landed[:, drop] = aim + noise[:, drop]
        miss = landed[:, drop]
        aim = {1: 0 * aim, 2: aim - miss, 3: -miss, 4: miss}[rule]
    return landed


@pytest.mark.parametrize(("rule", "spread"), [(1, 1), (2, 2), (3, 50), (4, 50)])
def test_the_spread_of_the_funnel_after_50_drops(rule, spread):
    # 20,000 runs: the standard error of a variance is 1% of it
    assert funnel(rule, 50)[:, -1].var() == pytest.approx(spread, rel=0.04)
    assert says("R3-07", "2 times", "doubles")
    assert says("R3-07-growing", "50 times", "50 rounds")


def test_the_limits_of_the_red_beads():
    mean = SIZE * RED
    sigma = (SIZE * RED * (1 - RED)) ** 0.5
    limits = round(mean - 3 * sigma, 1), round(mean + 3 * sigma, 1)
    assert (mean, limits) == (10, (1.5, 18.5))
    assert says("R3-08", "2 to 18", "1.5 and 18.5", "mean is 10")


def test_the_worst_of_six_does_better_next_day_whatever_was_said():
    chance, up_to = binomial()
    worst = np.diff(up_to**6, prepend=0)  # the largest of six draws
    fewer = up_to - chance
    assert round((np.arange(SIZE + 1) * worst).sum(), 1) == 13.7
    assert round(100 * (worst * fewer).sum()) == 82
    assert says("R3-08-telling-off", "82%", "13.7")


def test_three_sigma_limits_raise_one_false_alarm_in_370_points():
    alarm = 2 * ndtr(-3)
    assert round(1 / alarm) == 370
    assert round(60 * 12 * alarm, 1) == 1.9
    assert says("R3-09", "1 in 370", "60 such monthly charts", "about two")


def out_of(points, need, window):
    """Say at which points at least `need` of the last `window` points have some mark."""
    shorter = np.zeros((len(points), window - 1), bool)
    marked = sliding_window_view(np.hstack([shorter, points]), window, axis=1).sum(axis=2)
    return marked >= need


def test_all_four_western_electric_rules_raise_a_false_alarm_each_92_points():
    measures = np.random.default_rng(2).standard_normal((6_000, 1_000))
    alarm = abs(measures) > 3
    for side in (measures, -measures):
        alarm |= out_of(side > 2, 2, 3) | out_of(side > 1, 4, 5) | out_of(side > 0, 8, 8)
    first = np.where(alarm.any(axis=1), alarm.argmax(axis=1) + 1, 1_000)
    # published: 91.75; the standard error of 6,000 runs is 1.2
    assert first.mean() == pytest.approx(91.75, abs=3.5)
    assert says("R3-09-rules", "1 in 92")


def steady_months(points, seed):
    return np.random.default_rng(seed).standard_normal((20_000, points))


def test_one_steady_chart_of_24_months_in_four_shows_a_trend_of_five():
    rising = np.diff(steady_months(24, 3)) > 0
    four = sliding_window_view(rising, 4, axis=1)
    shown = (four.all(axis=2) | (~four).all(axis=2)).any(axis=1)
    assert 100 * shown.mean() == pytest.approx(25, abs=1)
    assert says("R3-10-trend", "25%", "24 months")


@pytest.mark.parametrize(("points", "share"), [(12, 1.2), (24, 3.0), (36, 4.1)])
def test_runs_and_crossings_signal_by_chance_in_less_than_5_percent(points, share):
    months = steady_months(points, points)
    above = months > np.median(months, axis=1, keepdims=True)
    crossings = np.diff(above.astype(int)).astype(bool).sum(axis=1)
    run = round(np.log2(points) + 3) + 1  # the shortest run that is a signal
    windows = sliding_window_view(above, run, axis=1)
    long = (windows.all(axis=2) | (~windows).all(axis=2)).any(axis=1)
    enough = bdtr(np.arange(points), points - 1, 0.5)
    fewest = int(np.argmax(enough >= 0.05))  # fewer crossings than this are a signal
    signal = long | (crossings < fewest)
    assert 100 * signal.mean() == pytest.approx(share, abs=0.5)
    assert says("R3-10", "5%")


@pytest.mark.parametrize(("easier", "red", "flips"), [(0, 50, 50), (0.5, 31, 43), (1, 16, 27)])
def test_how_often_a_steady_measure_is_red_and_its_colour_flips(easier, red, flips):
    share = ndtr(-easier)
    assert (round(100 * share), round(100 * 2 * share * (1 - share))) == (red, flips)


def test_the_card_of_the_colours_quotes_those_numbers():
    assert says("R3-12", "50%", "31%", "43%", "half of all months")


def test_a_mean_of_80_and_20_hides_a_fall():
    assert pytest.approx(15.4) == 0.8 * 19.75 + 0.2 * -2
    assert says("R5-02-calculated", "19.75", "15.4")


def test_the_bigger_harm_has_the_smaller_bar():
    assert (100 * 0.6, 90 * 0.9) == (60, 81)
    assert says("R5-05-calculated", "60 and 81")


def test_the_same_share_of_few_and_of_many():
    from scipy.stats import binomtest

    few, many = (binomtest(x, n).proportion_ci(method="wilson") for x, n in ((3, 40), (30, 400)))
    ends = [f"{100 * end:.1f}%" for interval in (few, many) for end in interval]
    assert ends == ["2.6%", "19.9%", "5.3%", "10.5%"]
    assert says("R5-14", "7.5%", *ends)
