"""Sums, means, medians and runs over many stretches of points at once.

One flat array holds the points of every measure, one after the other; a *segment* is one
phase of one measure. Everything the engine computes is a few passes over these arrays,
so a thousand measures cost little more than one.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Segments:
    """
    Which segment each point belongs to.

    Attributes
    ----------
    of : int array, one entry a point, not decreasing
    count : int
        Number of segments; a segment may be empty.
    """

    of: Ints
    count: int

    def only(self, keep: Bools) -> Segments:
        """Return the same segments holding only the points to keep."""
        return self if keep.all() else Segments(self.of[keep], self.count)

    def sizes(self) -> Ints:
        """Count the points of each segment."""
        return np.bincount(self.of, minlength=self.count)

    def total(self, numbers: Floats) -> Floats:
        """Sum each segment; an empty one gives 0."""
        return np.bincount(self.of, numbers, self.count).astype(float, copy=False)

    def mean(self, numbers: Floats, once_rounded: bool = False) -> Floats:
        """
        Average each segment, NaN left out; an empty one gives NaN.

        A second pass over what is left takes away the rounding of the first, so that
        twenty-four times 0.1 averages 0.1. `once_rounded` sums exactly (slower).
        """
        present = ~np.isnan(numbers)
        kept, segments = numbers[present], self.only(present)
        if once_rounded:
            return segments._exact_mean(kept)
        with np.errstate(invalid="ignore", divide="ignore"):
            size = segments.sizes()
            first = segments.total(kept) / size
            return first + segments.total(kept - first[segments.of]) / size

    def _exact_mean(self, numbers: Floats) -> Floats:
        sums = [Fraction(0)] * self.count
        for segment, number in zip(self.of.tolist(), numbers.tolist(), strict=True):
            sums[segment] += Fraction(number)
        pairs = zip(sums, self.sizes().tolist(), strict=True)
        return np.array([float(total / size) if size else np.nan for total, size in pairs])

    def median(self, numbers: Floats) -> Floats:
        """Find the middle of each segment, NaN left out; an empty one gives NaN."""
        present = ~np.isnan(numbers)
        kept, segments = numbers[present], self.only(present)
        size = segments.sizes()
        ordered = kept[np.lexsort((kept, segments.of))]
        middle = np.full(self.count, np.nan)
        filled = size > 0
        first = (np.cumsum(size) - size)[filled]
        low, high = first + (size[filled] - 1) // 2, first + size[filled] // 2
        middle[filled] = (ordered[low] + ordered[high]) / 2
        return middle

    def steps(self, numbers: Floats) -> Floats:
        """Subtract each point's neighbour before it; the first of a segment gives NaN."""
        change = np.full(len(numbers), np.nan)
        change[1:] = np.where(self.of[1:] == self.of[:-1], numbers[1:] - numbers[:-1], np.nan)
        return change

    def runs(self, key: NDArray[np.int8]) -> tuple[Ints, Ints]:
        """Number the stretches of one unbroken key, and measure each; runs end with a segment."""
        new = np.ones(len(key), bool)
        new[1:] = (key[1:] != key[:-1]) | (self.of[1:] != self.of[:-1])
        number = np.cumsum(new) - 1
        return number, np.bincount(number, minlength=1)
