"""One cell into a date: the ways in which people in British health care write it."""

import datetime as dt
import math
import re
from collections.abc import Callable
from numbers import Real
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 60  # characters; longer cells are prose
EARLIEST, LATEST = 1900, 2100
# Excel counts days from 30 December 1899; this range is 1954 to 2119.
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
EXCEL_ZERO = dt.datetime(1899, 12, 30)

# Words that stand before a date and change nothing: "w/c", "week ending", "Monday".
LEAD = re.compile(
    r"(?:week|wk|w/?[ce]\b|month|period|quarter)?[ .:]*"
    r"(?:commencing|ending|beginning|starting|from|to|of)?[ .:-]*"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)?(?:day)?[ ,.]*",
    re.IGNORECASE,
)
TIME = (
    r"(?:[T ,]+(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?P<y>\d{4}|['’]?\d{2})"


class Reading(NamedTuple):
    """A date as it was written; ``kind`` tells what still has to be decided."""

    kind: str
    year: int
    month: int
    day: int = 1
    hour: int = 0
    minute: int = 0
    second: int = 0

    def date(self) -> dt.datetime:
        """Give the date; ValueError when there is no such day."""
        if not EARLIEST <= self.year <= LATEST:
            raise ValueError("year out of range")
        return dt.datetime(self.year, self.month, self.day, self.hour, self.minute, self.second)

    def swapped(self) -> "Reading":
        """Read 3/4 as 4/3."""
        clock = (self.hour, self.minute, self.second)
        return Reading(self.kind, self.year, self.day, self.month, *clock)


def _year(text: str) -> int:
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _clock(found: re.Match[str]) -> tuple[int, int, int]:
    return int(found["h"] or 0), int(found["min"] or 0), int(found["s"] or 0)


def _named_month(found: re.Match[str]) -> int:
    return MONTHS.index(found["name"][:3].lower()) + 1


def _ymd(found: re.Match[str]) -> Reading:
    return Reading("iso", int(found["y"]), int(found["m"]), int(found["d"]), *_clock(found))


def _slashed(found: re.Match[str]) -> Reading:
    day, month = int(found["d"]), int(found["m"])
    return Reading("slashed", _year(found["y"]), month, day, *_clock(found))


def _named(found: re.Match[str]) -> Reading:
    return Reading("named", _year(found["y"]), _named_month(found), int(found["d"]), *_clock(found))


def _month(found: re.Match[str]) -> Reading:
    return Reading("month", _year(found["y"]), _named_month(found))


def _month_number(found: re.Match[str]) -> Reading:
    return Reading("month", _year(found["y"]), int(found["m"]))


def _quarter(found: re.Match[str]) -> Reading | None:
    year, quarter = _year(found["y"]), int(found["q"])
    if not found["y2"]:
        return Reading("quarter", year, 3 * quarter - 2)
    if int(found["y2"]) % 100 != (year + 1) % 100:
        return None
    return _months_into_april(year, 3 * (quarter - 1), "financial quarter")


def _financial_month(found: re.Match[str]) -> Reading | None:
    year = _year(found["y"])
    if int(found["y2"]) % 100 != (year + 1) % 100 or not 1 <= int(found["m"]) <= 12:
        return None
    return _months_into_april(year, int(found["m"]) - 1, "financial month")


def _named_in_financial(found: re.Match[str]) -> Reading | None:
    year, month = _year(found["y"]), _named_month(found)
    if int(found["y2"]) % 100 != (year + 1) % 100:
        return None
    return Reading("financial month", year if month >= 4 else year + 1, month)


def _financial_year(found: re.Match[str]) -> Reading | None:
    year = int(found["y"])
    if int(found["y2"]) % 100 == (year + 1) % 100:
        return Reading("financial year", year, 4)
    month = int(found["y2"])
    return Reading("month", year, month) if 1 <= month <= 12 else None


def _months_into_april(year: int, months: int, kind: str) -> Reading:
    return Reading(kind, year + (months + 3) // 12, (months + 3) % 12 + 1)


FINANCIAL = r"(?P<y>\d{4}|\d{2})[/-](?P<y2>\d{4}|\d{2})"
FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})" + TIME, _ymd),
        (r"(?P<y>(?:19|20)\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)" + TIME, _ymd),
        (r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.]" + YEAR + TIME, _slashed),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-/ .,]*(?:of )?{NAME}[-/ .,]*{YEAR}" + TIME, _named),
        (rf"{NAME}[ .]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ,]+(?P<y>\d{{4}})" + TIME, _named),
        (rf"{NAME}[-/ .,]*{YEAR}", _month),
        (rf"(?P<y>\d{{4}})[-/ .,]*{NAME}", _month),
        (rf"{NAME}[ ,-]+{FINANCIAL}", _named_in_financial),
        (rf"(?:m|month|p|period)[ -]?(?P<m>\d{{1,2}})[ ,-]+{FINANCIAL}", _financial_month),
        (rf"{FINANCIAL}[ ,-]+(?:m|month|p|period)[ -]?(?P<m>\d{{1,2}})", _financial_month),
        (r"(?:q|qtr|quarter)[ -]?(?P<q>[1-4])[ ,-]+(?P<y>\d{4})(?:[/-](?P<y2>\d{2,4}))?", _quarter),
        (r"(?P<y>\d{4})(?:[/-](?P<y2>\d{2,4}))?[ ,-]*(?:q|qtr|quarter)[ -]?(?P<q>[1-4])", _quarter),
        (r"(?:fy ?)?(?P<y>(?:19|20)\d{2})/(?P<y2>\d{2}(?:\d{2})?)", _financial_year),
        (r"(?P<y>(?:19|20)\d{2})-(?P<m>0\d|1[0-2])", _month_number),
        (r"(?P<y>(?:19|20)\d{2})-(?P<y2>\d{2}|20\d{2})", _financial_year),
        (r"(?P<m>0?\d|1[0-2])[-/](?P<y>(?:19|20)\d{2})", _month_number),
        (r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])", _month_number),
    )
)


