"""Rates, percentages, limits and means beside counts: what may be shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helpers.disclosure.numbers import round_step
from helpers.disclosure.pinning import Figure
from helpers.disclosure.presets import TABLES, Preset
from helpers.disclosure.shown import SUM, Table
from helpers.disclosure.tables import show_table, whole
from helpers.disclosure.view import Before
from helpers.intake import Problem

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Results:
    """
    Results of groups as they may be shown.

    Attributes
    ----------
    frame
        A row for each group and one for "all": the count, what it is out of, each figure, each
        mean, and "why" where they are not shown (then they are missing).
    counts
        The counts by themselves, as a table.
    """

    frame: pd.DataFrame
    counts: Table

    @property
    def hidden(self) -> int:
        """How many groups are not shown, "all" not counted."""
        return int((self.frame["why"].iloc[:-1] != "").sum())


def show_results(
    results: pd.DataFrame,
    figures: Mapping[str, Figure],
    preset: Preset = TABLES,
    *,
    count: str = "count",
    of: str = "of",
    public: bool = False,
    means: Sequence[str] = (),
    sensitive: bool = False,
    before: Iterable[Before] = (),
) -> Results:
    """
    Show counts of groups with figures made of them.

    Parameters
    ----------
    results : DataFrame
        A row for each group, its name in the index; no row for all of them.
    figures : mapping
        Name of a figure to what makes it of a count and what that is out of: a percentage, a rate,
        a limit, a place in a funnel ("above the upper limit").
    preset : Preset
    count, of : str
        Columns of ``results``: how many, and out of how many.
    public : bool
        Whether what the counts are out of is published anyway: estimated population, bed days.
        Otherwise these are people, too, and so are those of them who are not counted.
    means : sequence of str
        Columns of means over the people in ``of``: never shown for all.
    sensitive : bool
        Whether the table is marked as sensitive.
    before : iterable of Before
        What was shown earlier and can be laid beside it: of earlier results their ``counts``.

    Returns
    -------
    Results

    Raises
    ------
    Problem
        If a column is not there, there is no group, two have the same name, a count is none or
        above what it is out of, or what was shown before gives a number away.

    Notes
    -----
    Figures are made anew of the rounded counts, so that they tell no more than these do: limits
    of the true counts would give most small counts away (`pinned`). Of a hidden count none is
    shown.

    A finished figure without what makes it (a standardised rate) is not taken, however coarse. To
    tell nothing, its steps must hide every change of the counts within their rounding, and only
    what makes it says how large that is; who has it, gets the figure of the rounded counts, which
    tells as little and lies nearer. Even whole percentages tell more than counts rounded to five.

    A mean is shown only where the group is, in steps so wide that it does not tell how
    many people it is of; and never of a group that was shown before with other people in it, since
    two means tell what the people between them had.

    Examples
    --------
    >>> import pandas as pd
    >>> wards = pd.DataFrame({"count": [21, 3, 34], "of": [62, 60, 90]}, index=["A", "B", "C"])
    >>> told = show_results(wards, {"percent": lambda x, n: round(100 * x / n)}).frame
    >>> told["percent"].dropna().to_dict()
    {'A': 33.0, 'C': 39.0, 'all': 29.0}
    """
    import pandas as pd

    names, counts, outs = _checked(results, count, of, means, public)
    table = pd.DataFrame({"count": counts}, index=names)
    if not public:
        table["rest"] = [n - x for x, n in zip(counts, outs, strict=True)]
    before = tuple(before)
    shown = show_table(table, preset, sensitive=sensitive, before=before)
    other_people = {name for one in before for name in _with_other_people(one)}
    totals, rows = [*outs, sum(outs)], dict[str, dict[str, Any]]()
    for at, (name, cells) in enumerate(zip([*names, SUM], shown.cells, strict=True)):
        x, n = cells[0].count, totals[at] if public else cells[-1].count
        why = next((cell.why for cell in (cells[0], cells[-1]) if cell.hidden), "")
        row: dict[str, Any] = {count: None if why else x, of: None if why and not public else n}
        for title, figure in figures.items():
            row[title] = None if why or not n else figure(x or 0, n)
        for title in means:
            is_told = not why and name not in {SUM, *other_people} and n
            is_told = is_told and not pd.isna(results[title].iloc[at])
            least = totals[at] if public else preset.stands_for(n or 0)[0]
            row[title] = _coarse(float(results[title].iloc[at]), least) if is_told else None
        rows[name] = row | {"why": why}
    frame = pd.DataFrame.from_dict(rows, orient="index")
    return Results(frame.astype({count: "Int64", of: "Int64"}), shown)


def _with_other_people(before: Before) -> set[str]:
    """Name the groups shown now that hold other people than a group shown before."""
    paired = {now for _then, now in (*before.inside, *before.around)}
    if before.grown or before.shrunk:
        paired |= {now for _then, now in before.same}
        rows = before.shown.rows if isinstance(before.shown, Table) else ()
        paired |= {f"{row}, " for row in rows}
    return {name.rpartition(", ")[0] for name in paired}


def _coarse(mean: float, people: int) -> float:
    """
    Return a mean in steps wide enough for any whole number of people thereabouts.

    Examples
    --------
    >>> _coarse(4.3846, 8), _coarse(4.3846, 98)
    (4.4, 4.38)
    """
    step = round_step(1 / people)
    return round(round(mean / step) * step, 10)


def _checked(
    results: pd.DataFrame, count: str, of: str, means: Sequence[str], public: bool
) -> tuple[list[str], list[int], list[int]]:
    missing = [column for column in (count, of, *means) if column not in results]
    if missing:
        raise Problem(f"There is no column {missing[0]!r}. Choose one of: {', '.join(results)}.")
    if results.empty:
        raise Problem("The table holds no group. Choose a file with at least one row.")
    names = [str(name) for name in results.index]
    counts = [whole(n, f"{name}, {count}") for name, n in zip(names, results[count], strict=True)]
    outs = [whole(n, f"{name}, {of}") for name, n in zip(names, results[of], strict=True)]
    for name, x, n in zip(names, counts, outs, strict=True):
        if x > n and not public:
            raise Problem(f"{name}: {x} of {n} is more than all. Check which column is which.")
    return names, counts, outs
