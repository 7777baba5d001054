"""How a long table is laid out: which rows belong to which measure, in time order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from helpers.intake import Problem
from helpers.spc import prepare
from helpers.spc.kinds import COUNTS, RATIOS, SUBGROUPED
from helpers.spc.phases import Baseline, Phase, baseline_mask, phase_starts, positions
from helpers.spc.segments import Bools, Floats, Ints
from helpers.spc.words import moment


@dataclass(frozen=True)
class Layout:
    """
    A long table, sorted by measure and time.

    `names` has one entry a measure, `code` one a row; `starts` is where each measure begins,
    and the end.
    """

    table: pd.DataFrame
    names: pd.Index
    code: Ints
    when: pd.Index
    starts: Ints

    def each(self, option: Any) -> np.ndarray:
        """Spread an option over the measures: one for all, a mapping, or a column's name."""
        if isinstance(option, Mapping):
            missing = [name for name in self.names if name not in option]
            if missing:
                raise Problem(
                    f"Nothing is given for the measure {missing[0]!r}. Add it to the list."
                )
            return np.array([option[name] for name in self.names], object)
        if isinstance(option, str) and option in self.table.columns:
            return self.table[option].to_numpy(object)[self.starts[:-1]]
        return np.full(len(self.names), option, object)

    def targets(self, option: Any) -> Floats | None:
        """Return the target of every row (from a column) or every measure; None without one."""
        if option is None:
            return None
        if isinstance(option, str):
            _has_columns(self.table, [option])
            return prepare.as_numbers(self.table[option], f"the column {option!r}")
        if isinstance(option, Mapping):
            held = [option.get(name) for name in self.names]
            return prepare.as_numbers(held, "the targets")
        return np.full(len(self.names), float(option))

    def by_row(self, each: Floats) -> Floats:
        """Give every row its measure's entry, unless there is one for each row already."""
        return each if len(each) == len(self.code) else np.repeat(each, np.diff(self.starts))

    def segments(self, phases: Mapping[Any, Sequence[Phase]]) -> Ints:
        """Number the phases of all measures through, row by row."""
        if not phases:
            return self.code
        begins = np.zeros(len(self.code), bool)
        begins[self.starts[:-1]] = True
        for name, chosen in phases.items():
            first, when = self._stretch(name)
            begins[[first + start for start in phase_starts(chosen, when)]] = True
        return np.cumsum(begins) - 1

    def included(self, exclude: Mapping[Any, Sequence]) -> Bools:
        """Mark the rows that are not left out."""
        kept = np.ones(len(self.code), bool)
        for name, chosen in exclude.items():
            first, when = self._stretch(name)
            kept[first + positions(chosen, when, "You asked to leave out")] = False
        return kept

    def _stretch(self, name: Any) -> tuple[int, pd.Index]:
        if name not in self.names:
            raise Problem(f"There is no measure {name!r} in this table.")
        place = int(self.names.get_loc(name))
        first, end = (int(edge) for edge in self.starts[place : place + 2])
        return first, self.when[first:end]

    def place(self, row: int) -> str:
        """Say in words which figure a row holds."""
        return f"{self.names[self.code[row]]}, {moment(self.when[row])}"


def lay_out(table: pd.DataFrame, measure: str, when: str, others: Sequence[str | None]) -> Layout:
    """Sort a table by measure (in order of first appearance) and time."""
    _has_columns(table, [measure, when, *others])
    if not len(table):
        raise Problem("The table has no rows. Add at least one figure.")
    code, names = pd.factorize(table[measure], use_na_sentinel=True)
    if (code < 0).any():
        row = int(np.flatnonzero(code < 0)[0])
        raise Problem(
            f"Row {row + 1} names no measure. Fill in the column {measure!r}, or leave it out."
        )
    times = prepare.as_times(table[when], len(table))
    moments = times.to_numpy()
    new = code[1:] != code[:-1]
    forward = (moments[1:] >= moments[:-1]) | new
    forward[new] = code[1:][new] > code[:-1][new]
    if not forward.all():
        order = np.lexsort((times.argsort(kind="stable").argsort(kind="stable"), code))
        table, code, times = table.take(order), code[order], times[order]
    starts = np.flatnonzero(np.diff(code, prepend=-1, append=-1))
    return Layout(table, pd.Index(np.asarray(names)), code, times, starts)


def _has_columns(table: pd.DataFrame, columns: Sequence[str | None]) -> None:
    for column in columns:
        if column is not None and column not in table.columns:
            held = ", ".join(str(name) for name in table.columns)
            raise Problem(f"There is no column {column!r}. The table has: {held}.")


def drawn(
    layout: Layout, figures: str, denominator: str | None, kinds: np.ndarray
) -> tuple[Floats, Floats | None, Floats | None]:
    """Return value, numerator and denominator, checked for each kind of chart."""
    numbers = prepare.as_numbers(layout.table[figures], f"the column {figures!r}")
    below = None
    if denominator is not None:
        below = prepare.as_numbers(layout.table[denominator], f"the column {denominator!r}")
    for kind in set(kinds.tolist()):
        if kind in SUBGROUPED:
            raise Problem("Xbar and S charts are drawn one measure at a time: use chart().")
        if kind in RATIOS and below is None:
            raise Problem("This kind of chart needs a denominator. Name its column.")
    value, numerator = prepare.drawn(numbers, below, "run")
    _check(layout, value, numerator, below, kinds)
    return value, numerator, below


def _check(layout: Layout, value, numerator, below, kinds: np.ndarray) -> None:
    # what can be impossible: counts below zero, shares above one, times of zero
    bounded = set(kinds.tolist()) if below is not None else set(kinds.tolist()) & {*COUNTS, "t"}
    for kind in sorted(bounded):
        rows = np.flatnonzero(np.repeat(kinds == kind, np.diff(layout.starts)))
        above, under = (None if each is None else each[rows] for each in (numerator, below))
        prepare.check_possible(
            value[rows], above, under, kind, lambda row, rows=rows: layout.place(rows[row])
        )


def phased(layout: Layout, phases, exclude, baseline: Baseline) -> tuple[Ints, Bools, Bools]:
    """Return segment, included and baseline, row by row."""
    segment = layout.segments(phases)
    return segment, layout.included(exclude), baseline_mask(baseline, segment)
