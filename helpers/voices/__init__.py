"""Voices: inequality, inclusion, and whose 80 per cent.

The measures. `of_counts` and `of_values` take one area or thousands, groups along the last axis;
each measure returns a number, an interval or the reason there is none, and a sentence. Larger
always means more unequal, whichever way is good.

>>> from helpers.voices import difference, of_counts
>>> seen = of_counts(["poorest fifth", "richest fifth"], [84, 50], [1000, 1000], good="low", per=1000)
>>> difference(seen).sentence()
'Out of 1,000 people, 34 more in poorest fifth than in richest fifth (12 to 56). Poorest fifth is worse off.'
"""

from helpers.voices.comparisons import rate_difference, rate_ratio, risk_difference, risk_ratio
from helpers.voices.concentration import concentration_index
from helpers.voices.fifths import QuantileGroups, group_names, quantile_groups
from helpers.voices.funnel import Funnel, funnel
from helpers.voices.gaps import difference, disparity_index, mean_difference, ratio
from helpers.voices.groups import Groups, of_counts, of_values
from helpers.voices.impact import attributable_fraction, attributable_risk
from helpers.voices.intervals import mean, proportion, rate
from helpers.voices.many import Comparisons, many
from helpers.voices.measured import Measured, Reason
from helpers.voices.said import say_comparison, say_figure
from helpers.voices.slope import SlopeIndex, slope_index
from helpers.voices.spread import (
    between_group_deviation,
    between_group_variance,
    mean_log_deviation,
    theil,
    variation,
)
from helpers.voices.standardised import EUROPE_2013, direct, direct_repeated, indirect
from helpers.voices.unequal import Inequality

__all__ = [
    "EUROPE_2013",
    "Comparisons",
    "Funnel",
    "Groups",
    "Inequality",
    "Measured",
    "QuantileGroups",
    "Reason",
    "SlopeIndex",
    "attributable_fraction",
    "attributable_risk",
    "between_group_deviation",
    "between_group_variance",
    "concentration_index",
    "difference",
    "direct",
    "direct_repeated",
    "disparity_index",
    "funnel",
    "group_names",
    "indirect",
    "many",
    "mean",
    "mean_difference",
    "mean_log_deviation",
    "of_counts",
    "of_values",
    "proportion",
    "quantile_groups",
    "rate",
    "rate_difference",
    "rate_ratio",
    "ratio",
    "risk_difference",
    "risk_ratio",
    "say_comparison",
    "say_figure",
    "slope_index",
    "theil",
    "variation",
]
