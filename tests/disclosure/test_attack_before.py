"""Two tables of which people came or left between them, attacked by integer programming."""

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.disclosure import TABLES, Before, show_table
from helpers.intake import Problem
from tests.disclosure.attacker import ends, ranges, table_sums
from tests.disclosure.test_attack import EXACT, TEN, is_small, named, slow, with_sums

CHANGED = {
    "nobody": {},
    "came": {"grown": True},
    "left": {"shrunk": True},
    "both": {"grown": True, "shrunk": True},
}


@st.composite
def two_tables(draw):
    """Two tables of whole numbers, and how people changed from one to the other."""
    height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    count = st.one_of(st.integers(0, 12), st.integers(0, 40))
    cells = st.lists(count, min_size=height * width, max_size=height * width)
    few = st.lists(st.integers(0, 9), min_size=height * width, max_size=height * width)
    first, more, fewer = (np.array(draw(one)).reshape(height, width) for one in (cells, few, few))
    changed = draw(st.sampled_from(list(CHANGED)))
    came = more if changed in {"came", "both"} else 0
    left = np.minimum(first, fewer) if changed in {"left", "both"} else 0
    return changed, first.tolist(), (first - left + came).tolist()


def facing(shown):
    return [cell.count for line in shown.cells for cell in line]


def laid_beside(changed, now, before, preset, sums):
    """What both tables leave open and add up to; then who stayed, left and came, as they need be."""
    size = len(now)
    rule = preset.fewest, preset.zero_shown, preset.round_to
    limits = [*ranges(before, *rule), *ranges(now, *rule)]
    adds_up = [*sums, *(([size + at for at in parts], size + whole) for parts, whole in sums)]
    asked = []
    for then, at in ((at, size + at) for at in range(size)):
        rest = len(limits)
        if changed == "nobody":
            adds_up.append(([then], at))
        elif changed == "both":
            limits += [(0, inf)] * 3
            adds_up += [([rest, rest + 1], then), ([rest, rest + 2], at)]
            asked += [rest + 1, rest + 2]
        else:
            limits.append((0, inf))
            part, whole = (then, at) if changed == "came" else (at, then)
            adds_up.append(([part, rest], whole))
            asked.append(rest)
    return limits, adds_up, asked


@settings(slow, max_examples=12)
@given(two_tables(), st.sampled_from([TABLES, TEN, EXACT]))
def test_neither_a_hidden_count_nor_who_came_or_left_is_told(tables, preset):
    changed, first, second = tables
    before = show_table(named(first), preset)
    try:
        now = show_table(named(second), preset, before=[Before(before, **CHANGED[changed])])
    except Problem:
        return  # nothing is shown
    if before.why or now.why:
        return
    sums = table_sums(len(first) + 1, len(first[0]) + 1)
    told = [*facing(before), *facing(now)]
    limits, adds_up, asked = laid_beside(changed, facing(now), facing(before), preset, sums)
    true = [n for grid in (first, second) for line in with_sums(grid) for n in line]
    for at, count in enumerate(told):
        assert count is None or not is_small(true[at], preset)
        if count is None:
            assert preset.is_wide(*ends(at, limits, adds_up))
    for at in asked:
        low, high = ends(at, limits, adds_up)
        assert low == 0 or preset.is_wide(low, high)


def test_the_attacker_finds_the_one_person_who_left_or_came():
    sums = table_sums(2, 2)
    for changed, now in (("left", 19), ("came", 21)):
        limits, adds_up, asked = laid_beside(changed, [now] * 4, [20] * 4, EXACT, sums)
        assert [ends(at, limits, adds_up) for at in asked] == [(1, 1)] * 4
    limits, adds_up, asked = laid_beside("both", [19] * 4, [20] * 4, EXACT, sums)
    assert [ends(at, limits, adds_up) for at in asked[:2]] == [(1, 20), (0, 19)]


@pytest.mark.parametrize("changed", ["came", "left", "both"])
def test_what_did_not_change_is_shown_again(changed):
    table = {"A": {"x": 20, "y": 31}, "B": {"x": 40, "y": 12}}
    before = Before(show_table(table, EXACT), **CHANGED[changed])
    assert show_table(table, EXACT, before=[before]).hidden == 0
