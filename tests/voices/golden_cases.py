"""Small cases in the format of the reference vectors, worked out slowly and plainly from definitions.

Nothing here uses the kit or numpy: loops, Python's own mathematics, and its normal distribution.
"""

import math
from statistics import NormalDist, fmean, stdev

Z = NormalDist().inv_cdf(0.975)
SIZES, EVENTS = [100, 300, 50, 200, 150], [40, 105, 16, 48, 27]
SHARES = [x / n for x, n in zip(EVENTS, SIZES, strict=True)]
ERRORS = [0.03, 0.02, 0.05, 0.02, 0.025]


def case(name, family, inputs, expected, options=None, **more):
    options = {"confidence": 0.95} | (options or {})
    head = {"id": name, "family": family, "rel_tol": 1e-9}
    return head | {"input": inputs, "options": options, "expected": expected} | more


def wilson(x, n):
    p, half = x / n, Z * math.sqrt(Z**2 + 4 * x * (1 - x / n))
    return p, (2 * x + Z**2 - half) / (2 * (n + Z**2)), (2 * x + Z**2 + half) / (2 * (n + Z**2))


def byar(x):
    lower = x * (1 - 1 / (9 * x) - Z / (3 * math.sqrt(x))) ** 3
    upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * math.sqrt(x + 1))) ** 3
    return lower, upper


def ranks(sizes):
    total, before = sum(sizes), 0
    for size in sizes:
        yield (before + size / 2) / total
        before += size


def line(values, sizes):
    """Fit a weighted line by its normal equations: slope, start, and the weight of each value."""
    a = [size / sum(sizes) for size in sizes]
    b = list(ranks(sizes))
    width = sum(w * (r - 0.5) ** 2 for w, r in zip(a, b, strict=True))
    parts = [w * (r - 0.5) / width for w, r in zip(a, b, strict=True)]
    slope = sum(part * y for part, y in zip(parts, values, strict=True))
    return slope, sum(w * y for w, y in zip(a, values, strict=True)) - slope / 2, parts


def shares():
    p, low, high = zip(*(wilson(x, n) for x, n in zip(EVENTS, SIZES, strict=True)), strict=True)
    expected = {"value": list(p), "lowercl": list(low), "uppercl": list(high)}
    yield case("shares", "proportion", {"x": EVENTS, "n": SIZES}, expected)
    yield case("more-than-all", "proportion", {"x": [5], "n": [4]}, {"error": True})
    yield case("nobody", "proportion", {"x": [0], "n": [0]}, {"error": True})


def rates():
    low, high = byar(40)
    expected = {
        "value": [0, 10, 40],
        "lowercl": [0, -10 * math.log(0.975), low],  # one event or more: a chance of a fortieth
        "method": ["Exact", "Exact", "Byars"],
    }
    inputs = {"x": [0, 1, 40], "n": [100, 100, 1000]}
    yield case("rates", "rate", inputs, expected, {"multiplier": 1000})
    none = {"value": [0], "uppercl": [-10 * math.log(0.025)]}  # none: a chance of a fortieth
    yield case("no-events", "rate", {"x": [0], "n": [100]}, none, {"multiplier": 1000})
    yield case(
        "zero-lower", "byar_count", {"x": [0, 40]},
        {"lower": ["NaN", low], "upper": [(1 - 1 / 9 + Z / 3) ** 3, high]},
    )  # fmt: skip


def standardised():
    w, n, x = [30, 70], [1000, 500], [8, 12]
    value = sum(a * c / b for a, b, c in zip(w, n, x, strict=True)) / 100
    spread = math.sqrt(sum(a**2 * c / b**2 for a, b, c in zip(w, n, x, strict=True))) / 100
    low, high = byar(20)
    ends = [value + spread / math.sqrt(20) * (end - 20) for end in (low, high)]
    expected = {
        "total_count": [20], "total_pop": [1500], "value": [1000 * value],
        "lowercl": [1000 * ends[0]], "uppercl": [1000 * ends[1]],
    }  # fmt: skip
    inputs = {"x": x, "n": n, "stdpop": w}
    yield case("direct", "dsr", inputs, expected, {"multiplier": 1000})
    once = {"ageband": [1, 2], "eventfreq": [1, 1], "individuals": x, "n": n, "stdpop": w}
    yield case("once-each", "dsr_nonindependent", once, expected, {"multiplier": 1000})
    inputs = {"x": x, "n": n, "x_ref": [10, 40], "n_ref": [1000, 1000]}
    rows = {"rate": {"observed": [20], "expected": [30]}, "ratio": {"value": [2 / 3]}}
    yield case("indirect", "isr", inputs, rows, {"refvalue": 1, "multiplier": 1000})


def means():
    figures = [3.0, 5.0, 10.0]
    expected = {"value": [6.0], "value_sum": [18.0], "value_count": [3], "stdev": [stdev(figures)]}
    yield case("mean", "mean", {"x": figures}, expected)
    fifths = {"quantile": [5, 4, 3, 2, 1]}
    options = {"nquantiles": 5, "invert": True}
    yield case("fifths", "quantile", {"values": [10, 20, 30, 40, 50]}, fifths, options)


