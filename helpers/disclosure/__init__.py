"""What may be shown of a small group: counts in, what a group may see out, with the reason.

Three presets: ``PACKS`` for what people hand in, ``TABLES`` for patients and staff, ``LIVE`` for a
room. Numbers come through ``show_counts``, ``show_ticks`` and ``show_numbers``. Tables come through
``show_table``, ``show_crosstab`` and ``show_groups``, figures beside counts through
``show_results``. ``offer_merging`` comes before, ``tell`` goes with what is shown, and ``audit``
says what a reader could still work out, also beside what was shown ``Before``. A hidden cell never
says whether it is small itself or only guards a small one: that alone would give numbers away.

A table of patients, from the first look to what goes out: merge first, show what is left, audit it,
and tell the other side of hiding.

>>> seen = {"Under 40": {"yes": 41, "no": 12}, "40 to 64": {"yes": 38, "no": 3}}
>>> offer_merging(seen | {"65 and over": {"yes": 90, "no": 21}}, ordered=True).said[0]
'Show Under 40 and 40 to 64 together, as one group of 94.'
>>> table = show_table({"Under 65": {"yes": 79, "no": 15}, "65 and over": {"yes": 90, "no": 21}})
>>> table.frame().loc["Under 65"].tolist(), audit(table), tell(table)[0]
([80, 15, 95], (), 'Every group is shown.')
"""

from helpers.disclosure.audit import Deduced, audit, given_away
from helpers.disclosure.counts import show_counts, show_ticks
from helpers.disclosure.groups import show_crosstab, show_groups
from helpers.disclosure.merging import Merging, offer_merging
from helpers.disclosure.numbers import Numbers, show_numbers
from helpers.disclosure.pinning import pinned
from helpers.disclosure.presets import LIVE, PACKS, PRESETS, TABLES, Preset
from helpers.disclosure.results import Results, show_results
from helpers.disclosure.shown import Cell, Groups, Shown, Table
from helpers.disclosure.tables import show_table
from helpers.disclosure.telling import tell
from helpers.disclosure.view import Before

__all__ = [
    "LIVE",
    "PACKS",
    "PRESETS",
    "TABLES",
    "Before",
    "Cell",
    "Deduced",
    "Groups",
    "Merging",
    "Numbers",
    "Preset",
    "Results",
    "Shown",
    "Table",
    "audit",
    "given_away",
    "offer_merging",
    "pinned",
    "show_counts",
    "show_crosstab",
    "show_groups",
    "show_numbers",
    "show_results",
    "show_table",
    "show_ticks",
    "tell",
]
