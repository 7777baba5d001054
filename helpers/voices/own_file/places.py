"""Own places: the figure of each place inside exact or widened funnel curves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from helpers.intake import Problem
from helpers.voices.measures.funnel import Funnel, exact_limits, funnel
from helpers.voices.measures.gaps import difference
from helpers.voices.measures.many import Comparisons, many
from helpers.voices.measures.measured import Floats, deviations
from helpers.voices.measures.overdispersion import (
    Kind,
    Scores,
    additive,
    heterogeneity,
    multiplicative,
)
from helpers.voices.measures.unequal import Inequality
from helpers.voices.own_file.groups import Order, by, fixed, pick_per
from helpers.voices.own_file.table import OwnTable

Spread = Literal["none", "additive", "multiplicative"]
STEPS = 160  # points of a curve: more than a figure is wide is of no use


@dataclass(frozen=True)
class Places:
    """
    Places and the curves around them.

    Attributes
    ----------
    names : tuple of str
    events, people : float array (places,)
    found : Funnel
        Each place's figure with the limits that hold for it.
    sizes : float array (steps,)
        People, where the curves are drawn.
    lower, upper : float array (levels, steps)
    """

    names: tuple[str, ...]
    events: Floats
    people: Floats
    found: Funnel
    sizes: Floats
    lower: Floats
    upper: Floats

    @property
    def furthest(self) -> int:
        """Which place is furthest from the whole, by the width of its own widest limits."""
        width = self.found.upper[-1] - self.found.lower[-1]
        with np.errstate(invalid="ignore", divide="ignore"):
            away = np.abs(self.found.value - self.found.target) / width
        return int(np.nanargmax(np.where(np.isfinite(away), away, -1)))


def places(
    own: OwnTable, group: str | None = None, *,
    levels: tuple[float, float] = (0.95, 0.998), spread: Spread = "none",
) -> Places:  # fmt: skip
    """
    Return the figure of each place, of one group or of all people, with its curves.

    Parameters
    ----------
    group : str, optional
        The group whose figure is looked at; everybody by default.
    levels : (float, float)
        Inner and outer curve.
    spread : {"none", "additive", "multiplicative"}
        Exact curves, or ones that allow for places that differ anyway.

    Raises
    ------
    Problem
        If fewer than two places have anybody.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"group": "A", "area": list("NSE"), "events": [50, 48, 90], "people": 100})
    >>> found = places(OwnTable(rows))
    >>> found.names[found.furthest], found.found.outside.tolist()
    ('E', [2, -1, -1])
    """
    if not own.areas:
        raise Problem(
            "The file names fewer than two places. Choose a column of places, if it has one."
        )
    rows = own.table if group is None else own.table[own.table["group"] == group]
    sums = rows.groupby("area")[["events", "people"]].sum()
    sums = sums[sums["people"] > 0]
    if len(sums) < 2:
        raise Problem("Fewer than two places have anybody in this group. Choose another group.")
    events, people = sums["events"].to_numpy(float), sums["people"].to_numpy(float)
    kind: Kind = "log_rate" if own.repeated else "share"
    per = pick_per(own)
    found = funnel(events, people, kind=kind, levels=levels, overdispersion=spread, per=per)
    sizes = np.linspace(max(1.0, 0.3 * people.min()), 1.05 * people.max(), STEPS)
    lower, upper = _curves(events, people, kind, levels, spread, sizes)
    return Places(
        tuple(map(str, sums.index)), events, people, found, sizes, per * lower, per * upper
    )


def _curves(
    events: Floats, people: Floats, kind: Kind, levels: tuple[float, float], spread: Spread,
    sizes: Floats,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Return the curves at any size; how far places differ is judged from the places alone."""
    seen = Scores.of(events, people, kind)
    target = seen.target
    if spread == "none":
        scale, share = (sizes, target) if kind == "share" else (sizes * target, None)
        pairs = [exact_limits(scale, level, share=share) for level in levels]
        lower, upper = (np.stack([pair[side] / sizes for pair in pairs]) for side in (0, 1))
        return lower, upper
    phi, tau2 = heterogeneity(seen)
    drawn = Scores.of(target * sizes, sizes, kind, target)
    wide = multiplicative(drawn, phi) if spread == "multiplicative" else additive(drawn, tau2)
    pairs = [drawn.limits(deviations(level) * wide) for level in levels]
    return np.stack([pair[0] for pair in pairs]), np.stack([pair[1] for pair in pairs])


def gaps_by_place(own: OwnTable, order: Order) -> tuple[tuple[str, ...], Inequality, Comparisons]:
    """
    Return the gap between the same two groups in each place, and which survive so many comparisons.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(g, a, e, 100) for a in "NS" for g, e in (("A", 30), ("B", 50))]
    >>> own = OwnTable(pd.DataFrame(rows, columns=["group", "area", "events", "people"]))
    >>> names, found, judged = gaps_by_place(own, Order(("A", "B"), "high"))
    >>> names, found.value.tolist(), judged.survives.tolist()
    (('N', 'S'), [20.0, 20.0], [True, True])
    """
    if not own.areas:
        raise Problem("The file names fewer than two places, so there are no gaps to compare.")
    groups, names = by(own, fixed(own, order), "area")
    found = difference(groups)
    return tuple(map(str, names)), found, many(found)
