from dataclasses import replace
from datetime import UTC, date, datetime
from textwrap import shorten

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from helpers.intake import Problem
from helpers.journal.calendar import (
    calendar_file,
    calendar_of,
    cancelled_file,
    coming,
    in_words,
    numbered,
    one_day_file,
)
from helpers.journal.records import Commitment

MADE = datetime(2026, 3, 2, 12, tzinfo=UTC)
PROMISE = Commitment(
    1,
    "voices",
    "the ward is quiet",
    "ask Rowan",
    date(2026, 3, 20),
    MADE,
    uid="8d0f",
    obstacle="my diary",
    first_step="sit down",
    buddy="Ash",
)


def read(file):
    """Read a file as another program does."""
    return IcsCalendarStream.calendar_from_ics(file.decode()).events


def lines(file):
    """Return the lines of a file as they are meant, unfolded."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_an_entry_is_one_whole_day_wherever_its_reader_is():
    file = calendar_file(PROMISE, date(2026, 3, 20), now=MADE)
    assert "DTSTART;VALUE=DATE:20260320" in lines(file)
    assert "DTEND;VALUE=DATE:20260321" in lines(file)
    assert b"TZID" not in file
    (event,) = read(file)
    assert (event.dtstart, event.dtend) == (date(2026, 3, 20), date(2026, 3, 21))


def test_an_entry_holds_what_calendars_ask_for():
    written = lines(calendar_file(PROMISE, date(2026, 3, 20), now=MADE))
    for line in (
        "VERSION:2.0",
        "PRODID:-//Leading for Improvement//Journal//EN",
        "UID:8d0f-0",
        "SEQUENCE:0",
        "DTSTAMP:20260302T120000Z",
        "LAST-MODIFIED:20260302T120000Z",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Look back",
    ):
        assert written.count(line) == 1, line
    assert not [line for line in written if line.startswith(("METHOD", "ORGANIZER", "ATTENDEE"))]


def test_an_alarm_shows_at_nine_in_the_morning_of_the_day():
    written = lines(calendar_file(PROMISE, date(2026, 3, 20), now=MADE))
    alarm = written[written.index("BEGIN:VALARM") + 1 : written.index("END:VALARM")]
    assert sorted(alarm) == ["ACTION:DISPLAY", "DESCRIPTION:Look back", "TRIGGER:PT9H"]


def test_no_word_of_the_promise_is_in_the_file():
    file = calendar_file(PROMISE, now=MADE).decode()
    words = ("quiet", "Rowan", "diary", "sit down", "Ash", "voices")
    assert [word for word in words if word in file] == []


def test_a_person_may_choose_to_show_the_promise():
    (event,) = read(calendar_file(PROMISE, date(2026, 3, 9), title=in_words(PROMISE), now=MADE))
    assert event.summary == "Look back: If the ward is quiet, then I will ask Rowan."


def test_all_look_backs_from_today_on_are_in_one_file():
    later = datetime(2026, 3, 20, 12, tzinfo=UTC)
    days = [(event.uid, event.dtstart) for event in read(calendar_file(PROMISE, now=later))]
    assert days == [
        ("8d0f-0", date(2026, 3, 20)),
        ("8d0f-30", date(2026, 4, 1)),
        ("8d0f-90", date(2026, 5, 31)),
    ]


def test_several_promises_share_a_file_and_finished_ones_are_left_out():
    other = replace(PROMISE, uid="77aa", review_days=())
    done = replace(PROMISE, uid="done", status="done")
    uids = [event.uid for event in read(calendar_of([PROMISE, other, done], now=MADE))]
    assert uids == ["8d0f-7", "8d0f-0", "8d0f-30", "8d0f-90", "77aa-0"]


def test_the_numbers_cover_every_look_back_once():
    same_day = replace(PROMISE, by=date(2026, 4, 1))
    for promise in (PROMISE, same_day):
        assert tuple(numbered(promise).values()) == promise.look_backs
    assert list(numbered(same_day)) == [7, 0, 90]


def test_another_date_keeps_the_uid_and_raises_the_sequence():
    (before,) = read(calendar_file(PROMISE, PROMISE.by, now=MADE))
    moved = replace(PROMISE, by=date(2026, 3, 27), sequence=1)
    (after,) = read(calendar_file(moved, moved.by, now=MADE))
    assert (before.uid, before.sequence) == ("8d0f-0", 0)
    assert (after.uid, after.sequence, after.dtstart) == ("8d0f-0", 1, date(2026, 3, 27))


def test_a_look_back_that_was_removed_is_cancelled_under_its_uid():
    fewer = replace(PROMISE, review_days=(30, 90), sequence=1)
    file = cancelled_file(fewer, {7: date(2026, 3, 9)}, now=MADE)
    (event,) = read(file)
    assert (event.uid, event.status.value, event.sequence) == ("8d0f-7", "CANCELLED", 2)
    assert b"VALARM" not in file


def test_half_a_letter_in_a_title_is_left_out():
    (event,) = read(calendar_file(PROMISE, PROMISE.by, title="Ask\ud83d twice", now=MADE))
    assert event.summary == "Ask twice"


def test_where_nothing_is_to_come_there_is_no_file():
    with pytest.raises(Problem, match="No look-back lies ahead"):
        calendar_file(replace(PROMISE, status="let_go"), now=MADE)
    assert coming(PROMISE, date(2026, 6, 1)) == {}


def test_a_day_that_is_no_look_back_is_a_bug():
    with pytest.raises(ValueError, match="no look-back on that day"):
        calendar_file(PROMISE, date(2026, 3, 21), now=MADE)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_title_makes_a_file_that_another_program_reads_as_it_was_written(title):
    file = calendar_file(PROMISE, date(2026, 3, 20), title=title, now=MADE)
    physical = file.split(b"\r\n")
    assert physical[-1] == b""
    assert max(len(line) for line in physical) <= 75
    assert all(b"\n" not in line and b"\r" not in line for line in physical)
    for line in physical:
        line.decode("utf-8")  # no letter is cut in two
    (event,) = read(file)
    assert event.uid == "8d0f-0"
    assert event.summary == (shown(title) or "Look back")


def shown(title):
    """Say what is left of a title, in another way than the code does."""
    printable = "".join(
        letter
        for letter in " ".join(title.split())
        if not (letter < " " or "\x7f" <= letter <= "\x9f")
    )
    return shorten(printable, 200, placeholder=" …")


def test_a_day_without_a_promise_is_one_private_all_day_entry():
    written = one_day_file(date(2026, 3, 20), "Pause\nnow", uid="a-b", sequence=3, now=MADE)
    [event] = IcsCalendarStream.calendar_from_ics(written.decode()).events
    assert (event.summary, event.dtstart, event.uid) == ("Pause now", date(2026, 3, 20), "a-b")
    assert (event.sequence, event.classification) == (3, "PRIVATE")


def test_a_day_without_a_promise_can_be_today_and_no_earlier():
    one_day_file(MADE.date(), "Pause", uid="a", now=MADE)
    with pytest.raises(Problem, match="That day has passed"):
        one_day_file(date(2026, 3, 1), "Pause", uid="a", now=MADE)
