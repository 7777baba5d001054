"""One cell into a number: percentages, thousands, currency, brackets, gaps, suppression."""

import math
import re
from numbers import Real

NUMBER = re.compile(
    r"""(?P<bracket>\()?\s*(?P<sign>[-+−–])?\s*(?P<money>[£$€])?\s*(?P<sign2>[-−])?
        (?P<digits>\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)
        (?P<power>[eE][-+]?\d{1,3})?\s*(?P<percent>%)?\s*(?P<close>\))?""",
    re.VERBOSE,
)
DECIMAL_COMMA = re.compile(r"[-−]?\d+,\d+%?")
GAP_WORDS = """
n/a na n.a. nan null none missing unknown tbc nr nd nil-return no-data not-available not-recorded
- – — − . .. ... #n/a [x] [z] x
"""
MISSING = frozenset(word.replace("-", " ") if len(word) > 1 else word for word in GAP_WORDS.split())
MISSING |= {""}
SUPPRESSED = re.compile(r"\*+|\[c\]|c|[<≤]\s*\d{1,2}|suppressed", re.IGNORECASE)
EXCEL_ERROR = re.compile(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
LONGEST = 60  # characters; longer cells are prose, and slow to match
SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b]+")


def looks_like_number(cell: object) -> bool:
    """
    Tell whether a cell could be a number, a decimal comma included.

    Examples
    --------
    >>> [looks_like_number(cell) for cell in ("1,234", "45%", "(3)", 7, "Ward 7")]
    [True, True, True, True, False]
    """
    if isinstance(cell, str):
        text = tidy(cell) if len(cell) <= LONGEST else ""
        return bool(NUMBER.fullmatch(text) or DECIMAL_COMMA.fullmatch(text))
    return isinstance(cell, Real) and not isinstance(cell, bool)


def is_blank(cell: object) -> bool:
    """
    Tell whether a cell says that there is no number, suppressed ones included.

    Examples
    --------
    >>> [is_blank(cell) for cell in ("", "n/a", "*", "<5", "5")]
    [True, True, True, True, False]
    """
    if not isinstance(cell, str):
        return cell is None or (isinstance(cell, float) and math.isnan(cell))
    if len(cell) > LONGEST:
        return False
    text = tidy(cell).lower()
    return text in MISSING or bool(SUPPRESSED.fullmatch(text) or EXCEL_ERROR.fullmatch(cell))


def tidy(text: str) -> str:
    """
    Make every kind of space an ordinary one, and trim.

    Examples
    --------
    >>> tidy("\\u00a01\\u202f234 ")
    '1 234'
    """
    return SPACES.sub(" ", text).strip()


def read_number(text: str) -> tuple[float, str] | None:
    """
    Read one number and its unit (``"%"``, a currency sign, or none).

    Returns
    -------
    tuple of float and str, or None
        None when the text is not a number.

    Examples
    --------
    >>> read_number("45%"), read_number("(£1,234.50)"), read_number("12 (est)")
    ((45.0, '%'), (-1234.5, '£'), None)
    """
    found = NUMBER.fullmatch(text)
    if not found or bool(found["bracket"]) != bool(found["close"]):
        return None
    number = float(re.sub("[, ]", "", found["digits"]) + (found["power"] or ""))
    if not math.isfinite(number):
        return None
    minus = any(found[part] in ("-", "−", "–") for part in ("sign", "sign2"))
    unit = found["percent"] or found["money"] or ""
    return (-number if minus or found["bracket"] else number), unit
