"""What a page cannot hold is put together, and that is said."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

MOST_THEMES, MOST_GROUPS = 16, 8  # as many bars, and as many sliders, as a page can hold
NOT_RECORDED = "Not recorded"
GATHERED = "{count} other {kind} together"


def together(name: str) -> bool:
    """
    Tell whether a name is one that gathers others.

    Examples
    --------
    >>> together("8 other groups together"), together("Nights")
    (True, False)
    """
    return any(name.endswith(f" other {kind} together") for kind in ("groups", "themes"))


def within_limits(
    rows: pd.DataFrame, sizes: pd.Series, keep: Collection[str]
) -> tuple[pd.DataFrame, list[str], tuple[str, ...]]:
    """
    Put together what a page cannot hold, and say so.

    Parameters
    ----------
    rows : DataFrame
        theme, group and count.
    sizes : Series
        Reports of each group, the largest first.
    keep : collection of str
        Groups to keep apart; the largest if none are named.

    Returns
    -------
    tuple of (DataFrame, list of str, tuple of str)
        The rows, what was done, and the themes that stand last.

    Examples
    --------
    >>> rows = pd.DataFrame({"theme": ["a"] * 9, "group": list("abcdefghi"), "count": 1})
    >>> within_limits(rows, rows.groupby("group")["count"].sum(), ["i"])[0]["group"].unique().tolist()
    ['8 other groups together', 'i']
    """
    notes, last = [], [NOT_RECORDED] if (rows["theme"] == NOT_RECORDED).any() else []
    themes = rows.groupby("theme")["count"].sum().sort_values(ascending=False, kind="stable").index
    named = [name for name in themes if name != NOT_RECORDED]
    if len(named) > MOST_THEMES:
        rest = named[MOST_THEMES - 1 :]
        last.append(GATHERED.format(count=len(rest), kind="themes"))
        rows = rows.assign(theme=rows["theme"].where(~rows["theme"].isin(rest), last[-1]))
        notes.append(f"The {len(rest)} smallest themes stand together, in last place.")
    if len(sizes) > MOST_GROUPS:
        asked = [name for name in sizes.index if name in keep][: MOST_GROUPS - 1]
        alone = asked or list(sizes.index[: MOST_GROUPS - 1])
        rest = [name for name in sizes.index if name not in alone]
        rows = rows.assign(
            group=rows["group"].where(
                rows["group"].isin(alone), GATHERED.format(count=len(rest), kind="groups")
            )
        )
        notes.append(
            f"{len(rest)} groups stand together as one. That hides them from you: choose below "
            "which groups to keep apart."
        )
    return rows, notes, tuple(last)
