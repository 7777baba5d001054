"""Rates, limits, means and places in a funnel: what they tell of a hidden count, and how it is stopped."""

from math import sqrt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disclosure import TABLES, pinned, show_results
from helpers.intake import Problem
from tests.disclosure.test_attack import slow

Z = 1.959964


def wilson(x, n, sign):
    p = x / n
    middle, half = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return 100 * (middle + sign * half) / (1 + Z * Z / n)


FIGURES = {
    "percent": lambda x, n: round(100 * x / n, 1),
    "lower": lambda x, n: round(wilson(x, n, -1), 1),
    "upper": lambda x, n: round(wilson(x, n, 1), 1),
}
LIMITS = {name: FIGURES[name] for name in ("lower", "upper")}
WARDS = pd.DataFrame(
    {"count": [21, 3, 40, 12], "of": [62, 60, 118, 55], "stay": [4.3846, 9.2, 3.1071, 5.55]},
    index=["A", "B", "C", "D"],
)


@pytest.mark.parametrize(
    ("most", "digits", "pairs", "counts"),
    [(100, 1, 0.96, 1.0), (300, 1, 0.38, 1.0), (100, 0, 0.27, 0.51), (300, 0, 0.08, 0.16)],
)
def test_limits_beside_a_hidden_count_tell_which_it_is(most, digits, pairs, counts):
    # of counts from 1 to 7 out of 8 or more: how many pairs, and how many counts, limits fix alone.
    # The shares of pairs were computed elsewhere, too.
    behind = {}
    for n in range(8, most + 1):
        for x in range(1, 8):
            limits = tuple(round(wilson(x, n, sign), digits) for sign in (-1, 1))
            behind.setdefault(limits, []).append(x)
    of = sum(map(len, behind.values()))
    one_pair = sum(len(xs) == 1 for xs in behind.values())
    one_count = sum(len(xs) for xs in behind.values() if len(set(xs)) == 1)
    assert (one_pair / of, one_count / of) == pytest.approx((pairs, counts), abs=0.01)


def test_the_audit_finds_a_count_behind_its_limits():
    limits = [round(wilson(3, 60, sign), 1) for sign in (-1, 1)]
    leaky = pd.DataFrame({"count": [None], "of": [None], "lower": limits[:1], "upper": limits[1:]})
    assert [(one.low, one.high) for one in pinned(leaky, LIMITS, most=100)] == [(3, 3)]
    assert pinned(leaky.assign(lower=None, upper=None), LIMITS) == ()


def test_the_audit_finds_a_count_behind_a_place_in_a_funnel():
    place = {"place": lambda x, n: "below" if x < 3 else "within"}
    leaky = pd.DataFrame({"count": [None], "of": [90], "place": ["below"]}, index=["B"])
    assert [(one.low, one.high) for one in pinned(leaky, place)] == [(1, 2)]


def test_the_audit_finds_a_guard_behind_its_figure():
    leaky = pd.DataFrame({"count": [None], "of": [60], "percent": [20.0]}, index=["A"])
    assert [(one.low, one.high) for one in pinned(leaky, {"percent": FIGURES["percent"]})] == [
        (12, 12)
    ]


def test_the_audit_finds_a_rounded_count_behind_a_finished_figure():
    # 40 stands for 38 to 42, and 20 for 18 to 22: of 118, 33.9 % are 40, and 17.8 % are 21
    percent = {"percent": FIGURES["percent"]}
    leaky = pd.DataFrame({"count": [40, 20], "of": 118, "percent": [33.9, 17.8]}, index=["C", "D"])
    assert [(one.low, one.high) for one in pinned(leaky, percent)] == [(40, 40), (21, 21)]
    # made of the very counts beside them, they tell nothing
    assert pinned(leaky.assign(percent=[33.9, 16.9]), percent) == ()


def test_even_whole_percentages_tell_more_than_counts_rounded_to_five():
    whole = {"percent": lambda x, n: round(100 * x / n)}
    coarse = pd.DataFrame({"count": [40], "of": [120], "percent": [36]}, index=["C"])
    # out of 118 to 122, one of 38 to 42 must be at least 42 to make 36 %
    assert [(one.low, one.high) for one in pinned(coarse, whole, digits=0)] == [(42, 42)]


