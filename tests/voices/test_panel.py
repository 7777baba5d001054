"""A panel beside those it decides for: shares, lots, seats; and what is refused."""

import pytest
from scipy.stats import binom

from helpers.intake import Problem
from helpers.voices.panel import beside, body, likelihood
from helpers.voices.table_seats import at_table, own_perspectives

AREA = body("Area", 71_000, 310_000)


def test_a_share_comes_with_wilsons_limits():
    # Newcombe and Altman: 81 of 263
    low, high = body("Board", 81, 263).limits
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_one_seat_of_twelve_moves_a_share_by_eight_points():
    board = body("Board", 1, 12)
    assert round(100 * board.step) == 8
    assert board.small
    assert not body("Team", 46, 180).small


@pytest.mark.parametrize("count", range(13))
def test_the_chance_by_lot_is_that_of_the_tail_on_the_side_where_it_lies(count):
    found, lot = beside(body("Board", count, 12), AREA), binom(12, 71 / 310)
    assert found.expected == pytest.approx(12 * 71 / 310)
    tail = lot.cdf(count) if count < found.expected else lot.sf(count - 1)
    assert found.by_lot == pytest.approx(tail)


def test_a_group_that_is_nowhere_or_everywhere_has_an_answer():
    assert beside(body("Board", 0, 12), body("Area", 0, 500)).by_lot == 1
    assert beside(body("Board", 12, 12), body("Area", 500, 500)).by_lot == 1
    assert beside(body("Board", 0, 12), AREA).fewer


def test_the_relative_likelihood_is_the_share_here_over_the_share_there():
    assert float(likelihood(body("a", 148, 610), body("b", 52, 330)).value) == pytest.approx(
        (148 / 610) / (52 / 330)
    )


@pytest.mark.parametrize(
    ("count", "total", "said"),
    [
        (None, 12, "Board: type both numbers"),
        (1, None, "Board: type both numbers"),
        (8.3, 12, "Board: 8.3 is no whole number of people"),
        (-1, 12, "Board: -1 people cannot be"),
        (0, 0, "Board: of 0 people there is no share"),
        (13, 12, "Board: 13 are more than 12 in all"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(count, total, said):
    with pytest.raises(Problem, match=said):
        body("Board", count, total)


def test_perspectives_of_ones_own_are_added_once_and_not_without_end():
    known = {"carers": "Carers"}
    assert own_perspectives(" Volunteers \n\nCARERS\nvolunteers", known) == {
        "Volunteers": "Volunteers"
    }
    assert len(own_perspectives("\n".join(map(str, range(100))), {})) == 12


def test_every_perspective_has_one_place():
    names = {"a": "A", "b": "B", "c": "C", "d": "D"}
    table = at_table(names, {"a": "decides", "b": "asked", "c": "missing", "gone": "missing"})
    assert table == type(table)(("A",), ("B",), ("C",), ("D",))
