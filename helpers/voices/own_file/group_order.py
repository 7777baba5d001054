"""Group order: names of groups in the order people mean, never as text is sorted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from helpers.voices.measures.names import LEAST, MOST

End = Literal["first", "last"]

NUMBER = re.compile(r"\d+(?:\.\d+)?")
BELOW = re.compile(r"^\s*(?:under|below|less than|younger than|up to|<|≤)", re.I)
STEPS = (
    ("very low", "low", "medium", "middle", "high", "very high"),
    ("lowest", "low", "middle", "high", "highest"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("none", "mild", "moderate", "severe"),
)
POOR = re.compile(r"\bpoorest\b|\bleast (?:served|well off|affluent)\b|\bworst off\b", re.I)
RICH = re.compile(r"\brichest\b|\bwealthiest\b|\bmost affluent\b|\bbest off\b", re.I)


def sensible_order(names: Sequence[str]) -> tuple[str, ...]:
    """
    Return names by the number or the step that each holds, otherwise in the order given.

    Parameters
    ----------
    names : sequence of str
        Each once.

    Examples
    --------
    >>> sensible_order(["Decile 1", "Decile 10", "Decile 2"])
    ('Decile 1', 'Decile 2', 'Decile 10')
    >>> sensible_order(["65+", "18-64", "under 18"]), sensible_order(["White", "Asian"])
    (('under 18', '18-64', '65+'), ('White', 'Asian'))
    """
    keys = [_number(name) for name in names]
    if None not in keys and len(set(keys)) == len(keys):
        return tuple(name for _, name in sorted(zip(keys, names, strict=True)))
    for steps in STEPS:
        places = [_step(name, steps) for name in names]
        if None not in places and len(set(places)) == len(places):
            return tuple(name for _, name in sorted(zip(places, names, strict=True)))
    return _ends_apart(names)


def _number(name: str) -> tuple[float, int] | None:
    found = NUMBER.search(name)
    # "under 18" stands before "18-64"
    return (float(found[0]), 0 if BELOW.search(name) else 1) if found else None


def _step(name: str, steps: Sequence[str]) -> int | None:
    words = name.casefold()
    fitting = [at for at, step in enumerate(steps) if re.search(rf"\b{step}\b", words)]
    return max(fitting, key=lambda at: len(steps[at])) if fitting else None


def _ends_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Put a group that calls itself the most deprived first, and the least deprived last."""

    def place(name: str) -> int:
        return -1 if is_deprived(name) else 1 if is_favoured(name) else 0

    return tuple(sorted(names, key=place))


def is_deprived(name: str) -> bool:
    """Say whether a name tells that it is the most deprived end."""
    return bool(MOST.search(name) or POOR.search(name))


def is_favoured(name: str) -> bool:
    """Say whether a name tells that it is the least deprived end."""
    return bool(LEAST.search(name) or RICH.search(name))


def deprived_end(names: Sequence[str]) -> End | None:
    """
    Return which end of an order is the deprived one, where the names say so.

    Examples
    --------
    >>> deprived_end(["1 least deprived", "2", "3"]), deprived_end(["1", "2", "3"])
    ('last', None)
    """
    if is_deprived(names[0]) or is_favoured(names[-1]):
        return "first"
    if is_deprived(names[-1]) or is_favoured(names[0]):
        return "last"
    return None


def looks_ordered(names: Sequence[str]) -> bool:
    """
    Say whether names look like steps of an order rather than kinds of people.

    Examples
    --------
    >>> looks_ordered(["1", "2", "3"]), looks_ordered(["White", "Asian", "Black"])
    (True, False)
    """
    if deprived_end(names) or all(_number(name) for name in names):
        return True
    return any(None not in [_step(name, steps) for name in names] for steps in STEPS)
