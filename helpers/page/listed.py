"""Listed: several things said one after the other, as in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def listed(told: Iterable[str]) -> str:
    """
    Join with commas, and "and" before the last.

    Examples
    --------
    >>> listed(["one", "two", "three"]), listed(["one"]), listed([])
    ('one, two and three', 'one', '')
    """
    *most, last = list(told) or [""]
    return f"{', '.join(most)} and {last}" if most else last
