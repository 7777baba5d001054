import datetime as dt

import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.intake.date_column import read_dates
from helpers.intake.dates import looks_like_date, read_date


def read(*cells, **choice):
    dates = read_dates(pd.Series(cells, dtype=object), "Row {}".format, **choice)
    return dates.values.dt.strftime("%Y-%m-%d").tolist(), dates.notes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14/03/2026", "2026-03-14"),
        ("14.03.26", "2026-03-14"),
        ("14 Mar 2026", "2026-03-14"),
        ("14th March 2026", "2026-03-14"),
        ("Saturday 14 March 2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("2026-03-14", "2026-03-14"),
        ("2026-03-14T09:30:00Z", "2026-03-14"),
        ("14/03/2026 09:30", "2026-03-14"),
        ("20260314", "2026-03-14"),
        ("Mar-26", "2026-03-01"),
        ("Mar '26", "2026-03-01"),
        ("march 2026", "2026-03-01"),
        ("2026 Mar", "2026-03-01"),
        ("2026-03", "2026-03-01"),
        ("03/2026", "2026-03-01"),
        ("202603", "2026-03-01"),
        ("w/c 02/03/2026", "2026-03-02"),
        ("Week ending 08/03/2026", "2026-03-08"),
        ("Q1 2025/26", "2025-04-01"),
        ("2025/26 Q4", "2026-01-01"),
        ("Q1 2026", "2026-01-01"),
        ("M1 2025/26", "2025-04-01"),
        ("Month 12 2025/26", "2026-03-01"),
        ("Jan 2025/26", "2026-01-01"),
        ("2025/26", "2025-04-01"),
        ("FY 2025/26", "2025-04-01"),
        ("46023", "2026-01-01"),  # day 45658 is 1 January 2025 in Excel; 365 days on
        (46023, "2026-01-01"),
        (dt.date(2026, 3, 14), "2026-03-14"),
        ("2026", "2026-01-01"),
    ],
)
def test_british_ways_of_writing_a_date_are_read(text, day):
    assert f"{read_date(text).date():%Y-%m-%d}" == day


@pytest.mark.parametrize(
    "text", ["", "12", "45%", "March", "Week 12", "M13 2025/26", "2025/27 Q1", "soon", True]
)
def test_other_things_are_no_dates(text):
    assert read_date(text) is None


def test_the_time_of_day_is_kept():
    assert read_date("14/03/2026 09:30").date() == dt.datetime(2026, 3, 14, 9, 30)


@pytest.mark.parametrize("cell", ["46023", 46023, "2026"])
def test_a_bare_number_is_not_surely_a_date(cell):
    assert not looks_like_date(cell)


def test_unclear_dates_are_read_the_british_way_and_it_is_said():
    days, notes = read("03/04/2026", "04/04/2026")
    assert days == ["2026-04-03", "2026-04-04"]
    assert notes == ("Read '03/04/2026' as 3 April 2026: day first, as in the UK.",)


def test_one_clear_date_settles_the_whole_column():
    assert read("03/04/2026", "13/04/2026") == (["2026-04-03", "2026-04-13"], ())


def test_american_dates_are_read_as_such_and_it_is_said():
    days, notes = read("03/04/2026", "03/25/2026")
    assert days == ["2026-03-04", "2026-03-25"]
    assert notes == ("Read the dates as month/day/year, because of '03/25/2026'.",)


def test_the_reader_can_settle_the_order():
    assert read("03/04/2026", day_first=False)[0] == ["2026-03-04"]


def test_dates_that_cannot_be_misread_may_be_mixed():
    assert read("2026-01-05", "14 Feb 2026", "Mar-26")[0] == [
        "2026-01-05",
        "2026-02-14",
        "2026-03-01",
    ]


@pytest.mark.parametrize("text", ["31/02/2026", "2026-02-30", "31 June 2026", "45/13/2026"])
def test_a_day_that_does_not_exist_is_named(text):
    with pytest.raises(Problem, match=f"^Row 1: the date '{text}' does not exist. Correct it"):
        read("2026-01-01", text)


def test_a_year_out_of_all_reason_does_not_exist():
    with pytest.raises(Problem, match=r"'2996-01-01' does not exist"):
        read("2996-01-01")


@pytest.mark.parametrize("text", ["14 March", "26-Mar", "14/03"])
def test_a_date_without_a_year_asks_for_it(text):
    with pytest.raises(Problem, match=f"^Row 0: '{text}' is not a date.*It has no year"):
        read(text)


def test_a_year_among_months_may_be_a_total():
    with pytest.raises(Problem, match=r"^Row 2: '2025' is only a year.*yearly total"):
        read("Jan 2025", "Feb 2025", "2025")


def test_financial_years_are_placed_on_the_first_of_april_and_it_is_said():
    assert read("2024/25", "2025/26") == (
        ["2024-04-01", "2025-04-01"],
        ("Financial years are placed on 1 April.",),
    )
