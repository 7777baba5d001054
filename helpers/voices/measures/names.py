"""Names of groups: each once, no totals among them, and the deprived end first."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from helpers.intake import Problem
from helpers.voices.measures.measured import Floats

TOTAL = re.compile(
    r"(all|all (groups|people|persons|patients|staff|areas)|(grand |sub)?totals?|overall|average|mean"
    r"|uk|united kingdom|great britain)",
    re.I,
)
NATION = re.compile(r"(england|scotland|wales|northern ireland)", re.I)
MANY = 100  # people: below it a sum may come about by chance
LEAST, MOST = (re.compile(rf"\b{end} deprived\b", re.I) for end in ("least", "most"))


def checked_names(names: Sequence[object], *, ordered: bool = False) -> tuple[str, ...]:
    """
    Return the names as text.

    Raises
    ------
    Problem
        If one comes twice or is a total; if an order begins with the least deprived, or numbers
        in it are sorted as text (1, 10, 2).

    Examples
    --------
    >>> checked_names(["1", "10", "2"], ordered=True)
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: The groups come as 1, 10, 2: sorted as text. Give them by number, the most deprived first.
    """
    named = tuple(str(name).strip() for name in names)
    nations = sum(bool(NATION.fullmatch(name)) for name in named)  # one alone is all its regions
    for position, name in enumerate(named):
        if name.casefold() in {other.casefold() for other in named[:position]}:
            raise Problem(f"The group '{name}' comes twice. Add its rows up, or name them apart.")
        if TOTAL.fullmatch(name) or (NATION.fullmatch(name) and nations == 1):
            raise Problem(f"'{name}' looks like a total among the groups. Leave its row out.")
    if len(named) < 2:
        raise Problem("One group cannot be compared. Give two groups or more.")
    if ordered:
        _in_order(named)
    return named


def _in_order(named: tuple[str, ...]) -> None:
    if LEAST.search(named[0]) or MOST.search(named[-1]):
        raise Problem(
            f"The groups run from '{named[0]}' to '{named[-1]}'."
            " Turn names and figures round, so that the most deprived come first."
        )
    if all(name.isdecimal() for name in named):
        numbers = [int(name) for name in named]
        if numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            raise Problem(
                f"The groups come as {', '.join(named)}: sorted as text."
                " Give them by number, the most deprived first."
            )


def no_total(names: tuple[str, ...], events: Floats, people: Floats) -> None:
    """Refuse a group with as many events and people as all others together, nearly never by chance."""
    if len(names) < 3:
        return
    both = np.stack([events, people])
    same = (2 * both == both.sum(axis=-1, keepdims=True)).all(axis=0)
    areas = tuple(range(people.ndim - 1))
    total = same.all(axis=areas) & (people >= MANY).any(axis=areas) & (events > 0).any(axis=areas)
    if total.any():
        raise Problem(f"'{names[total.argmax()]}' is the total of the others. Leave its row out.")


def one_for_each(names: tuple[str, ...], figures: Floats) -> None:
    """Say so where there is not one figure for each group."""
    if not figures.ndim or figures.shape[-1] != len(names):
        count = figures.shape[-1] if figures.ndim else 1
        raise Problem(f"There are {len(names)} groups but {count} figures. Give one for each.")


def place_of(names: tuple[str, ...], reference: object) -> int | None:
    """Return the place of the group that others are compared with."""
    if reference is None:
        return None
    if str(reference) not in names:
        raise Problem(
            f"There is no group '{reference}' to compare with. Choose one of: {', '.join(names)}."
        )
    return names.index(str(reference))
