"""Numbers into a series: values worked out, one scale, time order, no empty ends."""

import pandas as pd

from helpers.intake.grid import plural


def work_out(table: pd.DataFrame, columns: dict[str, str]) -> pd.Series:
    """
    Give the values: as chosen, or the numerator over its denominator.

    Parameters
    ----------
    table : DataFrame
        Columns value, numerator and denominator.
    columns : dict of str to str
        The chosen column of each job.

    Returns
    -------
    Series
        A fraction where a denominator is chosen; missing where that is 0.

    Examples
    --------
    >>> parts = pd.DataFrame({"numerator": [1.0, 0.0], "denominator": [4.0, 0.0]})
    >>> work_out(parts, {"numerator": "Met", "denominator": "All"}).tolist()
    [0.25, nan]
    """
    if "value" in columns:
        return table["value"]
    if "denominator" not in columns:
        return table["numerator"]
    return table["numerator"] / table["denominator"].where(table["denominator"] != 0)


def same_scale(table: pd.DataFrame, unit: dict[str, str], columns: dict[str, str]) -> list[str]:
    """
    Bring a target to the scale of its values: 95, 95% and 0.95 may be one thing.

    Parameters
    ----------
    table : DataFrame
        Columns value and target; ``target`` is changed in place.
    unit : dict of str to str
        Units of value and target, as they were written.
    columns : dict of str to str
        The chosen column of each job.

    Returns
    -------
    list of str
        What was changed.

    Examples
    --------
    >>> table = pd.DataFrame({"value": [0.91, 0.94], "target": [95.0, 95.0]})
    >>> notes = same_scale(table, {"value": "", "target": "%"}, {"value": "Rate"})
    >>> table["target"].tolist()
    [0.95, 0.95]
    """
    if table["target"].notna().sum() == 0 or table["value"].notna().sum() == 0:
        return []
    derived = "value" not in columns and "denominator" in columns
    fraction = unit["value"] != "%" and table["value"].abs().max() <= 1
    percent = unit["target"] == "%" or (derived and fraction and table["target"].max() > 1)
    if percent and (derived or fraction):
        table["target"] /= 100
        return ["Read the target as per cent, to match the values."]
    if unit["value"] == "%" and unit["target"] == "" and table["target"].abs().max() <= 1:
        table["target"] *= 100
        return ["Turned the target into per cent, to match the values."]
    return []


def in_order(table: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """
    Sort by measure and date, and drop empty ends: months that have no result yet.

    Parameters
    ----------
    table : DataFrame
        Columns when, value and measure; measures keep the order of the file.

    Returns
    -------
    DataFrame
        The sorted rows.
    list of str
        What was done.

    Examples
    --------
    >>> rows = {"measure": ["Falls"] * 3, "when": [3, 1, 2], "value": [None, 4, 5]}
    >>> table, notes = in_order(pd.DataFrame(rows))
    >>> table["value"].tolist(), notes
    ([4.0, 5.0], ['Sorted the rows by date.', 'Left out 1 row at the ends without a number.'])
    """
    notes = []
    order = table["measure"].map({name: i for i, name in enumerate(table["measure"].unique())})
    ordered = table.assign(order=order).sort_values(["order", "when"], kind="stable")
    if not table.groupby("measure")["when"].is_monotonic_increasing.all():
        notes.append("Sorted the rows by date.")
    known = ordered.loc[ordered["value"].notna(), "when"]
    inside = ordered["when"].between(known.min(), known.max())
    if not inside.all():
        notes.append(
            f"Left out {plural(int((~inside).sum()), 'row')} at the ends without a number."
        )
    ordered = ordered[inside]
    empty = int(ordered["value"].isna().sum())
    if empty:
        notes.append(f"{plural(empty, 'date has', 'dates have')} no number; shown as a gap.")
    return ordered, notes
