"""Designing a process: its warnings come and go with the choices, and its minutes add up."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.voices.process_design import (
    OwnItem,
    Plan,
    asked,
    changed,
    checked_day,
    checked_days_open,
    checked_end,
    checked_minutes,
    checked_people,
    checked_promised,
    invitation,
    look_at,
    on_purpose,
    open_points,
    own_items,
    run_sheet,
    warnings,
)
from helpers.voices.process_design.plan import KINDS, PLACES, words

TODAY = date(2026, 3, 2)
CHOICES = {name: list(rule["options"]) for name, rule in words()["choices"].items()}
ROOM = Plan(kind="workshop", place="room", minutes=90, people=12)

plans = st.builds(
    Plan,
    kind=st.sampled_from(["event", "workshop", "meeting"]),
    place=st.sampled_from([None, *PLACES]),
    minutes=st.integers(20, 480),
    people=st.none() | st.integers(2, 1000),
    pace=st.none() | st.sampled_from(list(words()["paces"])),
    choices=st.fixed_dictionaries(
        {name: st.sampled_from(options) for name, options in CHOICES.items()}
    ),
)


def ids(found):
    return [each.id for each in found]


def sitting(steps):
    """Return the minutes between breaks."""
    lengths = [0]
    for step in steps:
        if step.id in ("break", "meal"):
            lengths.append(0)
        else:
            lengths[-1] += step.minutes
    return lengths


@given(plans)
def test_the_minutes_of_a_run_sheet_add_up_exactly(plan):
    steps = run_sheet(plan)
    assert sum(step.minutes for step in steps) == plan.minutes
    assert all(step.minutes > 0 for step in steps)
    assert [step.at for step in steps] == [
        sum(step.minutes for step in steps[:place]) for place in range(len(steps))
    ]


@given(plans)
def test_nobody_sits_longer_than_an_hour_at_a_screen_or_ninety_minutes_in_a_room(plan):
    assert max(sitting(run_sheet(plan))) <= (90 if plan.where == "room" else 60)


@given(plans, st.integers(1, 30), st.sampled_from([None, "start", "end"]))
def test_own_items_are_in_it_with_their_minutes_and_it_still_adds_up(plan, minutes, where):
    plan = replace(plan, minutes=max(90, plan.minutes), own_where=where)
    plan = replace(plan, own=(OwnItem(minutes, "A film"),))
    steps = run_sheet(plan)
    assert [(step.title, step.minutes) for step in steps if step.id == "own"] == [
        ("A film", minutes)
    ]
    assert sum(step.minutes for step in steps) == plan.minutes


def test_own_items_that_leave_no_room_are_refused_with_a_way_out():
    with pytest.raises(Problem, match="Make them shorter"):
        run_sheet(replace(ROOM, own=(OwnItem(80, "A talk"),)))


def test_a_long_day_has_a_meal():
    assert "meal" in ids(run_sheet(replace(ROOM, minutes=360)))


def test_leaders_speak_last_until_somebody_decides_otherwise():
    assert "Leaders speak last" in {step.id: step.how for step in run_sheet(ROOM)}["round"]
    senior = replace(ROOM, choices={"order": "senior"})
    assert "senior" in ids(run_sheet(senior))
    assert "round" not in ids(run_sheet(senior))


def test_an_open_floor_leaves_no_silence_on_the_run_sheet():
    assert "writing" not in ids(run_sheet(replace(ROOM, choices={"first": "floor"})))


def test_a_round_says_how_long_each_person_has():
    told = {step.id: step.how for step in run_sheet(replace(ROOM, minutes=60, people=10))}
    assert "About 2 minutes each with 10 people" in told["round"]  # 18 minutes for 10


def test_people_elsewhere_go_first_where_some_are_in_a_room():
    told = {step.id: step.how for step in run_sheet(replace(ROOM, place="both"))}
    assert "People elsewhere go first" in told["round"]


@pytest.mark.parametrize("name", words()["warnings"])
def test_every_warning_has_a_change_that_takes_it_away(name):
    plan = warned(name)
    assert name in ids(warnings(plan, TODAY))
    assert name not in ids(warnings(changed(plan, name, TODAY), TODAY))


def warned(name):
    """Return a plan that brings a warning."""
    rule = words()["warnings"][name]
    if "choice" in rule:
        choices = {rule["choice"]: rule["is"][0]}
        found = [
            Plan(kind=kind, place=place, choices=choices) for kind in KINDS for place in PLACES
        ]
        return next(plan for plan in found if plan.chosen(rule["choice"]))
    return replace(ROOM, **FACTS[rule["fact"]])


FACTS = {
    "early": {"start": time(8, 30)},
    "school": {"start": time(14, 0)},
    "evening": {"start": time(18, 30)},
    "friday": {"day": date(2026, 6, 5), "start": time(13, 0)},
    "weekend": {"day": date(2026, 6, 6)},
    "holiday": {"day": date(2026, 12, 22)},
    "too_long": {"minutes": 300},
    "short_notice": {"day": date(2026, 3, 9)},
    "short_window": {"kind": "written", "days_open": 10},
    "thin_round": {"people": 60, "choices": {"groups": "all"}},
    "slow_answer": {"day": date(2026, 6, 3), "promised": date(2026, 9, 1)},
}


@given(plans)
def test_the_gravest_warnings_come_first(plan):
    weights = [warning.weight for warning in warnings(plan, TODAY)]
    assert weights == sorted(weights, reverse=True)


def test_what_is_not_decided_is_listed_and_not_punished():
    plan = Plan(kind="event", place="room")
    assert warnings(plan, TODAY) == ()
    assert "Who speaks when?" in open_points(plan)
    decided = replace(plan, choices={"order": "round"})
    assert "Who speaks when?" not in open_points(decided)


def test_a_warning_with_a_reason_is_decided_on_purpose():
    plan = replace(ROOM, choices={"spot": "ours"}, because={"our_site": "They asked to see it."})
    assert ids(look_at(plan)) == []
    assert [each.because for each in on_purpose(plan)] == ["They asked to see it."]
    assert ids(look_at(replace(plan, because={"our_site": "   "}))) == ["our_site"]


def test_a_second_session_answers_every_warning_about_the_hour():
    late = replace(ROOM, start=time(17, 30))
    assert "evening" in ids(warnings(late))
    assert "evening" not in ids(warnings(replace(late, choices={"times": "two"})))


def test_questions_about_a_room_are_not_asked_of_a_consultation():
    assert "building" not in ids(asked(Plan(kind="written", place="room")))
    plan = Plan(kind="written", choices={"building": "steps"})
    assert warnings(plan) == ()


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (checked_minutes, 0),
        (checked_minutes, -30),
        (checked_minutes, 481),
        (checked_minutes, 1e308),
        (checked_minutes, float("nan")),
        (checked_minutes, 60.5),
        (checked_people, 0),
        (checked_people, 100_000),
        (checked_days_open, 0),
    ],
)
def test_an_impossible_number_is_refused_in_a_sentence(check, wrong):
    with pytest.raises(Problem, match=r"\.$"):
        check(wrong)


@pytest.mark.parametrize("day", ["2026-03-01", "0001-01-01", "9999-12-31", "soon"])
def test_a_day_that_cannot_be_planned_for_is_refused(day):
    with pytest.raises(Problem):
        checked_day(day, TODAY)


def test_an_end_after_midnight_is_refused():
    with pytest.raises(Problem, match="after midnight"):
        checked_end(replace(ROOM, start=time(22, 45)))
    assert checked_end(replace(ROOM, start=time(22, 0))).end == time(23, 30)


def test_an_answer_before_the_end_is_refused():
    plan = Plan(kind="written", day=date(2026, 6, 1), days_open=42)
    with pytest.raises(Problem):
        checked_promised(date(2026, 6, 20), plan)


@pytest.mark.parametrize("wrong", ["A film", "0 A film", "10", "10 Film\nSong"])
def test_an_own_item_without_its_minutes_is_refused_with_its_line(wrong):
    with pytest.raises(Problem, match="Line"):
        own_items(wrong)


def test_an_invitation_says_what_is_decided_and_leaves_room_for_the_rest():
    plan = replace(
        ROOM,
        day=date(2026, 6, 3),
        start=time(10, 30),
        minutes=150,
        choices={"first": "nameless", "pay": "paid"},
    )
    told = invitation(plan)
    assert "Wednesday 3 June 2026, 10:30 to 13:00. There is a break, and you" in told
    assert "You do not have to speak" in told
    assert "We pay for your time" in told
    assert "[a name, a phone number and an email]" in told


@given(plans)
def test_an_invitation_can_be_drafted_from_any_plan(plan):
    assert "{" not in invitation(plan)
