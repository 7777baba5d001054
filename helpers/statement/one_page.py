"""One page: what goes on it, in which order, and how large it can be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from unicodedata import category, east_asian_width

PARTS = ("definition", "taken", "promises", "question", "seen")

# Sizes of the text, in points, from a poster to the smallest that is fair to a reader.
SIZES = (16, 14, 12.5, 11, 10)

# How many lines an A4 page carries, and how many letters a line does, with the margins and the
# font of the kit's paper. Counted on pages made with LibreOffice, and rounded down.
_LINES = {16: 33, 14: 39, 12.5: 42, 11: 49, 10: 56}
_LETTERS = {16: 60, 14: 69, 12.5: 77, 11: 88, 10: 97}
_AROUND_A_HEADING, _TITLE = 2.6, 4.5  # lines that a heading and the title take, with their space
_BETWEEN = 0.55  # lines between two paragraphs

# How wide a sign is, in letters of a usual English line: about half of the size of the text. The
# first five are from the font's own table; other alphabets are drawn by whatever font there is.
_CAPITAL, _WIDE_CAPITAL, _DIGIT, _LONG_SIGN = 1.4, 1.9, 1.15, 2.1
_OF_A_SQUARE, _EMOJI, _OTHER_LETTER = 2.1, 2.7, 1.25
_TALLER = 1.35  # how high a line of Chinese, Japanese or Korean is, in lines of English


@dataclass(frozen=True)
class Part:
    """One part of the page: its heading, and its words or its points."""

    id: str
    heading: str
    texts: tuple[str, ...] = field(repr=False)
    listed: bool = False


@dataclass(frozen=True)
class OnePage:
    """
    The page.

    Attributes
    ----------
    title, name
        The name may be empty.
    parts
        Only those that hold words.
    size
        The largest size of text, in points, with which it fits on one page.
    over
        About how many lines too long it is at the smallest size; 0 where it fits.
    """

    title: str
    name: str = field(repr=False)
    parts: tuple[Part, ...] = ()
    size: float = SIZES[0]
    over: int = 0


def one_page(
    title: str,
    name: str,
    headings: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
    chosen: Sequence[str] = PARTS,
) -> OnePage:
    """
    Lay out the page from what somebody chose to put on it.

    Parameters
    ----------
    headings, words
        By the ids in ``PARTS``.
    chosen
        Which parts to show. A part without words is left out.

    Examples
    --------
    >>> page = one_page("Mine", "", {"question": "I keep asking"}, {"question": ["Who is missing?"]})
    >>> [part.heading for part in page.parts], page.size
    (['I keep asking'], 16)
    """
    parts = tuple(
        Part(name_, headings[name_], said, listed=name_ == "promises")
        for name_ in PARTS
        if name_ in chosen and (said := _said(words.get(name_, ())))
    )
    for size in SIZES:
        over = _lines(parts, name, size) - _LINES[size]
        if over <= 0:
            return OnePage(title, name.strip(), parts, size)
    return OnePage(title, name.strip(), parts, SIZES[-1], ceil(over))


def _said(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text and text.strip())


def _lines(parts: Sequence[Part], name: str, size: float) -> float:
    """Estimate how many lines the page takes at a size; a little too many rather than too few."""
    letters = _LETTERS[size]
    taken = _TITLE + (_of(name, letters) + 0.5 if name.strip() else 0)
    for part in parts:
        taken += _AROUND_A_HEADING
        across = letters - 4 if part.listed else letters
        for text in part.texts:
            taken += sum(_of(line, across) for line in text.splitlines() if line.strip()) + _BETWEEN
    return taken


def _of(line: str, letters: int) -> float:
    """Return how many lines of the page one line of a text takes."""
    # a line breaks before the last word that would not fit
    broken = max(1, ceil(width(line) / (letters - 4)))
    square = any(east_asian_width(sign) in "WF" for sign in line)
    return broken * (_TALLER if square else 1)


def width(text: str) -> float:
    """
    Return how wide a text is printed, in letters of a usual English line.

    Examples
    --------
    >>> width("I ask."), width("WHY?"), width("問う")
    (6.4, 5.7, 4.2)
    """
    return round(sum(map(_width, text)), 1)


def _width(sign: str) -> float:
    kind = category(sign)
    if kind in ("Mn", "Me", "Cf"):  # it stands above or below another one, or is not seen
        return 0
    if east_asian_width(sign) in "WF":
        return _EMOJI if kind == "So" else _OF_A_SQUARE
    if sign in "MW@%":
        return _WIDE_CAPITAL
    if sign in "—…":
        return _LONG_SIGN
    if kind in ("Lu", "Lt"):
        return _CAPITAL
    if kind == "Nd":
        return _DIGIT
    beyond = ord(sign) > 0x24F and kind.startswith("L")  # behind the last Latin letter with a sign
    return _OTHER_LETTER if beyond else 1
