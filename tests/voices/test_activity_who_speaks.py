"""Who speaks? as a leader uses it: consent first, then taps or a transcript, then a mirror."""

import subprocess
import sys

import pytest

from helpers.intake import Problem
from helpers.page import words
from helpers.voices.activities.who_speaks import WhoSpeaks
from helpers.voices.activities.who_speaks.bring import EXAMPLE
from helpers.voices.activities.who_speaks.kept import kept
from helpers.voices.activities.who_speaks.seats import seats
from tests.driven import appear, parts, press, sent

SAID = words.load("voices")["who_speaks"]
SECRET = (
    b"WEBVTT\n\n00:00.000 --> 00:06.000\n<v Ash Secret>Word <b>Secret</b></v>\n\n"
    b"00:07.000 --> 00:10.000\n<v Elm Secret>Secret</v>\n"
)
TAPS = [[0, 0], [9_000, 1], [12_000, -1], [14_000, 0], [15_000, -3]]


@pytest.fixture
def activity(journal):
    return WhoSpeaks(journal)


@pytest.fixture
def agreed(activity):
    activity.consent.answer("yes")
    return activity


@pytest.fixture
def tapped(agreed):
    agreed.way.answer("tap")
    agreed.timer.set_out()
    agreed.timer.taps.on_act({"taps": TAPS, "added": 0}, [])
    return agreed


def test_nothing_can_be_counted_before_the_reader_says_that_people_agree(activity):
    assert activity.body.children == ()
    activity.consent.answer("no")
    assert activity.timer not in parts(activity)
    assert activity.file.upload not in parts(activity)


def test_a_no_brings_words_to_ask_with_and_an_invented_meeting(activity):
    activity.consent.answer("no")
    assert SAID["asking"]["words"] in sent(activity)
    press(activity, "Try it with an invented meeting")
    assert activity.consent.value == "example"
    assert "Two of 8 people had half of the time" in activity.body.children[-1].figure.finding


def test_numbers_of_the_invented_meeting_cannot_be_kept(activity):
    activity.use_example()
    assert activity.body.children[-1].keep_button not in parts(activity)


def test_an_answer_taken_back_hides_what_was_counted(tapped):
    tapped.consent.answer("no")
    assert tapped.result not in parts(tapped)
    tapped.consent.answer("yes")
    assert tapped.result.meeting.speakers[0].seconds == 10


def test_taps_become_seconds_and_turns(tapped):
    assert [(one.person, one.seconds, one.turns) for one in tapped.result.meeting.speakers] == [
        ("Person A", 10, 2), ("Person B", 3, 1), ("Person C", 0, 0), ("Person D", 0, 0),
    ]  # fmt: skip
    assert tapped.result.meeting.silence == 2


def test_a_seat_added_while_it_runs_counts(agreed):
    agreed.timer.set_out()
    agreed.timer.taps.on_act({"taps": [[0, 4], [2_000, -3]], "added": 1}, [])
    assert agreed.result.meeting.speakers[0].person == "Person E"


def test_seats_cannot_be_set_out_over_a_meeting_that_runs(tapped):
    tapped.timer.set_out()
    assert tapped.timer.lines.problem == SAID["seats"]["running"]
    assert tapped.timer.taps.taps == TAPS


def test_taps_sent_before_new_seats_were_set_out_are_not_taken(agreed):
    agreed.timer.set_out()
    agreed.timer.taps.on_act({"taps": TAPS, "added": 0, "laid": 0}, [])
    assert agreed.timer.taps.taps == []


def test_names_typed_for_seats_become_letters():
    found, lettered = seats("Dr Ash\nNurse\nnurse\nPorter")
    assert lettered
    assert found == {"Person A": "", "Nurse 1": "Nurse", "nurse 2": "nurse", "Porter": "Porter"}


@pytest.mark.parametrize("lines", ["", "Person A", "\n".join(["Nurse"] * 21), "x" * 40 + "\nB"])
def test_too_few_too_many_or_too_long_seats_are_refused(lines):
    with pytest.raises(Problem, match="seat"):
        seats(lines)


def test_a_transcript_is_shown_without_a_name_or_a_word(agreed, caplog):
    agreed.way.answer("file")
    agreed.file.read(SECRET)
    appear(agreed)
    assert [one.seconds for one in agreed.result.meeting.speakers] == [6, 3]
    assert "Secret" not in sent(agreed) + repr(vars(agreed.result)) + caplog.text


def test_a_file_that_cannot_be_read_leaves_the_result_that_was_there(tapped):
    before = tapped.result.meeting
    with pytest.raises(Problem):
        tapped.file.read(b"")
    assert tapped.result.meeting is before
    assert tapped.file.said.html == ""


def test_a_transcript_without_names_gives_the_seconds_of_all(agreed):
    agreed.file.read(b"WEBVTT\n\n00:01.000 --> 00:04.000\nHello there\n")
    assert "People spoke for 3\xa0s in all" in agreed.result.figure.finding


def test_people_who_never_spoke_count_in_the_evenness(agreed):
    agreed.file.read(SECRET)
    even = agreed.result.meeting.gini
    agreed.result.silent.answer(2)
    assert len(agreed.result.meeting.speakers) == 4
    assert agreed.result.meeting.gini > even


def test_roles_given_by_hand_add_up(agreed):
    agreed.file.read(SECRET)
    agreed.result.marks.answer({"Person A": "nurse", "Person B": "nurse"})
    assert "Nurse or midwife" in agreed.result.by_role.html
    assert "<td>9\xa0s</td>" in agreed.result.by_role.html


def test_numbers_go_to_the_journal_only_when_asked_and_can_be_taken_out(tapped, journal):
    assert journal.entries() == []
    press(tapped, "Keep these numbers")
    press(tapped, "Take them out again")
    assert kept(journal) == []
    assert journal.entries() == []


def test_two_meetings_kept_stand_side_by_side(tapped, journal):
    press(tapped, "Keep these numbers")
    tapped.file.read(SECRET)
    press(tapped, "Keep these numbers")
    lines = [one.line for one in kept(journal)]
    assert len(lines) == 2
    assert "2 people" in lines[0]
    assert "4 people" in lines[1]
    assert "Secret" not in str(journal.contents())


def test_the_same_meeting_is_kept_only_once(tapped, journal):
    tapped.result.keep()
    tapped.result.keep()
    assert len(kept(journal)) == 1


def test_what_a_seat_is_called_is_never_read_as_html(agreed):
    agreed.timer.lines.answer("<b>x</b>\nPorter")
    agreed.timer.set_out()
    agreed.timer.taps.on_act({"taps": TAPS, "added": 0}, [])
    press(agreed, "Keep these numbers")
    appear(agreed)
    markup = " ".join(part.html for part in parts(agreed) if hasattr(part, "html"))
    assert "<b>x</b>" not in markup + str(agreed.result.figure.figure)


def test_no_verdict_is_given_and_its_doubts_are_told(tapped):
    told = sent(tapped.result).lower()
    assert not {"dominated", "unfair", "poor", "good score"} & {w for w in told.split() if w}
    assert "699" in told
    assert "312" in told


def test_the_example_can_be_made_again_byte_for_byte(tmp_path):
    script = EXAMPLE.parent / "make_example_meeting.py"
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True)
    assert (tmp_path / EXAMPLE.name).read_bytes() == EXAMPLE.read_bytes()
