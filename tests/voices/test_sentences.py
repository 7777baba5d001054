"""One plain sentence for every number, naming the group that is worse off."""

import itertools

import numpy as np
import pytest

import helpers.voices as voices
from helpers.voices import (
    difference,
    group_names,
    many,
    mean,
    of_counts,
    of_values,
    ratio,
    risk_ratio,
    say_comparison,
    say_figure,
    slope_index,
)

FIFTHS = group_names(5)
MEASURES = {
    "difference": difference,
    "ratio": ratio,
    "slope": lambda groups: slope_index(groups).absolute,
    "relative": lambda groups: slope_index(groups).relative,
    **{
        name: getattr(voices, name)
        for name in (
            "attributable_fraction", "attributable_risk", "between_group_deviation",
            "between_group_variance", "concentration_index", "disparity_index", "mean_difference",
            "mean_log_deviation", "theil", "variation",
        )
    },
}  # fmt: skip


def test_thirty_four_more_in_the_most_deprived_fifth():
    waits = of_counts(
        FIFTHS, [84, 70, 64, 57, 50], [1000] * 5, good="low", per=1000, what="waiting"
    )
    assert difference(waits).sentence() == (
        "Out of 1,000 people, 34 more waiting in the most deprived fifth than in the least deprived"
        " fifth (12 to 56). The most deprived fifth is worse off."
    )


def test_where_high_is_good_the_worse_off_have_fewer():
    screened = of_counts(FIFTHS, [50, 57, 64, 70, 84], [100] * 5, good="high", what="screened")
    assert (
        difference(screened)
        .sentence()
        .startswith("Out of 100 people, 34 fewer screened in the most deprived fifth than")
    )


def test_a_gap_the_other_way_round_names_the_other_group_and_says_so():
    turned = of_counts(FIFTHS, [50, 57, 64, 70, 84], [1000] * 5, good="low", per=1000)
    assert difference(turned).sentence() == (
        "Out of 1,000 people, 34 more in the least deprived fifth than in the most deprived fifth"
        " (12 to 56). The least deprived fifth is worse off."
        " The gap runs the other way round from what is usual."
    )


@pytest.mark.parametrize("good", ["high", "low"])
def test_a_group_with_none_beside_one_with_some_is_told_so(good):
    one, other = of_counts("AB", [0, 5], [9, 9], good=good), risk_ratio(0, 9, 5, 9)
    worse = "A" if good == "high" else "B"
    told = f"There are some in B and none in A. {worse} is worse off."
    assert say_comparison(other, "A", "B", good=good).startswith(told)
    if good == "low":
        assert ratio(one).sentence().startswith(told)


def test_shares_are_told_out_of_a_hundred():
    told = difference(of_values("AB", [0.5, 0.2], [10, 10], good="low", share_of=1)).sentence()
    assert told.startswith("Out of 100 people, 30 more in A than in B.")
    told = slope_index(of_values("AB", [0.5, 0.2], [10, 10], good="low", share_of=1)).absolute
    assert "the gap is 60 out of 100 people" in told.sentence()


def test_a_gap_that_chance_could_explain_says_so():
    told = difference(of_counts("AB", [6, 5], [50, 50], good="low")).sentence()
    assert told.endswith("A is worse off. Chance alone could explain it.")


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("good", ["high", "low"])
@pytest.mark.parametrize("turned", [False, True])
def test_every_measure_names_who_is_worst_off(name, good, turned):
    events = [60, 50, 40, 30, 20] if (good == "low") != turned else [20, 30, 40, 50, 60]
    told = MEASURES[name](of_counts(FIFTHS, events, [100] * 5, good=good)).sentence()
    if name.startswith("attributable") and turned:
        assert "does no better than the whole" in told
    else:
        worst = "The least deprived fifth" if turned else "The most deprived fifth"
        assert f"{worst} is wors" in told
    assert "nan" not in told
    assert "{" not in told


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("repeated", [False, True])
def test_no_small_group_makes_an_error_or_a_silent_gap(name, repeated):
    """Every way to have 0, 1 or all of 0, 1 or 9 people in three groups."""
    shapes = [(0, 0), (0, 1), (1, 1), (0, 9), (1, 9), (9, 9)]
    cells = np.array(list(itertools.product(shapes, repeat=3)))
    groups = of_counts("ABC", cells[..., 0], cells[..., 1], good="low", repeated=repeated)
    found = MEASURES[name](groups)
    assert (found.reason[np.isnan(found.value)] > 0).all()
    assert (found.reason[np.isnan(found.lower)] > 0).all()
    assert (found.left_out == (cells[..., 1] == 0).sum(axis=-1)).all()
    for area in range(len(cells)):
        told = found.sentence(area)
        assert "nan" not in told
        assert "inf" not in told
        assert ("not shown" in told.lower()) or np.isfinite(found.value[area])


def test_figures_and_comparisons_have_their_sentences_too():
    assert say_figure(mean([1.0, 2, 3]), "staff", "score") == "Staff: 2 (-0.48 to 4.5)."
    seen = risk_ratio(20, 100, 40, 100)
    assert say_comparison(seen, "ward A", "ward B", good="high") == (
        "In ward B it is 2 times what it is in ward A (1.3 to 3.2). Ward A is worse off."
    )
    assert say_comparison(seen, "ward A", "ward B", good="low").endswith("Ward B is worse off.")


def test_many_comparisons_are_counted_and_only_those_beyond_chance_survive():
    draw = np.random.default_rng(12)
    people = np.full((1000, 5), 400)
    alike = many(difference(of_counts(FIFTHS, draw.binomial(people, 0.2), people, good="low")))
    assert alike.made == 1000
    assert alike.survives.sum() <= 3
    assert (alike.chance < 0.05).sum() > 30  # so many would stand out, one at a time
    unequal = draw.binomial(people, [0.4, 0.3, 0.3, 0.3, 0.2])
    assert many(ratio(of_counts(FIFTHS, unequal, people, good="low"))).survives.mean() > 0.9


def test_what_is_not_shown_is_counted_among_the_comparisons():
    found = many(ratio(of_counts("AB", [[9, 0], [9, 1]], [[9, 9], [9, 9]], good="low")))
    assert (found.made, found.not_shown) == (1, 1)
    assert found.sentence.endswith("Not shown: 1.")
