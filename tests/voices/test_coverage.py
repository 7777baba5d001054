"""How often the truth is inside the intervals that other tools get wrong: 93 to 97 in 100."""

import numpy as np
import pytest

from helpers.voices import (
    attributable_fraction,
    attributable_risk,
    between_group_deviation,
    between_group_variance,
    concentration_index,
    difference,
    disparity_index,
    group_names,
    mean_difference,
    mean_log_deviation,
    of_counts,
    of_values,
    ratio,
    slope_index,
    theil,
    variation,
)

DRAWS = 10_000
RISK = np.array([0.30, 0.26, 0.21, 0.15, 0.11])
PEOPLE = np.array([1000, 1200, 900, 1100, 1000])
FIFTHS = group_names(5)


@pytest.fixture(scope="module")
def drawn():
    """Many areas with the same truth, each as chance would have it."""
    events = np.random.default_rng(4).binomial(PEOPLE, RISK, (DRAWS, 5))
    return of_counts(FIFTHS, events, np.broadcast_to(PEOPLE, events.shape), good="low")


TRUTH = of_values(FIFTHS, 100 * RISK, PEOPLE, good="low", share_of=100)
MEASURES = {
    "difference": difference,
    "ratio": ratio,
    "Theil": theil,
    "mean log deviation": mean_log_deviation,
    "variance": between_group_variance,
    "deviation": between_group_deviation,
    "variation": variation,
    "attributable risk": attributable_risk,
    "attributable fraction": attributable_fraction,
    "concentration": concentration_index,
    "absolute": lambda groups: concentration_index(groups, "absolute"),
    "Wagstaff": lambda groups: concentration_index(groups, "wagstaff"),
    "Erreygers": lambda groups: concentration_index(groups, "erreygers"),
    "mean difference": mean_difference,
    **{
        f"{side} {fit}": lambda groups, fit=fit, side=side: getattr(slope_index(groups, fit), side)
        for side in ("absolute", "relative")
        for fit in ("linear", "log", "logit", "logistic")
    },
    **{
        f"{side} scatter {scale}": lambda groups, scale=scale, side=side: getattr(
            slope_index(groups, scatter=scale), side
        )
        for side in ("absolute", "relative")
        for scale in ("log", "logit")
    },
}


@pytest.mark.parametrize("name", MEASURES)
def test_the_truth_is_inside_as_often_as_promised(drawn, name):
    found, truth = MEASURES[name](drawn), float(MEASURES[name](TRUTH).value)
    assert found.not_shown == 0
    assert 0.93 <= np.mean((found.lower <= truth) & (truth <= found.upper)) <= 0.97


@pytest.mark.parametrize(
    "measure",
    [lambda groups: mean_difference(groups, "mean"), disparity_index],
    ids=["mean", "index"],
)
def test_a_distance_has_an_interval_only_where_it_keeps_its_promise(drawn, measure):
    found, truth = measure(drawn), float(measure(TRUTH).value)
    shown = np.isfinite(found.lower)
    assert 0.6 < shown.mean() < 1  # the middle fifth is near the mean
    assert 0.93 <= np.mean(((found.lower <= truth) & (truth <= found.upper))[shown]) <= 0.97


@pytest.mark.parametrize("measure", [theil, mean_log_deviation, between_group_variance])
def test_groups_without_an_order_and_of_very_different_size_keep_it_too(measure):
    """The setting in which a peer's intervals hold the truth once in seven hundred times."""
    truth = np.array([62.1, 71.4, 55, 80.2, 77.7, 68.9, 90.1, 49.5])
    error = np.array([1, 1.5, 3.2, 0.9, 1.1, 2, 4.5, 6])
    people = np.array([52000, 9000, 2100, 30500, 15000, 6400, 410, 150])
    values = np.random.default_rng(8).normal(truth, error, (DRAWS, 8))
    named = {"good": "high", "ordered": False}
    found = measure(of_values("abcdefgh", values, people, error, **named))
    aim = float(measure(of_values("abcdefgh", truth, people, **named)).value)
    assert 0.93 <= np.mean((found.lower <= aim) & (aim <= found.upper)) <= 0.97
