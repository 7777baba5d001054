"""Sentences: what a measure of inequality means, naming the group that is worse off."""

from __future__ import annotations

import math
from dataclasses import dataclass

from helpers.voices.words import figure, say

PAIRED = ("difference", "ratio", "slope_index", "relative_index", "concentration")
IN_UNITS = ("difference", "attributable_risk")  # one sentence each for people, rates and scores
SCALED = (*IN_UNITS, "slope_index", "mean_difference", "deviation", "concentration_absolute")
HUNDRED = 100


@dataclass(frozen=True)
class Told:
    """
    What a sentence is made of.

    Attributes
    ----------
    measure : str
        Its key in words.toml.
    value, lower, upper : float
        NaN where not shown.
    equal : float
        The number that means no gap: 0, or 1 for a ratio.
    worse, better : str
        The groups that are compared, as expected: below `equal` they change places.
    low_is_good : bool
    per, bounded, what
        As in `Groups`.
    why : str
        Why something is not shown.
    left_out : int
        How many groups have no figure.
    ordered : bool
        Whether below `equal` is the other way round from what is usual.
    """

    measure: str
    value: float
    lower: float
    upper: float
    equal: float
    worse: str
    better: str
    low_is_good: bool
    per: float = 1
    bounded: bool = False
    what: str = ""
    why: str = ""
    left_out: int = 0
    ordered: bool = True

    @property
    def paired(self) -> bool:
        """Whether two groups or ends are compared, so that the gap can turn round."""
        return self.measure.startswith(PAIRED)


def tell(told: Told) -> str:
    """
    Say a number in plain English.

    Examples
    --------
    >>> tell(Told("ratio", 0.5, 0.4, 0.63, 1, "the poorest", "the richest", low_is_good=True))
    'In the richest it is 2 times what it is in the poorest (1.6 to 2.5). The richest is worse off. The gap runs the other way round from what is usual.'
    >>> tell(Told("theil", 0, 0, 2.5, 0, "A", "B", True, left_out=1))
    'All groups are alike (0 to 2.5). 1 group is not shown: it has no figure.'
    """
    return " ".join([*_main(told), *_groups_left_out(told.left_out)])


def _groups_left_out(count: int) -> list[str]:
    if not count:
        return []
    return [say("parts", "left_out_one" if count == 1 else "left_out_many", count=count)]


def _main(told: Told) -> list[str]:
    if math.isnan(told.value):
        return [say("parts", "hidden", why=told.why)]
    words = [_numbers(told)]
    away = _gap(told)
    if told.paired and told.ordered and away < 0:
        words.append(say("parts", "turned"))
    if told.paired and away and told.lower <= told.equal <= told.upper:
        words.append(say("parts", "unsure"))
    if told.why:
        words.append(say("parts", "no_range", why=told.why))
    return words


def _gap(told: Told) -> float:
    """Return the distance to no gap; what is left of rounding counts as none."""
    away = told.value - told.equal
    return 0.0 if abs(away) < 1e-9 * max(1.0, told.per) else away


def _numbers(told: Told) -> str:
    away = _gap(told)
    turned = told.paired and away < 0
    worse, better = (told.better, told.worse) if turned else (told.worse, told.better)
    per, times = (HUNDRED, HUNDRED) if told.bounded and told.per == 1 else (told.per, 1)
    numbers = _turn(told, turned, times if told.measure.startswith(SCALED) else 1)
    names = {"worse": worse, "better": better, "Worse": _capital(worse), "Better": _capital(better)}
    high, low = (worse, better) if told.low_is_good else (better, worse)
    if not away:
        key = "alike" if told.paired and worse != better else "all_alike"
        key = "no_gain" if told.measure.startswith("attributable") else key
        return say("parts", key, **names, range=range_of(*numbers[1:]))
    if told.equal == 1 and not 0 < told.value < math.inf:
        return say("parts", "only_one", **names, high=high, low=low)
    more, fewer = ("more", "fewer") if told.low_is_good else ("fewer", "more")
    higher, lower = ("higher", "lower") if told.low_is_good else ("lower", "higher")
    return say(
        "sentences", _key(told), **names, high=high, low=low, n=figure(numbers[0]),
        range=range_of(*numbers[1:]), per=f"{per:,g}", what=f"{told.what} " if told.what else "",
        more=say("parts", more), fewer=say("parts", fewer),
        higher=say("parts", higher), lower=say("parts", lower),
        unit=say("parts", f"unit_{_unit(told)}", per=f"{per:,g}"),
    )  # fmt: skip


def _turn(told: Told, turned: bool, times: float) -> tuple[float, float, float]:
    """Return value and interval as they are said: a gap that runs the other way is turned round."""
    if not turned:
        return told.value * times, told.lower * times, told.upper * times
    if told.equal == 1:
        ends = (1 / end if end else math.inf for end in (told.value, told.upper, told.lower))
    else:
        ends = (-end * times for end in (told.value, told.upper, told.lower))
    value, lower, upper = ends
    return value, lower, upper


def range_of(lower: float, upper: float) -> str:
    """Say an interval; nothing where it is not known, or has no end."""
    if not math.isfinite(lower + upper):
        return ""
    return say("parts", "range", low=figure(lower), high=figure(upper))


def _key(told: Told) -> str:
    if told.measure.startswith("concentration"):
        return "concentration"
    return f"{told.measure}_{_unit(told)}" if told.measure in IN_UNITS else told.measure


def _unit(told: Told) -> str:
    return "people" if told.bounded else "rate" if told.per > 1 else "score"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
