"""Numbers that people gave: bands with enough people in each, and a spread that shows nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, fsum, isfinite, log10

from helpers.disclosure.counts import show_counts
from helpers.disclosure.presets import PACKS, Preset
from helpers.disclosure.shown import Shown

ABOUT = 8  # steps between the lower and the upper tenth of the answers: fine, yet round
SMALLEST = 1e-9  # answers closer together than this are the same
FINE = 100  # steps between the quarters to which a mean is told: nobody's own digits show
HAIR = 1e-9  # so that 0.15 is three steps of 0.05


@dataclass(frozen=True)
class Numbers:
    """
    Numbers as they may be shown. The least and the greatest one never are: each is one person's.

    Attributes
    ----------
    shown
        How many people are in each band. The outer bands are open.
    low, middle, high
        Around the lower quarter, the middle and the upper quarter of the answers in their order:
        each the mean of several neighbouring answers, never one person's; None where not shown.
    why
        Why a part of the spread is not shown; "" where all is.
    """

    shown: Shown
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    why: str = ""


def show_numbers(
    values: Sequence[float],
    preset: Preset = PACKS,
    *,
    sensitive: bool = False,
    left_out: int = 0,
) -> Numbers:
    """
    Show numbers, one from each person.

    Parameters
    ----------
    values : sequence of float
        Finite numbers in any order.
    preset, sensitive, left_out
        As for `show_counts`.

    Returns
    -------
    Numbers

    Notes
    -----
    Bands begin and end at round numbers. Neighbours are put together until each holds enough
    people, so that a band is merged rather than hidden. The middle is the mean of at least
    ``fewest`` answers and needs twice as many people; the quarters need four times as many.

    Examples
    --------
    >>> told = show_numbers([10, 12, 15, 18, 20, 31, 33, 34, 38, 40, 41])
    >>> [(cell.name, cell.count) for cell in told.shown.cells]
    [('under 30', 5), ('30 or more', 6)]
    >>> told.middle, told.low
    (27.0, None)
    """
    fewest = preset.least(sensitive)
    if not all(isfinite(value) for value in values):
        raise ValueError("only finite numbers can be shown")
    ordered = sorted(values)
    shown = show_counts(_bands(ordered, fewest), preset, sensitive=sensitive, left_out=left_out)
    if shown.why or preset.shape:
        return Numbers(shown, why=shown.why)
    if len(ordered) < 2 * fewest:
        return Numbers(shown, why=_needs(2 * fewest))
    middle = _mean(ordered, (len(ordered) - fewest) // 2, fewest + (len(ordered) - fewest) % 2)
    if len(ordered) < 4 * fewest:
        return Numbers(shown, middle=middle, why=_needs(4 * fewest))
    quarter = (len(ordered) // 2 - fewest) // 2  # as many answers on one side as on the other
    low = _mean(ordered, quarter, fewest)
    high = _mean(ordered, len(ordered) - quarter - fewest, fewest)
    return Numbers(shown, low, middle, high)


def _needs(people: int) -> str:
    return f"not shown: it needs {people} people"


def _mean(ordered: Sequence[float], first: int, people: int) -> float:
    """Return the mean of so many neighbouring answers, from one place in their order on."""
    mean = fsum(value / people for value in ordered[first : first + people])
    quarter = len(ordered) // 4
    fine = round_step((ordered[-1 - quarter] - ordered[quarter]) / FINE)
    return round(round(mean / fine) * fine, 10) + 0.0  # no minus before a nought


def _bands(ordered: Sequence[float], fewest: int) -> dict[str, int]:
    """Count the answers in bands that hold enough people each, where there are enough."""
    edges = _edges(ordered, fewest)
    ends = [float("-inf"), *edges, float("inf")]
    return {
        _name(low, high): sum(low <= value < high for value in ordered)
        for low, high in pairwise(ends)
    }


def _edges(ordered: Sequence[float], fewest: int) -> list[float]:
    """Choose round numbers that part the answers, with enough people between any two."""
    if len(ordered) < 2 * fewest:
        return []
    tenth = len(ordered) // 10
    step = round_step((ordered[-1 - tenth] - ordered[tenth]) / ABOUT)
    chosen: list[float] = []
    counted = 0
    for edge in dict.fromkeys(round(floor(value / step + HAIR) * step, 10) for value in ordered):
        below = sum(value < edge for value in ordered)
        if below - counted >= fewest and len(ordered) - below >= fewest:
            chosen.append(edge)
            counted = below
    return chosen


def round_step(rough: float) -> float:
    """
    Return the round number at or above a rough one: 1, 2 or 5 with zeros.

    Examples
    --------
    >>> [round_step(rough) for rough in (0.03, 3.4, 18, 0)]
    [0.05, 5, 20, 1]
    """
    if rough <= SMALLEST:
        return 1
    power = floor(log10(rough))
    unit = 10.0**power
    step = next(digit for digit in (1, 2, 5, 10) if digit * unit >= rough * (1 - HAIR)) * unit
    return ceil(step - HAIR) if step >= 1 else step


def _name(low: float, high: float) -> str:
    if low == float("-inf"):
        return "any number" if high == float("inf") else f"under {_said(high)}"
    if high == float("inf"):
        return f"{_said(low)} or more"
    return f"{_said(low)} to under {_said(high)}"


def _said(number: float) -> str:
    return f"{number:,.15g}" if abs(number) >= 10_000 else f"{number:.12g}"  # 2026 may be a year
