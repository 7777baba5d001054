"""Keeping: what became of promises, in one plain sentence and, from ten on, as a curve."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helpers.journal.records import Commitment

FEWEST = 10  # promises; a curve of fewer says more about chance than about anybody
BAND = 0.95  # how often bands made in this way hold the share they are meant for


@dataclass(frozen=True)
class Keeping:
    """How many promises were done, let go, and are still open; none of the three is a mark."""

    done: int
    let_go: int
    open: int

    @property
    def made(self) -> int:
        """How many promises there are."""
        return self.done + self.let_go + self.open

    def __str__(self) -> str:
        counts = {"done": self.done, "let go": self.let_go, "open": self.open}
        if self.made == 0:
            return "No promises yet."
        if self.made == 1:
            return f"One promise: {next(name for name, count in counts.items() if count)}."
        told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
        return f"Of {self.made} promises: {told}."


@dataclass(frozen=True)
class DoneCurve:
    """
    The share of promises that were done, by days since they were made.

    Attributes
    ----------
    promises : int
        How many promises the curve is made of.
    last : int
        Days since the oldest of them was made: the curve ends here.
    days : tuple of int
        Days on which the curve rises, in order.
    done : tuple of int
        How many were done up to each day.
    share : tuple of float
        The share done up to each day, 0 to 1.
    low, high : tuple of float
        The band around each share; NaN where it is not defined, such as where all are done.
    """

    promises: int
    last: int
    days: tuple[int, ...]
    done: tuple[int, ...]
    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def counted(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Return the promises that count: all but those taken back as a slip of the finger."""
    return [promise for promise in commitments if promise.status != "taken_back"]


def keeping(commitments: Iterable[Commitment]) -> Keeping:
    """
    Count what became of promises; those taken back are left out.

    Promises that were started or changed are open: somebody still works on them.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> made, by = datetime(2026, 3, 2, tzinfo=UTC), date(2026, 3, 16)
    >>> ends = ["done", "done", "done", "let_go", "open", "started", "taken_back"]
    >>> print(keeping(Commitment(0, "voices", "Monday", "ask", by, made, end) for end in ends))
    Of 6 promises: 3 done, 1 let go, 2 open.
    """
    ends = [promise.status for promise in counted(commitments)]
    done, let_go = ends.count("done"), ends.count("let_go")
    return Keeping(done, let_go, len(ends) - done - let_go)


def done_curve(commitments: Iterable[Commitment], today: date) -> DoneCurve:
    """
    Estimate the share of promises done, by days since they were made.

    Parameters
    ----------
    commitments : iterable of Commitment
        Those taken back are left out.
    today : date
        Up to this day it is known what became of each promise.

    Returns
    -------
    DoneCurve
        Without a day where nothing was done yet.

    Raises
    ------
    ValueError
        With fewer than ten promises.

    Notes
    -----
    A promise still open is censored at today. Letting go is a competing end: such a promise can
    no longer be done, so it stays among those not done up to today, whenever it was let go. As
    that day is known for every promise, the product-limit estimate of these times is the
    cumulative incidence of "done" (Fine and Gray 1999, "censoring complete" data). To treat a
    promise let go as censored on the day it was let go would make the share too high: it would
    say that it had as good a chance as any to be done later.

    The band is pointwise, 95%, on the log–log scale with Greenwood's variance.

    Examples
    --------
    Ten promises of 2 March, four of them done after a week:

    >>> from datetime import UTC, datetime
    >>> from helpers.journal.records import Review
    >>> made = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> done = Review(datetime(2026, 3, 9, 12, tzinfo=UTC), "done")
    >>> ends = [(done,)] * 4 + [()] * 6
    >>> by = date(2026, 3, 16)
    >>> promises = [Commitment(0, "voices", "Monday", "ask", by, made, reviews=end) for end in ends]
    >>> curve = done_curve(promises, today=date(2026, 4, 1))
    >>> curve.days, curve.done, curve.share
    ((7,), (4,), (0.4,))
    """
    promises = counted(commitments)
    if len(promises) < FEWEST:
        raise ValueError(f"a curve needs {FEWEST} promises; there are {len(promises)}")
    times = [(_days_until_done(promise), _days(promise, today)) for promise in promises]
    done = sorted(days for days, _ in times if days is not None)
    last = max([*done, *(days for _, days in times)])
    if not done:
        return DoneCurve(len(promises), last, (), (), (), (), ())
    rises = _estimate(done, [until for days, until in times if days is None])
    so_far = [sum(one <= day for one in done) for day, *_ in rises]
    days, share, low, high = zip(*rises, strict=True)
    return DoneCurve(len(promises), last, days, tuple(so_far), share, low, high)


def _estimate(done: list[int], not_done: list[int]) -> list[tuple[int, float, float, float]]:
    """Return each day with a rise: the share done and the two ends of its band."""
    from scipy.stats import CensoredData, ecdf  # seconds to import: only where a curve is wanted

    found = ecdf(CensoredData(uncensored=done, right=not_done)).cdf
    with warnings.catch_warnings():
        # where the share is 1 there is no band; our reader gets a NaN, not a warning
        warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)
        band = found.confidence_interval(confidence_level=BAND, method="log-log")
    rows = zip(
        found.quantiles,
        found.probabilities,
        band.low.probabilities,
        band.high.probabilities,
        strict=True,
    )
    when = set(done)
    return [
        (int(day), float(share), float(low), float(high))
        for day, share, low, high in rows
        if int(day) in when
    ]


def _days(promise: Commitment, day: date) -> int:
    """Count days since a promise was made; a clock put back makes none of them negative."""
    return max((day - promise.created.astimezone().date()).days, 0)


def _days_until_done(promise: Commitment) -> int | None:
    """Return after how many days a promise was done for good, or None."""
    first = None
    for said in reversed(promise.reviews):
        if said.status != "done":
            break
        first = said.at.astimezone().date()
    return None if first is None else _days(promise, first)
