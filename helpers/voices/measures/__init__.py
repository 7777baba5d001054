"""The measures: of one group, of two side by side, and of how unequal many are."""

from helpers.voices.measures.comparisons import (
    rate_difference,
    rate_ratio,
    risk_difference,
    risk_ratio,
)
from helpers.voices.measures.concentration import concentration_index
from helpers.voices.measures.fifths import QuantileGroups, group_names, quantile_groups
from helpers.voices.measures.funnel import Funnel, funnel
from helpers.voices.measures.gaps import difference, disparity_index, mean_difference, ratio
from helpers.voices.measures.groups import Groups, of_counts, of_values
from helpers.voices.measures.impact import attributable_fraction, attributable_risk
from helpers.voices.measures.intervals import mean, proportion, rate
from helpers.voices.measures.many import Comparisons, many
from helpers.voices.measures.measured import Measured, Reason
from helpers.voices.measures.said import say_comparison, say_figure
from helpers.voices.measures.slope import SlopeIndex, slope_index
from helpers.voices.measures.spread import (
    between_group_deviation,
    between_group_variance,
    mean_log_deviation,
    theil,
    variation,
)
from helpers.voices.measures.standardised import EUROPE_2013, direct, direct_repeated, indirect
from helpers.voices.measures.unequal import Inequality

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
