"""A reader who tries every count that could be behind what is shown; uses no code of the kit."""

from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

BEYOND = 5000  # more than any table here counts
PATIENCE = 20_000  # tries for one question, then the reader gives up


def ranges(shown, fewest, zero_shown, round_to):
    """What each number can be for who knows the rule: shown ones to the rounding, others few or not."""
    least = 1 if zero_shown else 0
    found = []
    for count in shown:
        if count is None:
            found.append((least, inf))
        elif count == 0:
            found.append((0, 0))
        else:
            near = range(max(fewest, count - round_to), count + round_to + 1)
            fits = [n for n in near if (n + round_to / 2) // round_to * round_to == count]
            found.append((fits[0], fits[-1]))
    return found


def table_sums(height, width):
    """Every sum of a table whose last row and last column hold sums: (parts, whole)."""
    rows = [[y * width + x for x in range(width)] for y in range(height)]
    return [(line[:-1], line[-1]) for line in [*rows, *map(list, zip(*rows, strict=True))]]


def group_sums(names):
    """Every sum over groups that are named by a tuple each, "all" standing for a sum."""
    where = {name: at for at, name in enumerate(names)}
    sums = []
    for name, whole in where.items():
        for at in [at for at, one in enumerate(name) if one == "all"]:
            parts = [
                place
                for other, place in where.items()
                if other[at] != "all"
                and other[:at] == name[:at]
                and other[at + 1 :] == name[at + 1 :]
            ]
            if parts:
                sums.append((parts, whole))
    return sums


def tighten(limits, sums):
    """Narrow each range by each sum until nothing moves; None where nothing fits."""
    low, high = map(list, zip(*limits, strict=True))
    moved = True
    while moved:
        moved = False
        for parts, whole in sums:
            signs = [(at, 1) for at in parts] + [(whole, -1)]
            for at, sign in signs:
                rest = [(other, other_sign) for other, other_sign in signs if other != at]
                most = sum(high[o] if s > 0 else -low[o] for o, s in rest)
                least = sum(low[o] if s > 0 else -high[o] for o, s in rest)
                new = (-most, -least) if sign > 0 else (least, most)
                new = max(low[at], new[0]), min(high[at], new[1])
                if new[0] > new[1]:
                    return None
                moved = moved or new != (low[at], high[at])
                low[at], high[at] = new
    return list(zip(low, high, strict=True))


def fits(limits, sums, patience=None):
    """Whether whole numbers within these ranges have these sums, found by trying."""
    patience = patience or [PATIENCE]
    patience[0] -= 1
    if patience[0] < 0:
        raise AssertionError("gave up")
    limits = tighten(limits, sums)
    if limits is None:
        return False
    loose = [at for at, (low, high) in enumerate(limits) if low < high]
    if not loose:
        return True
    at = min(loose, key=lambda at: limits[at][1] - limits[at][0])
    low, high = limits[at]
    tries = range(int(low), int(min(high, low + 60)) + 1)
    return any(fits([*limits[:at], (n, n), *limits[at + 1 :]], sums, patience) for n in tries)


def could_be(at, limits, sums, values):
    """Which of some values one number could have."""
    return [n for n in values if fits([*limits[:at], (n, n), *limits[at + 1 :]], sums)]


def ends(at, limits, sums):
    """The least and the greatest that one number can be, by integer programming."""
    size = len(limits)
    low, high = map(np.array, zip(*limits, strict=True))
    adds_up = np.zeros((len(sums), size))
    for line, (parts, whole) in zip(adds_up, sums, strict=True):
        line[list(parts)] += 1
        line[whole] -= 1
    aim = np.zeros(size)
    aim[at] = 1
    found = []
    for sign in (1, -1):
        solved = milp(
            sign * aim,
            integrality=np.ones(size),
            bounds=Bounds(low, np.minimum(high, BEYOND)),
            constraints=LinearConstraint(adds_up, 0, 0) if sums else None,
        )
        if solved.x is None:
            raise AssertionError("no counts fit")
        found.append(round(solved.x[at]))
    return found[0], inf if found[1] > BEYOND / 2 else found[1]
