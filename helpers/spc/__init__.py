"""Run charts and control charts: limits, rules, verdicts.

`chart` judges one measure, `charts` a whole table of them; both use one engine. A rule set is
a named choice (`RULE_SETS`), a rebase is a `Phase` with a reason, and `suggest_rebase` only
ever asks.

>>> from helpers.spc import chart
>>> chart([4, 5] * 6 + [11], improvement_direction="decrease").variation
'concerning'
"""

from helpers.spc.chart import chart
from helpers.spc.conventions import CONVENTIONS, Convention
from helpers.spc.kinds import KINDS, NAMES
from helpers.spc.phases import Phase, PhaseLimits
from helpers.spc.rebase import RebaseQuestion, suggest_rebase
from helpers.spc.record import Chart
from helpers.spc.rule_sets import RULE_SETS, RuleSet
from helpers.spc.runs import RunsResult
from helpers.spc.tables import Charts, charts

__all__ = [
    "CONVENTIONS",
    "KINDS",
    "NAMES",
    "RULE_SETS",
    "Chart",
    "Charts",
    "Convention",
    "Phase",
    "PhaseLimits",
    "RebaseQuestion",
    "RuleSet",
    "RunsResult",
    "chart",
    "charts",
    "suggest_rebase",
]
