"""What a chart is computed from, and the lines that come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from helpers.spc.segments import Bools, Floats, Segments


@dataclass(frozen=True)
class Points:
    """
    The points of many phases, flat: what a chart is computed from.

    Attributes
    ----------
    value : float array
        What is drawn; NaN is a missing point.
    included, baseline : bool arrays
        Not excluded; and: used for centre and limits.
    numerator, denominator : float arrays, optional
        For p, u, Laney and I' charts. On Xbar and S charts the denominator is the
        subgroup's size.
    spread : float array, optional
        Standard deviation of each subgroup (Xbar and S charts).
    given : float array, optional
        A centre line that was given for each segment; NaN where it is to be estimated.
    """

    value: Floats
    segments: Segments
    included: Bools
    baseline: Bools
    numerator: Floats | None = None
    denominator: Floats | None = None
    spread: Floats | None = None
    given: Floats | None = None

    def centre(self, estimate: Floats) -> Floats:
        """Take the given centre of each segment where there is one, else the estimate."""
        if self.given is None:
            return estimate
        return np.where(np.isnan(self.given), estimate, self.given)

    def base(self) -> Bools:
        """Mark the points that set centre and limits: in the baseline and not excluded."""
        return self.baseline & self.included


@dataclass(frozen=True)
class Lines:
    """
    Centre and limits at every point; limits are `middle` ± so many sigmas, kept possible.

    Attributes
    ----------
    centre : float array
        The line that is drawn and that runs are counted around.
    middle, above, below : float arrays
        Where the limits are measured from, and one sigma upwards and downwards.
    floor, ceiling : float
        What a limit cannot pass (a share stays within 0 and 1).
    power : float
        Applied after the limits are set on a transformed scale (t charts).
    rescued : bool array, one entry a segment
        True where screening would have left no spread at all.
    """

    centre: Floats
    middle: Floats
    above: Floats
    below: Floats
    floor: float = -np.inf
    ceiling: float = np.inf
    power: float = 1.0
    rescued: Bools = field(default_factory=lambda: np.zeros(0, bool))

    @cached_property
    def _bands(self) -> dict[float, tuple[Floats, Floats]]:
        return {}

    def band(self, sigmas: float) -> tuple[Floats, Floats]:
        """Return the lower and the upper line at so many sigmas."""
        if sigmas not in self._bands:
            self._bands[sigmas] = self._band(sigmas)
        return self._bands[sigmas]

    def _band(self, sigmas: float) -> tuple[Floats, Floats]:
        lower, upper = self.middle - sigmas * self.below, self.middle + sigmas * self.above
        if np.isfinite(self.floor):
            lower = np.maximum(lower, self.floor)
        if np.isfinite(self.ceiling):
            upper = np.minimum(upper, self.ceiling)
        return (lower, upper) if self.power == 1 else (lower**self.power, upper**self.power)
