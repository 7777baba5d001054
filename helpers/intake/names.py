"""People in the data: names become letters, and what identifies them is refused."""

import re
from collections.abc import Iterable

import pandas as pd

from helpers.intake.grid import letter

TITLE = re.compile(r"(?:dr|mr|mrs|ms|miss|mx|prof(?:essor)?|sister|nurse|sir|dame)\b\.? +\w", re.I)
SURNAME_FIRST = re.compile(r"[A-Z][\w'’-]+, *[A-Z][\w'’-]*\.?(?: [A-Z]\.?)?")
# A short list is enough: one in three cells has to match before a column counts.
COMMON = """
adam ahmed aisha alan alex ali alice amanda amina amy andrew angela anita ann anna anne anthony
ben brian carol caroline catherine charlotte chris christine claire daniel david deborah diane
elizabeth emily emma fatima fiona gareth george grace hannah harry helen ian imran jack jacqueline
james jane janet jean jennifer jessica joan joanne john jonathan joseph josh julie karen kate
kevin laura lee linda lisa louise lucy margaret maria mark martin mary michael michelle mohamed
mohammed muhammad naomi natalie neil nicola oliver olivia omar patricia paul peter philip priya
rachel rebecca richard robert ruth sam samuel sandra sanjay sara sarah sharon simon sophie stephen
steven sunita susan thomas tim tracey victoria wendy william yusuf zainab
"""
FORENAMES = frozenset(COMMON.split())
PERSON_HEADER = re.compile(
    r"\b(?:patient|person|staff|employee|consultant|surgeon|doctor|clinician|nurse|midwife|gp"
    r"|surname|forename|first name|last name|full name|reported by|author|who)\b",
    re.I,
)
# "Staff group" and "patient type" name kinds, not people.
KIND_HEADER = re.compile(
    r"\b(?:group|type|band|grade|category|role|kind|age|sex|gender|ward|team|specialty|pathway)\b",
    re.I,
)
BIRTH_HEADER = re.compile(r"\b(?:dob|d\.o\.b\.?|date of birth|birth ?date)\b", re.I)
NUMBER_HEADER = re.compile(r"\b(?:nhs|chi|hospital|mrn|patient) ?(?:no\.?|num(?:ber)?|id)\b", re.I)


def letters(people: pd.Series) -> pd.Series:
    """
    Call people by letters, in the order in which they first appear.

    Parameters
    ----------
    people : Series
        Names; capitals and spaces do not tell two people apart.

    Returns
    -------
    Series
        "Person A", "Person B", …; empty cells stay empty.

    Examples
    --------
    >>> letters(pd.Series(["Dr Ash", "Dr Elm", "dr  ash"])).tolist()
    ['Person A', 'Person B', 'Person A']
    """
    keys = people.map(lambda name: " ".join(str(name).split()).casefold())
    seen = [key for key in dict.fromkeys(keys) if key]
    called = {key: f"Person {letter(position)}" for position, key in enumerate(seen)}
    return keys.map(called | {"": ""})


def looks_like_people(cells: Iterable[object], header: str = "") -> bool:
    """
    Tell whether cells name people, by title, by shape, or by a common first name.

    Examples
    --------
    >>> looks_like_people(["Dr Ash", "Dr Elm"]), looks_like_people(["Falls", "Ulcers"])
    (True, False)
    """
    words = [
        cell.strip() for cell in dict.fromkeys(cells) if isinstance(cell, str) and cell.strip()
    ]
    named = sum(_is_person(word) for word in words)
    shaped = sum(bool(SURNAME_FIRST.fullmatch(word)) for word in words)
    asked = PERSON_HEADER.search(header) and not KIND_HEADER.search(header)
    asked = asked and all(_could_be_name(word) for word in words)
    return bool(words) and bool(named * 3 >= len(words) or shaped * 5 >= len(words) * 3 or asked)


def _is_person(words: str) -> bool:
    parts = words.split()
    whole = 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts)
    return bool(TITLE.match(words)) or (whole and parts[0].casefold() in FORENAMES)


def _could_be_name(words: str) -> bool:
    return 1 <= len(words.split()) <= 4 and not any(character.isdigit() for character in words)


def identifies(cells: Iterable[object], header: str = "") -> str:
    """
    Tell what in a column identifies people, if anything.

    Returns
    -------
    str
        "NHS numbers", "dates of birth", or "".

    Examples
    --------
    >>> identifies(["943 476 5919"]), identifies(["4", "5"], "Falls")
    ('NHS numbers', '')
    """
    if BIRTH_HEADER.search(header):
        return "dates of birth"
    texts = [_digits(cell) for cell in list(dict.fromkeys(cells))[:500]]
    known = [text for text in texts if text]
    if known and sum(map(is_nhs_number, known)) * 2 >= len(known):
        return "NHS numbers"
    return "numbers that identify patients" if NUMBER_HEADER.search(header) else ""


def _digits(cell: object) -> str:
    if isinstance(cell, float) and cell == cell and abs(cell) < 1e15 and cell == int(cell):
        cell = int(cell)
    return re.sub(r"[\s-]", "", str(cell))


def is_nhs_number(text: str) -> bool:
    """
    Check ten digits by the NHS number's own rule (modulus 11).

    Source: NHS Data Dictionary, "NHS NUMBER".

    Examples
    --------
    >>> is_nhs_number("9434765919"), is_nhs_number("9434765918")
    (True, False)
    """
    if not re.fullmatch(r"[0-9]{10}", text):
        return False
    weighted = sum(
        int(digit) * weight for digit, weight in zip(text[:9], range(10, 1, -1), strict=True)
    )
    return (11 - weighted % 11) % 11 == int(text[9])
