"""Every bad input gets one sentence that names the place, or is handled and said."""

import datetime as dt

import pytest

from helpers.intake import Problem
from helpers.intake.columns import guess_columns
from helpers.intake.measure import take_measure
from helpers.intake.pieces import Pieces
from helpers.intake.sheets import read_pasted, read_table
from tests.intake.files import csv, monthly, workbook
from tests.intake.said import said


def take(data, **choice):
    sheet = read_table(data, "falls.csv")
    return take_measure(sheet, **(guess_columns(sheet).chosen() | choice))


def test_an_empty_file_is_named():
    with pytest.raises(Problem, match=said("'falls.csv' is empty", "Choose a file")):
        read_table(b"\xef\xbb\xbf \n\n", "falls.csv")


def test_a_file_of_separators_only_is_called_empty():
    with pytest.raises(Problem, match="no filled cells"):
        read_table(b",,,\n,,,\n", "falls.csv")


def test_column_names_without_rows_are_not_enough():
    with pytest.raises(Problem, match="no rows below"):
        read_table(b"Month,Falls\n", "falls.csv")


def test_one_column_asks_for_the_other():
    with pytest.raises(Problem, match=said("one column", "dates and numbers")):
        take(b"Falls\n4\n5\n6\n")


def test_text_in_a_number_names_row_and_column():
    with pytest.raises(
        Problem,
        match=said(
            r"^Row 4, column B \('Falls'\): '12 \(est\)' is not a number", "Keep only the number"
        ),
    ):
        take(monthly(4, 5, "12 (est)", 6))


def test_a_decimal_comma_is_explained():
    with pytest.raises(Problem, match=said(r"^Row 3, column B \('Rate'\): '3,5'", "as in '3.5'")):
        take(b"Month;Rate\nJan 2025;3\nFeb 2025;3,5\nMar 2025;4\n")


def test_two_rows_for_one_date_are_both_named():
    with pytest.raises(
        Problem,
        match=said(
            "^Row 3 and row 4 both hold 1 February 2025", r"column A \('Month'\)", "Keep one"
        ),
    ):
        take(csv("Month,Falls", "Jan 2025,4", "Feb 2025,5", "Feb 2025,6"))


def test_a_future_date_is_kept_and_said():
    taken = take(monthly(4, 5, 6), today=dt.date(2025, 2, 15))
    assert len(taken.table) == 3
    assert "Row 4, column A ('Month'): 1 March 2025 lies in the future" in " ".join(taken.notes)


def test_today_is_not_the_future():
    taken = take(
        csv("Day,Falls", "2025-02-13,1", "2025-02-14,2", "2025-02-15,2"), today=dt.date(2025, 2, 15)
    )
    assert "future" not in " ".join(taken.notes)


def test_a_count_below_zero_names_its_cell():
    with pytest.raises(
        Problem, match=said(r"^Row 4, column B \('Falls'\): -3 is below zero", "Correct the cell")
    ):
        take(monthly(4, 5, -3, 6))


def test_numbers_below_zero_are_kept_where_they_are_right():
    taken = take(monthly(4, 5, -3, 6), allow_negative=True)
    assert taken.table["value"].tolist() == [4, 5, -3, 6]
    assert "1 number is below zero and kept." in taken.notes


def test_a_numerator_below_zero_is_refused_even_for_a_rate():
    with pytest.raises(Problem, match=r"^Row 2, column B \('Numerator'\): -1 is below zero"):
        take(csv("Month,Numerator,Denominator", "Jan 2025,-1,10"), rate=True)


PARTS = ("Month,Numerator,Denominator", "Jan 2025,4,10", "Feb 2025,3,10", "Mar 2025,5,20")


def test_a_numerator_above_its_denominator_names_both_columns():
    with pytest.raises(
        Problem, match=r"^Row 5, column B \('Numerator'\): 12 is more than the 10 in column C"
    ):
        take(csv(*PARTS, "Apr 2025,12,10"))


def test_a_rate_may_exceed_one():
    assert take(csv(*PARTS, "Apr 2025,12,10"), rate=True).table["value"].iloc[-1] == 1.2


def test_a_zero_denominator_becomes_a_gap_and_is_said():
    taken = take(csv(*PARTS, "Apr 2025,0,0", "May 2025,1,10"))
    assert taken.table["value"].isna().tolist() == [False, False, False, True, False]
    assert "Shown as gaps, because the denominator is 0: row 5." in taken.notes


def test_events_out_of_nothing_are_refused():
    with pytest.raises(Problem, match=r"^Row 5.*2 is more than the 0"):
        take(csv(*PARTS, "Apr 2025,2,0"), rate=True)


def test_two_points_are_too_few():
    with pytest.raises(Problem, match=said("2 rows with both a date and a number", "at least 3")):
        take(monthly(4, 5))


def test_three_points_are_taken_and_called_few():
    taken = take(monthly(4, 5, 6))
    assert any("'Falls' has 3 points." in note for note in taken.notes)


def test_no_number_at_all_is_told_as_no_rows():
    sheet = read_table(monthly("n/a", "*", "-"), "falls.csv")
    with pytest.raises(Problem, match="0 rows with both"):
        take_measure(sheet, when="Month", value="Falls")


def test_two_hundred_thousand_rows_arrive_whole():
    start = dt.datetime(2000, 1, 1)
    rows = (f"{start + dt.timedelta(minutes=i)},{i % 7}" for i in range(200_000))
    table = take(csv("When,Falls", *rows)).table
    assert len(table) == 200_000
    assert table["value"].sum() == sum(i % 7 for i in range(200_000))


