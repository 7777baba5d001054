"""Transcripts: who spoke from when to when, from any meeting program, with no name and no word kept."""

import time
import traceback

import pytest

from helpers.intake import Problem
from helpers.intake.speakers import Numbers
from helpers.intake.transcripts import LARGEST, read_transcript

TEAMS = """WEBVTT

NOTE Exported for Ash

STYLE
::cue { color: red }

5f1c/12-0
00:00:03.000 --> 00:00:05.500
<v Ash Secret>Good morning, all.</v>

5f1c/12-1
00:00:06.000 --> 00:00:09.000 align:start
<v Ash Secret>The beds are
full.</v>

5f1c/13-0
00:00:08.000 --> 00:00:13.000
<v Elm, Jo (Guest)>They were yesterday.</v>
"""


def cues(*lines):
    return "WEBVTT\n\n" + "\n\n".join(lines)


def cue(start, end, words):
    return f"{start} --> {end}\n{words}"


def read(text, encoding="utf-8"):
    return read_transcript(text.encode(encoding))


def turns(text, encoding="utf-8"):
    return [tuple(row) for row in read(text, encoding).turns.values.tolist()]


def refused(text):
    with pytest.raises(Problem) as caught:
        read_transcript(text if isinstance(text, bytes) else text.encode())
    return str(caught.value)


def test_teams_voices_become_letters_in_the_order_in_which_they_speak():
    assert turns(TEAMS) == [("Person A", 0, 6), ("Person B", 5, 10)]


def test_comments_styles_and_settings_are_no_speech():
    assert read(TEAMS).notes == ()


def test_zoom_names_stand_before_a_colon():
    text = cues(
        cue("00:00:01.000", "00:00:03.000", "Ash Secret: Hello"),
        cue("00:00:03.000", "00:00:04.000", "Dr. Jo Elm: Note this: it works"),
        cue("00:00:05.000", "00:00:06.000", "and goes on"),
    )
    assert turns(text) == [("Person A", 0, 2), ("Person B", 2, 5)]
    assert read(text).notes == (
        "A cue without a name was counted to the person who spoke before it.",
    )


def test_subrip_and_sbv_are_read_as_well():
    srt = "1\r\n00:00:01,000 --> 00:00:03,000\r\nAsh: Hi\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nElm: Hi\r\n"
    sbv = "0:00:01.000,0:00:03.000\nAsh: Hi\n\n0:00:04.000,0:00:05.000\nElm: Hi\n"
    assert turns(srt) == turns(sbv) == [("Person A", 0, 2), ("Person B", 3, 4)]


def test_zoom_text_says_only_when_each_began():
    text = "[Ash Secret] 23:59:50\nHello all.\n[Elm] 00:00:05\nYes, yes.\n[Ash Secret] 00:00:09\nTwo words.\n"
    assert turns(text)[:2] == [("Person A", 0, 15), ("Person B", 15, 19)]
    assert "until the next began" in read(text).notes[0]


def test_meet_text_shares_the_time_out_by_words():
    text = (
        "Team meeting (2026-03-02) - Transcript\nAttendees\nAsh, Elm\nTranscript\n00:00:00\n\n"
        "Ash Secret: one two three\nElm: one\n00:05:00\nAsh Secret: one two\n"
        "Meeting ended after 00:06:40"
    )
    assert turns(text) == [("Person A", 0, 225), ("Person B", 225, 300), ("Person A", 300, 400)]
    assert "estimates" in read(text).notes[0]


def test_a_short_pause_does_not_end_a_turn_and_a_long_one_does():
    times = [("00:00.0", "00:01.0"), ("00:02.9", "00:04.0"), ("00:06.0", "00:07.0")]
    text = cues(*(cue(*pair, "<v Ash>x") for pair in times))
    assert turns(text) == [("Person A", 0, 4), ("Person A", 6, 7)]


def test_two_voices_in_one_cue_both_count():
    text = cues(cue("00:01.000", "00:02.000", "<v Ash>Yes</v> <v Elm>No</v>"))
    assert turns(text) == [("Person A", 0, 1), ("Person B", 0, 1)]


