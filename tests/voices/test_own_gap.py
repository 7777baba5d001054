"""Absolute and relative gaps side by side: they may disagree, and the page says so."""

import numpy as np
import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.voices.measures.groups import of_counts, of_values
from helpers.voices.measures.many import many
from helpers.voices.own_file.each import each, not_shown
from helpers.voices.own_file.gap import against, all_measures, change, other_side, say_change
from helpers.voices.own_file.groups import Order, as_groups, fixed, halves
from helpers.voices.own_file.places import places
from helpers.voices.own_file.table import OwnTable
from helpers.voices.own_file.time import gaps_over_time, group_over_time

TWO = ["poorer", "richer"]


def moved(first, second, people=10_000):
    return change(of_counts(TWO, [first, second], [[people] * 2] * 2, good="high"))


def said(first, second, people=10_000):
    return say_change(moved(first, second, people), "2024", "2025", " out of 100 people")


def monthly(months=12, **more):
    when = pd.date_range("2025-01-01", periods=months, freq="MS")
    rows = [(g, a, t, e, 100) for t in when for a in "NS" for g, e in (("A", 30), ("B", 50))]
    return OwnTable(
        pd.DataFrame(rows, columns=["group", "area", "when", "events", "people"]), **more
    )


ORDER = Order(("A", "B"), "high")


def test_a_gap_may_grow_while_the_ratio_shrinks():
    found = moved((2000, 4000), (5000, 8000))  # 20 to 30 in 100; twice to 1.6 times
    assert [round(gap) for gap in found.absolute] == [20, 30]
    assert [round(times, 1) for times in found.relative] == [2.0, 1.6]
    assert found.disagree


def test_when_both_are_sure_the_page_says_that_they_disagree():
    assert "both are right" in said((2000, 4000), (5000, 8000))


def test_when_chance_may_be_behind_one_the_page_tells_neither_story():
    words = said((20, 40), (50, 80), people=100)
    assert "both are right" not in words
    assert "Watch longer" in words


def test_when_both_grow_they_agree():
    assert "same story" in said((2000, 3000), (2000, 5000))


def test_a_gap_without_a_figure_is_no_change():
    assert moved((0, 0), (5, 8)) is None


def test_how_many_times_depends_on_what_is_counted():
    one, other = other_side(of_counts(TWO, [80, 90], [100, 100], good="high"))
    assert (round(one, 3), round(other, 3)) == (1.125, 2.0)
    assert other_side(of_counts(TWO, [80, 100], [100, 100], good="high")) is None


def test_halves_compare_the_earlier_dates_with_the_later():
    groups, names = halves(monthly(), ORDER)
    assert groups.size.tolist() == [[1200, 1200], [1200, 1200]]
    assert names == ("Jan 2025 to Jun 2025", "Jul 2025 to Dec 2025")


def test_every_measure_has_its_sentence_also_for_groups_without_an_order():
    free = of_counts("ABC", [10, 20, 0], [50, 50, 0], good="high", ordered=False)
    names = [name for name, found in all_measures(free) if found.sentence()]
    assert "theil" in names
    assert "slope" not in names


def test_comparisons_beyond_chance_are_those_of_benjamini_and_hochberg():
    from scipy.stats import false_discovery_control

    groups = of_counts("ABCDE", [10, 20, 30, 28, 40], [100] * 5, good="high")
    at, _, judged = against(groups)
    assert (at, judged.made) == (4, 4)
    assert np.allclose(judged.adjusted, false_discovery_control(judged.chance))


def test_a_group_with_nobody_is_named_with_the_reason():
    groups = of_counts("AB", [5, 0], [10, 0], good="high")
    assert not_shown(groups) == (("B", "nobody is in this group"),)


def test_a_score_with_its_error_has_a_range():
    found = each(of_values("AB", [3.0, 4.0], [10, 10], [0.5, 0.5], good="high"))
    assert found.lower.round(2).tolist() == [2.02, 3.02]


def test_values_without_an_error_are_compared_without_a_range():
    rows = pd.DataFrame({"group": ["A", "B"], "value": [3.0, 4.0], "size": [9, 9], "error": np.nan})
    groups = as_groups(OwnTable(rows, counted=False), ORDER)
    assert many(each(groups)).made == 0


def test_the_same_two_groups_are_compared_at_every_date():
    free = Order(("A", "B"), "low", ordered=False)
    assert fixed(monthly(), free).names == ("B", "A")


def test_a_growing_gap_is_never_called_better():
    gap, times = gaps_over_time(monthly(), ORDER, ("gap", "ratio"))
    assert (gap.improvement_direction, times.improvement_direction) == ("decrease", "decrease")
    assert gap.points["value"].round(6).unique().tolist() == [20]


def test_each_group_has_its_own_p_chart():
    chart = group_over_time(monthly(), ORDER, "A", "Seen, A")
    assert (chart.kind, chart.unit) == ("p", "%")
    assert chart.points["value"].round(6).unique().tolist() == [30]


def test_nine_dates_are_too_few_for_a_chart():
    with pytest.raises(Problem, match="9 dates"):
        group_over_time(monthly(9), ORDER, "A", "")


def test_repeated_events_get_a_u_chart():
    assert group_over_time(monthly(repeated=True), ORDER, None, "").kind == "u"


def test_exact_curves_of_the_funnel_hold_the_place_itself():
    found = places(monthly())
    assert found.found.outside.tolist() == [0, 0]
    assert (found.lower[0] < 40).all()
    assert (found.upper[1] >= found.upper[0]).all()


def test_curves_that_allow_for_differing_places_are_wider():
    rows = pd.DataFrame(
        {"group": "A", "area": list("NSEW"), "events": [300, 400, 500, 350], "people": 1000}
    )
    exact, wide = (places(OwnTable(rows), spread=spread) for spread in ("none", "additive"))
    assert (wide.upper[1][-1], wide.lower[1][-1]) > (exact.upper[1][-1], 0)
    assert (abs(wide.found.outside) <= abs(exact.found.outside)).all()


def test_one_place_alone_is_no_funnel():
    with pytest.raises(Problem, match="fewer than two places"):
        places(OwnTable(pd.DataFrame({"group": "A", "area": ["N"], "events": 1, "people": 5})))
