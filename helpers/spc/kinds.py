"""The kinds of chart, and the names they go by."""

from __future__ import annotations

from collections.abc import Callable

from helpers.intake import Problem
from helpers.spc import limits, subgroups
from helpers.spc.conventions import Convention
from helpers.spc.points import Lines, Points

Limits = Callable[[Points, bool, Convention], Lines]
KINDS: dict[str, Limits] = {
    "run": limits.run,
    "xmr": limits.xmr,
    "mr": limits.mr,
    "p": limits.p,
    "u": limits.u,
    "c": limits.c,
    "laney_p": limits.laney_p,
    "laney_u": limits.laney_u,
    "g": limits.g,
    "t": limits.t,
    "xbar": subgroups.xbar,
    "s": subgroups.s,
    "i_prime": limits.i_prime,
}
NAMES = {
    "run": "run chart",
    "xmr": "XmR chart",
    "mr": "moving range chart",
    "p": "p chart",
    "u": "u chart",
    "c": "c chart",
    "laney_p": "p′ chart (Laney)",
    "laney_u": "u′ chart (Laney)",
    "g": "g chart",
    "t": "t chart",
    "xbar": "Xbar chart",
    "s": "S chart",
    "i_prime": "I′ chart",
}
RATIOS = ("p", "u", "laney_p", "laney_u", "i_prime")
SHARES = ("p", "laney_p")
COUNTS = ("c", "g")
SUBGROUPED = ("xbar", "s")
FEWEST_POINTS = 12  # Making Data Count asks for 12 to 13 points before limits mean anything
FEWEST_USEFUL = 10  # run-chart rules need ten points off the centre line


def known_kind(kind: str) -> str:
    """Return the kind if the engine draws it; else say which it draws."""
    if kind not in KINDS:
        raise Problem(f"There is no chart of the kind {kind!r}. Choose one of: {', '.join(KINDS)}.")
    return kind
