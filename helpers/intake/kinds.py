"""What a file really is, told by its first bytes and never by its name."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from helpers.intake.problem import Problem

LARGEST_FILE = 100 * 1024**2  # bytes; Excel and a laptop both struggle beyond this
LARGEST_UNPACKED = 600 * 1024**2  # bytes; an honest 50 MB workbook unpacks to about 400 MB
CHUNK = 1024**2

SAVE_AS = "Open it in Excel, choose Save As, and pick .xlsx or CSV."

FOREIGN = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"{\\rtf": "a text document",
    b"MZ\x90": "a program",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
}


def kind_of(data: bytes, filename: str) -> str:
    """
    Tell what the bytes hold.

    Parameters
    ----------
    data : bytes
        The whole file.
    filename : str
        Used in messages only.

    Returns
    -------
    str
        ``"xlsx"``, ``"ods"``, ``"xls"``, ``"html"`` or ``"text"``.

    Raises
    ------
    Problem
        The file is empty, too large, locked with a password, or no table.

    Examples
    --------
    >>> kind_of(b"Month,Falls", "falls.xlsx")
    'text'
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Problem(f"'{filename}' is empty. Choose a file that holds a table.")
    if len(data) > LARGEST_FILE:
        raise Problem(too_large(filename, len(data)))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, filename)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _kind_of_ole(data, filename)
    _refuse_foreign(data, filename)
    return "html" if _is_html(data, filename) else "text"


def too_large(filename: str, size: int, limit: int = LARGEST_FILE) -> str:
    """Word the refusal of a file of ``size`` bytes."""
    return (
        f"'{filename}' is {size / 1024**2:,.1f} MB; the limit is {limit / 1024**2:,.0f} MB. "
        "Keep only the columns and the period you need, and save it again."
    )


def _refuse_foreign(data: bytes, filename: str) -> None:
    for start, name in FOREIGN.items():
        if data.startswith(start):
            raise Problem(
                f"'{filename}' is {name}, whatever its name says, and not a table. "
                "Choose the CSV or Excel file that the numbers came from."
            )


def _is_html(data: bytes, filename: str) -> bool:
    start = data[:4096].lower().replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<?xml") and b"workbook" in start:
        raise Problem(f"'{filename}' is an old Excel XML file. {SAVE_AS}")
    return start.startswith(b"<") and any(
        tag in start for tag in (b"<html", b"<table", b"<!doctype html", b"<body")
    )


def _kind_of_ole(data: bytes, filename: str) -> str:
    # Names inside this old container are written in UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Problem(locked(filename))
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise Problem(
            f"'{filename}' is an old Office file, but not a workbook. "
            "Choose the Excel file that holds the table."
        )
    return "xls"


def locked(filename: str) -> str:
    """Word the refusal of a workbook with a password."""
    return (
        f"'{filename}' is protected with a password. Open it in Excel, save a copy "
        "without the password, and choose that copy."
    )


def broken(filename: str) -> str:
    """Word the refusal of a damaged workbook."""
    return (
        f"'{filename}' is damaged and cannot be opened as a workbook. {SAVE_AS} "
        "If Excel cannot open it either, ask for it to be sent again."
    )


def _kind_of_zip(data: bytes, filename: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive, filename)
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if kind and _has(names) else b""
    except Problem:
        raise
    except Exception as error:  # the many ways in which a damaged archive fails
        raise Problem(broken(filename)) from error
    if "xl/workbook.bin" in names:
        raise Problem(f"'{filename}' is a binary workbook (.xlsb). {SAVE_AS}")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if b"opendocument.spreadsheet" in kind:
        if b"encryption-data" in manifest:
            raise Problem(locked(filename))
        return "ods"
    raise Problem(
        f"'{filename}' is a zipped file or document, but not a workbook. "
        "Unpack it if need be, and choose the CSV or Excel file itself."
    )


def _has(names: set[str]) -> bool:
    return "META-INF/manifest.xml" in names


def _refuse_bomb(archive: zipfile.ZipFile, filename: str) -> None:
    # Sizes can lie, so each part is unpacked once: Python stops at the stated
    # size and finds the checksum wrong, before the fast reader trusts the part.
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or len(members) > 10_000:
        raise Problem(
            f"'{filename}' would unpack to {unpacked / 1024**2:,.0f} MB, which is more than "
            "this computer should read. Keep only the sheet you need, and save it again."
        )
    for member in members:
        for _ in chunks(archive, member):
            pass


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack one part of a zip, a little at a time."""
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except (zlib.error, EOFError) as error:
        raise zipfile.BadZipFile(str(error)) from error
