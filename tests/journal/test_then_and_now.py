import json
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpers.journal.changes import compare
from helpers.journal.records import Prompt, Version
from helpers.journal.then_and_now import changed, earlier, end_of_days, on_this_day, way_back

ASKED = Prompt("voices.who", 1, "Who is missing?", "voices")
NAMES = {"a": "Amber", "b": "Blue", "c": "Clay", "falls": "Falls"}
LONG = "I ask for dates because I am asked for dates myself, every month."


def written(*answers, kind="text"):
    """Make versions, oldest first, from (day as ISO text or with its time, answer)."""
    return [
        Version(number, ASKED, said, datetime.fromisoformat(at).replace(tzinfo=UTC), kind=kind)
        for number, (at, said) in enumerate(answers, 1)
    ]


def told(states):
    return [(state.on.isoformat(), state.version.value) for state in states]


def pieces(change):
    return [(piece.kind, piece.words) for piece in change.pieces]


def test_a_day_is_told_as_it_ended():
    versions = written(("2026-03-03T09:00", "one"), ("2026-03-03T17:00", "two"))
    assert told(end_of_days(versions, UTC)) == [("2026-03-03", "two")]


def test_a_day_ends_at_local_midnight():
    versions = written(("2026-06-30T22:30", "before"), ("2026-06-30T23:30", "after"))
    assert told(end_of_days(versions, ZoneInfo("Europe/London"))) == [
        ("2026-06-30", "before"),
        ("2026-07-01", "after"),
    ]


def test_a_clock_put_back_changes_the_order_of_days_not_of_versions():
    versions = written(("2026-03-05", "one"), ("2026-03-03", "two"), ("2026-03-05", "three"))
    assert told(end_of_days(versions, UTC)) == [("2026-03-03", "two"), ("2026-03-05", "three")]


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ([], []),
        ([("2026-03-03", "one")], []),
        ([("2026-03-03", "one"), ("2026-03-05", "two")], ["2026-03-03"]),
        ([("2026-03-10T09:00", "one"), ("2026-03-10T10:00", "two")], []),
        ([("2026-03-03", "one"), ("2026-03-04", ""), ("2026-03-05", "two")], ["2026-03-03"]),
        ([("2026-03-03", "one"), ("2026-03-04", "two"), ("2026-03-05", "one")], ["2026-03-04"]),
        ([("2026-03-03", "one"), ("2026-03-05", "")], ["2026-03-03"]),
        ([("2026-03-03", "  "), ("2026-03-05", "two")], []),
    ],
)
def test_earlier_days_count_where_they_differ_from_now(answers, days):
    states = earlier(written(*answers), date(2026, 3, 10), UTC)
    assert [state.on.isoformat() for state in states] == days


def test_a_state_that_lasted_is_told_once_with_its_first_day():
    versions = written(("2026-03-03", "a"), ("2026-03-04", "a"), ("2026-03-09", "b"))
    assert told(earlier(versions, date(2026, 3, 10), UTC)) == [("2026-03-03", "a")]


def test_no_answer_is_no_earlier_answer_but_nought_is_one():
    versions = written(
        ("2026-03-03", "[]"), ("2026-03-04", "0"), ("2026-03-05", "4"), kind="result"
    )
    assert told(earlier(versions, date(2026, 3, 10), UTC)) == [("2026-03-04", "0")]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Ask staff", "Ask more staff now", "Since then you added 2 words."),
        ("Ask all staff now", "Ask staff", "Since then you took 2 words away."),
        ("Ask staff", "Ask carers", "Since then you added 1 word and took 1 away."),
        ("Ask staff", "Listen", "Since then you wrote it anew."),
        ("Ask staff", "", "Since then you took 2 words away."),
        ("Ask  staff", "Ask staff\n", "The words are the same."),
    ],
)
def test_one_sentence_says_what_changed_in_words(before, after, said):
    assert compare(before, after).said == said


def test_words_are_marked_where_they_stood_and_spaces_stay():
    change = compare("Ask staff.\n\nThen wait.", "Ask carers.\n\nThen wait longer.")
    assert pieces(change) == [
        ("same", "Ask"),
        ("gone", " staff."),
        ("new", " carers."),
        ("same", "\n\nThen"),
        ("gone", " wait."),
        ("new", " wait longer."),
    ]


def test_two_texts_with_little_in_common_are_not_alike():
    assert compare("Ask the staff first.", "Ask the staff at once.").alike
    assert not compare("Ask the staff first.", "We never listened to the night shift.").alike


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (["a"], ["a", "b"], "Since then you added “Blue”."),
        (["a", "b"], [], "Since then you took away “Amber” and “Blue”."),
        (["a"], ["b"], "Since then you added “Blue” and took away “Amber”."),
        ([], ["a", "b", "c"], "Since then you added 3."),
        (["a", "b"], None, "Since then you took away “Amber” and “Blue”."),
        (["a"], ["a"], "The answers are the same."),
        ({"falls": "a"}, {"falls": "b"}, "Since then you moved “Falls” from “Amber” to “Blue”."),
        ({"falls": "a"}, {}, "Since then you took away “Falls: Amber”."),
        ({"x": "a", "y": "a"}, {"x": "b", "y": "b"}, "Since then you moved 2 answers."),
        (7, 9, "Since then it went from 7 to 9."),
        (7, None, "Since then it went from 7 to nothing."),
        (True, False, "Since then it went from “yes” to “no”."),
        ({"falls": ["a"]}, {"falls": ["a", "b"]},
         "Since then you moved “Falls” from “Amber” to “Amber, Blue”."),
        ([1, 2], {"x": 1}, "Since then it went from “1, 2” to “x: 1”."),
    ],
)  # fmt: skip
def test_one_sentence_says_what_changed_in_a_result(before, after, said):
    assert compare(before, after, NAMES).said == said


