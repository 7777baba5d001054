import codecs

import pytest

from helpers.intake.sheets import read_pasted, read_table
from tests.intake.files import csv, ods, ods_row, old_excel, workbook

ROWS = ("Month,Café", "Jan 2025,£4", "Feb 2025,5")


def read(*rows):
    return read_table(csv(*rows), "falls.csv")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_in_every_common_encoding(encoding):
    table = read_table(csv(*ROWS, encoding=encoding), "falls.csv").table
    assert table.columns.tolist() == ["Month", "Café"]
    assert table["Café"].tolist() == ["£4", "5"]


def test_a_byte_order_mark_alone_does_not_become_part_of_a_name():
    assert read_table(codecs.BOM_UTF8 + csv(*ROWS), "a.csv").table.columns[0] == "Month"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    sheet = read(*(row.replace(",", delimiter) for row in ROWS))
    assert sheet.delimiter == delimiter
    assert sheet.table.shape == (2, 2)


def test_decimal_commas_do_not_hide_the_semicolon():
    assert read("Month;Rate", "Jan 2025;1,5", "Feb 2025;2,5").delimiter == ";"


def test_excels_own_hint_about_the_delimiter_is_followed():
    sheet = read("sep=|", "Month|Falls, all", "Jan 2025|4")
    assert sheet.table.columns.tolist() == ["Month", "Falls, all"]
    assert sheet.table.index.tolist() == [3]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_lines_may_end_in_three_ways(ending):
    assert len(read_table(csv(*ROWS).replace(b"\n", ending), "a.csv").table) == 2


def test_line_breaks_inside_quotes_stay_in_their_cell():
    sheet = read("Month,Falls,Note", 'Jan 2025,4,"one,', 'two, three"', "Feb 2025,5,")
    assert sheet.table["Note"].tolist() == ["one,\ntwo, three", ""]


def test_no_cell_is_lost_where_a_row_is_wider_than_its_lines():
    table = read("Month,Falls,Note", 'Jan 2025,4,"one', 'two",5,6', "Feb 2025,5,").table
    assert table.iloc[0].tolist() == ["Jan 2025", "4", "one\ntwo", "5", "6"]


def test_rows_keep_the_numbers_they_have_in_the_file():
    sheet = read("Falls report", "", "Month,Falls", "Jan 2025,4", ",", "Feb 2025,5")
    assert sheet.table.index.tolist() == [4, 6]
    assert sheet.cell(6, "Falls") == "Row 6, column B ('Falls')"
    assert sheet.notes == ("Skipped 2 blank rows and 1 row above the column names.",)


def test_details_above_the_names_are_skipped():
    sheet = read(
        "Date run:,14/03/2025", "By:,Information team", "Month,Falls", "Jan 2025,4", "Feb 2025,5"
    )
    assert sheet.header == 3


@pytest.mark.parametrize(
    "word", ["Total", "Grand total", "Average", "Mean:", "YTD", "Total 2025/26"]
)
def test_totals_are_left_out_and_said(word):
    sheet = read("Month,Falls", "Jan 2025,4", "Feb 2025,5", f"{word},9")
    assert len(sheet.table) == 2
    assert sheet.notes == ("Left out row 4: a total or an average.",)


def test_a_measure_that_begins_with_total_is_not_a_total():
    assert (
        len(read("Measure,Month,Number", "Total falls,Jan 2025,4", "Total falls,Feb 2025,5").table)
        == 2
    )


def test_a_remark_below_the_table_is_left_out_and_said():
    sheet = read("Month,Falls", "Jan 2025,4", "", "Source: incident system,")
    assert "Left out row 4: a remark below the table." in sheet.notes


def test_names_that_come_again_on_each_page_are_left_out():
    sheet = read("Month,Falls", "Jan 2025,4", "Month,Falls", "Feb 2025,5")
    assert sheet.table["Falls"].tolist() == ["4", "5"]


def test_a_table_without_names_goes_by_its_letters():
    sheet = read("2025-01-01,4", "2025-02-01,5")
    assert sheet.table.columns.tolist() == ["Column A", "Column B"]
    assert sheet.cell(1, "Column B") == "Row 1, column B"


def test_two_columns_of_one_name_are_told_apart_by_letter():
    columns = read("Month,Falls,Falls", "Jan 2025,4,5").table.columns
    assert columns.tolist() == ["Month", "Falls (column B)", "Falls (column C)"]


def test_merged_names_are_joined_with_those_below():
    sheet = read_table(
        workbook(
            ["Board report"],
            ["Month", "Falls", None, "Ulcers", None],
            [None, "Number", "Bed days", "Number", "Bed days"],
            ["Jan 2025", 1, 30, 2, 30],
            merge=("A1:E1", "A2:A3", "B2:C2", "D2:E2"),
        ),
        "board.xlsx",
    )
    assert sheet.table.columns.tolist()[:3] == ["Month", "Falls – Number", "Falls – Bed days"]
    assert "Joined two rows of column names." in sheet.notes


def test_a_month_merged_over_rows_belongs_to_each_of_them():
    rows = (["Month", "Measure", "Number"], ["Jan 2025", "Falls", 4], [None, "Ulcers", 5])
    sheet = read_table(workbook(*rows, merge=("A2:A3",)), "a.xlsx")
    assert sheet.table["Month"].tolist() == ["Jan 2025", "Jan 2025"]


def test_months_across_the_sheet_are_turned_to_run_down():
    sheet = read("Measure,Jan-25,Feb-25,Mar-25", "Falls,4,5,6", "Ulcers,1,,2")
    assert sheet.table.columns.tolist() == ["Measure", "Falls", "Ulcers"]
    assert sheet.table["Falls"].tolist() == ["4", "5", "6"]
    assert sheet.cell("C", "Ulcers") == "Column C, row 3 ('Ulcers')"


def test_the_first_sheet_with_a_table_is_read_and_the_others_named():
    data = workbook(
        sheets={"Cover": [["Our falls"]], "Data": [["Month", "Falls"], ["Jan 2025", 4]]}
    )
    sheet = read_table(data, "falls.xlsx")
    assert sheet.sheet == "Data"
    assert sheet.notes[0] == "Read sheet 'Data'; the workbook also has Cover."


def test_an_old_excel_file_is_read():
    sheet = read_table(old_excel(["Month", "Falls"], ["Jan 2025", 4.0]), "falls.xls")
    assert sheet.table.values.tolist() == [["Jan 2025", 4.0]]


def test_an_opendocument_sheet_is_read():
    data = ods(ods_row("Month", "Falls") + ods_row("Jan 2025", "4"))
    assert read_table(data, "falls.ods").table.values.tolist() == [["Jan 2025", "4"]]


def test_pasted_cells_are_read_by_their_tabs():
    sheet = read_pasted("Month\tFalls, all\nJan 2025\t1,004\n")
    assert sheet.table.values.tolist() == [["Jan 2025", "1,004"]]


def test_a_folder_in_the_name_is_not_shown():
    assert read_table(csv(*ROWS), "C:\\private\\falls.csv").filename == "falls.csv"
