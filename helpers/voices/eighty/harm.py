"""Reports of harm, counted: by theme, by the group harmed, by severity, and by fifth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.intake import Problem

DATA = Path(__file__).parents[3] / "data"
REPORTS = DATA / "incidents_and_complaints.csv"
SEVERITIES = ("no harm", "low harm", "moderate harm", "severe harm")
FIFTHS = ("1", "2", "3", "4", "5", "")  # the most deprived first; "" is not recorded, as for staff
FEW = 10  # below this, one report more or less changes what a share seems to say


@dataclass(frozen=True)
class Harm:
    """
    Reports of harm as one block of counts.

    Attributes
    ----------
    themes, groups, severities, fifths : tuple of str
        The names along each axis; severities from the mildest to the worst, one name where there
        is no severity. Fifths by deprivation, the most deprived first.
    counts : ndarray
        Reports, of shape (themes, groups, severities, fifths).
    people : mapping of str to float
        How many people each group has; empty where nobody knows.
    """

    themes: tuple[str, ...]
    groups: tuple[str, ...]
    severities: tuple[str, ...]
    fifths: tuple[str, ...]
    counts: np.ndarray = field(repr=False)
    people: Mapping[str, float] = field(default_factory=dict)

    @property
    def by_group(self) -> np.ndarray:
        """Reports, of shape (themes, groups)."""
        return self.counts.sum(axis=(2, 3))

    @property
    def total(self) -> float:
        """All reports."""
        return float(self.counts.sum())


def tally(
    reports: pd.DataFrame,
    *,
    groups: Sequence[str] = (),
    severities: Sequence[str] = (),
    people: Mapping[str, float] | None = None,
) -> Harm:
    """
    Count reports.

    Parameters
    ----------
    reports : DataFrame
        One row for each report, or with "count" for several: theme, group, and where there are
        such columns severity and deprivation_fifth.
    groups, severities : sequence of str
        Their order; left out, groups stand by size and severities as they come.
    people : mapping of str to float, optional
        How many people each group has.

    Raises
    ------
    Problem
        There is no report.

    Examples
    --------
    >>> harm = tally(pd.DataFrame({"theme": ["Falls", "Falls", "Waits"], "group": ["A", "B", "A"]}))
    >>> harm.themes, harm.groups, harm.by_group.tolist()
    (('Falls', 'Waits'), ('A', 'B'), [[1.0, 1.0], [1.0, 0.0]])
    """
    if reports.empty:
        raise Problem("There is no report to count. Choose a file with at least one row.")
    rows = reports.assign(count=1.0) if "count" not in reports else reports
    themes, whose = _by_size(rows, "theme"), tuple(groups) or _by_size(rows, "group")
    bad = tuple(severities) or _as_they_come(rows, "severity")
    fifths = FIFTHS if "deprivation_fifth" in rows else ("",)
    axes = {"theme": themes, "group": whose, "severity": bad, "deprivation_fifth": fifths}
    counts = np.zeros(tuple(map(len, axes.values())))
    np.add.at(counts, tuple(_places(rows, *axis) for axis in axes.items()), rows["count"])
    return Harm(themes, whose, bad, fifths, counts, dict(people or {}))


def _by_size(rows: pd.DataFrame, column: str) -> tuple[str, ...]:
    sizes = rows.groupby(column, sort=True)["count"].sum()
    return tuple(map(str, sizes.sort_values(ascending=False, kind="stable").index))


def _as_they_come(rows: pd.DataFrame, column: str) -> tuple[str, ...]:
    return tuple(map(str, rows[column].unique())) if column in rows else ("",)


def _places(rows: pd.DataFrame, column: str, names: Sequence[str]) -> np.ndarray:
    if column not in rows:
        return np.zeros(len(rows), dtype=int)
    return rows[column].map({name: at for at, name in enumerate(names)}).to_numpy(dtype=int)


def load_reports() -> pd.DataFrame:
    """
    Return a year of incidents, complaints and concerns at Willow, an invented hospital trust.

    Examples
    --------
    >>> load_reports().shape
    (3482, 7)
    """
    text = {"deprivation_fifth": str}
    return pd.read_csv(REPORTS, dtype=text, parse_dates=["month"], keep_default_na=False)


def load_groups() -> pd.DataFrame:
    """
    Return the groups of Willow: whose, people, and how many of 100 harms are ever reported.

    Examples
    --------
    >>> load_groups().loc["Patients who need an interpreter", "reported_of_100"]
    np.int64(20)
    """
    return pd.read_csv(DATA / "groups_of_willow.csv", index_col="group")


def load_harm() -> Harm:
    """
    Return the reports of Willow, counted.

    Examples
    --------
    >>> harm = load_harm()
    >>> harm.themes[:3], int(harm.total)
    (('Falls', 'Medicines', 'Long waits and delays'), 3482)
    """
    groups = load_groups()
    return tally(
        load_reports(),
        groups=list(groups.index),
        severities=SEVERITIES,
        people=groups["people"].to_dict(),
    )
