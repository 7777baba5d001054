"""What can be seen of a text from somebody else, and what of it only pretends."""

from __future__ import annotations

from unicodedata import category

LONGEST_NAME = 80  # characters of a file's name in a list
JOINERS = "\u200c\u200d"  # scripts and emoji need them
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # controls, turns of the reading direction, half characters


def plain(text: str) -> str:
    r"""
    Return words without what cannot be seen, such as marks that turn the reading direction.

    Examples
    --------
    >>> plain("calm\u202e\x07\tdays\r\nand nights")
    'calm days\nand nights'
    """
    ended = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    ended = ended.replace("\u2029", "\n").replace("\t", " ")
    return "".join(letter for letter in ended if letter == "\n" or not is_unseen(letter))


def is_unseen(letter: str) -> bool:
    """Say whether a character has no shape of its own and is not needed by others."""
    return category(letter) in UNSEEN and letter not in JOINERS


def visible(text: str) -> str:
    r"""
    Return JSON in which every character can be seen: what has no shape is written as its number.

    Examples
    --------
    >>> visible('"café\u200b"')
    '"café\\u200b"'
    """
    return "".join(
        letter if letter.isprintable() or letter == "\n" else _numbered(letter) for letter in text
    )


def _numbered(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(rf"\u{pair}" for pair in pairs)


def plain_name(name: str) -> str:
    r"""
    Return a file's name as it can be shown anywhere.

    Examples
    --------
    >>> plain_name("my\u202epack.json")
    'my?pack.json'
    """
    seen = "".join("?" if is_unseen(letter) else letter for letter in name)
    return seen if len(seen) <= LONGEST_NAME else f"{seen[: LONGEST_NAME - 1]}…"
