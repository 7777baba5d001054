"""Merging, to be offered before anything is hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.disclosure.line import is_small
from helpers.disclosure.presets import TABLES, Preset
from helpers.disclosure.tables import with_sums
from helpers.disclosure.telling import joined, words

if TYPE_CHECKING:
    import pandas as pd

Group = tuple[int, ...]


@dataclass(frozen=True)
class Merging:
    """
    Groups that may be shown together, so that nothing needs hiding.

    Attributes
    ----------
    groups
        Names of what is to be shown as one, every row once; empty where no merging helps.
    said
        The same in plain sentences. They hold true counts: they are for who makes the table.
    """

    groups: tuple[tuple[str, ...], ...]
    said: tuple[str, ...]


def offer_merging(
    counts: Mapping[str, Mapping[str, int]] | pd.DataFrame,
    preset: Preset = TABLES,
    *,
    ordered: bool = False,
    sensitive: bool = False,
) -> Merging:
    """
    Say which rows of a table to merge, so that nothing needs hiding.

    Parameters
    ----------
    counts, preset, sensitive
        As for `show_table`. To merge columns, turn the table round.
    ordered : bool
        Whether the rows have an order (age bands, years, fifths of deprivation): then neighbours
        are merged, and as many groups are kept as can be. Otherwise the smallest become one.

    Returns
    -------
    Merging

    Examples
    --------
    >>> bands = {"0-17": {"n": 30}, "18-24": {"n": 3}, "25-64": {"n": 40}, "65+": {"n": 6}}
    >>> for sentence in offer_merging(bands, ordered=True).said: print(sentence)
    Show 18-24, 25-64 and 65+ together, as one group of 49.
    Then nothing needs hiding: 2 groups are shown.
    """
    names, _, grid = with_sums(counts)
    rows, few, nobody = grid[:-1], preset.least(sensitive), preset.zero_shown

    def fits(group: Sequence[int]) -> bool:
        together = (sum(rows[at][x] for at in group) for x in range(len(grid[0])))
        return not any(is_small(count, few, nobody) for count in together)

    sizes = [row[-1] for row in rows]
    groups = _neighbours(sizes, fits) if ordered else _smallest(sizes, fits)
    told = words()["merge"]
    if len(groups) == len(rows):
        return Merging(tuple((name,) for name in names), (told["needless"],))
    if len(groups) < 2:
        return Merging((), (told["impossible"],))
    said = [
        told["together"].format(
            names=joined([names[at] for at in group]), count=sum(sizes[at] for at in group)
        )
        for group in groups
        if len(group) > 1
    ]
    said.append(told["then"].format(groups=len(groups)))
    return Merging(tuple(tuple(names[at] for at in group) for group in groups), tuple(said))


def _neighbours(sizes: Sequence[int], fits: Callable[[Sequence[int]], bool]) -> list[Group]:
    """Part rows in their order into as many groups as can be, merging as few people as can be."""
    Best = tuple[int, int, list[Group]]
    best: list[Best | None] = [(0, 0, [])]
    for end in range(1, len(sizes) + 1):
        found: list[Best] = []
        for start in range(end):
            group, before = tuple(range(start, end)), best[start]
            if before is not None and fits(group):
                merged = sum(sizes[at] for at in group) if len(group) > 1 else 0
                found.append((before[0] + 1, before[1] - merged, [*before[2], group]))
        best.append(max(found, key=lambda one: one[:2], default=None))
    return best[-1][2] if best[-1] else []


def _smallest(sizes: Sequence[int], fits: Callable[[Sequence[int]], bool]) -> list[Group]:
    """Put the rows together that cannot be shown, with the next smallest until they can."""
    together = [at for at in range(len(sizes)) if not fits([at])]
    alone = sorted(set(range(len(sizes))) - set(together), key=lambda at: -sizes[at])
    while together and not fits(together):
        if not alone:
            return []
        together.append(alone.pop())
    groups = [(at,) for at in alone] + ([tuple(sorted(together))] if together else [])
    return sorted(groups)