def read_date(cell: object) -> Reading | None:
    """
    Read one cell.

    Parameters
    ----------
    cell : object
        Text, a date from a workbook, or an Excel day number.

    Returns
    -------
    Reading or None
        None when the cell is no date. A reading may still name a day that
        does not exist: ``Reading.date`` tells.

    Examples
    --------
    >>> for text in ("14/03/2026", "Mar-26", "w/c 02/03/2026", "Q1 2025/26", "2025/26", "46023"):
    ...     print(read_date(text).date().date())
    2026-03-14
    2026-03-01
    2026-03-02
    2025-04-01
    2025-04-01
    2026-01-01
    """
    if isinstance(cell, dt.datetime):
        clock = (cell.hour, cell.minute, cell.second)
        return Reading("date", cell.year, cell.month, cell.day, *clock)
    if isinstance(cell, dt.date):
        return Reading("date", cell.year, cell.month, cell.day)
    if isinstance(cell, str):
        if len(cell) > LONGEST:
            return None
        text = " ".join(cell.split())
        return _read_text(text) or _read_number(text)
    return _read_number(cell)


def _read_text(text: str) -> Reading | None:
    if not any(character.isdigit() for character in text):
        return None
    for whole in (text, text[LEAD.match(text).end() :]):  # type: ignore[union-attr]
        for pattern, read in FORMS:
            found = pattern.fullmatch(whole)
            if found and (reading := read(found)):
                return reading
    return None


def _read_number(cell: object) -> Reading | None:
    if isinstance(cell, str):
        if not re.fullmatch(r"\d{4,6}(\.\d+)?", cell):
            return None
        cell = float(cell)
    if not isinstance(cell, Real) or isinstance(cell, bool) or not math.isfinite(cell):
        return None
    number = float(cell)
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        day = EXCEL_ZERO + dt.timedelta(seconds=round(number * 86400))
        clock = (day.hour, day.minute, day.second)
        return Reading("serial", day.year, day.month, day.day, *clock)
    if number == int(number) and 1950 <= number <= LATEST:
        return Reading("year", int(number), 1)
    if number == int(number) and 195001 <= number <= 210012:
        year, month = divmod(int(number), 100)
        return Reading("month", year, month) if 1 <= month <= 12 else None
    return None


def looks_like_date(cell: object) -> bool:
    """
    Tell whether a cell is surely a date; a bare number is not.

    Examples
    --------
    >>> [looks_like_date(cell) for cell in ("Mar-26", "March", 46023, "12")]
    [True, False, False, False]
    """
    reading = read_date(cell)
    return reading is not None and reading.kind not in ("serial", "year")
