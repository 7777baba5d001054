"""Own away: the table of groups as it may leave the analyst's screen, small numbers hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from helpers.disclosure import TABLES, Before, Merging, Preset, Results, offer_merging, show_results
from helpers.intake import Problem
from helpers.voices.measures.gaps import difference, ratio
from helpers.voices.measures.groups import of_counts
from helpers.voices.measures.intervals import proportion, rate
from helpers.voices.own_file.groups import Order, as_groups, people_of, pick_per
from helpers.voices.own_file.table import OwnTable

Together = tuple[tuple[str, ...], ...]  # names of the groups in the file, shown as one
COUNT, OF = "count", "of"


@dataclass(frozen=True)
class Leaving:
    """
    What others would see.

    Attributes
    ----------
    results : Results
        Counts and figures, with what is hidden.
    parts : tuple of tuple of str
        Which groups of the file each row holds.
    true : DataFrame
        The counts behind the rows; they stay here.
    gap : tuple of str
        Absolute and relative gap from what is shown, in words; empty where an end is hidden.
    unknown_left_out : bool
        Whether people without a group are not in the table, because they are too few.
    per : float
        What the figures are for: 100 people, 1,000 bed days.
    """

    results: Results
    parts: Together
    true: pd.DataFrame = field(repr=False)
    gap: tuple[str, ...] = ()
    unknown_left_out: bool = False
    per: float = 100

    @property
    def names(self) -> tuple[str, ...]:
        """The rows of the table, without the one for all."""
        return tuple(map(str, self.results.frame.index[:-1]))

    def before(self, now: Together, true: pd.DataFrame, others: bool) -> Before:
        """
        Return this table as something shown before one with other rows.

        ``true`` is what stands behind the rows now; ``others`` whether they may be other people.
        """
        same, inside, around = [], [], []
        for mine, name in zip(self.parts, self.names, strict=True):
            for theirs in now:
                pairs = _pairs(name, _joint(theirs))
                if set(mine) < set(theirs):
                    inside += pairs
                elif set(mine) > set(theirs):
                    around += pairs
        if set(sum(self.parts, ())) == set(sum(now, ())):
            same = _pairs("all", "all")
        came, left = _moved(self.true, true) if others else (False, False)
        return Before(
            self.results.counts,
            grown=others and (came or not left),
            shrunk=left,
            same=tuple(same),
            inside=tuple(inside),
            around=tuple(around),
        )


def _moved(then: pd.DataFrame, now: pd.DataFrame) -> tuple[bool, bool]:
    """Say whether some groups have more in them than before, and whether some have fewer."""
    both = then.index.intersection(now.index)
    change = now.loc[both, [COUNT, OF]] - then.loc[both, [COUNT, OF]]
    change["rest"] = change[OF] - change[COUNT]
    parts = change[[COUNT, "rest"]].to_numpy()
    return bool((parts > 0).any()), bool((parts < 0).any())


def _pairs(before: str, now: str) -> list[tuple[str, str]]:
    return [(f"{before}, {column}", f"{now}, {column}") for column in (COUNT, "rest", "all")]


def _joint(names: Sequence[str]) -> str:
    return " + ".join(names)


def counts_of(own: OwnTable, order: Order) -> pd.DataFrame:
    """
    Return how many, and out of how many, for each group in its order.

    Shares that are worked out already become counts again, so that small ones can be hidden.

    Raises
    ------
    Problem
        If there are no counts behind the figures, or people are no whole number.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["A", "B"], "value": [45.0, 30.0], "size": [20, 10], "error": None})
    >>> counts_of(OwnTable(rows, counted=False, share_of=100), Order(("A", "B"), "high"))["count"].tolist()
    [9, 3]
    """
    groups = as_groups(own, order)
    size = np.asarray(groups.size, float)
    if groups.events is not None:
        count = np.asarray(groups.events, float)
    elif groups.bounded:
        count = np.round(np.nan_to_num(groups.y) / groups.per * size)
    else:
        raise Problem(
            "These figures are rates, means or scores, and the page does not know the counts behind "
            "them. Bring a file with counts to make a table for others."
        )
    if (size != np.round(size)).any():
        raise Problem(
            "The numbers of people are not whole. Correct them in the file to make a table."
        )
    return pd.DataFrame({COUNT: count.astype(int), OF: size.astype(int)}, index=list(groups.names))


def merging(own: OwnTable, order: Order, preset: Preset = TABLES) -> Merging:
    """Return which groups to show together, so that nothing needs hiding."""
    counts = counts_of(own, order)
    fields = (
        {COUNT: counts[COUNT]}
        if own.repeated
        else {COUNT: counts[COUNT], "rest": counts[OF] - counts[COUNT]}
    )
    return offer_merging(pd.DataFrame(fields), preset, ordered=order.ordered)


def leaving(
    own: OwnTable, order: Order, together: Together = (), *,
    earlier: Sequence[tuple[Leaving, bool]] = (), preset: Preset = TABLES,
) -> Leaving:  # fmt: skip
    """
    Return the table for others.

    Parameters
    ----------
    together : tuple of tuple of str, optional
        Every group once, those to be shown as one together.
    earlier : sequence of (Leaving, bool)
        What was saved before in this sitting, and whether its numbers were others.

    Raises
    ------
    Problem
        If what was saved before gives a number away, or groups are too small whatever is hidden.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["A", "B", "C"], "events": [40, 3, 30], "people": [90, 60, 80]})
    >>> seen = leaving(OwnTable(rows), Order(("A", "B", "C"), "high", ordered=False))
    >>> seen.results.frame["percent"].isna().tolist(), seen.results.hidden
    ([False, True, False, False], 1)
    """
    parts = together or tuple((name,) for name in order.names)
    counts = counts_of(own, order)
    counts = pd.DataFrame(
        [counts.loc[list(names)].sum() for names in parts], index=[_joint(names) for names in parts]
    )
    parts, counts, left_out = _with_unknown(own, order, parts, counts, preset)
    if own.repeated and (counts[OF] < preset.fewest).any():
        raise Problem(
            f"A group has fewer than {preset.fewest} people. Show it together with another one."
        )
    before = [table.before(parts, counts, others) for table, others in earlier]
    per = pick_per(own) if own.counted else own.share_of or 1
    results = show_results(
        counts, _figures(own, per), preset, public=own.repeated, before=before
    )  # fmt: skip
    gap = _gap(order, own, results, parts, per)
    return Leaving(results, parts, counts, gap, left_out, per)


def _with_unknown(
    own: OwnTable, order: Order, parts: Together, counts: pd.DataFrame, preset: Preset
):
    """Add people without a group as a row, if there are enough of them to be shown."""
    if not own.unknown or not own.counted or own.unknown in order.names:
        return parts, counts, False
    events, people = people_of(own, own.unknown)
    few = [events, people if own.repeated else people - events]
    if any(0 < number < preset.fewest for number in few):
        return parts, counts, True
    row = pd.DataFrame({COUNT: [int(events)], OF: [int(people)]}, index=[own.unknown])
    return (*parts, (own.unknown,)), pd.concat([counts, row]), False


def _figures(own: OwnTable, per: float) -> dict:
    """Make each figure and its interval of the rounded counts alone."""
    interval = rate if own.repeated else proportion

    def end(name: str):
        return lambda x, n: round(float(getattr(interval(x, n, per=per), name)), 1)

    return {"percent" if not own.repeated else "rate": end("value"), "lower": end("lower"), "upper": end("upper")}  # fmt: skip


def _gap(
    order: Order, own: OwnTable, results: Results, parts: Together, per: float
) -> tuple[str, ...]:
    """
    Say the gap from the numbers that are shown, and from them alone.

    Which groups are the worst and the best is judged from what is shown, too: to say that a
    hidden one is would tell something of it.
    """
    called = {name: _joint(names) for names in parts for name in names}
    rows = list(dict.fromkeys(called[name] for name in order.names))
    shown = results.frame.loc[[name for name in rows if not results.frame.loc[name, "why"]]]
    reference = called.get(order.reference or "")
    needed = (
        [rows[0], rows[-1]] if order.ordered and not reference else [reference] * bool(reference)
    )
    if len(shown) < 2 or not set(needed) <= set(shown.index):
        return ()
    seen = of_counts(
        list(shown.index), shown[COUNT].to_numpy(float), shown[OF].to_numpy(float),
        good=order.good, per=per, repeated=own.repeated, what=own.what, ordered=False,
        reference=reference,
    )  # fmt: skip
    seen = replace(seen, ordered=order.ordered)
    return difference(seen).sentence(), ratio(seen).sentence()
