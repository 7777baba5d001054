"""What must hold for any figures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.spc import RULE_SETS, chart

SWAP = {"improvement": "concern", "concern": "improvement"}
figures = st.lists(st.integers(0, 40).map(float), min_size=12, max_size=40)


@settings(max_examples=40, deadline=None)
@given(figures, st.sampled_from(list(RULE_SETS)))
def test_the_other_direction_swaps_improvement_and_concern(values, rules):
    up, down = (
        chart(values, rules=rules, improvement_direction=way).points["verdict"]
        for way in ("increase", "decrease")
    )
    assert up.map(lambda word: SWAP.get(word, word)).tolist() == down.tolist()


@settings(max_examples=40, deadline=None)
@given(figures, st.sampled_from([2.0, 4.0, 0.5]), st.integers(-50, 50))
def test_verdicts_do_not_depend_on_the_unit(values, scale, shift):
    moved = chart(np.array(values) * scale + shift)
    plain = chart(values)
    assert moved.points["rules"].tolist() == plain.points["rules"].tolist()
    np.testing.assert_allclose(
        moved.points["upper"], plain.points["upper"] * scale + shift, atol=1e-9
    )


@settings(max_examples=40, deadline=None)
@given(figures)
def test_the_centre_lies_between_limits_and_near_lines_inside(values):
    table = chart(values).points
    order = table[["lower", "near_lower", "centre", "near_upper", "upper"]].to_numpy()
    assert (np.diff(order, axis=1) >= -1e-9).all()


@pytest.mark.parametrize("constant", [0.1, 1 / 3, 1e9 + 0.1])
@pytest.mark.parametrize("rules", RULE_SETS)
def test_a_constant_never_signals(constant, rules):
    assert not chart([constant] * 30, rules=rules).points["rules"].map(len).any()
