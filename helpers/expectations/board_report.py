"""The board report as it is often sent: colours and arrows, from two months and a target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from helpers.intake import Problem

Colour = Literal["green", "amber", "red"]
Arrow = Literal["up", "down", "level"]

# Kit's own rules, of a kind in common use: amber is a near miss of the target, or, where there
# is no target, a small change for the worse since last month.
NEAR_MISS = 0.05
SMALL_CHANGE = 0.10


@dataclass(frozen=True)
class Row:
    """
    One line of the report.

    Attributes
    ----------
    measure, unit : str
    value, last : float
        This month and the month before, in `unit`.
    target : float or None
    colour : {"green", "amber", "red"}
    arrow : {"up", "down", "level"}
        Since last month.
    better : bool or None
        Whether the arrow points the good way; None when level.
    """

    measure: str
    unit: str
    value: float
    last: float
    target: float | None
    colour: Colour
    arrow: Arrow
    better: bool | None


def report(board: pd.DataFrame) -> tuple[Row, ...]:
    """
    Write the report of the last month, one line for each measure, in the order they come.

    Parameters
    ----------
    board : DataFrame
        Long form, as from `load_board_report`: measure, month, value, target (may be missing),
        improvement_direction ("increase" or "decrease"), unit.

    Raises
    ------
    Problem
        If a measure has fewer than two months.

    Examples
    --------
    >>> from helpers.expectations.data import load_board_report
    >>> row = report(load_board_report())[5]
    >>> row.measure, row.colour, row.arrow, row.better
    ('Pressure ulcers', 'green', 'down', True)
    """
    return tuple(_row(str(name), months) for name, months in board.groupby("measure", sort=False))


def _row(measure: str, months: pd.DataFrame) -> Row:
    if len(months) < 2:
        raise Problem(f"'{measure}' has one month. A report needs the month before as well.")
    months = months.sort_values("month")
    last, value = map(float, months["value"].iloc[-2:])
    final = months.iloc[-1]
    target = None if pd.isna(final["target"]) else float(final["target"])
    sign = 1 if final["improvement_direction"] == "increase" else -1
    return Row(
        measure,
        str(final["unit"]),
        value,
        last,
        target,
        colour(value, last, target, sign),
        "up" if value > last else "down" if value < last else "level",
        None if value == last else (value - last) * sign > 0,
    )


def colour(value: float, last: float, target: float | None, sign: int) -> Colour:
    """
    Colour one number as a red–amber–green report does.

    Parameters
    ----------
    value, last : float
        This month and the month before.
    target : float or None
        Without one, the change since last month is coloured instead.
    sign : {1, -1}
        1 where more is better, -1 where less is.

    Examples
    --------
    >>> colour(84, 80, target=85, sign=1), colour(84, 80, target=None, sign=-1)
    ('amber', 'amber')
    """
    against, slack = (last, SMALL_CHANGE) if target is None else (target, NEAR_MISS)
    miss = round((against - value) * sign, 9)  # 4.4 - 4.0 is a whisker over 0.4 in binary
    if miss <= 0:
        return "green"
    return "amber" if miss <= round(slack * abs(against), 9) else "red"
