"""The few that were chosen: whose harm they touch, whose they leave, and what changes place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from helpers.voices.eighty.harm import FEW, Harm
from helpers.voices.eighty.lenses import SEVERITY_WEIGHTS
from helpers.voices.eighty.pareto import Pareto


@dataclass(frozen=True)
class Reach:
    """
    How much of one group's reported harm the chosen themes touch.

    Attributes
    ----------
    group : str
    touched, of : int
        Reports in the chosen themes, and all of the group.
    share : float
        From 0 to 1; 0 where the group has no report.
    small : bool
        Whether the group has fewer than ten reports: then the share says little.
    """

    group: str
    touched: int
    of: int
    share: float
    small: bool


def reach(harm: Harm, chosen: Collection[str]) -> tuple[Reach, ...]:
    """
    Say for each group what share of its reports is about the chosen themes.

    Silence does not change these shares: it makes a group's harm larger, in every theme alike.

    Examples
    --------
    >>> from helpers.voices.eighty.harm import load_harm
    >>> [f"{each.group}: {each.share:.0%}" for each in reach(load_harm(), ["Falls"])][:2]
    ['Patients who need an interpreter: 10%', 'Patients with a learning disability: 12%']
    """
    chosen_rows = np.array([theme in chosen for theme in harm.themes])
    counts = harm.by_group
    touched, whole = counts[chosen_rows].sum(axis=0), counts.sum(axis=0)
    return tuple(
        Reach(group, round(part), round(of), float(part / of) if of else 0.0, bool(of < FEW))
        for group, part, of in zip(harm.groups, touched, whole, strict=True)
    )


@dataclass(frozen=True)
class Worst:
    """
    The theme in which one group's harm weighs most.

    Attributes
    ----------
    group, theme : str
        ``theme`` is "" where the group has no report.
    reports : int
        The group's reports in that theme.
    small : bool
        Whether those are fewer than ten: then it could be another theme.
    """

    group: str
    theme: str
    reports: int
    small: bool


def worst(
    harm: Harm, weights: tuple[float, ...] = SEVERITY_WEIGHTS, *, skip: Collection[str] = ()
) -> tuple[Worst, ...]:
    """
    Find for each group the theme in which its harm weighs most, by severity where it is known.

    Parameters
    ----------
    harm : Harm
    weights : tuple of float
        What each severity counts for; where they do not fit the reports, each counts alike.
    skip : collection of str
        Themes that gather others.

    Examples
    --------
    >>> from helpers.voices.eighty.harm import load_harm
    >>> worst(load_harm())[1].theme
    'Getting worse unnoticed'
    """
    known = len(weights) == len(harm.severities)
    each = np.asarray(weights) if known else np.ones(len(harm.severities))
    counts, weighed = harm.by_group, (harm.counts.sum(axis=3) * each).sum(axis=2)
    weighed[[theme in skip for theme in harm.themes]] = -1
    found = zip(harm.groups, weighed.argmax(axis=0), range(len(harm.groups)), strict=True)
    return tuple(
        Worst(
            group,
            harm.themes[at] if counts[at, g] else "",
            round(counts[at, g]),
            bool(counts[at, g] < FEW),
        )
        for group, at, g in found
    )


@dataclass(frozen=True)
class Moves:
    """
    What changes place among the first few.

    Attributes
    ----------
    entered, left : tuple of str
        Themes that come among the first few, and that leave them.
    moved : tuple of (str, int, int)
        Every theme with another place: theme, place before, place now; the largest rise first.
    """

    entered: tuple[str, ...]
    left: tuple[str, ...]
    moved: tuple[tuple[str, int, int], ...]


def moves(before: Pareto, now: Pareto, few: int) -> Moves:
    """
    Compare two orders of the same themes.

    Examples
    --------
    >>> from helpers.voices.eighty.pareto import pareto
    >>> moves(pareto(["A", "B"], [81, 60]), pareto(["A", "B"], [90, 100]), few=1)
    Moves(entered=('B',), left=('A',), moved=(('B', 2, 1), ('A', 1, 2)))
    """
    old, new = before.first(few), now.first(few)
    changed = [
        (theme, before.place(theme), now.place(theme))
        for theme in now.themes
        if before.place(theme) != now.place(theme)
    ]
    return Moves(
        tuple(theme for theme in new if theme not in old),
        tuple(theme for theme in old if theme not in new),
        tuple(sorted(changed, key=lambda move: move[2] - move[1])),
    )
