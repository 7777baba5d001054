"""Days: in which order questions stand today, and how a day is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

MONTHS: tuple[str, ...] = ("January", "February", "March", "April", "May", "June", "July")
MONTHS += ("August", "September", "October", "November", "December")


def shuffled(names: Iterable[str], day: date) -> list[str]:
    """
    Return names in an order that is the day's own, the same all day long.

    A new name takes its place without moving the others.

    Examples
    --------
    >>> names = ["methods", "learning", "voices"]
    >>> orders = {tuple(shuffled(names, date(2026, 3, day))) for day in range(1, 29)}
    >>> len(orders)  # every order there is comes up within four weeks
    6
    """
    return sorted(names, key=lambda name: sha256(f"{day} {name}".encode()).digest())


def said(day: date, today: date) -> str:
    """
    Say a day as people do.

    Examples
    --------
    >>> said(date(2026, 11, 25), date(2026, 12, 1)), said(date(2025, 3, 2), date(2026, 12, 1))
    ('25 November', '2 March 2025')
    """
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def when(day: date, today: date) -> str:
    """
    Say when something was, to begin a sentence with.

    Examples
    --------
    >>> today = date(2026, 12, 1)
    >>> when(today, today), when(date(2026, 11, 30), today), when(date(2026, 11, 2), today)
    ('Earlier today', 'Yesterday', 'On 2 November')
    """
    return {0: "Earlier today", 1: "Yesterday"}.get((today - day).days, f"On {said(day, today)}")
