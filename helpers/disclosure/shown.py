"""What comes out: cells that are shown, and cells that say why they are not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.disclosure.presets import PACKS, Preset
from helpers.disclosure.sums import Line

if TYPE_CHECKING:
    import pandas as pd

    from helpers.disclosure.view import Before

SUM = "all"
Name = tuple[str, ...]  # of a group: one name for each column that makes it, or "all"


@dataclass(frozen=True)
class Cell:
    """
    One answer, or one field of a table, as it may be shown.

    Attributes
    ----------
    name
        What is counted here.
    count
        People; None where it is not shown.
    why
        Why it is not shown, in a reader's words; "" where it is.
    share
        From 0 to 1, to the nearest tenth; only with a preset that shows no counts.
    """

    name: str
    count: int | None = None
    why: str = ""
    share: float | None = None

    @property
    def hidden(self) -> bool:
        """Whether it is not shown."""
        return bool(self.why)


@dataclass(frozen=True)
class Shown:
    """
    One question as it may be shown.

    Attributes
    ----------
    cells
        One for each answer, in the order given.
    people
        How many answered; None where that is not shown.
    left_out
        How many could have answered and did not; always a cell, also where it is 0.
    everyone
        Both together. A reader is taken to know it.
    why
        Why nothing at all is shown; "" where something is.
    exclusive
        Whether each person is in one cell only, so that the cells add up.
    """

    cells: tuple[Cell, ...]
    people: int | None
    left_out: Cell
    everyone: int
    why: str = ""
    exclusive: bool = True
    preset: Preset = PACKS

    @property
    def hidden(self) -> int:
        """How many answers are not shown."""
        return sum(cell.hidden for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """
    A table of counts with its sums, as it may be shown.

    Attributes
    ----------
    rows, columns
        Names, without the sums.
    cells
        Row by row; the last cell of each row is its sum, and the last row holds the columns' sums.
    why
        Why nothing at all is shown; "" where something is.
    preset
        The rules that were kept.
    sums_of_shown
        Whether each sum adds up only what is shown beside it, as it is shown.
    before
        What it was laid beside when it was made: whoever lays a later table beside this one lays
        it beside all of them.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    why: str = ""
    preset: Preset = PACKS
    sums_of_shown: bool = False
    before: tuple[Before, ...] = field(default=(), compare=False, repr=False)

    @property
    def hidden(self) -> int:
        """How many fields are not shown, sums not counted."""
        return sum(cell.hidden for row in self.cells[:-1] for cell in row[:-1])

    def frame(self) -> pd.DataFrame:
        """Return the table for pandas, sums last; a count that is not shown is missing."""
        import pandas as pd  # heavy; needed only by those who ask for it

        counts = [[cell.count for cell in row] for row in self.cells]
        rows, columns = [*self.rows, SUM], [*self.columns, SUM]
        return pd.DataFrame(counts, index=rows, columns=columns, dtype="Int64")


@dataclass(frozen=True)
class Groups:
    """
    Groups within groups, or crossed in more than two ways, with all their sums, as they may be shown.

    Attributes
    ----------
    by
        The columns that make the groups.
    names
        For each group a name in each of the columns; "all" where it is not split by one.
    cells
        One for each group, in the same order.
    lines
        Which groups add up to which.
    why, preset, sums_of_shown, before
        As for `Table`.
    """

    by: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    why: str = ""
    preset: Preset = PACKS
    sums_of_shown: bool = False
    before: tuple[Before, ...] = field(default=(), compare=False, repr=False)

    @property
    def hidden(self) -> int:
        """How many groups are not shown, sums not counted."""
        sums = {line.whole for line in self.lines}
        return sum(cell.hidden for at, cell in enumerate(self.cells) if at not in sums)

    def frame(self) -> pd.DataFrame:
        """Return a row for each group: its names, "people" (missing where not shown) and "why"."""
        import pandas as pd  # heavy; needed only by those who ask for it

        told = pd.DataFrame(self.names, columns=list(self.by))
        told["people"] = pd.array([cell.count for cell in self.cells], dtype="Int64")
        return told.assign(why=[cell.why for cell in self.cells])


def reason(fewest: int) -> str:
    """
    Say why one cell is not shown; the same for small cells and for those that guard them.

    Examples
    --------
    >>> reason(5)
    'not shown: fewer than 5 people, or it would give such a number away'
    """
    return f"not shown: fewer than {fewest} people, or it would give such a number away"


def too_few(fewest: int) -> str:
    """
    Say why nothing is shown of a question; the same for every such reason.

    Examples
    --------
    >>> too_few(5)
    'not shown: fewer than 5 people answered, or it would give such a number away'
    """
    return f"not shown: fewer than {fewest} people answered, or it would give such a number away"
