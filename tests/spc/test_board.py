"""The board: many measures as one accessible table."""

from html.parser import HTMLParser

import pandas as pd
import pytest

from helpers.spc import chart, charts
from helpers.spc.board import BOARD_CSS, board, sparkline


class Tags(HTMLParser):
    """Collect tags with their attributes, and check that every one is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.found = [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def count(self, tag, **attributes):
        return sum(t == tag and attributes.items() <= a.items() for t, a in self.found)


@pytest.fixture
def two():
    falls = chart([4, 5] * 6 + [11], name="Falls", improvement_direction="decrease", target=8)
    return [falls, chart([4, 5, 6], kind="run", name="Calls", unit="calls")]


def test_each_measure_is_one_row_with_a_row_header(two):
    tags = Tags(board(two))
    assert tags.count("caption") == 1
    assert tags.count("th", scope="col") == 6
    assert tags.count("th", scope="row") == 2


def test_a_row_tells_latest_verdicts_and_one_sentence(two):
    html = board(two)
    for told in ("11<small>13</small>", "Concerning", "Meets", "Falls shows a signal"):
        assert told in html
    assert "6 calls" in html
    assert "no target" in html


def test_every_drawing_is_named_or_hidden_from_screen_readers(two):
    svgs = [attributes for tag, attributes in Tags(board(two)).found if tag == "svg"]
    assert all(svg.get("aria-label") or svg.get("aria-hidden") == "true" for svg in svgs)


def test_a_sparkline_says_what_it_spans():
    months = pd.date_range("2024-01-01", periods=13, freq="MS")
    line = sparkline(chart([4, 5] * 6 + [11], when=months))
    assert 'aria-label="13 points, Jan 2024 to Jan 2025"' in line


def test_a_signal_in_a_sparkline_differs_in_shape_and_colour():
    line = sparkline(chart([4, 5] * 6 + [11], improvement_direction="decrease"))
    assert "l4.2 4.2-4.2 4.2-4.2-4.2Z" in line
    assert "#c2500f" in line


def test_names_cannot_carry_markup():
    html = board([chart([1, 2, 3], kind="run", name="<script>x</script>", unit="<i>")])
    assert "<script" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


def test_the_caption_can_be_chosen():
    assert "<caption>Ward &amp; board</caption>" in board([], "Ward & board")


def test_a_table_of_charts_makes_a_board_in_its_own_order():
    table = pd.DataFrame(
        {"ward": ["B"] * 13 + ["A"] * 13, "month": [*range(13)] * 2, "falls": [4, 5] * 13}
    )
    wards = charts(table, measure="ward", when="month", value="falls")
    html = board(wards)
    rows = [f'role="rowheader">{name}<' for name in wards]
    assert html.index(rows[0]) < html.index(rows[1])


def test_a_measure_without_any_value_has_a_row():
    assert "–" in board([chart([None, None], kind="run", name="Empty")])


def test_the_style_turns_rows_into_cards_and_keeps_rows_whole_in_print():
    assert "@media (max-width" in BOARD_CSS
    assert "break-inside:avoid" in BOARD_CSS
    assert "http" not in BOARD_CSS
