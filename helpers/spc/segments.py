"""Sums, means, medians and runs over many stretches of points at once.

One flat array holds the points of every measure, one after the other; a *segment* is one
phase of one measure. Everything the engine computes is a few passes over these arrays,
so a thousand measures cost little more than one.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

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

    @cached_property
    def _starts(self) -> Ints | None:
        """Where each segment begins; None if one is empty."""
        sizes = self.sizes
        return np.cumsum(sizes) - sizes if sizes.all() else None

    @cached_property
    def sizes(self) -> Ints:
        """How many points each segment has."""
        return np.diff(np.searchsorted(self.of, np.arange(self.count + 1)))

    def total(self, numbers: NDArray) -> Floats:
        """Sum each segment; an empty one gives 0."""
        if self._starts is not None:
            return np.add.reduceat(numbers, self._starts, dtype=float)
        return np.bincount(self.of, numbers, self.count).astype(float, copy=False)

    def spread(self, each: NDArray) -> NDArray:
        """Give every point what its segment has."""
        return each[self.of]

    def mean(self, numbers: Floats, *, once_rounded: bool = False, again: bool = True) -> Floats:
        """
        Average each segment, NaN left out; an empty one gives NaN.

        `again` passes once more over what is left, which takes away the rounding of the
        first, so that twenty-four times 0.1 averages 0.1. `once_rounded` sums exactly (slower).
        """
        missing = np.isnan(numbers)
        if once_rounded:
            return self.only(~missing)._exact_mean(numbers[~missing])
        size: NDArray = self.sizes
        gaps = bool(missing.any())
        if gaps:
            numbers, size = np.where(missing, 0.0, numbers), self.total(~missing)
        with np.errstate(invalid="ignore", divide="ignore"):
            first = self.total(numbers) / size
            if not again:
                return first
            left = numbers - self.spread(first)
            if gaps:
                left[missing] = 0.0
            return first + self.total(left) / size

    def _exact_mean(self, numbers: Floats) -> Floats:
        sums = [Fraction(0)] * self.count
        for segment, number in zip(self.of.tolist(), numbers.tolist(), strict=True):
            sums[segment] += Fraction(number)
        pairs = zip(sums, self.sizes.tolist(), strict=True)
        return np.array([float(total / size) if size else np.nan for total, size in pairs])

    def median(self, numbers: Floats) -> Floats:
        """Find the middle of each segment, NaN left out; an empty one gives NaN."""
        present = ~np.isnan(numbers)
        kept, segments = numbers[present], self.only(present)
        size = segments.sizes
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
        np.subtract(numbers[1:], numbers[:-1], out=change[1:])
        change[self.begins] = np.nan
        return change

    @cached_property
    def begins(self) -> Ints:
        """The positions where a segment with points begins."""
        if self._starts is not None:
            return self._starts
        return np.flatnonzero(np.diff(self.of, prepend=-1))

    def runs(self, key: NDArray[np.int8]) -> tuple[Ints, Ints]:
        """Number the stretches of one unbroken key, and measure each; runs end with a segment."""
        new = np.ones(len(key), bool)
        np.not_equal(key[1:], key[:-1], out=new[1:])
        new[self.begins] = True
        first = np.flatnonzero(new)
        lengths = np.diff(first, append=len(key))
        return np.repeat(np.arange(len(first)), lengths), lengths
