"""Red beads: six willing workers, one box, and numbers that are nobody's doing."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

RED, WHITE, PADDLE = 800, 3200, 50
WORKERS, DAYS = 6, 4
SHARE = RED / (RED + WHITE)  # one bead in five


@dataclass(frozen=True)
class Session:
    """
    Red beads drawn.

    Attributes
    ----------
    counts : int array, one row a worker, one column a day
    """

    counts: NDArray[np.int64]

    def ranking(self, day: int) -> list[int]:
        """Return the workers from fewest red beads to most on one day; ties keep their order."""
        return [int(worker) for worker in np.argsort(self.counts[:, day], kind="stable")]

    def told_off(self) -> list[int]:
        """Return the worker with most red beads on each day; of several, the last in the line."""
        return [self.ranking(day)[-1] for day in range(self.counts.shape[1])]


@dataclass(frozen=True)
class System:
    """
    The p chart of the whole system, in beads a paddle.

    Attributes
    ----------
    mean, lower, upper : float
    outside : int
        Paddles beyond the limits.
    """

    mean: float
    lower: float
    upper: float
    outside: int


@dataclass(frozen=True)
class NextDay:
    """Of those told off (the last day has no next day), how many did better the day after."""

    told_off: int
    improved: int


def play(generator: np.random.Generator, days: int = DAYS) -> Session:
    """
    Draw every paddle of a session.

    Notes
    -----
    A paddle takes 50 beads at once and they go back into the box before the next: a
    hypergeometric draw. Its standard deviation, 2.81, is a little under the binomial 2.83
    that the limits use.

    Examples
    --------
    >>> play(np.random.default_rng(5)).counts.shape
    (6, 4)
    """
    return Session(generator.hypergeometric(RED, WHITE, PADDLE, size=(WORKERS, days)))


def limits(share: float = SHARE) -> tuple[float, float]:
    """
    Return the three-sigma limits of a paddle, in beads (binomial).

    Examples
    --------
    >>> [round(limit, 1) for limit in limits()]
    [1.5, 18.5]
    """
    mean, width = PADDLE * share, 3 * sqrt(PADDLE * share * (1 - share))
    return max(mean - width, 0.0), min(mean + width, float(PADDLE))


def system(session: Session) -> System:
    """
    Chart the session as one system, with limits from its own mean.

    Examples
    --------
    >>> steady = Session(np.full((6, 4), 10))
    >>> system(steady).outside
    0
    """
    mean = float(session.counts.mean())
    lower, upper = limits(mean / PADDLE)
    outside = (session.counts < lower) | (session.counts > upper)
    return System(mean, lower, upper, int(outside.sum()))


def next_day(session: Session) -> NextDay:
    """
    Count how many of those told off drew fewer red beads on the next day.

    Examples
    --------
    >>> next_day(Session(np.array([[12, 9], [7, 11]])))
    NextDay(told_off=1, improved=1)
    """
    told = session.told_off()[:-1]
    better = [
        session.counts[worker, day + 1] < session.counts[worker, day]
        for day, worker in enumerate(told)
    ]
    return NextDay(len(told), int(sum(better)))


def chance_of_improving(workers: int = WORKERS) -> float:
    """
    Return the chance that the worst of several equal workers does better on the next day.

    Notes
    -----
    Exact: the worst count is the largest of `workers` binomial counts, the next count is fresh.

    Examples
    --------
    >>> f"{chance_of_improving():.0%}"
    '82%'
    """
    from scipy.special import bdtr

    up_to = bdtr(np.arange(PADDLE + 1), PADDLE, SHARE)
    below = np.concatenate([[0.0], up_to[:-1]])
    worst = up_to**workers - below**workers
    return float((worst * below).sum())
