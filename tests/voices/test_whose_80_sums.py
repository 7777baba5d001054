"""The sums behind "whose 80%": bars in order, silence filled in, lenses, and whom a choice touches."""

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.voices.eighty.few import Reach, moves, reach, worst
from helpers.voices.eighty.harm import load_harm, tally
from helpers.voices.eighty.lenses import LENSES, Weights, weigh
from helpers.voices.eighty.pareto import pareto
from helpers.voices.eighty.silence import break_even, what_if

REPORTS = pd.DataFrame(
    {
        "theme": ["Falls", "Falls", "Waits", "Abuse"],
        "group": ["A", "B", "A", "B"],
        "severity": ["low", "low", "low", "high"],
        "count": [60, 0, 30, 10],
    }
)


@pytest.fixture
def harm():
    return tally(REPORTS, people={"A": 1_000, "B": 20}, severities=("low", "high"))


def test_the_reference_turns_the_order_of_two_groups():
    assert what_if([60, 81], [0.6, 0.9]) == pytest.approx([100, 90])


@pytest.mark.parametrize("share", [0, -0.1, 1.01, float("nan")])
def test_a_share_that_cannot_be_is_refused(share):
    with pytest.raises(Problem, match="between 1 and 100"):
        what_if([60], [share])


def test_the_vital_few_are_the_first_that_reach_eighty_percent():
    bars = pareto(["a", "b", "c", "d"], [50, 30, 15, 5])
    assert (bars.few, bars.running.round(2).tolist()) == (2, [0.5, 0.8, 0.95, 1.0])


def test_themes_equal_to_the_last_of_the_few_are_taken_too():
    assert pareto(["a", "b", "c", "d"], [60, 20, 20, 0]).few == 3


def test_equal_bars_share_a_place():
    assert pareto(["a", "b", "c"], [3, 5, 3]).places == (1, 2, 2)


def test_what_gathers_the_rest_stands_last_and_is_never_vital():
    bars = pareto(["rest", "a", "b"], [90, 6, 4], last=["rest"])
    assert (bars.themes, bars.few) == (("a", "b", "rest"), 2)


@pytest.mark.parametrize("amounts", [[0, 0], [-1, 2], [float("nan"), 1]])
def test_bars_that_cannot_be_drawn_are_refused(amounts):
    with pytest.raises(Problem):
        pareto(["a", "b"], amounts)


def test_bars_that_chance_could_swap_are_too_close_to_call():
    assert pareto(["a", "b"], [100, 90], variances=[100, 90]).close_call(1)
    assert not pareto(["a", "b"], [100, 50], variances=[100, 50]).close_call(1)


def test_a_break_even_is_the_largest_share_at_which_the_theme_is_in():
    bars = np.array([[81.0, 0.0], [0.0, 60.0]])  # 60 / 0.74 = 81.08; 60 / 0.75 = 80
    assert break_even(bars, 1, 1, 1) == 74


@given(
    st.lists(st.lists(st.integers(0, 90), min_size=2, max_size=2), min_size=2, max_size=6),
    st.integers(1, 4),
)
@example([[0, 11], [25, 0]], 1)  # 44 makes the two bars exactly equal
def test_a_break_even_is_what_trying_every_share_finds(rows, few):
    bars = np.array(rows, dtype=float)

    def there(share):
        now = bars[:, 0] + bars[:, 1] * 100 / share
        return (now > now[0] + 1e-9).sum() < few

    tried = [share for share in range(100, 0, -1) if there(share)]
    assert break_even(bars, 0, 1, few) == (tried[0] if tried else None)


def test_each_lens_orders_the_same_reports_in_its_own_way(harm):
    harsh = Weights(severity=(1, 10))
    first = {each: weigh(harm, each, weights=harsh).pareto().themes[0] for each in LENSES[:3]}
    assert first == {"count": "Falls", "rate": "Abuse", "severity": "Abuse"}


def test_a_rate_counts_every_group_alike(harm):
    # A: 60 of 1,000; B: 10 of 20, so 500 of 1,000; averaged over two groups
    rates = dict(zip(harm.themes, weigh(harm, "rate").amounts.sum(axis=1), strict=True))
    assert rates == pytest.approx({"Falls": 30, "Waits": 15, "Abuse": 250})


def test_weights_can_be_set(harm):
    heavy = weigh(harm, "severity", weights=Weights(severity=(1, 7))).pareto()
    assert (heavy.first(1), heavy.amount("Abuse")) == (("Abuse",), 70)


def test_one_group_alone_is_outvoted_by_nobody(harm):
    assert weigh(harm, "group", group="B").pareto().first(1) == ("Abuse",)


def test_deprivation_counts_the_most_deprived_fifth_double():
    rows = {"theme": ["a", "b"], "group": ["g", "g"], "deprivation_fifth": ["1", "5"]}
    assert weigh(tally(pd.DataFrame(rows)), "deprivation").amounts.ravel().tolist() == [2, 1]


@pytest.mark.parametrize(
    ("lens", "weights"),
    [
        ("deprivation", Weights()),  # these reports have no fifths
        ("severity", Weights(severity=(1, float("nan")))),
        ("severity", Weights(severity=(1, -2))),
        ("group", Weights()),  # none is chosen
    ],
)
def test_a_lens_says_what_it_lacks(harm, lens, weights):
    with pytest.raises(Problem):
        weigh(harm, lens, weights=weights)


def test_a_rate_without_the_number_of_people_is_refused():
    with pytest.raises(Problem, match="number of people"):
        weigh(tally(REPORTS), "rate")


def test_the_spread_of_a_what_if_grows_with_the_silence(harm):
    # 10 reports stand for 20 harms: each report counts twice, its square four times
    heard = weigh(harm, shares=[1, 0.5])
    assert dict(zip(heard.themes, heard.variances, strict=True))["Abuse"] == 40


def test_a_choice_touches_one_group_and_not_the_other(harm):
    assert reach(harm, ["Falls"]) == (
        Reach("A", 60, 90, pytest.approx(2 / 3), False),
        Reach("B", 0, 10, 0.0, False),
    )


def test_a_group_with_fewer_than_ten_reports_is_marked(harm):
    few = tally(REPORTS.assign(count=[60, 0, 30, 9]))
    assert [each.small for each in reach(few, ["Falls"])] == [False, True]
    assert worst(few)[1].small


def test_a_group_without_a_report_has_no_worst_harm():
    none = tally(REPORTS.assign(count=[60, 0, 30, 0]))
    assert worst(none)[1].theme == ""
    assert reach(none, ["Falls"])[1].share == 0


def test_the_worst_harm_is_the_heaviest_and_not_the_most_frequent():
    rows = {"theme": ["a", "b"], "group": ["g", "g"], "severity": ["x", "y"], "count": [4, 3]}
    found = worst(tally(pd.DataFrame(rows), severities=("x", "y")), (1.0, 10.0))
    assert found[0].theme == "b"


def test_what_enters_and_what_leaves_the_first_few_is_told():
    found = moves(pareto("abc", [9, 8, 7]), pareto("abc", [9, 8, 10]), 2)
    assert (found.entered, found.left) == (("c",), ("b",))
    assert found.moved[0] == ("c", 3, 1)


def test_no_report_is_refused():
    with pytest.raises(Problem, match="no report"):
        tally(REPORTS.head(0))


def test_every_lens_is_instant():
    willow = load_harm()
    start = time.perf_counter()
    for lens in LENSES:
        weigh(willow, lens, shares=[0.5] * 7, group=willow.groups[0]).pareto()
    assert time.perf_counter() - start < 0.1
