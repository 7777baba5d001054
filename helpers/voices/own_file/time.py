"""Own time: each group's own control chart, and how the gap itself moves."""

from __future__ import annotations

import numpy as np

from helpers.intake import Problem
from helpers.spc import Chart, chart
from helpers.voices.measures.gaps import difference, ratio
from helpers.voices.own_file.groups import Order, by, chart_table, fixed, pick_per
from helpers.voices.own_file.table import OwnTable

ENOUGH = 10  # dates: with fewer, a chart over time says little
DIRECTIONS = {"high": "increase", "low": "decrease"}


def group_over_time(own: OwnTable, order: Order, group: str | None, name: str) -> Chart:
    """
    Return the control chart of one group, or of everybody: p of shares, u of repeated events.

    A date when nobody is in the group is a gap in its line.

    Raises
    ------
    Problem
        If there are too few dates.
    """
    _enough(own)
    table = chart_table(own, group)
    per, empty = pick_per(own), table["people"] == 0
    if (~empty).sum() < ENOUGH:
        raise Problem(
            f"This group has anybody at {int((~empty).sum())} dates, and a chart needs {ENOUGH}. "
            "Choose another group, or put dates together in the file."
        )
    table = table[~empty]
    return chart(
        table["events"].to_numpy(), denominator=table["people"].to_numpy(), when=table.index,
        kind="u" if own.repeated else "p", multiply=per, name=name,
        improvement_direction=DIRECTIONS[order.good],
        unit="%" if per == 100 and not own.repeated else f"per {per:,}",
    )  # fmt: skip


def gaps_over_time(own: OwnTable, order: Order, names: tuple[str, str]) -> tuple[Chart, Chart]:
    """
    Return the charts of the gap and of the ratio, date by date, with limits from how they move.

    A growing gap is never called better, whichever way is good.

    Raises
    ------
    Problem
        If there are too few dates with a gap.

    Examples
    --------
    >>> import pandas as pd
    >>> when = pd.date_range("2025-01-01", periods=12, freq="MS")
    >>> rows = [(g, "", t, e, 100) for t in when for g, e in (("A", 30), ("B", 50))]
    >>> own = OwnTable(pd.DataFrame(rows, columns=["group", "area", "when", "events", "people"]))
    >>> gap, times = gaps_over_time(own, Order(("A", "B"), "high"), ("Gap", "Ratio"))
    >>> float(gap.points["value"].iloc[0]), round(float(times.points["value"].iloc[0]), 2)
    (20.0, 1.67)
    """
    _enough(own)
    found, when = by(own, fixed(own, order), "when")
    unit = f"{'in' if found.bounded else 'per'} {found.per:,g}"
    gap, times = difference(found).value, ratio(found).value
    return _moving(gap, when, unit, names[0]), _moving(times, when, "times", names[1])


def _moving(values: np.ndarray, when: tuple, unit: str, name: str) -> Chart:
    known = np.isfinite(values)
    if known.sum() < ENOUGH:
        raise Problem(
            f"The gap is known at {int(known.sum())} dates, and a chart needs {ENOUGH}. "
            "Put dates together in the file, such as months into quarters."
        )
    dates = [date for date, is_known in zip(when, known, strict=True) if is_known]
    return chart(
        values[known], when=dates, kind="xmr", improvement_direction="decrease",
        name=name, unit=unit,
    )  # fmt: skip


def _enough(own: OwnTable) -> None:
    if len(own.times) < ENOUGH:
        raise Problem(f"There are {len(own.times)} dates, and a chart over time needs {ENOUGH}.")
