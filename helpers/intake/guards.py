"""What must be known of a workbook before the fast reader may open it.

The reader lays every sheet out as a full rectangle. One stray cell at XFD1048576
makes it ask for 500 GB, and that ends the whole process, not just the reading.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

from helpers.intake.grid import check_size, number_of
from helpers.intake.kinds import chunks

# A cell with something in it; one that only carries a format closes at once.
FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,10})"[^>]*(?<!/)>')
# A formula that is followed by no value, or by an empty one.
UNCALCULATED = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*(?<!/)><f\b[^>]*(?:/>|>[^<]*</f>)'
    rb"(?:<v ?/>|<v></v>)?</c>"
)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_parts(data: bytes) -> dict[str, str]:
    """
    Map the name of each sheet of an .xlsx to its part inside the archive.

    Parameters
    ----------
    data : bytes
        The workbook.

    Returns
    -------
    dict of str to str
        Such as ``{"Falls": "xl/worksheets/sheet1.xml"}``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    sheets = [node for node in book.iter() if node.tag.endswith("}sheet")]
    return {
        sheet.get("name", ""): _inside(targets.get(sheet.get(RELATION), "")) for sheet in sheets
    }


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def check_xlsx_sheet(data: bytes, part: str, filename: str) -> tuple[str, ...]:
    """
    Refuse a sheet that is too far-flung, and find formulas without a stored result.

    Parameters
    ----------
    data : bytes
        The workbook.
    part : str
        The sheet's part inside the archive.
    filename : str
        Used in messages only.

    Returns
    -------
    tuple of str
        Cells such as ``"B4"``.

    Raises
    ------
    Problem
        The sheet reaches too far.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = b"".join(chunks(archive, archive.getinfo(part)))
    rows, columns = set(), set()
    for found in FILLED.finditer(sheet):
        columns.add(found[1])
        rows.add(found[2])
    height = max(map(int, rows), default=0)
    width = 1 + max((number_of(letters.decode()) for letters in columns), default=0)
    check_size(height, width, filename)
    return tuple(found[1].decode() for found in UNCALCULATED.finditer(sheet))


def check_ods(data: bytes, filename: str) -> None:
    """
    Refuse an OpenDocument sheet whose repeated cells unfold too far.

    Raises
    ------
    Problem
        The sheet reaches too far.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = b"".join(chunks(archive, archive.getinfo("content.xml")))
    for table in content.split(b"<table:table ")[1:]:
        height, width = _ods_extent(table)
        check_size(height, width, filename)


def _ods_extent(table: bytes) -> tuple[int, int]:
    height, last, width = 0, 0, 1
    for row in table.split(b"<table:table-row")[1:]:
        height += _repeats(row[: row.find(b">")], b"rows")
        if b"office:value-type" not in row and b"<text:p" not in row:
            continue
        last, reach = height, 0
        for cell in re.split(rb"<table:(?:covered-)?table-cell\b", row)[1:]:
            reach += _repeats(cell[: cell.find(b">")], b"columns")
            if b"office:value-type" in cell or b"<text:p" in cell:
                width = max(width, reach)
    return last, width


def _repeats(tag: bytes, what: bytes) -> int:
    found = re.search(rb'number-%s-repeated="(\d{1,9})"' % what, tag)
    return int(found[1]) if found else 1
