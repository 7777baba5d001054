"""Severity in somebody's own words: from the mildest to the worst, where the words say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What reporting systems call them; "moderate" is looked for before "harm" alone could mislead.
WORDS = (
    (0, r"no harm|none|no injury|near miss|negligible|nil"),
    (1, r"low|minor|minimal|mild|slight"),
    (2, r"moderate|medium"),
    (3, r"severe|major|serious|high"),
    (4, r"death|died|fatal|catastrophic|extreme"),
)
UNKNOWN = -1


def rank(name: str) -> float:
    """
    Return how bad a severity is by its name; -1 where its name does not say.

    Examples
    --------
    >>> [rank(name) for name in ("No harm", "Low harm", "Moderate", "Catastrophic", "3", "amber")]
    [0, 1, 2, 4, 3.0, -1]
    """
    for level, pattern in WORDS:
        if re.search(rf"\b(?:{pattern})\b", name, re.IGNORECASE):
            return level
    found = re.fullmatch(r"(?:level |grade )?(\d+(?:\.\d+)?)", name.strip(), re.IGNORECASE)
    return float(found[1]) if found else UNKNOWN


def in_order(names: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """
    Order severities from the mildest to the worst.

    Parameters
    ----------
    names : sequence of str
        As they come; those that no name tells stand first.

    Returns
    -------
    tuple of (tuple of str, bool)
        The names, and whether every name told its place.

    Examples
    --------
    >>> in_order(["Severe", "Low", "None"])
    (('None', 'Low', 'Severe'), True)
    """
    return tuple(sorted(names, key=rank)), all(rank(name) != UNKNOWN for name in names)
