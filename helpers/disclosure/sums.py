"""Counts that add up, as a reader may reason about them: what they could be, by programming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from random import Random
from typing import Any, Protocol

HAIR = 1e-6  # what a solver may be off by
NO_END = float("inf")
BEYOND = 1000  # so many more than all limits together are as good as no end
MANY = 1000  # places, from which interior points are the quicker way
SOLVED = 0  # what the solver says when it has found the best
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


class Judge(Protocol):
    """Says how much may be known of the count at a place."""

    def is_wide(self, at: int, low: float, high: float) -> bool:
        """Say whether a reader may know that the count lies between these two."""

    def is_open(self, at: int, low: float, high: float) -> bool:
        """
        Say whether it is enough that the count could be each of these two.

        Then any two that are further apart must be enough as well. That a count is known to be
        large does not count here: that it could be 12 or 14 does not say that it cannot be 6.
        """


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
    and columns its answers come out as whole people. Where they do not, whole numbers are searched
    close by; they are taken where no others can be better. Else all whole numbers are searched.

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
        wholes = {line.whole for line in lines}
        self._parts = [at not in wholes for at in range(size)]  # where these are whole, sums are

    def reach(
        self,
        low: Sequence[float],
        high: Sequence[float],
        aim: Mapping[int, int],
        near: bool = False,
    ) -> tuple[list[float], set[int]]:
        """
        Find the counts whose weighted sum is greatest.

        Parameters
        ----------
        low, high : sequence of float
            The limits of each count; inf where it has none.
        aim : mapping
            Place to its weight in the sum; below 0 for a count that is to be small.
        near : bool
            Whether whole counts that come close to the greatest sum will do.

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

        far, weights, limits = self._programme(low, high, aim)
        solved = self._solve(weights, limits)
        held = solved.lower.marginals + solved.upper.marginals
        found = self._in_whole_numbers(solved, weights, limits, near)
        counts = np.where(found > far - HAIR, NO_END, np.round(found))
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
        judge: Judge,
    ) -> list[int]:
        """
        Say which places cannot hold counts far enough apart.

        One solution shows what many places can hold at once, so few programmes are solved: half of
        the places are drawn up and half of them down, at random, then the other way round.

        Parameters
        ----------
        judge : Judge
            Says how far apart is far enough.
        """
        unsure, spans, chance = sorted(places), dict[int, tuple[float, float]](), Random(0)
        tries = TRIES
        while unsure and tries:
            before = len(unsure)
            aim = {at: chance.choice((-1, 1)) for at in unsure}
            for sign in (1, -1):
                turned = {at: sign * weight for at, weight in aim.items()}
                counts, _ = self.reach(low, high, turned, near=True)
                for at in unsure:
                    least, greatest = spans.get(at, (NO_END, -NO_END))
                    spans[at] = min(least, counts[at]), max(greatest, counts[at])
            unsure = [at for at in unsure if not judge.is_open(at, *spans[at])]
            tries = TRIES if len(unsure) < before else tries - 1
        return [at for at in unsure if self._is_narrow(low, high, at, judge)]

    def _is_narrow(
        self, low: Sequence[float], high: Sequence[float], at: int, judge: Judge
    ) -> bool:
        """Look at one place alone: quickly, with parts of people, and only then in whole people."""
        _, weights, limits = self._programme(low, high, {at: 1})
        least, greatest = (self._solve(sign * weights, limits).x[at] for sign in (-1, 1))
        least, greatest = ceil(least - HAIR), floor(greatest + HAIR)
        if not judge.is_open(at, least, greatest) and not judge.is_wide(at, greatest, greatest):
            return True
        return not judge.is_wide(at, *self.ends(low, high, at))

    def _programme(
        self, low: Sequence[float], high: Sequence[float], aim: Mapping[int, int]
    ) -> tuple[float, Any, Any]:
        """Return what is as good as no end, what each count costs, and its limits."""
        import numpy as np

        far = sum(end for end in high if end < NO_END) + BEYOND
        weights = np.zeros(self.size)
        weights[list(aim)] = [-weight for weight in aim.values()]
        return far, weights, np.column_stack([low, np.minimum(high, far)])

    def _in_whole_numbers(self, solved: Any, weights: Any, limits: Any, near: bool) -> Any:
        """Return whole counts for a programme that was solved with parts of people."""
        if _are_whole(solved.x):
            return solved.x
        gap = {"mip_rel_gap": NEAR if near else 0}
        close = self._close_to(solved.x, weights, limits, gap)
        if close is not None and (near or weights @ close <= ceil(solved.fun - HAIR) + HAIR):
            return close
        return self._solve(weights, limits, integrality=1, options=gap).x

    def _close_to(self, counts: Any, weights: Any, limits: Any, gap: Mapping[str, float]) -> Any:
        """Return whole counts next to these, parts of people rounded up or down; or None."""
        import numpy as np

        whole, parts = np.round(counts), np.array(self._parts)
        split = parts & (np.abs(counts - whole) > HAIR)
        tight = limits.copy()
        tight[parts] = np.column_stack([whole, whole])[parts]
        tight[split] = np.column_stack([np.floor(counts), np.ceil(counts)])[split]
        try:
            found = self._solve(weights, tight, integrality=split.astype(int), options=gap).x
        except ValueError:
            return None
        return found if _are_whole(found) else None

    def _solve(self, aim: Any, limits: Any, **whole: Any) -> Any:
        import numpy as np
        from scipy.optimize import linprog

        rest = np.zeros(self._sums.shape[0])
        quicker = not whole and self.size > MANY
        for method in ("highs-ipm", "highs") if quicker else ("highs",):
            solved = linprog(aim, A_eq=self._sums, b_eq=rest, bounds=limits, method=method, **whole)
            if solved.status == SOLVED:
                return solved
        raise ValueError("what is shown does not add up")


def _are_whole(counts: Any) -> bool:
    return bool(abs(counts - counts.round()).max() <= HAIR)