def test_more_rows_than_a_spreadsheet_holds_are_refused():
    with pytest.raises(
        Problem, match=said("has 1,100,000 rows; the limit is 1,048,576", "Keep only the period")
    ):
        read_table(b"1,2\n" * 1_100_000, "falls.csv")


def test_a_row_with_endless_columns_is_refused():
    with pytest.raises(Problem, match="reaches to row 2,001 and column"):
        read_table(b"1,2\n" * 2_000 + b"," * 20_000, "falls.csv")


def test_a_file_of_50_mb_is_put_together_and_read():
    rows = [
        f"{month:02}/{year},{month},{'x' * 2_000_000}"
        for year in (2024, 2025)
        for month in range(1, 13)
    ]
    data = csv("Month,Falls,Note", *rows)
    pieces = Pieces()
    pieces.start("falls.csv", len(data))
    for i in range(0, len(data), 1024**2):
        pieces.add(i // 1024**2, data[i : i + 1024**2])
    assert take(pieces.finish()).table["value"].sum() == 156  # 2 × (1 + … + 12)


def test_a_file_above_the_limit_is_refused_by_size():
    with pytest.raises(Problem, match=r"'falls.csv' is 100.0 MB; the limit is 100 MB"):
        read_table(b"1" * (100 * 1024**2 + 1), "falls.csv")


def test_a_formula_without_a_result_names_its_cell():
    data = workbook(["Month", "Falls"], ["Jan 2025", 4], ["Feb 2025", "=2+2"], ["Mar 2025", 5])
    with pytest.raises(
        Problem,
        match=said(
            r"^Row 3, column B \('Falls'\): the formula has no stored result", "Excel, save it"
        ),
    ):
        take(data)


def test_a_formula_in_a_column_nobody_chose_does_no_harm():
    data = workbook(
        ["Month", "Falls", "Sum"], *([f"{m} 2025", 4, "=1+1"] for m in ("Jan", "Feb", "Mar"))
    )
    assert len(take(data, value="Falls").table) == 3


def test_two_ways_of_writing_dates_are_shown_side_by_side():
    with pytest.raises(
        Problem,
        match=said(
            r"^Row 2, column A \('Day'\): '14/01/2025' has the day first", "row 4", "01/25/2025"
        ),
    ):
        take(csv("Day,Falls", "14/01/2025,4", "15/01/2025,5", "01/25/2025,6"))


def test_unclear_dates_beside_clear_ones_are_not_guessed():
    with pytest.raises(
        Problem, match=said(r"^Row 2, .*'2025-01-14' and row 3, .*'03/02/2025'", "could be read")
    ):
        take(csv("Day,Falls", "2025-01-14,4", "03/02/2025,5", "05/02/2025,6"))


def test_dates_that_excel_half_swapped_are_noticed():
    days = [dt.date(2025, 2, 1), dt.date(2025, 3, 1), dt.date(2025, 3, 4), "13/02/2025"]
    with pytest.raises(
        Problem,
        match=said("Row 5.*'13/02/2025' is text, while row 2.*real date", "swapped day and month"),
    ):
        take(workbook(["Day", "Falls"], *([day, 4] for day in days)))


def test_two_measures_in_one_file_ask_for_the_column_that_names_them():
    data = csv(
        "What,Month,Number",
        *(f"{w},{m} 2025,4" for w in ("Falls", "Ulcers") for m in ("Jan", "Feb", "Mar")),
    )
    sheet = read_table(data, "falls.csv")
    with pytest.raises(
        Problem,
        match=said(
            "^Row 2 and row 5 both hold 1 January 2025",
            r"column A \('What'\)",
            "'Falls' and 'Ulcers'",
            "Choose 'What'",
        ),
    ):
        take_measure(sheet, when="Month", value="Number")
    assert take(data).measures == ("Falls", "Ulcers")


def test_a_quotation_mark_that_never_closes_names_its_row():
    with pytest.raises(Problem, match="near row 2: a quotation mark opens and never closes"):
        read_table(csv("Month,Falls", 'Jan 2025,"4', "Feb 2025,5"), "falls.csv")


def test_nothing_pasted_says_how_to_copy():
    with pytest.raises(Problem, match="Nothing was pasted"):
        read_pasted(" \n ")


def test_a_sheet_that_is_not_there_lists_those_that_are():
    data = workbook(sheets={"Falls": [["a", "b"], [1, 2]], "Notes": []})
    with pytest.raises(Problem, match=said("no sheet called 'Fall'", "Falls, Notes")):
        read_table(data, "falls.xlsx", sheet="Fall")


def test_a_column_that_is_not_there_lists_those_that_are():
    with pytest.raises(Problem, match=said("There is no column 'Fall'", "'Month', 'Falls'")):
        take(monthly(4, 5, 6), value="Fall")


def test_one_column_cannot_have_two_jobs():
    with pytest.raises(Problem, match="chosen twice"):
        take(monthly(4, 5, 6), target="Falls")


def test_a_wrong_file_leaves_what_was_there_before_untouched():
    before = take(monthly(4, 5, 6))
    kept = before.table.copy(deep=True)
    with pytest.raises(Problem):
        take(monthly(4, 5, "six"))
    assert before.table.equals(kept)


def test_a_failed_choice_leaves_the_sheet_untouched():
    sheet = read_table(monthly(4, 5, -6, 7), "falls.csv")
    kept = sheet.table.copy(deep=True)
    with pytest.raises(Problem):
        take_measure(sheet, when="Month", value="Falls")
    assert sheet.table.equals(kept)
