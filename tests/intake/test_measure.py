import subprocess
import sys
import warnings

import pytest

from helpers.intake import Problem
from helpers.intake.columns import guess_columns
from helpers.intake.measure import take_measure
from helpers.intake.sheets import read_table
from tests.intake.files import csv, monthly, workbook


def sheet_of(*rows):
    return read_table(csv(*rows), "falls.csv")


def take(*rows, **choice):
    sheet = sheet_of(*rows)
    return take_measure(sheet, **(guess_columns(sheet).chosen() | choice))


def said(taken):
    return " ".join(taken.notes)


MONTHS = ("Jan 2025", "Feb 2025", "Mar 2025")


def test_each_job_is_guessed_with_a_reason():
    sheet = sheet_of(
        "Indicator,Month,Seen in time,All patients,Target",
        *(f"ED,{m},{n},10,95%" for n, m in enumerate(MONTHS)),
    )
    guess = guess_columns(sheet)
    assert guess.chosen() == {
        "when": "Month",
        "numerator": "Seen in time",
        "denominator": "All patients",
        "measure": "Indicator",
        "target": "Target",
    }
    assert guess.when.reason == "its cells are dates, and its name says so"
    assert 0.5 < guess.when.confidence <= 1


def test_a_second_column_of_numbers_makes_the_guess_less_sure():
    one = guess_columns(sheet_of("Month,Falls", "Jan 2025,4")).value
    two = guess_columns(sheet_of("Month,Falls,Ulcers", "Jan 2025,4,5")).value
    assert one.confidence > two.confidence
    assert "'Ulcers'" in two.reason


def test_a_date_of_birth_is_never_guessed_as_the_date():
    sheet = sheet_of("DOB,Seen on,Wait", "01/02/1950,2025-01-01,4", "01/02/1951,2025-01-02,5")
    assert guess_columns(sheet).when.column == "Seen on"


def test_no_dates_at_all_asks_for_some():
    with pytest.raises(Problem, match=r"No column holds dates"):
        guess_columns(sheet_of("Ward,Falls", "Ash,4", "Elm,5")).chosen()


def test_columns_nobody_chose_are_gone():
    taken = take("Month,Falls,Patient", *(f"{m},4,A Person" for m in MONTHS), value="Falls")
    assert taken.table.columns.tolist() == [
        "when",
        "value",
        "numerator",
        "denominator",
        "measure",
        "target",
    ]
    assert "A Person" not in taken.table.to_csv()


def test_the_value_is_the_numerator_over_its_denominator():
    taken = take("Month,Numerator,Denominator", *(f"{m},{n},8" for n, m in enumerate(MONTHS)))
    assert taken.table["value"].tolist() == [0, 0.125, 0.25]


@pytest.mark.parametrize("target", ["95", "95%", "0.95"])
def test_a_target_takes_the_scale_of_a_fraction(target):
    taken = take("Month,Numerator,Denominator,Target", *(f"{m},9,10,{target}" for m in MONTHS))
    assert taken.table["target"].tolist() == [0.95] * 3


@pytest.mark.parametrize("target", ["95", "95%", "0.95"])
def test_a_target_takes_the_scale_of_percentages(target):
    taken = take("Month,Rate,Target", *(f"{m},9{n}%,{target}" for n, m in enumerate(MONTHS)))
    assert taken.table["target"].tolist() == [95] * 3
    assert taken.unit == "%"


def test_unsorted_dates_are_sorted_and_it_is_said():
    taken = take("Month,Falls", "Mar 2025,6", "Jan 2025,4", "Feb 2025,5")
    assert taken.table["value"].tolist() == [4, 5, 6]
    assert "Sorted the rows by date." in taken.notes


def test_months_that_have_no_result_yet_are_left_out():
    taken = take("Month,Falls", *(f"{m},4" for m in MONTHS), "Apr 2025,", "May 2025,")
    assert len(taken.table) == 3
    assert "Left out 2 rows at the ends without a number." in taken.notes