def slopes():
    slope, start, parts = line(SHARES, SIZES)
    error = math.sqrt(sum((part * e) ** 2 for part, e in zip(parts, ERRORS, strict=True)))
    rows = {"quantile": [1, 2, 3, 4, 5], "population": SIZES, "value": SHARES, "se": ERRORS}
    expected = {"sii": slope, "rii": (start + slope) / start, "intercept": start}
    derived = {"slope_se": error, "sii_lower": slope - Z * error, "sii_upper": slope + Z * error}
    plain = {"value_type": 0, "transform": False, "multiplier": 1}
    yield case("slope", "sii_phe", rows, expected, plain, derived=derived)
    as_text = ["1", "3", "10", "20", "4"]
    order = sorted(range(5), key=lambda at: as_text[at])
    slope, start, _ = line([SHARES[at] for at in order], [SIZES[at] for at in order])
    yield case("text", "sii_phe", rows | {"quantile": as_text}, {"sii": slope}, plain)
    few = {name: column[:3] for name, column in rows.items()}
    yield case("three", "sii_phe", few, {"error": True}, plain)


def in_order(values, sizes, error=None):
    rows = {"est": values, "pop": sizes, "subgroup_order": [1, 2, 3, 4, 5]}
    return rows | ({"se": error} if error else {})


def inequality():
    percent = [100 * share for share in SHARES]
    slope, start, _ = line(percent, SIZES)
    a = [size / sum(SIZES) for size in SIZES]
    mean = sum(w * y for w, y in zip(a, percent, strict=True))
    corrected = {"reason": "by hand", "sii": slope, "fitted0": start, "fitted1": start + slope}
    rows = in_order(percent, SIZES)
    yield case("line", "he_sii", rows | {"linear": True}, {"estimate": 0}, corrected=corrected)
    two = {"est": [0.2, 0.6], "pop": [1, 1], "subgroup_order": [1, 2]}
    middle, steep = (math.log(0.25) + math.log(1.5)) / 2, 2 * (math.log(1.5) - math.log(0.25))
    ends = [1 / (1 + math.exp(-middle - side * steep / 2)) for side in (-1, 1)]  # through both
    corrected = {"reason": "as shares", "sii": ends[1] - ends[0], "rii": ends[1] / ends[0]}
    yield case("shares-of-one", "he_sii", two, {"estimate": 0}, corrected=corrected)
    index = 2 * sum(
        w * (y - mean) * (r - 0.5) for w, y, r in zip(a, percent, ranks(SIZES), strict=True)
    )
    yield case("index", "he_aci", in_order(percent, SIZES), {"estimate": index})
    r = [y / mean for y in percent]
    spreads = {
        "he_bgv": sum(w * (y - mean) ** 2 for w, y in zip(a, percent, strict=True)),
        "he_ti": 1000 * sum(w * one * math.log(one) for w, one in zip(a, r, strict=True)),
        "he_mld": -1000 * sum(w * math.log(one) for w, one in zip(a, r, strict=True)),
        "he_idisu": 100 * fmean(abs(one - 1) for one in r),
    }
    for family, value in spreads.items():
        yield case(family, family, in_order(percent, SIZES), {"estimate": value})
    yield case("alike", "he_bgv", in_order([5] * 5, SIZES, [1] * 5), {"estimate": 0, "lowerci": -1})
    yield case("two", "he_bgv", {"est": [1, 2], "pop": [5, 5]}, {"error": True})
    low = [1e-6, 2, 3, 4, 5]  # what a peer puts in the place of zero
    mean = fmean(low)
    theil = 1000 * fmean(y / mean * math.log(y / mean) for y in low)
    yield case("none", "he_ti", in_order([0, 2, 3, 4, 5], [10] * 5), {"estimate": theil})


def funnels():
    x, n = [30, 66, 25, 12, 90], [120, 300, 80, 33, 310]
    due = [float(size) / 3 for size in n]
    s = [1 / (2 * math.sqrt(size)) for size in due]
    z = [(math.sqrt(one / size) - 1) / e for one, size, e in zip(x, due, s, strict=True)]
    phi = fmean(one**2 for one in z)
    w = [1 / e**2 for e in s]
    tau2 = max(0, (5 * phi - 4) / (sum(w) - sum(one**2 for one in w) / sum(w)))
    reach = [1.959964 * math.sqrt(e**2 + tau2) for e in s]
    options = {
        "data_type": "SR",
        "sr_method": "CQC",
        "trim_by": 0,
        "limit": 95,
        "draw_adjusted": True,
    }
    inputs = {"numerator": x, "denominator": due}
    expected = {"phi": phi, "tau2": tau2, "od_ul95": [(1 + one) ** 2 for one in reach]}
    yield case("root", "funnel_od", inputs, expected, options)
    theirs = expected | {"od_ul95": [1 + one for one in reach]}
    yield case("not-turned-back", "funnel_od", inputs, theirs, options)
    average = sum(x) / sum(n)
    scores = [
        (one / size - average) / math.sqrt(average * (1 - average) / size)
        for one, size in zip(x, n, strict=True)
    ]
    marks = [
        "High (0.025)" if one > Z else "Low (0.025)" if one < -Z else "Not significant"
        for one in scores
    ]
    inputs = {"numerator": x, "denominator": n}
    yield case(
        "marks",
        "funnel_significance_phe",
        inputs,
        {"significance": marks},
        {"statistic": "proportion"},
    )
    few = {"rate_type": "dsr", "years_of_data": 1, "multiplier": 100_000}
    points = {"rt_chart": [None, 24], "denominator_derived": [None, 50_000]}
    yield case("points", "funnel_points_phe", {"numerator": [9, 12], "rate": [20, 24]}, points, few)


def cases():
    """Return all of them."""
    kinds = (shares, rates, standardised, means, slopes, inequality, funnels)
    return [one for kind in kinds for one in kind()]
