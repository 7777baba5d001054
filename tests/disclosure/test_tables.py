"""Tables with sums, attacked by arithmetic."""

from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.disclosure import PACKS, TABLES, audit, given_away, show_counts, show_table, show_ticks
from helpers.disclosure.shown import Cell, Table

SMALL = st.one_of(st.integers(0, 9), st.integers(0, 60))
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(SMALL, min_size=width, max_size=width), min_size=1, max_size=4)
)


def table(grid, preset=PACKS):
    rows = {
        f"row {y}": {f"column {x}": n for x, n in enumerate(line)} for y, line in enumerate(grid)
    }
    return show_table(rows, preset)


def counts(shown):
    return [[cell.count for cell in line] for line in shown.cells]


@settings(max_examples=70, deadline=None)
@given(GRIDS)
def test_no_hidden_cell_of_a_table_can_be_worked_out(grid):
    shown = table(grid)
    if not shown.why:
        assert given_away(shown) == ()


@settings(max_examples=40, deadline=None)
@given(GRIDS)
def test_no_hidden_cell_of_a_rounded_table_can_be_worked_out(grid):
    shown = table(grid, TABLES)
    if not shown.why:
        assert given_away(shown) == ()


@settings(max_examples=70, deadline=None)
@given(GRIDS, st.sampled_from([PACKS, TABLES]))
def test_nothing_small_is_shown_and_what_is_shown_is_true(grid, preset):
    lines = [[*line, sum(line)] for line in grid]
    lines.append([sum(column) for column in zip(*lines, strict=True)])
    for told, true in zip(counts(table(grid, preset)), lines, strict=True):
        for count, truth in zip(told, true, strict=True):
            assert count is None or count == preset.rounded(truth)
            assert count is None or truth >= preset.fewest or (preset is TABLES and truth == 0)


@settings(max_examples=70, deadline=None)
@given(st.lists(SMALL, min_size=2, max_size=7), st.integers(0, 12), st.booleans())
def test_no_hidden_answer_of_a_question_can_be_worked_out(line, left_out, sensitive):
    named = {f"answer {at}": count for at, count in enumerate(line)}
    shown = show_counts(named, sensitive=sensitive, left_out=left_out)
    if shown.everyone:
        assert given_away(shown) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), st.integers(0, 12))
def test_no_hidden_tick_can_be_worked_out(line, left_out):
    named = {f"answer {at}": count for at, count in enumerate(line)}
    shown = show_ticks(named, max(line), left_out=left_out)
    if shown.everyone:
        assert given_away(shown) == ()


def test_a_table_of_large_counts_is_shown_whole():
    assert counts(table([[20, 12], [9, 11]])) == [[20, 12, 32], [9, 11, 20], [29, 23, 52]]


def test_one_small_cell_takes_one_in_its_row_and_its_column_with_it():
    shown = table([[20, 2, 30], [9, 11, 40], [60, 50, 70]])
    assert shown.hidden == 4
    assert counts(shown)[2] == [60, 50, 70, 180]


def test_the_audit_finds_a_cell_that_its_row_gives_away():
    hidden = Cell("b", None, "not shown")
    leaky = Table(("r",), ("a", "b"), ((Cell("a", 9), hidden, Cell("all", 12)),) * 2)
    assert given_away(leaky) == ("r, b", "all, b")


def test_the_audit_finds_what_only_several_sums_together_give_away():
    # no row and no column has one hidden cell alone, yet the four corners add up to one solution
    no = Cell("x", None, "not shown")
    rows = [[no, no, 5], [no, no, 4], [5, 4, 9]]
    cells = tuple(tuple(c if isinstance(c, Cell) else Cell("x", c) for c in row) for row in rows)
    found = audit(Table(("p", "q"), ("a", "b"), cells))
    assert [(one.low, one.high) for one in found] == [(1, 5), (0, 4), (0, 4), (0, 4)]
    none_there = (
        (no, no, Cell("x", 0)),
        (no, no, Cell("x", 9)),
        (Cell("x", 5), Cell("x", 4), Cell("x", 9)),
    )
    told = given_away(Table(("p", "q"), ("a", "b"), none_there))
    assert told == ("p, a", "p, b", "q, b")  # nobody, nobody and four; "q, a" is five: not few


def test_a_table_of_sixty_rows_and_columns_takes_seconds():
    chance = np.random.default_rng(60)
    began = process_time()
    shown = table(chance.poisson(4, (60, 60)).tolist(), TABLES)
    assert process_time() - began < 10  # 1 to 2 s when this was written
    assert shown.hidden > 3000
    assert given_away(shown) == ()


def test_a_table_of_four_people_shows_nothing():
    shown = table([[2, 2]])
    assert "fewer than 5" in shown.why
    assert counts(shown) == [[None] * 3] * 2


def test_rows_with_other_columns_are_a_bug():
    with pytest.raises(ValueError, match="same columns"):
        show_table({"a": {"x": 9}, "b": {"y": 9}})
