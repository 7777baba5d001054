"""Finished figures beside counts: which counts they give away, found by trying every pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.disclosure.audit import Deduced
from helpers.disclosure.presets import TABLES, Preset
from helpers.intake import Problem

if TYPE_CHECKING:
    import pandas as pd

Figure = Callable[[int, int], Any]  # a count and what it is out of, to a number or a word
MOST = 300  # people in a group whose size a reader does not know


def pinned(
    shown: pd.DataFrame,
    figures: Mapping[str, Figure],
    preset: Preset = TABLES,
    *,
    count: str = "count",
    of: str = "of",
    digits: int = 1,
    most: int = MOST,
) -> tuple[Deduced, ...]:
    """
    Find the counts that the figures beside them give away, by trying every pair.

    Parameters
    ----------
    shown : DataFrame
        A row for each group, as somebody is about to show it. A count that is not shown is missing;
        where what it is out of is missing too, up to ``most`` is tried.
    figures : mapping
        Column of ``shown`` to what makes it of a count and what that is out of.
    preset : Preset
        The rules that the counts are shown by.
    digits : int
        Decimals that the figures are shown with.

    Returns
    -------
    tuple of Deduced
        The groups for which fewer counts are possible than there are small ones. Guards are found,
        too: whoever knows one works out what it guards. So are counts that are shown, where their
        figures tell more of them than the rounding: then they guard less than they should.

    Raises
    ------
    Problem
        If no count makes the figures of a group.

    Examples
    --------
    >>> import pandas as pd
    >>> leaky = pd.DataFrame({"count": [None, 40], "of": 120, "percent": [2.5, 34.2]}, index=["B", "C"])
    >>> pinned(leaky, {"percent": lambda x, n: 100 * x / n})
    (Deduced(name='B', low=3, high=3), Deduced(name='C', low=41, high=41))
    """
    import pandas as pd

    reader, rows, found = _Reader(figures, preset, digits, most), [], []
    for name, row in shown.iterrows():
        told = {title: row[title] for title in figures if not pd.isna(row[title])}
        x, n = (None if pd.isna(row[column]) else int(row[column]) for column in (count, of))
        if told and n != 0:
            rows.append((name, told, x, n))
    whole = [(told, x, n) for _, told, x, n in rows if x is not None and n is not None]
    as_shown = all(reader.fits(*row) for row in whole)  # all are made of the counts beside them
    for name, told, x, n in rows:
        if as_shown and x is not None and n is not None:
            continue
        possible = reader.behind(told, x, n)
        if not possible:
            raise Problem(
                f"{name}: no count makes these figures. Check how they are made and rounded."
            )
        if len(possible) < reader.least_open(x):
            found.append(Deduced(str(name), min(possible), max(possible)))
    return tuple(found)


class _Reader:
    """Somebody who tries every pair of counts; where one is not shown, it is None."""

    def __init__(self, figures: Mapping[str, Figure], preset: Preset, digits: int, most: int):
        self.figures, self.preset, self.digits, self.most = figures, preset, digits, most
        self.made: dict[tuple[int, int], dict[str, Any]] = {}

    def fits(self, told: Mapping[str, Any], x: int, n: int) -> bool:
        """Say whether a pair of counts makes these figures."""
        if (x, n) not in self.made:
            self.made[x, n] = {name: self.told(make(x, n)) for name, make in self.figures.items()}
        return all(self.told(value) == self.made[x, n][name] for name, value in told.items())

    def told(self, figure: Any) -> Any:
        """Return a figure as it is shown."""
        return figure if isinstance(figure, str) else round(float(figure), self.digits)

    def behind(self, told: Mapping[str, Any], x: int | None, n: int | None) -> set[int]:
        """Return the counts that can be behind figures: out of so many, or out of about so many."""
        if n is None:
            return self.out_of(range(1, self.most + 1), told, x)
        low, high = self.preset.stands_for(n)
        return self.out_of([n], told, x) or self.out_of(range(max(1, low), high + 1), told, x)

    def out_of(self, sizes: Iterable[int], told: Mapping[str, Any], x: int | None) -> set[int]:
        """Return the counts that can be behind figures, for some sizes of the group."""
        least, most = self.limits(x)
        pairs = ((a, n) for n in sizes for a in range(least, min(most or n, n) + 1))
        return {a for a, n in pairs if self.fits(told, a, n)}

    def limits(self, x: int | None) -> tuple[int, int]:
        """Return the least and the greatest count behind one; 0 where there is no greatest."""
        return (self.preset.least_hidden, 0) if x is None else self.preset.stands_for(x)

    def least_open(self, x: int | None) -> int:
        """Return how many counts must be possible."""
        if x is None:
            return self.preset.fewest - self.preset.least_hidden
        least, most = self.preset.stands_for(x)
        return most - least + 1
