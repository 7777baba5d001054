"""The dates of a plan: counted back from the day, and never hidden when they have passed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from helpers.intake import Problem
from helpers.voices.process_design import Plan, checklist, steps
from helpers.voices.process_design.dates import calendar_file

TODAY = date(2026, 3, 2)
WORKSHOP = Plan(kind="workshop", place="room", day=date(2026, 6, 10), promised=date(2026, 7, 8))
WRITTEN = Plan(
    kind="written", day=date(2026, 6, 1), days_open=42, promised=date(2026, 8, 10), title="Meals"
)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def texts(groups):
    return [task.text for group in groups for task in group.tasks]


def test_days_are_counted_back_from_the_event():
    found = {group.title: group.day for group in checklist(WORKSHOP, TODAY)}
    assert found["Six weeks before"] == date(2026, 4, 29)
    assert found["On the day"] == date(2026, 6, 10)
    assert found["By the promised day"] == date(2026, 7, 8)


def test_what_falls_on_a_weekend_moves_to_the_friday_before():
    monday = Plan(kind="workshop", place="room", day=date(2026, 6, 8))
    found = {group.title: group.day for group in checklist(monday, TODAY)}
    assert found["The day before"] == date(2026, 6, 5)


def test_what_should_have_happened_already_is_said_and_not_hidden():
    soon = Plan(kind="workshop", place="room", day=TODAY + timedelta(days=10))
    overdue = [group.title for group in checklist(soon, TODAY) if group.overdue]
    assert overdue == ["Six weeks before", "Four weeks before", "Two weeks before"]


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.sampled_from(["event", "written"]))
def test_a_day_that_has_passed_is_always_called_overdue(day, kind):
    plan = Plan(kind=kind, place="room", day=day, days_open=42)
    for group in checklist(plan, TODAY):
        assert group.overdue == (group.day is not None and group.day < TODAY)


def test_without_a_day_the_checklist_stands_without_dates():
    found = checklist(Plan(kind="meeting"), TODAY)
    assert found
    assert {group.day for group in found} == {None}
    assert not any(group.overdue for group in found)


def test_the_checklist_speaks_only_of_what_is_planned():
    assert any("Walk and wheel" in text for text in texts(checklist(WORKSHOP, TODAY)))
    meeting = texts(checklist(Plan(kind="meeting"), TODAY))
    assert not any("Walk and wheel" in text for text in meeting)
    nobody = Plan(kind="meeting", choices={"pay": "nobody"})
    assert any("Agree the money" in text for text in meeting)
    assert not any("Agree the money" in text for text in texts(checklist(nobody, TODAY)))


def test_a_consultation_has_a_calendar_of_steps_instead_of_minutes():
    found = {step.id: step.day for step in steps(WRITTEN, TODAY)}
    assert found["open"] == date(2026, 6, 1)
    assert found["close"] == date(2026, 7, 13)
    assert found["half"] == date(2026, 6, 22)
    assert found["tell"] == date(2026, 8, 10)
    assert list(found.values()) == sorted(found.values())


def test_a_consultation_without_its_days_has_no_steps_yet():
    assert steps(Plan(kind="written", day=TODAY), TODAY) == ()
    assert steps(WORKSHOP, TODAY) == ()


def test_the_promised_day_is_in_the_calendar_file():
    calendar = Calendar.from_ical(calendar_file(WRITTEN, NOW))
    events = {str(event["summary"]): event["dtstart"].dt for event in calendar.walk("VEVENT")}
    assert events["Promised: tell people what came of it: Meals"] == date(2026, 8, 10)


def test_a_calendar_file_holds_no_day_that_has_passed():
    soon = Plan(kind="workshop", place="room", day=TODAY + timedelta(days=3))
    calendar = Calendar.from_ical(calendar_file(soon, NOW))
    assert min(event["dtstart"].dt for event in calendar.walk("VEVENT")) >= TODAY


def test_without_a_day_there_is_no_calendar_file():
    with pytest.raises(Problem, match="no date"):
        calendar_file(Plan(kind="meeting"), NOW)
