"""Papers: the plan and its invitation, written on any kind of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from helpers.voices.activities.design.clock import day, span
from helpers.voices.activities.design.form import WORDS
from helpers.voices.activities.design.shown import roles
from helpers.voices.process_design import (
    OwnItem,
    Plan,
    checklist,
    look_at,
    on_purpose,
    open_points,
    run_sheet,
    steps,
)
from helpers.voices.process_design.plan import said_time

if TYPE_CHECKING:
    from helpers.page.paper import Paper

SAID, PAPER = WORDS["said"], WORDS["paper"]
BOX = "☐"


def title(plan: Plan) -> str:
    """Return the title of the paper: the plan's own, or what kind of plan it is."""
    kind = WORDS["kind_names"][plan.kind or "event"]
    return plan.title.strip() or PAPER["title"].format(kind=kind)


def copied(plan: Plan, copy: Callable[[str], str]) -> Plan:
    """Return the plan with every text of the planner's put through a copy."""
    own = tuple(OwnItem(item.minutes, copy(item.title)) for item in plan.own)
    because = {name: copy(why) for name, why in plan.because.items()}
    title, contact = copy(plan.title), copy(plan.contact)
    return replace(plan, own=own, because=because, title=title, contact=contact)


def write_plan(paper: Paper, plan: Plan, today: date) -> None:
    """Write the whole plan: facts, run sheet, roles, checklist, reasons, and what is open."""
    paper.table("", PAPER["facts_head"], _facts(plan), [1, 3])
    _sheet(paper, plan, today)
    _checklist(paper, plan, today)
    _purpose(paper, plan, today)
    _look(paper, plan, today)
    points = [[BOX, point] for point in open_points(plan)]
    if points:
        paper.heading(SAID["open"], 1)
        paper.table(SAID["open_lead"], PAPER["open_head"], points, [1, 14])
    paper.line([(SAID["written_on"].format(day=day(today)), False)], kind="small")


def write_invitation(paper: Paper, text: str) -> None:
    """Write the invitation as it stands in its box."""
    paper.words(text)


def _facts(plan: Plan) -> list[list[str]]:
    rows = [
        (PAPER["opens" if plan.is_written else "day"], day(plan.day)),
        (PAPER["closes"], day(plan.last_day) if plan.is_written else ""),
        (PAPER["time"], _time(plan)),
        (PAPER["minutes"], _filled("minutes_said", plan.minutes, not plan.is_written)),
        (PAPER["people"], _filled("people_said", plan.people, not plan.is_written)),
        (PAPER["place"], WORDS["places"].get(plan.where or "", "")),
        (PAPER["promised"], day(plan.promised)),
        (PAPER["contact"], plan.contact.strip()),
    ]
    kind = [PAPER["kind"], WORDS["kind_names"][plan.kind or "event"].capitalize()]
    return [kind, *([name, text] for name, text in rows if text)]


def _time(plan: Plan) -> str:
    if plan.is_written or plan.start is None or plan.end is None:
        return ""
    told = {"start": said_time(plan.start), "end": said_time(plan.end)}
    return PAPER["time_said"].format(**told)


def _filled(name: str, number: int | None, wanted: bool) -> str:
    return PAPER[name].format(**{name.removesuffix("_said"): number}) if number and wanted else ""


def _sheet(paper: Paper, plan: Plan, today: date) -> None:
    if plan.is_written:
        rows = [[day(step.day), _both(step), step.who] for step in steps(plan, today)]
        name, head, shares = "run_sheet_written", PAPER["steps_page"], [3, 9, 3]
    else:
        rows = [
            [span(plan, step.at, step.minutes), str(step.minutes), _both(step), step.who]
            for step in run_sheet(plan)
        ]
        name, head, shares = "run_sheet", PAPER["sheet_head"], [32, 24, 94, 30]
    if rows:
        paper.heading(SAID[name], 1)
        paper.table(SAID["ours_sheet"], head, rows, shares)
        paper.heading(PAPER["roles"], 2)
        paper.table("", PAPER["roles_head"], [[*role, ""] for role in roles(plan)], [4, 9, 4])


def _both(step) -> str:
    return f"{step.title}\n{step.how}".strip()


def _checklist(paper: Paper, plan: Plan, today: date) -> None:
    paper.heading(SAID["checklist"], 1)
    for group in checklist(plan, today):
        paper.heading(f"{group.title}: {day(group.day)}" if group.day else group.title, 2)
        tasks = sorted(group.tasks, key=lambda task: task.who)
        rows = [[BOX, task.text, task.who] for task in tasks]
        paper.table(SAID["overdue"] if group.overdue else "", PAPER["tasks_head"], rows, [1, 11, 4])


def _purpose(paper: Paper, plan: Plan, today: date) -> None:
    found = on_purpose(plan, today)
    if found:
        paper.heading(SAID["purpose"], 1)
        rows = [[each.title, each.who, each.because] for each in found]
        paper.table(SAID["purpose_lead"], PAPER["purpose_head"], rows, [3, 4, 5])


def _look(paper: Paper, plan: Plan, today: date) -> None:
    found = look_at(plan, today)
    if found:
        paper.heading(PAPER["look"], 1)
        rows = [[each.title, each.who, each.change] for each in found]
        paper.table(SAID["ours"], PAPER["look_head"], rows, [3, 4, 5])
