"""The engine: lines and signals of many phases at once. One chart and a whole table both use it."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.spc.conventions import LIMIT, NEAR, Convention
from helpers.spc.kinds import KINDS
from helpers.spc.points import Lines, Points
from helpers.spc.rule_sets import RuleSet
from helpers.spc.rules import Signals, find
from helpers.spc.segments import Floats


@dataclass(frozen=True)
class Analysis:
    """Lines and signals, point by point, in the unit the numbers came in."""

    lines: Lines
    signals: Signals

    @property
    def centre(self) -> Floats:
        """The centre line at every point."""
        return self.lines.centre

    def limits(self) -> tuple[Floats, Floats]:
        """Lower and upper limit at every point."""
        return self.lines.band(LIMIT)

    def near(self) -> tuple[Floats, Floats]:
        """The lines two thirds of the way to the limits."""
        return self.lines.band(NEAR)


def analyse(
    points: Points,
    kind: str,
    rules: RuleSet,
    convention: Convention,
    screen: bool,
    own: Lines | None = None,
) -> Analysis:
    """
    Draw the lines of every phase, then look for signals.

    Parameters
    ----------
    points : Points
        All points of all phases, flat.
    kind : str
        A key of `kinds.KINDS`.
    rules : RuleSet
    convention : Convention
    screen : bool
        Leave out outlying moving ranges before limits are set.
    own : Lines, optional
        Lines that were decided elsewhere, used instead of computed ones.
    """
    drawn = own if own is not None else KINDS[kind](points, screen, convention)
    return Analysis(drawn, find(points, drawn, rules, convention.as_printed))
