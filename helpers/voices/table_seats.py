"""Who is at the table: perspectives that decide, that are asked, and that are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST = 12  # perspectives of one's own: more would make a list that nobody reads


@dataclass(frozen=True)
class Table:
    """
    Perspectives by their place, in the order of the list.

    Attributes
    ----------
    deciding, asked, missing, open
        Names of those who decide, who are asked, who are neither, and of whom nobody said.
    """

    deciding: tuple[str, ...]
    asked: tuple[str, ...]
    missing: tuple[str, ...]
    open: tuple[str, ...]


def own_perspectives(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """
    Return perspectives that a reader added, one a line, without those already on the list.

    Examples
    --------
    >>> own_perspectives("Volunteers\\n\\ncarers\\nvolunteers", {"carers": "Carers"})
    {'Volunteers': 'Volunteers'}
    """
    seen, added = {name.casefold() for name in known.values()}, dict[str, str]()
    for written in text.splitlines():
        name = " ".join(written.split())[:80]
        if name and name.casefold() not in seen and len(added) < MOST:
            seen.add(name.casefold())
            added[name] = name
    return added


def at_table(perspectives: Mapping[str, str], places: Mapping[str, str]) -> Table:
    """
    Sort perspectives by the place that each has.

    Parameters
    ----------
    perspectives
        Id to name.
    places
        Id to "decides", "asked" or "missing"; what has none is open.

    Examples
    --------
    >>> at_table({"a": "Carers", "b": "Porters"}, {"a": "missing"})
    Table(deciding=(), asked=(), missing=('Carers',), open=('Porters',))
    """

    def those(place: str | None) -> tuple[str, ...]:
        return tuple(name for key, name in perspectives.items() if places.get(key) == place)

    return Table(those("decides"), those("asked"), those("missing"), those(None))
