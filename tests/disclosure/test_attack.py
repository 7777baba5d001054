"""Tables attacked by a reader who knows the rule and tries everything."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.disclosure import PACKS, TABLES, given_away, show_counts, show_table
from tests.disclosure.attacker import could_be, ranges, table_sums

FIVE = replace(TABLES, fewest=5)
TEN = replace(TABLES, fewest=10, zero_shown=False)
EXACT = replace(TABLES, round_to=1)
COUNT = st.one_of(st.integers(0, 9), st.integers(0, 40))


def grids(most, count=COUNT):
    shape = st.tuples(st.integers(1, most), st.integers(1, most))
    return shape.flatmap(
        lambda size: st.lists(
            st.lists(count, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )


def named(grid):
    return {
        f"row {y}": {f"column {x}": n for x, n in enumerate(line)} for y, line in enumerate(grid)
    }


def with_sums(grid):
    lines = [[*line, sum(line)] for line in grid]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def is_small(count, preset):
    return count < preset.fewest and not (preset.zero_shown and count == 0)


def least_and_most(preset):
    """The ends of what is small; whatever lies between two tables of whole numbers is one, too."""
    return [preset.least_hidden, preset.fewest - 1]


slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(grids(3), st.sampled_from([TABLES, FIVE, TEN, EXACT]))
def test_what_is_shown_narrows_no_small_number(grid, preset):
    shown = show_table(named(grid), preset)
    if shown.why:
        return
    told = [cell.count for line in shown.cells for cell in line]
    limits = ranges(told, preset.fewest, preset.zero_shown, preset.round_to)
    without = ranges([n if n == 0 else None for n in told], preset.fewest, preset.zero_shown, 1)
    sums = table_sums(len(grid) + 1, len(grid[0]) + 1)
    for at, count in enumerate(n for line in with_sums(grid) for n in line):
        if is_small(count, preset):
            assert told[at] is None
            possible = could_be(at, limits, sums, least_and_most(preset))
            assert possible == could_be(at, without, sums, least_and_most(preset))


@slow
@given(grids(4), st.sampled_from([TABLES, FIVE, TEN, EXACT, PACKS]))
def test_the_audit_finds_nothing_in_what_is_shown(grid, preset):
    shown = show_table(named(grid), preset)
    assert shown.why or given_away(shown) == ()


@slow
@given(grids(5, st.just(0) | st.integers(8, 60)), st.sampled_from([TABLES, FIVE, EXACT]))
def test_nothing_is_hidden_where_nothing_is_small(grid, preset):
    shown = show_table(named(grid), preset)
    assert shown.why or not any(cell.hidden for line in shown.cells for cell in line)


@slow
@given(st.lists(COUNT, min_size=1, max_size=5), st.integers(0, 12))
def test_every_small_answer_could_be_any_small_number(line, left_out):
    shown = show_counts({f"answer {at}": n for at, n in enumerate(line)}, TABLES, left_out=left_out)
    if shown.why:
        return
    told = [cell.count for cell in (*shown.cells, shown.left_out)] + [shown.people]
    limits = ranges(told, 8, True, 5)
    near = TABLES.rounded(shown.everyone)
    sums = [(range(len(line)), len(told) - 1), (range(len(line), len(told)), len(told))]
    limits = [*limits, (near - 2, near + 2)]
    for at, count in enumerate([*line, left_out]):
        if is_small(count, TABLES):
            assert could_be(at, limits, sums, range(1, 8)) == list(range(1, 8))


@slow
@given(grids(3))
def test_sums_of_what_is_shown_need_no_guards(grid):
    shown = show_table(named(grid), TABLES, sums_of_shown=True)
    if shown.why:
        return
    told = [[cell.count for cell in line] for line in shown.cells]
    for line, true in zip(told, grid, strict=False):
        assert [n is None for n in line[:-1]] == [is_small(n, TABLES) for n in true]
        assert (line[-1] or 0) == sum(n or 0 for n in line[:-1])
    assert (told[-1][-1] or 0) == sum(n or 0 for n in told[-1][:-1])
    assert given_away(shown) == ()


def test_the_attacker_finds_what_hiding_only_small_counts_gives_away():
    # 9 to 12 of 8 to 12 people: one to three are left
    limits = ranges([10, None, 10], 8, True, 5)
    assert could_be(1, limits, [([0, 1], 2)], range(1, 8)) == [1, 2, 3, 4]
    assert could_be(1, ranges([12, None, 15], 8, True, 1), [([0, 1], 2)], range(1, 8)) == [3]


def hidden_for_each_small(size, few, preset=TABLES, tables=40):
    """How many fields are hidden for each small one, over random tables of one size."""
    chance = np.random.default_rng(80)
    hidden = small = 0
    for _ in range(tables):
        is_few = chance.random((size, size)) < few
        grid = np.where(
            is_few, chance.integers(1, 8, (size, size)), chance.integers(8, 90, (size, size))
        )
        hidden += show_table(named(grid.tolist()), preset).hidden
        small += int(is_few.sum())
    return hidden / small


@pytest.mark.parametrize(
    ("size", "few", "most"), [(3, 0.15, 2.2), (3, 0.5, 1.3), (6, 0.15, 1.3), (12, 0.15, 1.02)]
)
def test_few_fields_are_hidden_only_to_guard_others(size, few, most):
    assert 1 <= hidden_for_each_small(size, few) <= most