def test_figures_that_no_count_makes_are_said():
    wrong = pd.DataFrame({"count": [None], "of": [60], "percent": [5.5]}, index=["B"])
    with pytest.raises(Problem, match="B: no count makes these figures"):
        pinned(wrong, {"percent": FIGURES["percent"]})


def test_no_figure_of_a_hidden_count_is_shown():
    shown = show_results(WARDS, FIGURES, means=["stay"])
    told = shown.frame.loc["B"]
    assert told[["count", "of", *FIGURES, "stay"]].isna().all()
    assert "fewer than 8" in told["why"]
    assert pinned(shown.frame, FIGURES) == ()


def test_figures_are_made_of_the_rounded_counts():
    told = show_results(WARDS, FIGURES).frame.loc["C"]
    assert (told["count"], told["of"], told["percent"]) == (40, 120, 33.3)


def test_a_group_of_which_nearly_all_are_counted_is_hidden_as_well():
    nearly = pd.DataFrame({"count": [58, 40], "of": [60, 118]}, index=["A", "B"])
    assert show_results(nearly, FIGURES).frame["percent"].isna().any()


def test_a_published_population_stays_and_its_rate_goes():
    areas = pd.DataFrame({"count": [4, 30, 60], "of": [1200, 1900, 2500]}, index=list("ABC"))
    told = show_results(areas, {"rate": lambda x, n: 1000 * x / n}, public=True).frame
    assert told["of"].tolist() == [1200, 1900, 2500, 5600]
    assert told["rate"].isna().tolist()[:2] == [True, False]


def test_a_mean_is_told_in_steps_and_never_for_all():
    told = show_results(WARDS, {}, means=["stay"]).frame["stay"]
    assert told["A"] == pytest.approx(
        4.38
    )  # of 58 people or more: 0.02 is a step that all can make
    assert pd.isna(told["B"])
    assert pd.isna(told["all"])
    gone = show_results(WARDS.assign(stay=None, of=[1, 1, 2, 3]), {}, public=True, means=["stay"])
    assert gone.frame["stay"].isna().all()


@slow
@given(
    st.lists(
        st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        min_size=1,
        max_size=4,
    )
)
def test_shown_figures_leave_every_count_open_that_the_rounded_counts_leave(pairs):
    table = pd.DataFrame(pairs, columns=["count", "of"], index=list("ABCD")[: len(pairs)])
    told = show_results(table, FIGURES).frame
    for name, (x, n) in zip(table.index, pairs, strict=True):
        row = told.loc[name]
        if row["why"] or not row["of"]:
            assert pd.isna(row[list(FIGURES)]).all()
            continue
        assert (row["count"], row["of"]) == (TABLES.rounded(x), TABLES.rounded(n))
        # a reader who knows the rule tries every pair of counts, and finds all that rounding leaves
        behind = {
            a
            for a in range(row["count"] + 3)
            for b in range(max(a, 8), row["of"] + 3)
            if (TABLES.rounded(a), TABLES.rounded(b)) == (row["count"], row["of"])
            and all(f(TABLES.rounded(a), TABLES.rounded(b)) == row[t] for t, f in FIGURES.items())
        }
        low, high = TABLES.stands_for(row["count"])
        assert behind >= set(range(low, high + 1))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (WARDS.rename(columns={"of": "people"}), "no column 'of'. Choose one of: count, people"),
        (WARDS.iloc[:0], "holds no group"),
        (WARDS.assign(of=10), "A: 21 of 10 is more than all"),
        (WARDS.set_axis(["A", "A", "B", "C"]), "called 'A, count'"),
        (WARDS.assign(count=[21, None, 40, 12]), "B, count: nan is no count"),
    ],
)
def test_what_cannot_be_shown_is_said(table, said):
    with pytest.raises(Problem, match=said):
        show_results(table, FIGURES)