def test_a_month_without_a_number_inside_the_series_stays_as_a_gap():
    taken = take("Month,Falls", "Jan 2025,4", "Feb 2025,*", "Mar 2025,5", "Apr 2025,6")
    assert taken.table["value"].isna().sum() == 1
    assert "1 date has no number; shown as a gap." in taken.notes


def test_rows_without_a_date_are_left_out_and_said():
    taken = take("Month,Falls", *(f"{m},4" for m in MONTHS), "n/a,7", "Apr 2025,5")
    assert "Left out row 5: no date." in taken.notes


@pytest.mark.parametrize(
    ("dates", "missing"),
    [
        (["Jan 2025", "Feb 2025", "Apr 2025", "May 2025"], "March 2025"),
        (["31/01/2025", "28/02/2025", "30/04/2025"], "March 2025"),
        (["31/01/2025", "28/02/2025", "31/03/2025", "31/05/2025"], "April 2025"),
        (["Q1 2024/25", "Q2 2024/25", "Q4 2024/25", "Q1 2025/26"], "October 2024"),
        (["06/01/2025", "13/01/2025", "20/01/2025", "03/02/2025"], "27 January 2025"),
        (["09/01/2025", "10/01/2025", "13/01/2025", "14/01/2025"], ""),  # a weekend
    ],
)
def test_missing_periods_are_named(dates, missing):
    taken = take("Month,Falls", *(f"{day},4" for day in dates))
    assert ("No row for" in said(taken)) == bool(missing)
    assert missing in said(taken)


def test_many_measures_come_in_the_order_of_the_file():
    taken = take(
        "Measure,Month,Number", *(f"{w},{m},4" for m in MONTHS for w in ("Ulcers", "Falls"))
    )
    assert taken.measures == ("Ulcers", "Falls")
    assert len(taken.only("Falls").table) == 3


def test_a_measure_without_a_name_is_placed():
    with pytest.raises(Problem, match=r"^Row 3, column A \('Measure'\) is empty"):
        take("Measure,Month,Number", "Falls,Jan 2025,4", ",Feb 2025,4", "Falls,Mar 2025,4")


def test_people_become_letters():
    taken = take(
        "Consultant,Month,Waits", *(f"{w},{m},4" for w in ("Dr Ash", "Dr Elm") for m in MONTHS)
    )
    assert taken.measures == ("Person A", "Person B")
    assert "Names of people became letters." in taken.notes
    assert "Ash" not in taken.table.to_csv() + said(taken)


def test_a_column_of_nhs_numbers_is_refused():
    with pytest.raises(Problem, match=r"^Column A \('Who'\) holds NHS numbers"):
        take("Who,Month,Waits", *(f"943 476 5919,{m},4" for m in MONTHS), measure="Who")


def test_a_date_of_birth_is_refused_as_the_date():
    with pytest.raises(Problem, match=r"holds dates of birth"):
        take(
            "Date of birth,Month,Waits", *(f"1/2/1950,{m},4" for m in MONTHS), when="Date of birth"
        )


def test_months_across_are_taken_with_their_own_places():
    sheet = sheet_of("Measure,Jan-25,Feb-25,Mar-25", "Falls,4,5,six")
    with pytest.raises(Problem, match=r"^Column D, row 2 \('Falls'\): 'six' is not a number"):
        take_measure(sheet, when="Measure", value="Falls")


def test_reading_and_taking_leak_no_warning():
    data = workbook(
        ["Month", "Falls"], *([f"{m} 2025", n] for n, m in enumerate(("Jan", "Feb", "Apr")))
    )
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        for file in (monthly(4, "*", "1,234", 5), data):
            sheet = read_table(file, "falls")
            take_measure(sheet, **guess_columns(sheet).chosen())
    assert [str(warning.message) for warning in heard] == []


def test_problem_alone_costs_no_pandas():
    code = "import sys; from helpers.intake import Problem; assert 'pandas' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
