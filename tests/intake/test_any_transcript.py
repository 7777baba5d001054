"""Whatever the bytes of a transcript, nothing but Problem escapes, and no word with it."""

import math
import warnings

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.intake.transcripts import read_transcript

MANY = settings(
    max_examples=1_500, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip

TIMES = [
    "00:00:01.000", "00:02.5", "0:0:3,25", "00:99:00.000", "9999:00:00.000", "10:30", "10:30:15",
    "1:05 PM", "23:59:59", "00:00:00", "-1:00", "٠٠:٠١", "99999999999:00:00.000", "00:00:04.3001", "",
]  # fmt: skip
NAMES = [
    "Ash",
    "Dr. Elm:",
    "<v Ash>",
    "<v.loud Elm>",
    "<v >",
    "[Ash]",
    "From Ash to Elm:",
    "",
    ">>",
]
PIECES = [
    "WEBVTT", "NOTE", "STYLE", "REGION", "-->", " --> ", ",", "\n", "\n\n", "\r", "\r\n", "\u2028", "\0",
    "<b>", "</v>", "&lt;", "ended after ", "Hello there.", "x" * 90, "\ufeff", "😀", ":", "[", "(",
]  # fmt: skip
time_pair = st.tuples(st.sampled_from(TIMES), st.sampled_from(TIMES)).map(" --> ".join)
piece = st.sampled_from(TIMES + NAMES + PIECES) | time_pair | st.text(max_size=5)


@st.composite
def nearly_right(draw):
    """A transcript with odd times and names, in some encoding, perhaps with a byte too many."""
    head = draw(st.sampled_from(["WEBVTT\n\n", "WEBVTT", "1\n", ""]))
    lines = [draw(time_pair) + "\n" + draw(st.sampled_from(NAMES)) + " word"
             for _ in range(draw(st.integers(0, 5)))]  # fmt: skip
    text = head + "\n\n".join(lines) + "".join(draw(st.lists(piece, max_size=20)))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]))
    data = text.encode(encoding, "replace")
    cut = draw(st.integers(0, len(data)))
    return data[:cut] + draw(st.binary(max_size=2)) + data[cut:]


def read_or_refused(data):
    try:
        return read_transcript(data)
    except Problem as problem:
        return problem


@MANY
@given(data=st.binary(max_size=300) | nearly_right() | nearly_right())
def test_any_bytes_are_read_or_refused_in_a_sentence(data):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read_or_refused(data)
    if isinstance(found, Problem):
        assert str(found).endswith(".")
        return
    turns = found.turns
    assert len(turns) > 0
    assert (turns["end"] > turns["start"]).all()
    assert turns["start"].is_monotonic_increasing
    assert turns["start"].iloc[0] == 0
    assert math.isfinite(turns["end"].max())
    assert all(name == "" or name.startswith("Person ") for name in turns["person"])
