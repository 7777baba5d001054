"""A person's text made ready for a page: what no page can hold is marked, the rest stays."""

from __future__ import annotations

import re
import unicodedata

NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# what XML 1.0 forbids, and halves of a character that no encoding can write
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(words: str) -> str:
    """
    Return the words with all kinds of line end made one, and what no page can hold marked.

    Examples
    --------
    >>> printable("one\\r\\ntwo" + chr(0))
    'one\\ntwo�'
    """
    return FORBIDDEN.sub("\ufffd", NEW_LINES.sub("\n", words))


def paragraphs(words: str) -> list[str]:
    """
    Return the paragraphs of a person's text: parted by empty lines, none of them empty.

    Examples
    --------
    >>> paragraphs("Thank you.\\nAll.\\n\\n \\nGood night.")
    ['Thank you.\\nAll.', 'Good night.']
    """
    parts = re.split(r"\n(?:[^\S\n]*\n)+", printable(words))
    return [part.strip("\n") for part in parts if part.strip()]


def from_the_right(words: str) -> bool:
    """
    Say whether the words are written from right to left, going by their first letter.

    Examples
    --------
    >>> from_the_right("שלום"), from_the_right("1. Hello")
    (True, False)
    """
    kinds = (unicodedata.bidirectional(letter) for letter in words)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)