def test_ticks_are_told_apart_by_what_stayed_went_and_came():
    change = compare(["a", "b"], ["b", "c"], NAMES)
    assert pieces(change) == [("gone", "Amber"), ("same", "Blue"), ("new", "Clay")]
    assert (change.added, change.gone) == (("Clay",), ("Amber",))


def test_a_changed_order_is_told_as_places():
    change = compare(["a", "b", "c"], ["b", "a", "c"], NAMES)
    assert change.moved == (("Amber", "place 1", "place 2"), ("Blue", "place 2", "place 1"))


def test_a_choice_is_one_answer_not_words():
    then, now = written(("2026-03-03", "a"), ("2026-03-04", "b"), kind="choice")
    assert changed(then, now, NAMES).said == "Since then it went from “Amber” to “Blue”."


def test_results_are_compared_as_what_they_hold():
    then, now = written(("2026-03-03", '["a"]'), ("2026-03-04", json.dumps(["b"])), kind="result")
    assert changed(then, now, NAMES).added == ("Blue",)


def test_what_changed_does_not_show_the_words():
    change = compare("Ask Ada", "Ask Grace")
    assert "Ada" not in repr(change)
    assert "Grace" not in repr(change.pieces)


@pytest.mark.parametrize("piece", ["a ", "a b ", "word ", "\n", " "])
def test_long_texts_of_the_same_few_words_are_compared_in_time(piece):
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    compare(text, f"now {text[: len(text) // 2]} then")
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("then", "today", "ago"),
    [
        ("2026-03-03", "2026-03-10", "a week ago"),
        ("2026-02-28", "2026-03-31", "a month ago"),
        ("2026-02-27", "2026-03-31", None),
        ("2026-01-31", "2026-02-28", "a month ago"),
        ("2026-01-29", "2026-02-28", "a month ago"),
        ("2026-01-31", "2026-03-01", None),
        ("2025-11-30", "2026-02-28", "three months ago"),
        ("2025-08-31", "2026-02-28", "half a year ago"),
        ("2025-12-15", "2026-01-15", "a month ago"),
        ("2025-03-10", "2026-03-10", "a year ago"),
        ("2024-02-29", "2025-02-28", "a year ago"),
        ("2024-02-29", "2028-02-29", "4 years ago"),
        ("2026-01-10", "2026-03-10", None),
        ("2026-03-10", "2026-03-10", None),
        ("2027-03-10", "2026-03-10", None),
    ],
)
def test_a_day_has_its_anniversaries(then, today, ago):
    found = on_this_day(written((then, "said")), date.fromisoformat(today), UTC)
    assert [each.ago for each in found] == ([ago] if ago else [])


def test_every_day_of_four_years_comes_back_a_month_later():
    for day in (date(2024, 1, 1) + timedelta(number) for number in range(4 * 365)):
        only = written((day.isoformat(), "said"))
        after = (day + timedelta(days) for days in range(28, 32))
        found = [each.ago for today in after for each in on_this_day(only, today, UTC)]
        assert found.count("a month ago") >= 1, day


def test_anniversaries_are_told_for_many_questions_but_not_for_empty_answers():
    other = Prompt("methods.badge", 1, "What would you drop?", "methods")
    year, week = datetime(2025, 3, 10, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)
    versions = [
        Version(1, other, "a meeting", year),
        Version(2, ASKED, "carers", week),
        Version(3, ASKED, "", year + timedelta(days=365)),
    ]
    found = on_this_day(versions, date(2026, 3, 10), UTC)
    assert [(each.ago, each.version.value) for each in found] == [
        ("a year ago", "a meeting"),
        ("a week ago", "carers"),
    ]


@pytest.mark.parametrize(
    ("answers", "back"),
    [
        ([LONG], None),
        ([LONG, ""], LONG),
        ([LONG, "N", "New words that have nothing to do with it at all."], LONG),
        ([LONG, LONG[:40], LONG[:20], ""], LONG),
        ([LONG, LONG + " Why?"], None),
        ([LONG, "Why? " + LONG[:50]], None),
        ([LONG, "", LONG], None),
        (["Short.", ""], None),
        ([LONG + LONG, LONG + " A new end of about the same length, all in all."], None),
    ],
)
def test_a_long_text_that_was_emptied_or_replaced_can_be_found(answers, back):
    versions = written(*((f"2026-03-10T10:0{n}", said) for n, said in enumerate(answers)))
    found = way_back(versions, date(2026, 3, 10), UTC)
    assert (found.value if found else None) == back


def test_the_way_back_within_a_day_leaves_earlier_days_to_then_and_now():
    versions = written(("2026-03-09", LONG), ("2026-03-10", ""))
    assert way_back(versions, date(2026, 3, 10), UTC) is None
