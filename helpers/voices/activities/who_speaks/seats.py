"""Seats: what a reader types for the people of a meeting, letters or roles and never names."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.intake import Problem
from helpers.intake.grid import letter
from helpers.intake.names import looks_like_people

FEWEST, MOST = 2, 20  # seats
LONGEST = 30  # characters of one


def seats(lines: str) -> tuple[dict[str, str], bool]:
    """
    Return the seats of a meeting, each with its role, and whether a name became a letter.

    Parameters
    ----------
    lines : str
        One seat a line, a letter or a role. The same role twice is numbered.

    Raises
    ------
    Problem
        There are fewer than 2 seats or more than 20, or one is too long.

    Examples
    --------
    >>> seats("Person A\\nNurse\\nNurse\\nDr Ash")[0]
    {'Person A': '', 'Nurse 1': 'Nurse', 'Nurse 2': 'Nurse', 'Person B': ''}
    """
    asked = [" ".join(line.split()) for line in lines.splitlines() if line.strip()]
    if not FEWEST <= len(asked) <= MOST:
        raise Problem(
            f"There are {len(asked)} seats here. Write {FEWEST} to {MOST}, one seat a line."
        )
    if any(len(line) > LONGEST for line in asked):
        raise Problem(
            "One seat is too long to read on a button. Write a letter or a role, no more."
        )
    named = [looks_like_people([line]) for line in asked]
    spare = iter(letters(asked))
    given = [next(spare) if name else line for line, name in zip(asked, named, strict=True)]
    return _numbered(given), any(named)


def letters(taken: Sequence[str]) -> list[str]:
    """
    Return letters for further seats, leaving out those that are taken.

    Examples
    --------
    >>> letters(["person a", "Nurse"])[:2]
    ['Person B', 'Person C']
    """
    known = {seat.casefold() for seat in taken}
    every = (f"Person {letter(place)}" for place in range(2 * MOST))
    return [name for name in every if name.casefold() not in known][:MOST]


def _numbered(given: list[str]) -> dict[str, str]:
    """Number the same role where it stands twice; a lettered person has no role."""
    keys = [line.casefold() for line in given]
    found = {}
    for place, (line, key) in enumerate(zip(given, keys, strict=True)):
        again = keys.count(key) > 1
        name = f"{line} {keys[: place + 1].count(key)}" if again else line
        while name in found:  # "Nurse 1" was written by hand beside "Nurse", "Nurse"
            name += "+"
        found[name] = "" if key.startswith("person ") or len(key) == 1 else line
    return found
