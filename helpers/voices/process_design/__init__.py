"""Process design: a plan for an event or a consultation, whom it may keep out, and its run sheet.

The rules are data in words.toml, each with an id; here they are only applied. Nothing is
scored: a warning is a sentence with one change that takes it away.

>>> from helpers.voices.process_design import Plan, warnings
>>> plan = Plan(kind="workshop", place="room", choices={"order": "hands"})
>>> [warning.id for warning in warnings(plan)]
['hands']
"""

from helpers.voices.process_design.checked import (
    checked_day,
    checked_days_open,
    checked_end,
    checked_minutes,
    checked_people,
    checked_promised,
    own_items,
)
from helpers.voices.process_design.checklist import Group, checklist, steps
from helpers.voices.process_design.excluding import Warned, changed, look_at, on_purpose, warnings
from helpers.voices.process_design.invitation import invitation
from helpers.voices.process_design.plan import Choice, OwnItem, Plan, asked, open_points
from helpers.voices.process_design.run_sheet import Step, run_sheet

__all__ = [
    "Choice",
    "Group",
    "OwnItem",
    "Plan",
    "Step",
    "Warned",
    "asked",
    "changed",
    "checked_day",
    "checked_days_open",
    "checked_end",
    "checked_minutes",
    "checked_people",
    "checked_promised",
    "checklist",
    "invitation",
    "look_at",
    "on_purpose",
    "open_points",
    "own_items",
    "run_sheet",
    "steps",
    "warnings",
]
