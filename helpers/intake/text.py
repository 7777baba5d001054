"""Text into cells: encodings, delimiters, CSV, pasted cells, tables saved as HTML."""

import csv
import io
import re
import warnings
from collections import Counter
from html.parser import HTMLParser

import pandas as pd

from helpers.intake.dates import looks_like_date
from helpers.intake.grid import Grid, check_size
from helpers.intake.numbers import looks_like_number
from helpers.intake.problem import Problem

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 40
# Control characters that never stand in a table; tab and the line ends do.
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(data: bytes, filename: str) -> tuple[str, str]:
    """
    Turn bytes into text: UTF-8, UTF-16, or the Windows code page that Excel writes.

    Raises
    ------
    Problem
        The bytes are no text at all.

    Examples
    --------
    >>> decode("Café,£5".encode("cp1252"), "a.csv")
    ('Café,£5', 'cp1252')
    """
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding.removesuffix("-sig")
        except (UnicodeDecodeError, UnicodeError):
            continue
    raise Problem(
        f"'{filename}' is not a table of text: it may be another kind of file with a new name. "
        "Choose the original, or save it as 'CSV UTF-8' in Excel."
    )


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return (encoding,)
    start = data[:65536]
    if start.count(0) > len(start) / 4:  # every other byte of English in UTF-16 is zero
        return ("utf-16-le",) if start[1::2].count(0) > start[::2].count(0) else ("utf-16-be",)
    if len(CONTROLS.findall(start)) * 200 > len(start):
        return ()
    return ("utf-8", "cp1252")


def text_grid(text: str, filename: str, encoding: str | None = None) -> Grid:
    """
    Split text into cells at the delimiter that gives the most sensible table.

    Parameters
    ----------
    text : str
        CSV, or cells pasted from a spreadsheet.
    filename, encoding : str
        Kept for messages and for the record.

    Raises
    ------
    Problem
        A quotation mark is never closed, or the table is too large.

    Examples
    --------
    >>> text_grid("Month;Falls\\nJan 2026;4", "a.csv").cells.values.tolist()
    [['Month', 'Falls'], ['Jan 2026', '4']]
    """
    text = text.removeprefix("\ufeff").replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not text.strip():
        raise Problem(f"'{filename}' is empty. Choose a file that holds a table.")
    stated = re.match(r"sep=(.)\n", text)  # Excel's own hint, hidden in the first row
    delimiter = stated[1] if stated else sniff(text)
    cells = _split(text, delimiter, filename)
    if stated:
        cells = cells.iloc[1:]
    notes = (
        ("Read as Windows text (cp1252).",) if encoding == "cp1252" and not text.isascii() else ()
    )
    return Grid(cells, encoding=encoding, delimiter=delimiter, notes=notes)


def sniff(text: str) -> str:
    """
    Choose the delimiter whose cells look most like dates and numbers in even rows.

    Examples
    --------
    >>> sniff("Month;Rate\\nJan 2026;1,5\\nFeb 2026;2,5")
    ';'
    """
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda delimiter: _sense(lines, delimiter))


def _sense(lines: list[str], delimiter: str) -> float:
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 0.0
    wide = [row for row in rows if len(row) > 1]
    if not wide:
        return 0.0
    even = Counter(map(len, wide)).most_common(1)[0][1] / len(rows)
    cells = [cell for row in wide for cell in row[:50] if cell.strip()]
    like = sum(looks_like_number(cell) or looks_like_date(cell) for cell in cells)
    return even * (0.1 + like / max(1, len(cells)))


def _split(text: str, delimiter: str, filename: str) -> pd.DataFrame:
    lines = text.split("\n")
    width = 1 + max(line.count(delimiter) for line in lines)
    check_size(len(lines), width, filename)
    try:
        cells = _split_fast(text, delimiter, width)
    except (pd.errors.ParserError, pd.errors.ParserWarning, pd.errors.EmptyDataError) as error:
        cells = _split_slowly(text, delimiter, filename, str(error))
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    return cells


def _split_fast(text: str, delimiter: str, width: int) -> pd.DataFrame:
    with warnings.catch_warnings():
        # pandas only warns when it drops cells beyond the last column.
        warnings.simplefilter("error", pd.errors.ParserWarning)
        return pd.read_csv(
            io.StringIO(text),
            sep=delimiter,
            header=None,
            names=list(range(width)),
            index_col=False,
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
        )


def _split_slowly(text: str, delimiter: str, filename: str, why: str) -> pd.DataFrame:
    # Only cells with line breaks inside quotes come here: they hide their width.
    opened = re.search(r"EOF inside string starting at row (\d+)", why)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        rows = [] if opened else list(reader)
    except csv.Error:
        opened, rows = re.match(r"(\d+)", str(reader.line_num)), []
    if opened or not rows:
        row = int(opened[1]) + 1 if opened else 1
        raise Problem(
            f"'{filename}', near row {row:,}: a quotation mark opens and never closes. "
            "Remove it, or save the table again from Excel."
        )
    width = max(map(len, rows))
    check_size(len(rows), width, filename)
    return pd.DataFrame([row + [""] * (width - len(row)) for row in rows], dtype=object)


class _Tables(HTMLParser):
    """Collects the cells of every table, by row."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table" or (tag in ("tr", "td", "th") and not self.tables):
            self.tables.append([])
        if tag == "tr" or (tag in ("td", "th") and not self.tables[-1]):
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open and self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += data


def html_grid(text: str, filename: str) -> Grid:
    """
    Read the largest table of a web page, which some systems save under the name .xls.

    Raises
    ------
    Problem
        The page holds no table.

    Examples
    --------
    >>> html_grid("<table><tr><td>Month<td>Falls</table>", "a.xls").cells.values.tolist()
    [['Month', 'Falls']]
    """
    parser = _Tables()
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError, IndexError):
        parser.tables = []
    rows = max(parser.tables, key=len, default=[])
    width = max(map(len, rows), default=0)
    if not width:
        raise Problem(
            f"'{filename}' is a web page without a table. "
            "Open it, copy the table into Excel, and save that as .xlsx."
        )
    check_size(len(rows), width, filename)
    cells = pd.DataFrame([row + [""] * (width - len(row)) for row in rows], dtype=object)
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    return Grid(cells, notes=("The file is a web page; its largest table was read.",))
