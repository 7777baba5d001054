"""Counts that add up, as a reader may reason about them: what they could be, by programming."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

HAIR = 1e-6  # what a solver may be off by
NO_END = float("inf")
BEYOND = 1000  # so many more than all limits together are as good as no end
TRIES = 3  # solutions in a row that show nothing new, before each place is looked at alone
NEAR = 0.1  # a solution that is to show what is possible need not be the very best


@dataclass(frozen=True)
class Line:
    """Places whose counts add up to the count at another place."""

    parts: tuple[int, ...]
    whole: int

    @property
    def places(self) -> tuple[int, ...]:
        """All its places, the sum last."""
        return (*self.parts, self.whole)


class Sums:
    """
    What counts can be, where some add up to others and each has its limits.

    Parameters
    ----------
    size : int
        How many places there are.
    lines : sequence of Line

    Notes
    -----
    Linear programming with HiGHS (Huangfu and Hall, 2018, doi:10.1007/s12532-017-0130-5). In rows
    and columns its answers come out as whole people. Where they do not, the programme is solved
    again in whole numbers.

    Examples
    --------
    >>> row = Sums(3, [Line((0, 1), 2)])
    >>> row.ends([1, 8, 20], [7, 30, 22], 0), row.ends([1, 8, 20], [7, 30, NO_END], 2)
    ((1.0, 7.0), (20.0, 37.0))
    """

    def __init__(self, size: int, lines: Sequence[Line]):
        from scipy.sparse import csr_array  # heavy; needed only when something is hidden

        self.size = size
        signs = [sign for line in lines for sign in [1.0] * len(line.parts) + [-1.0]]
        across = [at for at, line in enumerate(lines) for _ in line.places]
        down = [place for line in lines for place in line.places]
        self._sums = csr_array((signs, (across, down)), shape=(len(lines), size))

    def reach(
        self, low: Sequence[float], high: Sequence[float], aim: Mapping[int, int], near: float = 0
    ) -> tuple[list[float], set[int]]:
        """
        Find the counts whose weighted sum is greatest.

        Parameters
        ----------
        low, high : sequence of float
            The limits of each count; inf where it has none.
        aim : mapping
            Place to its weight in the sum; below 0 for a count that is to be small.
        near : float
            By which share the sum may fall short, where it must be searched in whole numbers.

        Returns
        -------
        counts : list of float
            Whole counts at every place that reach it; inf where there is no end.
        holding : set of int
            Places whose own limits hold it there: wider limits at the others change nothing.

        Raises
        ------
        ValueError
            If no counts fit the limits and the sums.
        """
        import numpy as np

        far = sum(end for end in high if end < NO_END) + BEYOND
        limits = np.column_stack([low, np.minimum(high, far)])
        weights = np.zeros(self.size)
        weights[list(aim)] = [-weight for weight in aim.values()]
        solved = self._solve(weights, limits)
        if solved.x is None:
            raise ValueError("what is shown does not add up")
        held = solved.lower.marginals + solved.upper.marginals
        if np.abs(solved.x - np.round(solved.x)).max() > HAIR:
            solved = self._solve(weights, limits, integrality=1, options={"mip_rel_gap": near})
            if solved.x is None:
                raise ValueError("what is shown does not add up")
        counts = np.where(solved.x > far - HAIR, NO_END, np.round(solved.x))
        return counts.tolist(), set(np.flatnonzero(np.abs(held) > HAIR).tolist())

    def ends(self, low: Sequence[float], high: Sequence[float], at: int) -> tuple[float, float]:
        """Return the least and the greatest count at one place; inf where there is no end."""
        least, greatest = (self.reach(low, high, {at: weight})[0][at] for weight in (-1, 1))
        return least, greatest

    def narrow(
        self,
        low: Sequence[float],
        high: Sequence[float],
        places: Iterable[int],
        is_wide: Callable[[int, float, float], bool],
    ) -> list[int]:
        """
        Say which places cannot hold counts far enough apart.

        One solution shows what many places can hold at once, so few programmes are solved: half of
        the places are drawn up and half of them down, at random, then the other way round.

        Parameters
        ----------
        is_wide : callable
            Takes a place, a lesser and a greater count that it can hold; says whether these two
            are far enough apart. Two that are further apart must do as well.
        """
        unsure, spans, chance = sorted(places), dict[int, tuple[float, float]](), Random(0)
        tries = TRIES
        while unsure and tries:
            before = len(unsure)
            aim = {at: chance.choice((-1, 1)) for at in unsure}
            for sign in (1, -1):
                turned = {at: sign * weight for at, weight in aim.items()}
                counts, _ = self.reach(low, high, turned, NEAR)
                for at in unsure:
                    least, greatest = spans.get(at, (NO_END, -NO_END))
                    spans[at] = min(least, counts[at]), max(greatest, counts[at])
            unsure = [at for at in unsure if not is_wide(at, *spans[at])]
            tries = TRIES if len(unsure) < before else tries - 1
        return [at for at in unsure if not is_wide(at, *self.ends(low, high, at))]

    def _solve(self, aim: Any, limits: Any, **whole: Any) -> Any:
        import numpy as np
        from scipy.optimize import linprog

        rest = np.zeros(self._sums.shape[0])
        return linprog(aim, A_eq=self._sums, b_eq=rest, bounds=limits, method="highs", **whole)
