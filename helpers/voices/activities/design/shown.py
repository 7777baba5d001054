"""Shown: a plan's warnings, run sheet and checklist as markup for the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from helpers.voices.activities.design.clock import day, span
from helpers.voices.activities.design.form import WORDS
from helpers.voices.process_design import (
    Group,
    Plan,
    Warned,
    checklist,
    open_points,
    run_sheet,
    steps,
)

SAID = WORDS["said"]


def warned(one: Warned) -> str:
    """Return one warning: how grave, what, whom it may keep out, and the easy change."""
    return (
        f"<p><span class='tag'>{escape(WORDS['weights'][str(one.weight)])}</span></p>"
        f"<p class='name'>{escape(one.title)}</p>"
        f"<p>{SAID['who']} {escape(one.who)}.</p>"
        f"<p><strong>{SAID['change']}</strong> {escape(one.change)}</p>"
    )


def kept(one: Warned) -> str:
    """Return one thing that was kept on purpose, with its reason."""
    return (
        f"<p class='name'>{escape(one.title)}</p><p>{SAID['who']} {escape(one.who)}.</p>"
        f"<blockquote>{escape(one.because)}</blockquote>"
    )


def brief(found: Sequence[Warned]) -> str:
    """Return the warnings of one group in a line each, for beside its choices."""
    lines = "".join(
        f"<li><strong>{escape(one.title)}</strong> {SAID['who']} {escape(one.who)}.</li>"
        for one in found
    )
    return f"<ul>{lines}</ul>" if lines else ""


def counted(found: Sequence[Warned], chosen: bool) -> str:
    """Say how many things there are to look at; nothing is scored."""
    if not found:
        return SAID["look_none" if chosen else "look_waiting"]
    return SAID["look_one"] if len(found) == 1 else SAID["look_many"].format(count=len(found))


def eyes(person: str) -> str:
    """Ask for one more look, as the person the plan began with."""
    if not person.strip():
        return ""
    quoted = f"<blockquote>{escape(person.strip())}</blockquote>"
    return f"<p>{SAID['eyes']}</p>{quoted}<p>{SAID['eyes_ask']}</p>"


def opened(plan: Plan) -> str:
    """Return what is not decided yet."""
    points = open_points(plan)
    if not points:
        return f"<p>{SAID['open_none']}</p>"
    lines = "".join(f"<li>{escape(point)}</li>" for point in points)
    return f"<p class='eyebrow'>{SAID['open_lead']}</p><ul>{lines}</ul>"


def sheet(plan: Plan, today: date) -> str:
    """Return the run sheet, or the steps of a consultation."""
    if plan.is_written:
        return _steps(plan, today)
    found = run_sheet(plan)
    if not found:
        return f"<p>{SAID['run_sheet_waiting']}</p>"
    rows = "".join(
        _row(span(plan, step.at, step.minutes), step.title, step.how, step.who, step.minutes)
        for step in found
    )
    lead = SAID["run_sheet_lead"].format(minutes=plan.minutes)
    clock = "" if plan.start else f" {SAID['run_sheet_no_clock']}"
    return (
        f"<p>{lead}{clock}</p><p class='eyebrow'>{SAID['ours_sheet']}</p>"
        + _table(SAID["run_sheet"], WORDS["paper"]["sheet_page"], rows)
        + _roles(plan)
    )


def tasks(plan: Plan, today: date) -> str:
    """Return the checklist, grouped by when."""
    if plan.kind is None:
        return f"<p>{SAID['checklist_waiting']}</p>"
    lead = SAID["checklist_lead" if plan.day else "checklist_no_day"]
    return f"<p>{lead}</p>" + "".join(map(_group, checklist(plan, today)))


def _steps(plan: Plan, today: date) -> str:
    found = steps(plan, today)
    if not found:
        return f"<p>{SAID['run_sheet_waiting_written']}</p>"
    rows = "".join(
        _row(day(step.day), step.title, step.how + _late(step.overdue), step.who) for step in found
    )
    return _table(SAID["run_sheet_written"], WORDS["paper"]["steps_page"], rows)


def _row(when: str, title: str, how: str, who: str, minutes: int = 0) -> str:
    took = f"<br><span class='eyebrow'>{minutes} min</span>" if minutes else ""
    return (
        f"<tr><th scope='row' class='when'>{when}{took}</th>"
        f"<td><strong>{escape(title)}</strong>{f'<br>{escape(how)}' if how else ''}</td>"
        f"<td data-says='{WORDS['paper']['who']}'>{escape(who)}</td></tr>"
    )


def _table(caption: str, heads: Sequence[str], rows: str) -> str:
    head = "".join(f"<th scope='col'>{each}</th>" for each in heads)
    return (
        f"<table class='kit-sentences'><caption class='visually-hidden'>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _roles(plan: Plan) -> str:
    lines = "".join(f"<li><strong>{name}:</strong> {what}</li>" for name, what in roles(plan))
    return f"<details><summary>{WORDS['paper']['roles']}</summary><ul>{lines}</ul></details>"


def roles(plan: Plan) -> list[tuple[str, str]]:
    """Return the jobs, each with what it is; nobody hosts people elsewhere where there are none."""
    there = WORDS["roles"].items()
    found = (said for name, said in there if name != "remote" or plan.where == "both")
    return [(said["name"], said["what"]) for said in found]


def _group(group: Group) -> str:
    when = f": {day(group.day)}" if group.day else ""
    lines = "".join(
        f"<li>{escape(task.text)} <span class='eyebrow'>{escape(task.who)}</span></li>"
        for task in group.tasks
    )
    late = f"<p class='eyebrow'>{SAID['overdue']}</p>" if group.overdue else ""
    return f"<h4>{escape(group.title)}{when}</h4>{late}<ul class='kit-plain'>{lines}</ul>"


def _late(overdue: bool) -> str:
    return f" {SAID['overdue']}" if overdue else ""
