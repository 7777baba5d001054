"""Whole tables: the same answers as one chart at a time."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.spc import Phase, chart, charts

LINES = ["value", "centre", "lower", "upper", "near_lower", "near_upper"]


def long(series):
    rows = [
        {"measure": name, "month": place, "figure": figure}
        for name, figures in series.items()
        for place, figure in enumerate(figures)
    ]
    return pd.DataFrame(rows)


def board(series, **choices):
    return charts(long(series), measure="measure", when="month", value="figure", **choices)


def agrees(whole, name, alone):
    part = whole.points[whole.points["measure"] == name]
    np.testing.assert_allclose(part[LINES], alone.points[LINES], rtol=1e-12)
    assert part["verdict"].tolist() == alone.points["verdict"].tolist()
    assert part["rules"].tolist() == [", ".join(rules) for rules in alone.points["rules"]]
    row = whole.summary.set_index("measure").loc[name]
    assert row["variation"] == alone.variation
    assert (row["assurance"] if isinstance(row["assurance"], str) else None) == alone.assurance


figures = st.lists(st.one_of(st.none(), st.integers(0, 12).map(float)), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@example(series=[[4.0, 5.0] * 7, [None]], kind="mr", direction="increase")
@given(
    series=st.lists(figures, min_size=1, max_size=4),
    kind=st.sampled_from(["xmr", "run", "c", "g", "mr"]),
    direction=st.sampled_from(["increase", "decrease", "neutral"]),
)
def test_a_table_says_what_single_charts_say(series, kind, direction):
    named = {f"m{place}": one for place, one in enumerate(series)}
    whole = board(named, kind=kind, improvement_direction=direction, target=6)
    for name, one in named.items():
        alone = chart(one, kind=kind, improvement_direction=direction, target=6)
        agrees(whole, name, alone)
        np.testing.assert_array_equal(whole[name].points["value"], alone.points["value"])


def test_each_measure_may_have_its_own_kind_direction_and_target():
    series = {"waits": [4, 5] * 8 + [11], "falls": [3, 4] * 8 + [9], "few": [1, 2, 3]}
    whole = board(
        series,
        kind={"waits": "xmr", "falls": "c", "few": "xmr"},
        improvement_direction={"waits": "decrease", "falls": "increase", "few": "neutral"},
        target={"waits": 20},
    )
    assert whole.summary["kind"].tolist() == ["xmr", "c", "run"]
    assert whole.summary["variation"].tolist() == ["concerning", "common_cause", "too_few"]
    assert whole.summary["assurance"].tolist()[0] == "will_meet"
    agrees(whole, "falls", chart(series["falls"], kind="c", improvement_direction="increase"))


def test_directions_and_targets_may_come_from_columns():
    table = long({"a": [4, 5] * 10}).assign(better="decrease", goal=9.0)
    whole = charts(table, measure="measure", when="month", value="figure",
                   improvement_direction="better", target="goal")  # fmt: skip
    assert whole.summary["assurance"].tolist() == ["will_meet"]


def test_phases_baseline_and_exclusions_reach_their_measure():
    series = {"a": [4, 5] * 7 + [8, 9] * 7, "b": [4, 5] * 14}
    phases = [Phase(14, "New rota")]
    whole = board(series, phases={"a": phases}, exclude={"b": [3]}, baseline=12)
    agrees(whole, "a", chart(series["a"], phases=phases, baseline=12))
    agrees(whole, "b", chart(series["b"], exclude=[3], baseline=12))
    assert whole["a"].phases[1].reason == "New rota"


def test_ratios_and_multiplying_agree_with_a_single_chart():
    table = pd.DataFrame({"w": "A", "m": range(14), "n": [5, 6] * 7, "d": [50, 70] * 7})
    whole = charts(
        table, measure="w", when="m", numerator="n", denominator="d", kind="p", multiply=100
    )
    alone = chart(table["n"], denominator=table["d"], kind="p", multiply=100)
    agrees(whole, "A", alone)
    np.testing.assert_allclose(whole["A"].points[LINES], alone.points[LINES])


def test_shuffled_rows_give_the_same_board():
    table = long({"a": [4, 5] * 8, "b": [9, 1, 5, 7] * 4})
    mixed = table.sample(frac=1, random_state=4)
    first, second = (
        charts(one, measure="measure", when="month", value="figure").summary.set_index("measure")
        for one in (table, mixed)
    )
    pd.testing.assert_frame_equal(first, second.loc[first.index])


def test_a_block_border_changes_nothing(monkeypatch):
    series = {f"m{place}": np.random.default_rng(place).normal(0, 1, 20) for place in range(9)}
    whole = board(series).points
    monkeypatch.setattr("helpers.spc.batch.BLOCK", 45)
    pd.testing.assert_frame_equal(board(series).points, whole)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"value": "nope"}, "no column 'nope'.*measure, month, figure"),
        ({"value": None}, "Name the column of figures"),
        ({"kind": "c"}, "b, point 1: the count is below zero"),
        ({"kind": "xbar"}, "one measure at a time"),
        ({"kind": {"a": "c"}}, "'b'"),
        ({"phases": {"z": []}}, "no measure 'z'"),
    ],
)
def test_what_does_not_fit_in_a_table_is_said(choices, said):
    table = long({"a": [1, 2], "b": [3, -1]})
    with pytest.raises(Problem, match=said):
        charts(table, measure="measure", when="month", **({"value": "figure"} | choices))


def test_an_unknown_measure_is_said():
    with pytest.raises(Problem, match="no measure 'z'"):
        board({"a": [1, 2]})["z"]
