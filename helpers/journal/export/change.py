"""A person's texts changed on their way out, as somebody asked for before sharing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.journal.carry.form import Record

Change = Callable[[str], str]

# Names under which a journal keeps ids, times and the like: no words of a person.
FIXED = frozenset(
    (
        *("format", "version", "exported_at", "created", "began", "at", "by"),
        *("prompt", "reflection", "notebook", "step", "kind", "uid", "status"),
    )
)


def changed(contents: Record, change: Change | None) -> Record:
    """
    Return the contents with every text passed through ``change``; ids and times stay.

    Examples
    --------
    >>> version = {"kind": "result", "at": "2026-03-02", "value": {"who": "Ann", "bets": [1]}}
    >>> changed(version, str.upper)
    {'kind': 'result', 'at': '2026-03-02', 'value': {'who': 'ANN', 'bets': [1]}}
    """
    return contents if change is None else _changed(contents, change, FIXED)


def _changed(value: Any, change: Change, fixed: frozenset[str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(one, change, fixed) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        # below a value or a setting all names are an activity's own, and none of them is fixed
        name: one
        if name in fixed and isinstance(one, str)
        else _changed(one, change, _below(name, one, fixed))
        for name, one in value.items()
    }


def _below(name: str, value: Any, fixed: frozenset[str]) -> frozenset[str]:
    inside = name == "settings" or (name == "value" and isinstance(value, dict | list))
    return frozenset() if inside else fixed
