"""Small files, made here: nothing binary is kept with the tests."""

import io
import struct
import zipfile

import openpyxl

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def csv(*rows, encoding="utf-8"):
    return ("\n".join(rows) + "\n").encode(encoding)


def monthly(*falls, header="Month,Falls", start=1):
    """One row per month of 2025, from January."""
    return csv(header, *(f"{start + i:02}/2025,{fall}" for i, fall in enumerate(falls)))


def workbook(*rows, merge=(), sheets=None):
    book = openpyxl.Workbook()
    for name, content in (sheets or {"Data": rows}).items():
        page = book.create_sheet(name)
        for row in content:
            page.append(row)
        for area in merge:
            page.merge_cells(area)
    del book["Sheet"]
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ods(rows):
    """An OpenDocument sheet; ``rows`` is the XML of its rows."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text", "manifest")
    )
    manifest = f'<manifest:manifest {spaces}><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    content = f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="Data">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def ods_row(*cells, repeated=1):
    filled = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{filled}</table:table-row>'


def ole(name, stream):
    """An old Office container with one stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    table = [FAT, END, *range(3, sectors + 2), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, 1, 1, 0, 4096, END, 0, END, 0, 0, *[FREE] * 108,
    )  # fmt: skip
    directory = _entry("Root Entry", 5, FREE, 1, END, 0) + _entry(
        name, 2, FREE, FREE, 2, len(stream)
    )
    return header + struct.pack("<128I", *table) + directory.ljust(SECTOR, b"\0") + stream


def _entry(name, kind, sibling, child, start, size):
    letters = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        letters, len(letters) + 2, kind, 1, sibling, sibling, child, b"", 0, 0, 0, start, size,
    )  # fmt: skip


def old_excel(*rows):
    """An .xls workbook with one sheet, "Data"."""
    start = _record(0x0809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    bound = 4 + 4 + 2 + 2 + 4
    here = len(start) + bound + 4
    name = struct.pack("<IHBB", here, 0, 4, 0) + b"Data"
    book = start + _record(0x0085, name) + _record(0x000A, b"")
    page = _record(0x0809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for r, row in enumerate(rows):
        page += b"".join(_cell(r, c, cell) for c, cell in enumerate(row))
    return ole("Workbook", book + page + _record(0x000A, b""))


def _record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def _cell(row, column, cell):
    if isinstance(cell, str):
        text = struct.pack("<HHHHB", row, column, 0, len(cell), 0) + cell.encode("latin-1")
        return _record(0x0204, text)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
