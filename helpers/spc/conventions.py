"""Conventions: the constants and habits that tools differ in, named so that a reader can see them.

Sources: Shewhart's constants d2 and D4 for ranges of two; Wheeler (2.66); Nelson (1982),
"Control charts for individual measurements", for the screening of moving ranges.
"""

from __future__ import annotations

from dataclasses import dataclass

D2 = 1.128  # mean range of two neighbouring values, in sigmas
D4 = 3.267  # upper limit of a moving range, in mean moving ranges
NEAR = 2.0  # sigmas at which a point is "near the limit": two thirds of the way
LIMIT = 3.0  # sigmas at which a limit is drawn


@dataclass(frozen=True)
class Convention:
    """
    The habits of one tool or school, where tools differ.

    Attributes
    ----------
    individuals : float
        Limits of an XmR chart, in mean moving ranges either side of the mean.
    screen : bool
        Leave out moving ranges of 3.267 means or more, once, before the limits are set.
    rescue : bool
        Go back to all ranges when screening would leave a spread of nothing.
    common_spread : bool
        With unequal subgroups, estimate one spread for all (c4 of the pooled degrees of
        freedom). False divides the pooled spread by each subgroup's own c4: limits too wide.
    i_prime_baseline : bool
        Estimate the spread of an I-prime chart from the baseline only.
    in_order : bool
        Points follow each other in time. False (units side by side) measures how far
        standardised values scatter, not how they move, on Laney charts.
    as_printed : bool
        Sum as R does (rounded once), and call no near-tie a tie.
    """

    id: str
    title: str
    individuals: float = 2.66
    screen: bool = True
    rescue: bool = True
    common_spread: bool = True
    i_prime_baseline: bool = True
    in_order: bool = True
    as_printed: bool = False


MAKING_DATA_COUNT = Convention("making_data_count", "Making Data Count: mean ± 2.66 mean ranges")
QICHARTS2 = Convention(
    "qicharts2",
    "qicharts2 for R: mean ± 3/1.128 mean ranges",
    individuals=3 / D2,
    rescue=False,
    common_spread=False,
    i_prime_baseline=False,
    as_printed=True,
)
NHSRPLOTTHEDOTS = Convention(
    "nhsrplotthedots",
    "NHSRplotthedots for R: mean ± 2.66 mean ranges",
    rescue=False,
    as_printed=True,
)
CONVENTIONS: dict[str, Convention] = {
    convention.id: convention for convention in (MAKING_DATA_COUNT, QICHARTS2, NHSRPLOTTHEDOTS)
}
