"""The audit: what a reader could still work out from what is shown, by arithmetic alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from helpers.disclosure.shown import Groups, Shown, Table
from helpers.disclosure.sums import Sums
from helpers.disclosure.view import Before, View


@dataclass(frozen=True)
class Deduced:
    """
    What a reader can say of one hidden cell.

    Attributes
    ----------
    name
        The cell; of a table, "row, column". One shown earlier begins with "before: ".
    low, high
        The people in it are at least and at most so many; ``high`` is inf where there is no end.
    """

    name: str
    low: int
    high: float


def audit(shown: Shown | Table | Groups, before: Iterable[Before] = ()) -> tuple[Deduced, ...]:
    """
    Say for each hidden cell between which counts it must lie.

    Parameters
    ----------
    shown : Shown, Table or Groups
        What is about to be shown.
    before : iterable of Before
        What was shown earlier and can be laid beside it. What it hid is told as well, and every
        difference between now and then.

    Returns
    -------
    tuple of Deduced
        One for each hidden cell, sums included, in reading order.

    Notes
    -----
    Linear programming over every sum that holds (Handbook on Statistical Disclosure Control,
    European statistical institutes, 2024). The reader is taken to know the preset: a rounded count
    stands for a range, and a count of nobody is hidden only where the preset hides it.

    Examples
    --------
    >>> from helpers.disclosure.counts import show_counts
    >>> [(d.name, d.low, d.high) for d in audit(show_counts({"yes": 12, "no": 7, "other": 2}))]
    [('no', 0, 9), ('other', 0, 9)]
    """
    view = _view(shown, before)
    if not view.asked:
        return ()
    sums = Sums(len(view.names), view.lines)
    ends = {at: sums.ends(view.low, view.high, at) for at in view.asked}
    return tuple(
        Deduced(view.names[at], int(low), high if high == inf else int(high))
        for at, (low, high) in ends.items()
    )


def given_away(shown: Shown | Table | Groups, before: Iterable[Before] = ()) -> tuple[str, ...]:
    """
    Name the hidden cells of which a reader can work out too much.

    How much is too much, the preset says: `Preset.is_wide`. A difference between now and before
    is too much only where it must be somebody.

    Parameters
    ----------
    shown, before
        As for `audit`; but of a large table it is much faster.

    Examples
    --------
    >>> from helpers.disclosure.shown import Cell
    >>> leaky = (Cell("yes", 12), Cell("no", None, "not shown"))
    >>> given_away(Shown(leaky, 14, Cell("No answer", 0), 14))
    ('no',)
    """
    view = _view(shown, before)
    if not view.asked:
        return ()
    found = Sums(len(view.names), view.lines).narrow(view.low, view.high, view.asked, view)
    return tuple(view.names[at] for at in found)


def _view(shown: Shown | Table | Groups, before: Iterable[Before]) -> View:
    view = View()
    now = view.add_shown(shown)
    for one in before:
        view.lay_beside(now, one, shown.preset)
    return view
