"""Own groups: a reader's table in the reader's order, as groups to compare, also by place and time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from helpers.voices.measures.groups import Good, Groups, of_counts, of_values
from helpers.voices.measures.unequal import extremes
from helpers.voices.own_file.table import OwnTable

PERS = (100, 1_000, 10_000, 100_000)  # the first that makes the whole at least one


@dataclass(frozen=True)
class Order:
    """
    How a reader wants groups compared.

    Attributes
    ----------
    names : tuple of str
        The groups, the most deprived first where there is an order. Others are left out.
    good : {"high", "low"}
        Which way is better.
    ordered : bool
    reference : str or None
        The group that the others are held against.
    """

    names: tuple[str, ...]
    good: Good
    ordered: bool = True
    reference: str | None = None


def pick_per(own: OwnTable) -> float:
    """
    Return how many people figures are told for: 100, or more where events are rare.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["A", "B"], "events": [1, 2], "people": [500, 900]})
    >>> pick_per(OwnTable(rows))
    1000
    """
    people = own.table["people"].sum()
    level = own.table["events"].sum() / people if people else 0
    return next((per for per in PERS if level * per >= 1), PERS[-1] if level else PERS[0])


def as_groups(own: OwnTable, order: Order) -> Groups:
    """
    Return all places and times together.

    Raises
    ------
    Problem
        If the groups cannot be compared in this order.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["A", "B"], "events": [10, 5], "people": [50, 50]})
    >>> as_groups(OwnTable(rows, what="seen"), Order(("B", "A"), "high")).value.tolist()
    [10.0, 20.0]
    """
    if own.counted:
        sums = own.table.groupby("group")[["events", "people"]].sum()
        found = sums.reindex(list(order.names)).fillna(0).to_numpy().T
        return _counted(own, order, found[0], found[1])
    rows = own.table.set_index("group").reindex(list(order.names))
    error = rows["error"].to_numpy(float)
    return of_values(
        order.names, rows["value"].to_numpy(float), rows["size"].fillna(0).to_numpy(float),
        _errors(own, rows, error), good=order.good, ordered=order.ordered,
        share_of=own.share_of, reference=order.reference, what=own.what,
    )  # fmt: skip


def _errors(own: OwnTable, rows: pd.DataFrame, error: np.ndarray) -> np.ndarray | None:
    """Return the errors given; of shares of people without them, the binomial one."""
    if np.isfinite(error).any():
        return error
    if own.share_of is None:
        return None
    share, size = rows["value"].to_numpy(float) / own.share_of, rows["size"].to_numpy(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return own.share_of * np.sqrt(share * (1 - share) / size)


def by(own: OwnTable, order: Order, column: str) -> tuple[Groups, tuple]:
    """
    Return the groups in each place or at each time, and what these are called.

    Parameters
    ----------
    column : {"area", "when"}
    """
    return _each(own, order, own.table[column])


def halves(own: OwnTable, order: Order) -> tuple[Groups, tuple[str, str]]:
    """Return the groups in the earlier and the later half of the periods, with their names."""
    times = own.times
    middle = times[len(times) // 2]
    late = own.table["when"] >= middle
    named = late.map({False: "earlier", True: "later"}).where(own.table["when"].notna())
    found, _ = _each(own, order, named)
    first, last = times[: len(times) // 2], times[len(times) // 2 :]
    return found, (_span(first), _span(last))


def _span(times: tuple) -> str:
    return f"{times[0]:%b %Y} to {times[-1]:%b %Y}" if len(times) > 1 else f"{times[0]:%b %Y}"


def _each(own: OwnTable, order: Order, keys: pd.Series) -> tuple[Groups, tuple]:
    rows = own.table[keys.notna()]
    sums = rows.groupby([keys[keys.notna()].rename("key"), "group"])[["events", "people"]].sum()
    places = tuple(sorted(sums.index.get_level_values("key").unique()))
    full = pd.MultiIndex.from_product([places, order.names])
    found = sums.reindex(full).fillna(0).to_numpy().reshape(len(places), len(order.names), 2)
    return _counted(own, order, found[..., 0], found[..., 1]), places


def _counted(own: OwnTable, order: Order, events: np.ndarray, people: np.ndarray) -> Groups:
    return of_counts(
        order.names, events, people, good=order.good, ordered=order.ordered,
        per=pick_per(own), repeated=own.repeated, reference=order.reference, what=own.what,
    )  # fmt: skip


def people_of(own: OwnTable, group: str) -> tuple[float, float]:
    """Return the events and the people of one group."""
    rows = own.table[own.table["group"] == group]
    return float(rows["events"].sum()), float(rows["people"].sum())


def chart_table(own: OwnTable, name: str | None = None) -> pd.DataFrame:
    """Return events and people at each time, of one group or of all, in order of time."""
    rows = own.table if name is None else own.table[own.table["group"] == name]
    return rows.groupby("when")[["events", "people"]].sum().reindex(list(own.times)).fillna(0)


def fixed(own: OwnTable, order: Order) -> Order:
    """
    Return an order that compares the same two groups at every date.

    Without an order of the groups, the worst and the best of one month may be others than those
    of the next; here they are the worst and the best of the whole time.
    """
    worse, better = compared(as_groups(own, order))
    return replace(order, names=(worse, better), ordered=True, reference=None)


def compared(groups: Groups) -> tuple[str, str]:
    """Return the names of the two groups that the gap compares, the worse one first."""
    worse, better = (int(end) for end in extremes(groups))
    if worse == better:  # all are alike, and any two will do
        others = (at for at in range(len(groups.names)) if at != worse and groups.present[at])
        better = next(others, (worse + 1) % len(groups.names))
    return groups.names[worse], groups.names[better]