def test_capitals_and_spaces_do_not_make_a_second_person():
    text = cues(
        cue("00:01.000", "00:02.000", "<v ASH>x"), cue("00:02.000", "00:03.000", "<v  Ash >y")
    )
    assert read(text).people == ("Person A",)


def test_backward_cues_are_left_out_and_counted():
    text = cues(
        cue("00:05.000", "00:03.000", "<v Ash>x"), cue("00:06.000", "00:08.000", "<v Elm>y")
    )
    assert turns(text) == [("Person A", 0, 2)]
    assert read(text).notes == ("Cues left out, because they end before they begin: 1.",)


def test_cues_out_of_order_are_put_in_order():
    text = cues(
        cue("00:05.000", "00:06.000", "<v Ash>x"), cue("00:01.000", "00:02.000", "<v Elm>y")
    )
    assert turns(text) == [("Person A", 0, 1), ("Person B", 4, 5)]
    assert "out of order" in read(text).notes[0]


def test_times_that_cannot_be_are_left_out_and_counted():
    text = cues(
        cue("00:99:00.000", "00:99:01.000", "<v Ash>x"), cue("00:01.000", "00:02.000", "<v Elm>y")
    )
    assert len(read(text).turns) == 1
    assert "cannot be read: 1." in read(text).notes[0]


def test_ten_hours_are_read_in_a_moment():
    lines = (
        cue(f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.000",
            f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.900", f"<v N{s % 9}>word")
        for s in range(36_000)
    )  # fmt: skip
    text, began = cues(*lines), time.process_time()
    found = read(text)
    assert len(found.turns) == 36_000
    assert time.process_time() - began < 5


def test_html_in_cues_is_nowhere_in_what_is_read():
    text = cues(cue("00:01.000", "00:02.000", "<v <script>alert(1)</script>>hi <img src=x>"))
    assert "<" not in read(text).turns.to_json() + str(read(text).notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_read(encoding):
    text = cues(cue("00:01.000", "00:02.000", "<v Zoë Ash>Café at £5"))
    assert turns(text, encoding) == [("Person A", 0, 1)]
    assert bool(read(text, encoding).notes) == (encoding == "cp1252")


def test_a_file_without_names_gives_the_seconds_of_all():
    text = cues(cue("00:01.000", "00:04.000", "Hello there, this is a test"))
    assert turns(text) == [("", 0, 3)]
    assert "Nobody is named" in read(text).notes[0]


def test_cues_without_a_voice_stand_apart():
    text = cues(cue("00:01.000", "00:02.000", "<v Ash>x"), cue("00:03.000", "00:04.000", "y"))
    assert turns(text) == [("Person A", 0, 1), ("", 2, 3)]
    assert "Cues that name nobody: 1" in read(text).notes[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"PK\x03\x04word", "not a transcript in plain text"),
        (b"%PDF-1.7", "not a transcript in plain text"),
        (bytes(range(256)) * 9, "cannot be read as text"),
        (b"x" * (LARGEST + 1), "larger than 20 MB"),
        (b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n" * 200_001, "more than 200,000 cues"),
        (b"WEBVTT\n\n", "nothing can be counted"),
        (cues(cue("00:05.000", "00:01.000", "Secret")).encode(), "nothing can be counted"),
        (cues(cue("00:01.000", "99:00:00.000", "Secret")).encode(), "takes 99 hours"),
        (b"Ash: Secret\nElm: Secret\n", "no times"),
        (b"10:30:01 From Ash to Everyone: Secret\n10:30:09 From Elm to Ash: Secret", "the chat"),
        (b"Month,Falls\n2026-01,4\n", "no times"),
    ],
)
def test_what_is_no_transcript_is_refused_in_a_sentence(data, said):
    message = refused(data)
    assert said in message
    assert message.endswith(".")
    assert "Secret" not in message


def test_no_word_and_no_name_is_in_what_is_read_or_in_an_error():
    assert "Secret" not in repr(read(TEAMS)) + read(TEAMS).turns.to_json()
    numbers = Numbers()
    numbers.of("Ash Secret")
    assert "Secret" not in repr(numbers)
    text = TEAMS.replace("00:00:0", "99:00:0")
    try:
        read(text)
    except Problem:
        assert "Secret" not in traceback.format_exc()
