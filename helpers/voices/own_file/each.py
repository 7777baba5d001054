"""Own each: every group's own figure with its interval, and who is counted in no group."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from helpers.voices.measures.groups import Groups
from helpers.voices.measures.intervals import proportion, rate
from helpers.voices.measures.measured import Measured, Reason, deviations, measured
from helpers.voices.words import figure


def each(groups: Groups) -> Measured:
    """
    Return the figure of each group with its own interval.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> found = each(of_counts(["A", "B"], [50, 0], [100, 0], good="high"))
    >>> found.value.tolist(), found.lower.round(1).tolist(), found.why(1)
    ([50.0, nan], [40.4, nan], 'nobody is in this group')
    """
    if groups.events is not None:
        interval = proportion if groups.bounded else rate
        return interval(groups.events, groups.size, per=groups.per)
    reach = deviations(0.95) * np.where(groups.present, groups.e, np.nan)
    lower, upper = groups.value - reach, groups.value + reach
    if groups.bounded:
        lower, upper = np.maximum(lower, 0), np.minimum(upper, groups.per)
    return measured(
        groups.value, lower, upper, 0.95,
        (np.isnan(groups.value), Reason.MISSING, True),
        (~groups.present, Reason.NOBODY, True),
        (np.isnan(reach), Reason.NO_SPREAD_KNOWN, False),
    )  # fmt: skip


def not_shown(groups: Groups) -> tuple[tuple[str, str], ...]:
    """
    Return each group without a figure, and why it has none.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> not_shown(of_counts(["A", "B"], [50, 0], [100, 0], good="high"))
    (('B', 'nobody is in this group'),)
    """
    found = each(groups)
    return tuple(
        (name, found.why(at)) for at, name in enumerate(groups.names) if not groups.present[at]
    )


def value_text(groups: Groups, value: float) -> str:
    """
    Write a figure as the sentences do; of shares out of 100, with the sign.

    Examples
    --------
    >>> from helpers.voices.measures.groups import of_counts
    >>> value_text(of_counts(["A", "B"], [50, 7], [100, 9], good="high"), 50.0)
    '50%'
    """
    text = figure(value)
    return f"{text}%" if groups.bounded and groups.per == 100 else text


def named(groups: Groups, names: tuple[str, ...]) -> Groups:
    """Return the same groups under other names, such as escaped ones."""
    return replace(groups, names=names)
