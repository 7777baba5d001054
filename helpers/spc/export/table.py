"""The points, limits and signals of a chart as a CSV file that a spreadsheet opens well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.spc.said import point_word, remarks, title

if TYPE_CHECKING:
    from helpers.spc.record import Chart

# A spreadsheet takes a cell that begins so for a formula, and would run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LINES = ["value", "numerator", "denominator", "centre", "lower", "upper", "target", "phase"]


def points_csv(chart: Chart) -> bytes:
    """
    Return every point with its limits, verdict and reason.

    Parameters
    ----------
    chart : Chart
        What ``helpers.spc.chart`` returns.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark, so that Excel reads accents; numbers in full;
        dates as 2025-03-31. Text that a spreadsheet would run as a formula gets a quote.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> text = points_csv(chart([4, 5, 4], kind="run", name="Falls")).decode("utf-8-sig")
    >>> text.splitlines()[1]
    'Falls,1,4.0,4.0,1,True,True,routine,,,'
    """
    points = chart.points
    table = pd.DataFrame({"measure": title(chart), "when": points["when"]})
    for column in LINES:
        if points[column].notna().any():
            table[column] = points[column]
    table["included"], table["in_baseline"] = points["included"], points["in_baseline"]
    table["signal"] = [point_word(row) for row in points.itertuples()]
    table["rules"] = [", ".join(rules) for rules in points["rules"]]
    table["why"], table["remark"] = points["why"], _remark_column(chart)
    for column in table.columns[[not _is_plain(kind) for kind in table.dtypes]]:
        table[column] = table[column].map(harmless)
    return table.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _remark_column(chart: Chart) -> list[str]:
    texts = [""] * len(chart.points)
    for remark in remarks(chart):
        texts[remark.at] = "; ".join(filter(None, (texts[remark.at], remark.text)))
    return texts


def _is_plain(kind: object) -> bool:
    """Say whether a column holds numbers, truths or dates, which no spreadsheet runs."""
    is_number = pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_bool_dtype(kind)
    return is_number or pd.api.types.is_datetime64_any_dtype(kind)


def harmless(cell: object) -> object:
    """
    Put a quote before a text that a spreadsheet would run as a formula; leave the rest.

    Examples
    --------
    >>> harmless("=1+1"), harmless("Falls"), harmless(-1)
    ("'=1+1", 'Falls', -1)
    """
    risky = isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA)
    return f"'{cell}" if risky else cell
