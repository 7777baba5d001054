"""A file that is not what its name says, or means harm, is told apart before it is read."""

import struct

import pytest

from helpers.intake import Problem
from helpers.intake.sheets import read_table
from tests.intake.files import monthly, ods, ods_row, ole, unzipped, workbook, zipped
from tests.intake.said import said


@pytest.mark.parametrize(
    ("start", "name"),
    [(b"%PDF-1.7", "a PDF"), (b"\x89PNG\r\n", "a picture"), (b"\x1f\x8b\x08", "a compressed file")],
)
def test_a_known_file_under_a_new_name_is_called_what_it_is(start, name):
    with pytest.raises(Problem, match=f"'falls.csv' is {name}, whatever its name says"):
        read_table(start + b"rest", "falls.csv")


def test_unknown_bytes_renamed_csv_are_no_table():
    with pytest.raises(Problem, match=said("not a table of text", "Choose the original")):
        read_table(bytes(range(256)) * 8, "falls.csv")


def test_a_workbook_renamed_csv_is_read_as_a_workbook():
    sheet = read_table(workbook(["Month", "Falls"], ["Jan 2025", 4]), "falls.csv")
    assert sheet.table["Falls"].tolist() == [4]


def test_text_renamed_xlsx_is_read_as_text():
    assert read_table(monthly(4), "falls.xlsx").table["Falls"].tolist() == ["4"]


def test_a_web_page_saved_as_xls_is_read():
    page = b"<html><table><tr><th>Month<th>Falls<tr><td>Jan&nbsp;2025<td>4</table></html>"
    sheet = read_table(page, "falls.xls")
    assert sheet.table.values.tolist() == [["Jan\xa02025", "4"]]
    assert "web page" in sheet.notes[0]


def test_a_letter_in_word_is_not_a_workbook():
    with pytest.raises(Problem, match="not a workbook"):
        read_table(zipped({"word/document.xml": "<w/>"}), "falls.xlsx")


def test_a_binary_workbook_asks_to_be_saved_again():
    with pytest.raises(Problem, match=said(r"\.xlsb", "Save As")):
        read_table(zipped({"xl/workbook.bin": "x"}), "falls.xlsx")


@pytest.mark.parametrize("name", ["falls.xlsx", "falls.csv"])
def test_a_workbook_with_a_password_says_how_to_remove_it(name):
    with pytest.raises(
        Problem, match=said(f"'{name}' is protected with a password", "save a copy without")
    ):
        read_table(ole("EncryptedPackage", b"secret"), name)


def test_a_locked_opendocument_sheet_says_so_too():
    parts = unzipped(ods(ods_row("Month", "Falls")))
    parts["META-INF/manifest.xml"] += b"<manifest:encryption-data/>"
    with pytest.raises(Problem, match="protected with a password"):
        read_table(zipped(parts), "falls.ods")


def test_half_a_workbook_is_called_damaged():
    with pytest.raises(Problem, match=r"'falls.xlsx' is damaged"):
        read_table(workbook(["Month", "Falls"], ["Jan 2025", 4])[:-200], "falls.xlsx")


def test_a_zip_bomb_is_not_unpacked():
    parts = unzipped(workbook(["Month", "Falls"])) | {"xl/bomb.xml": b"0" * (601 * 1024**2)}
    with pytest.raises(Problem, match="would unpack to 601 MB"):
        read_table(zipped(parts), "falls.xlsx")


def test_a_part_that_lies_about_its_size_is_not_trusted():
    data = zipped(
        unzipped(workbook(["Month", "Falls"], ["Jan 2025", 4])) | {"xl/lie.xml": b"0" * 99_999}
    )
    with pytest.raises(Problem, match="damaged"):
        read_table(data.replace(struct.pack("<I", 99_999), struct.pack("<I", 9)), "falls.xlsx")


def test_one_stray_cell_far_away_is_named_before_it_takes_all_memory():
    parts = unzipped(workbook(["Month", "Falls"], ["Jan 2025", 4]))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'r="B2"', b'r="XFD1048576"')
    with pytest.raises(
        Problem, match=said("reaches to row 1,048,576 and column XFD", "Delete the stray cells")
    ):
        read_table(zipped(parts), "falls.xlsx")


def test_repeated_cells_of_an_opendocument_sheet_do_not_unfold():
    with pytest.raises(Problem, match="9,000,001 rows"):
        read_table(ods(ods_row("Month", "Falls") + ods_row("x", repeated=9_000_000)), "falls.ods")
