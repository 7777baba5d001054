"""Colours and arrows as a board sees them."""

import pandas as pd
import pytest

from helpers.expectations.board_report import colour, report
from helpers.intake import Problem


def board(values, target, direction="increase"):
    return pd.DataFrame(
        {
            "measure": "Answered on time",
            "month": pd.date_range("2026-01-01", periods=len(values), freq="MS"),
            "value": values,
            "target": target,
            "improvement_direction": direction,
            "unit": "%",
        }
    )


@pytest.mark.parametrize(
    ("value", "sign", "expected"),
    [(85, 1, "green"), (81, 1, "amber"), (80, 1, "red"), (85, -1, "green"), (90, -1, "red")],
)
def test_amber_reaches_a_twentieth_past_the_target(value, sign, expected):
    assert colour(value, last=0, target=85, sign=sign) == expected


@pytest.mark.parametrize(("value", "expected"), [(4.0, "green"), (4.4, "amber"), (4.5, "red")])
def test_without_a_target_the_change_since_last_month_is_coloured(value, expected):
    assert colour(value, last=4.0, target=None, sign=-1) == expected


@pytest.mark.parametrize(
    ("direction", "values", "arrow", "better"),
    [
        ("increase", [80, 82], "up", True),
        ("decrease", [80, 82], "up", False),
        ("decrease", [82, 80], "down", True),
        ("increase", [80, 80], "level", None),
    ],
)
def test_the_arrow_looks_at_two_months_only(direction, values, arrow, better):
    row = report(board([1, 1, *values], 85.0, direction))[0]
    assert (row.arrow, row.better) == (arrow, better)


def test_the_last_month_is_the_latest_and_not_the_last_row():
    shuffled = board([70, 75, 80], 85.0).iloc[::-1]
    assert report(shuffled)[0].value == 80


def test_one_month_makes_no_report():
    with pytest.raises(Problem, match="'Answered on time' has one month"):
        report(board([80], 85.0))
