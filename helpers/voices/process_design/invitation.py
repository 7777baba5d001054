"""Invitation: a first draft in plain English, from what a plan has decided."""

from __future__ import annotations

from helpers.intake import Problem
from helpers.voices.process_design.plan import Plan, said_day, said_time, words
from helpers.voices.process_design.run_sheet import run_sheet


def invitation(plan: Plan) -> str:
    """
    Return a draft: what only the planner can know stands in [square brackets].

    Examples
    --------
    >>> draft = invitation(Plan(kind="meeting", choices={"pay": "paid"}))
    >>> "We pay for your time" in draft
    True
    """
    said = words()["invitation_lines"]
    title = plan.title.strip() or said["title_unknown"]
    paragraphs = [
        [said["hello"]],
        [said["title"].format(title=title), *_open(plan)],
        _when_and_where(plan),
        _quiet(plan),
        _access(plan),
        _money(plan),
        _afterwards(plan),
        [_contact(plan), said["thanks_written" if plan.is_written else "thanks"]],
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _open(plan: Plan) -> list[str]:
    return [_said("open_said" if plan.chosen("open") == "said" else "open_unknown")]


def _when_and_where(plan: Plan) -> list[str]:
    if plan.is_written:
        return [
            _window(plan),
            _said("ways_many" if plan.chosen("ways") == "many" else "ways_unknown"),
        ]
    lines = [_when(plan), _said(f"where_{plan.where or 'room'}")]
    return lines + ([_said("other")] if plan.chosen("times") == "other" else [])


def _when(plan: Plan) -> str:
    if not (plan.day and plan.start and plan.end):
        return _said("when_unknown")
    told = {"day": said_day(plan.day), "start": said_time(plan.start), "end": said_time(plan.end)}
    try:
        count = sum(step.id in ("break", "meal") for step in run_sheet(plan))
    except Problem:
        count = 0
    if not count:
        return _said("when_no_break", **told)
    breaks = _said("breaks_one" if count == 1 else "breaks_many", count=count)
    return _said("when", breaks=breaks, **told)


def _window(plan: Plan) -> str:
    if not (plan.day and plan.last_day):
        return _said("window_unknown")
    return _said("window", day=said_day(plan.day), closes=said_day(plan.last_day))


def _quiet(plan: Plan) -> list[str]:
    if plan.is_written:
        return [_said("names_free")] if plan.chosen("names") == "free" else []
    nameless = plan.chosen("first") == "nameless"
    lines = [_said("quiet_nameless" if nameless else "quiet_other")]
    if plan.chosen("tech") == "phone":
        lines.append(_said("cameras"))
    notes = {"shared": "notes_shared", "recorded": "notes_recorded"}
    return [*lines, _said(notes.get(plan.chosen("notes") or "", "notes_unknown"))]


def _access(plan: Plan) -> list[str]:
    languages = plan.chosen("languages")
    if languages == "english":
        lines = [_said("access_english")]
    else:
        booked = languages == "booked"
        lines = [_said("access"), _said("access_booked" if booked else "access_unknown")]
    if plan.where in ("room", "both"):
        checked = plan.chosen("building") == "checked"
        lines.append(_said("building" if checked else "building_unknown"))
    return lines


def _money(plan: Plan) -> list[str]:
    pay = plan.chosen("pay") or "unknown"
    lines = [] if pay == "nobody" else [_said(f"pay_{pay}")]
    if plan.chosen("cover") == "covered":
        lines.append(_said("cover_covered"))
    return lines + ([_said("caring_us")] if plan.chosen("caring") == "us" else [])


def _afterwards(plan: Plan) -> list[str]:
    late = [_said("late")] if plan.chosen("late") == "open" else []
    if plan.promised and plan.chosen("answer") == "told":
        return [*late, _said("answer", day=said_day(plan.promised))]
    return [*late, _said("answer_unknown")]


def _contact(plan: Plan) -> str:
    contact = plan.contact.strip().rstrip(".")
    return _said("contact", contact=contact) if contact else _said("contact_unknown")


def _said(name: str, **told: object) -> str:
    return words()["invitation_lines"][name].format(**told)
