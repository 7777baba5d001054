"""What may point to a person in somebody's own words: found and suggested, never stopped or kept.

No list can know every name. A short text without a finding may still say who somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from helpers.journal.titles import listed, titled

Kind = Literal["nhs_number", "name", "date_of_birth", "postcode", "email", "phone"]

KINDS: tuple[str, ...] = get_args(Kind)  # where two overlap, the one named first stays

SUGGESTIONS: dict[str, str] = {
    "nhs_number": "[a patient's number]",
    "name": "[a colleague or patient]",
    "date_of_birth": "[a date of birth]",
    "postcode": "[a postcode]",
    "email": "[an e-mail address]",
    "phone": "[a phone number]",
}

CALLED: dict[str, str] = {  # what each is called where a page says "This may be …"
    "nhs_number": "an NHS number",
    "name": "a person's name",
    "date_of_birth": "a date of birth",
    "postcode": "a postcode",
    "email": "an e-mail address",
    "phone": "a phone number",
}

# Ten digits together or as 3 3 4, as cards and letters print them. A row of single digits is data.
_GAP = r"[ \u00a0.\-–‑]{0,3}"
_TEN_DIGITS = re.compile(rf"(?<![\w+.])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?!\w)")

_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}\b"
)

_PHONE = re.compile(
    r"(?<![\w+.,/-])(?:(?:\+44|0044) ?(?:\(0\) ?)?[1-9]\d{1,3}|\(0[1-9]\d{1,3}\)|0[1-9]\d{1,3})"
    r"(?:[ -]?\d{3,4}[ -]?\d{3,4}|[ -]?\d{5,6})(?![\w-])"
)
_PHONE_DIGITS = {10, 11}  # written from its 0

# Royal Mail's areas, so that a bay, a drug or a part number does not pass for an address.
_AREAS = listed(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY "
    "E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE "
    "LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL "
    "SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(
    r"(?<![\w/.-])([A-Z]{1,2})\d[A-Z\d]?[ \u00a0]{0,2}\d([ABD-HJLNP-UW-Z]{2})(?![\w/-])", re.I
)
_UNITS = listed("st nd rd th ug hr yr gb ft lb pt")  # "b12 5ug", "w2 3rd floor"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<iso>\d{{4}})-(?:0[1-9]|1[0-2])-{_DAY}"
    rf"|{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-](?P<figures>\d{{4}}|\d{{2}})"
    rf"|{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?:,?[ -](?P<after>\d{{4}}))?"
    rf"|{_MONTH} {_DAY}(?:st|nd|rd|th)?(?:,? (?P<last>\d{{4}}))?)(?![\w/-])",
    re.I,
)
_BORN = r"(?<!\w)(?:born|d\.? ?o\.? ?b\.?|date of birth|birth ?date)(?!\w)"
_BORN_BEFORE = re.compile(rf"{_BORN}[^.!?]{{0,30}}$", re.I)
_BORN_AFTER = re.compile(rf"[^.!?\n]{{0,20}}{_BORN}", re.I)
_NEXT_TO = re.compile(r"[\s,;:(–-]{1,4}")
_NEAR = 45  # characters looked at on either side of a date
EARLIEST_BIRTH = 1900
LATEST_BIRTH = 2015  # a later date beside a name is more often an appointment than a birth


@dataclass(frozen=True)
class Found:
    """
    One place in a text that may point to a person; the words themselves are not in it.

    Attributes
    ----------
    kind
        ``"nhs_number"``, ``"name"``, ``"date_of_birth"``, ``"postcode"``, ``"email"`` or ``"phone"``.
    start, end
        Where it stands, in characters from 0; ``end`` is the first one after it.
    suggestion
        What could stand there instead.
    """

    kind: str
    start: int
    end: int
    suggestion: str


def find(text: str) -> tuple[Found, ...]:
    """
    Find what may point to a person, in the order in which it stands.

    Parameters
    ----------
    text
        Somebody's own words; any length. Time grows in step with the length.

    Returns
    -------
    tuple of Found
        None of them overlap.

    Notes
    -----
    NHS (National Health Service) numbers are told from other numbers by their check digit
    (``stdnum.gb.nhs``). Dates count only where they are called a birth, or stand beside a person.

    Examples
    --------
    >>> [found.kind for found in find("Mrs Smith (999 000 0018) waited in bay 4.")]
    ['name', 'nhs_number']
    >>> find("We meet on 3 March 2026, in room B12.")
    ()
    """
    numbers, people = list(_nhs_numbers(text)), list(titled(text))
    places = [("nhs_number", *place) for place in numbers]
    places += [("name", *place) for place in people]
    places += [("date_of_birth", *place) for place in _births(text, numbers + people)]
    places += [("postcode", *place) for place in _postcodes(text)]
    places += [("email", *found.span()) for found in _EMAIL.finditer(text)]
    places += [("phone", *place) for place in _phones(text)]
    return tuple(_apart(places))


def change(text: str, found: Found) -> str:
    """
    Return the text with the suggestion in one place.

    Examples
    --------
    >>> text = "I rang Dr Patel."
    >>> change(text, find(text)[0])
    'I rang [a colleague or patient].'
    """
    return text[: found.start] + found.suggestion + text[found.end :]


def change_all(text: str) -> str:
    """
    Return the text with every suggestion taken up.

    Examples
    --------
    >>> change_all("Mr. van der Berg, born 3 March 1947, SW1A 1AA")
    '[a colleague or patient], born [a date of birth], [a postcode]'
    """
    for found in reversed(find(text)):  # from the end, so that earlier places stay true
        text = change(text, found)
    return text


def _apart(places: list[tuple[str, int, int]]) -> Iterator[Found]:
    end = 0
    for kind, start, stop in sorted(places, key=lambda place: (place[1], KINDS.index(place[0]))):
        if start >= end:
            yield Found(kind, start, stop, SUGGESTIONS[kind])
            end = stop


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _TEN_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(set(digits)) > 1 and _is_nhs_number(digits):
            yield match.span()


def _is_nhs_number(digits: str) -> bool:
    from stdnum.gb import nhs  # loaded at the first ten digits, not with every page

    return nhs.is_valid(digits)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        national = re.sub(r"^(?:\+44|0044) ?(?:\(0\))?", "0", match[0])
        if sum(letter.isdigit() for letter in national) in _PHONE_DIGITS:
            yield match.span()


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    for match in _POSTCODE.finditer(text):
        area, inward = match[1], match[2]
        one_case = match[0].isupper() or (match[0].islower() and inward not in _UNITS)
        if area.upper() in _AREAS and one_case:
            yield match.span()


def _births(text: str, people: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for match in _DATE.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        if _BORN_BEFORE.search(before) or _beside_a_birth(match, after, text, people):
            yield start, end


def _beside_a_birth(match: re.Match, after: str, text: str, people: list[tuple[int, int]]) -> bool:
    """Whether a full date with a likely year is said to be a birth, or touches a person."""
    year = next((part for part in match.groups() if part), "")
    if not year or (len(year) == 4 and not EARLIEST_BIRTH <= int(year) <= LATEST_BIRTH):
        return False
    start, end = match.span()
    return bool(_BORN_AFTER.match(after)) or any(
        _NEXT_TO.fullmatch(text[min(end, stop) : max(start, begin)]) for begin, stop in people
    )
