import pytest

from helpers.intake import Problem
from helpers.intake.pieces import PIECE, Pieces

FILE = bytes(range(256)) * (PIECE // 128) + b"end"  # two pieces and three bytes


@pytest.fixture
def pieces():
    started = Pieces()
    started.start("falls.csv", len(FILE))
    return started


def piece(index):
    return FILE[index * PIECE : (index + 1) * PIECE]


def test_every_piece_is_acknowledged_with_what_has_come(pieces):
    assert [pieces.add(i, piece(i)) for i in range(3)] == [PIECE, 2 * PIECE, len(FILE)]
    assert pieces.finish() == FILE


def test_pieces_may_come_twice_and_in_any_order(pieces):
    for i in (2, 0, 2, 1, 0):
        pieces.add(i, piece(i))
    assert pieces.finish() == FILE


def test_a_missing_piece_is_told_and_can_still_come(pieces):
    pieces.add(0, piece(0))
    pieces.add(2, piece(2))
    with pytest.raises(Problem, match=r"1 of 3 pieces of 'falls.csv' did not arrive"):
        pieces.finish()
    pieces.add(1, piece(1))
    assert pieces.finish() == FILE


@pytest.mark.parametrize(
    ("index", "content"), [(0, b"short"), (3, b"more"), (-1, b"x"), (2, b"endless")]
)
def test_a_piece_that_does_not_fit_is_refused(pieces, index, content):
    with pytest.raises(Problem, match=r"'falls.csv' changed while it was being read"):
        pieces.add(index, content)


def test_another_text_for_the_same_piece_is_refused(pieces):
    pieces.add(2, b"end")
    with pytest.raises(Problem, match=r"changed"):
        pieces.add(2, b"END")


def test_a_file_too_large_does_not_disturb_the_one_on_its_way(pieces):
    pieces.add(0, piece(0))
    with pytest.raises(Problem, match=r"'big.csv' is 100\.1 MB; the limit is 100 MB"):
        pieces.start("big.csv", 105_000_000)
    assert pieces.name == "falls.csv"
    assert pieces.received == PIECE


def test_starting_again_forgets_what_was_never_finished(pieces):
    pieces.add(0, piece(0))
    pieces.start("new.csv", 2)
    pieces.add(0, b"ab")
    assert pieces.finish() == b"ab"


def test_an_empty_file_is_refused():
    with pytest.raises(Problem, match=r"'falls.csv' is empty"):
        Pieces().start("falls.csv", 0)


@pytest.mark.parametrize("act", [lambda p: p.add(0, b"x"), lambda p: p.finish()])
def test_nothing_comes_before_a_start(act):
    with pytest.raises(Problem, match=r"No file is on its way"):
        act(Pieces())
