"""Funnel limits: exact by the distributions themselves, wider where places differ beyond chance."""

import numpy as np
import pytest
from scipy import stats

from helpers.intake import Problem
from helpers.voices import funnel, proportion
from helpers.voices.measures.funnel import exact_limits, score_limits
from helpers.voices.measures.overdispersion import Scores, heterogeneity, truncated, winsorised


@pytest.mark.parametrize("level", [0.95, 0.998])
def test_no_count_inside_poisson_limits_is_rarer_than_promised_and_none_outside_commoner(level):
    due = np.array([0.0005, 0.01, 0.5, 3.0, 20.0, 400.0])
    tail = (1 - level) / 2
    for expected, lower, upper in zip(due, *exact_limits(due, level), strict=True):
        counts = np.arange(int(upper) + 20)
        low, high = (
            stats.poisson.cdf(counts, expected) < tail,
            stats.poisson.sf(counts - 1, expected) < tail,
        )
        assert (low == (counts < lower - 1e-9)).all()
        assert (high == (counts > upper + 1e-9)).all()


def test_no_count_inside_binomial_limits_is_rarer_than_promised():
    for people in (1, 12, 300):
        (lower,), (upper,) = exact_limits([people], 0.95, share=0.3)
        counts = np.arange(people + 1)
        assert ((stats.binom.cdf(counts, people, 0.3) < 0.025) == (counts < lower - 1e-9)).all()
        assert ((stats.binom.sf(counts - 1, people, 0.3) < 0.025) == (counts > upper + 1e-9)).all()


def test_score_limits_are_where_wilsons_interval_reaches_the_target():
    (lower,), (upper,) = score_limits([40], 0.95, 0.3)
    assert proportion(40 * lower, 40).upper == pytest.approx(0.3)
    assert proportion(40 * upper, 40).lower == pytest.approx(0.3)
    drawn = funnel([12], [40], kind="share", target=0.3, score=True)
    assert (drawn.lower[0, 0], drawn.upper[0, 0]) == (lower, upper)


def test_limits_of_a_share_end_at_its_scale():
    found = funnel([4, 28, 11], [5, 30, 12], kind="share", per=1000)
    assert found.upper.max() <= 1000
    assert found.lower.min() >= 0


def test_the_target_of_a_share_is_everybody_together_and_of_a_ratio_one():
    assert funnel([1, 5], [10, 20], kind="share").target == pytest.approx(0.2)
    assert funnel([1, 5], [10, 20], kind="ratio").target == 1


def test_levels_can_be_chosen():
    found = funnel([10, 30], [20, 20], kind="ratio", levels=[90, 0.999])
    assert found.levels == (0.9, 0.999)
    assert (found.upper[1] > found.upper[0]).all()


def test_a_place_with_nobody_has_no_limits_and_is_counted():
    found = funnel([0, 5, 40], [0, 20, 20], kind="ratio")
    assert np.isnan(found.upper[:, 0]).all()
    assert found.outside.tolist() == [0, -2, 2]
    assert found.sentence == "Outside the 99.8% limits: 2 of 2 places. Not shown: 1."


@pytest.mark.parametrize("overdispersion", ["none", "additive", "multiplicative"])
@pytest.mark.parametrize("kind", ["share", "ratio", "log_ratio", "log_rate"])
def test_zero_and_full_counts_are_no_trouble(kind, overdispersion):
    found = funnel([0, 3, 20, 9], [10, 30, 20, 50], kind=kind, overdispersion=overdispersion)
    assert np.isfinite(found.lower).all()
    assert (found.lower >= 0).all()


def many_places(spread):
    draw = np.random.default_rng(6)
    due = draw.uniform(50, 900, 200)
    return draw.poisson(due * np.exp(draw.normal(0, spread, 200))), due


def test_places_that_differ_only_by_chance_keep_their_limits():
    found = funnel(*many_places(0), kind="ratio", overdispersion="additive", trim=0)
    assert found.tau < 0.02
    assert 0.8 < found.phi < 1.2


@pytest.mark.parametrize("overdispersion", ["additive", "multiplicative"])
def test_places_that_differ_more_than_by_chance_get_wider_limits(overdispersion):
    places = many_places(0.2)
    plain = funnel(*places, kind="ratio")
    wide = funnel(*places, kind="ratio", overdispersion=overdispersion)
    assert (np.abs(plain.outside) == 2).mean() > 0.3
    assert (np.abs(wide.outside) == 2).mean() < 0.03


def test_the_spread_between_places_is_found_again():
    """A tenth pulled in at either end makes the estimate a little small, as intended."""
    found = funnel(*many_places(0.2), kind="log_ratio", overdispersion="additive", trim=0)
    assert found.tau == pytest.approx(0.2, rel=0.15)


def test_additive_limits_stay_apart_at_large_places_and_multiplicative_ones_do_not():
    count, due = many_places(0.2)
    count, due = np.append(count, 10**6), np.append(due, 1e6)
    wide = [
        (found.upper - found.lower)[0, -1]
        for found in (
            funnel(count, due, kind="ratio", overdispersion=form)
            for form in ("additive", "multiplicative")
        )
    ]
    assert wide[0] > 10 * wide[1]


def test_winsorising_pulls_in_and_truncation_drops_the_same_share():
    z = np.arange(-20.0, 21)
    assert winsorised(z, 0.1).min() == -16
    assert np.isnan(truncated(z, 0.1)).sum() == 8


def test_one_wild_place_does_not_widen_everybodys_limits():
    count, due = many_places(0)
    count[0] = 10 * due[0]
    pulled, _ = heterogeneity(Scores.of(count, due, "ratio"), trim=0.1)
    raw, _ = heterogeneity(Scores.of(count, due, "ratio"), trim=0)
    assert pulled < 1.3 < raw


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"kind": "mean"}, "There is no none funnel of a mean"),
        ({"kind": "ratio", "overdispersion": "bayes"}, "There is no bayes funnel"),
        ({"kind": "ratio", "trim": 0.5, "overdispersion": "additive"}, "A trim of 0.5"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(arguments, told):
    with pytest.raises(Problem, match=told):
        funnel([1, 2], [3, 4], **arguments)


def test_no_figures_at_all_are_refused_in_words():
    with pytest.raises(Problem, match="No place has both figures"):
        funnel([0], [0], kind="share")
