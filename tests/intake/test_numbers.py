import math

import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.intake.number_column import read_numbers
from helpers.intake.numbers import read_number


def read(*cells):
    return read_numbers(pd.Series(cells, range(2, len(cells) + 2), dtype=object), "Row {}".format)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1,234", 1234, ""),
        ("1 234 567.5", 1234567.5, ""),
        ("45%", 45, "%"),
        ("45.5 %", 45.5, "%"),
        ("£1,250", 1250, "£"),
        ("-£12", -12, "£"),
        ("£-12", -12, "£"),
        ("(1,234)", -1234, ""),
        ("−3", -3, ""),
        (".5", 0.5, ""),
        ("1e3", 1000, ""),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number, unit):
    assert read_number(text) == (number, unit)


@pytest.mark.parametrize(
    "text", ["12 (est)", "1,23", "(3", "1,234,5", "1e999", "12-14", "3 of 4", "£", "0x1F", "1_000"]
)
def test_what_only_resembles_a_number_is_not_read(text):
    assert read_number(text) is None


@pytest.mark.parametrize(
    "gap",
    ["", "n/a", "N/A", "-", "–", "*", "<5", "[c]", "#DIV/0!", "not available", math.nan, None],
)
def test_gaps_become_missing(gap):
    assert read(4, gap).values.isna().tolist() == [False, True]


def test_suppressed_small_numbers_are_counted_and_placed():
    assert read("12", "*", "<5").notes == (
        "2 suppressed small numbers such as '*' read as missing (first: row 3).",
    )


def test_excel_errors_are_said():
    assert read("12", "#DIV/0!").notes == (
        "1 Excel error such as '#DIV/0!' read as missing (first: row 3).",
    )


def test_spaces_that_do_not_break_are_spaces():
    assert read("\u00a01\u202f234\u00a0").values.tolist() == [1234]


def test_percentages_share_one_scale():
    column = read("45%", "46", "0")
    assert (column.values.tolist(), column.unit) == ([45, 46, 0], "%")


def test_a_fraction_among_percentages_is_named():
    with pytest.raises(Problem, match=r"^Row 3: 0.5 has no % sign, but other cells do"):
        read("45%", "0.5")


def test_two_currencies_are_named():
    with pytest.raises(Problem, match=r"^Row 2 is in £ and Row 4 is in €"):
        read("£4", "5", "€6")


def test_a_date_in_a_column_of_numbers_is_named():
    with pytest.raises(Problem, match=r"^Row 3: '2026-03-14' is not a number"):
        read(4, pd.Timestamp("2026-03-14").date())


def test_a_long_text_is_shortened_in_the_message():
    with pytest.raises(Problem, match=f"^Row 2: '{'x' * 39}…' is not a number"):
        read("x" * 500)
