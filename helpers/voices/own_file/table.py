"""Own table: what a reader brings, as rows of group, place and time, checked and nothing hidden."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

Form = Literal["counts", "people", "values"]
Unit = Literal["percent", "share", "score"]

UNKNOWN = "Not known"  # people whose group nobody wrote down


@dataclass(frozen=True)
class Chosen:
    """
    Which column is which, and how the reader means it.

    Attributes
    ----------
    form : {"counts", "people", "values"}
        A row for each group (and place, and time) with counts; a row for each person; or a row
        for each group with a figure that is worked out already.
    group, area, when, events, people, outcome, value, size, error : str or None
        Names of columns.
    counts_as : str
        The answer in `outcome` that is counted.
    unit : {"percent", "share", "score"}
        What the figures of "values" are; never guessed.
    repeated : bool
        Whether one person can have several events.
    repeats : {"", "once", "add"}
        What to do with rows that are the same in every column.
    """

    form: Form = "counts"
    group: str | None = None
    events: str | None = None
    people: str | None = None
    outcome: str | None = None
    value: str | None = None
    size: str | None = None
    error: str | None = None
    area: str | None = None
    when: str | None = None
    counts_as: str = ""
    unit: Unit | None = None
    repeated: bool = False
    repeats: Literal["", "once", "add"] = ""


@dataclass(frozen=True)
class OwnTable:
    """
    A reader's numbers, ready to be put in order.

    Attributes
    ----------
    table : DataFrame
        Of counts: group, area ("" without one), when (NaT without one), events, people.
        Of values: group, value, size, error (NaN without one).
    counted : bool
        Whether it holds counts.
    what : str
        What is counted or measured, in the reader's words.
    repeated : bool
        Whether one person can have several events.
    share_of : float or None
        Of values: 100 for percentages, 1 for shares, None for scores.
    notes : tuple of str
        What was handled on the way, in plain sentences.
    unknown : str
        What people without a group are called; "" where there are none.
    """

    table: pd.DataFrame = field(repr=False)
    counted: bool = True
    what: str = ""
    repeated: bool = False
    share_of: float | None = None
    notes: tuple[str, ...] = ()
    unknown: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The groups in the order of the file; people without a group are not among them."""
        found = map(str, self.table["group"].unique())
        return tuple(name for name in found if name != self.unknown)

    @property
    def areas(self) -> tuple[str, ...]:
        """The places; empty where there is no more than one."""
        if not self.counted:
            return ()
        found = tuple(map(str, self.table["area"].unique()))
        return found if len(found) > 1 else ()

    @property
    def times(self) -> tuple[pd.Timestamp, ...]:
        """The periods in their order; empty where there is no more than one."""
        if not self.counted:
            return ()
        found = tuple(sorted(self.table["when"].dropna().unique()))
        return found if len(found) > 1 else ()

    def merged(self, groups: tuple[tuple[str, ...], ...], joint: str = " + ") -> OwnTable:
        """
        Return the table with some groups shown together; only counts can be added up.

        Examples
        --------
        >>> rows = pd.DataFrame({"group": ["A", "B", "C"], "events": [1, 2, 3], "people": [5, 5, 5]})
        >>> OwnTable(rows).merged((("A", "B"), ("C",))).table["group"].tolist()
        ['A + B', 'A + B', 'C']
        """
        called = {name: joint.join(names) for names in groups for name in names}
        return replace(
            self, table=self.table.assign(group=self.table["group"].map(lambda g: called.get(g, g)))
        )
