"""Make the transcript of an invented meeting, as a meeting program saves it: `example_meeting.vtt`."""

import random
from pathlib import Path

from written import run

SEED = 18
# How likely each is to begin a turn, and how many more cues a turn of theirs has on average.
PEOPLE = {
    "Rowan Ellery": (0.30, 4.2),
    "Dr Imran Sedge": (0.26, 3.4),
    "Teasel Moss": (0.14, 1.8),
    "Bryony Fell": (0.11, 1.6),
    "Linden Acre": (0.08, 1.4),
    "Sorrel Nkemi": (0.06, 1.2),
    "Hazel Wharfe": (0.05, 1.1),
}
LAST = "Juniper Dale"  # who speaks once, near the end
LAST_WORDS = (
    "Can I say something? I sit beside the people who wait.",
    "Nobody has asked them whether the afternoon suits them.",
)
PHRASES = (
    "Let us look at the letters first.",
    "I think we have seen this before.",
    "The beds were full again on Monday.",
    "Shall we try it for two weeks?",
    "What would the ward need for that?",
    "The pharmacy closes at five.",
    "I can ask about the transport.",
    "That is what we said in spring.",
    "We would know by the end of the month.",
    "It depends on who is on that day.",
    "Could we write that down?",
    "I am not sure that it helps.",
)
LENGTH = 9 * 60  # seconds


def stamp(seconds):
    """Write a time as WebVTT does."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def cue(start, end, name, words):
    """Write one cue with its voice tag."""
    return f"{stamp(start)} --> {stamp(end)}\n<v {name}>{words}</v>\n"


def meeting(chance):
    """Return the cues of the whole meeting, in order."""
    at, before, said = 1.5, "", False
    while at < LENGTH:
        others = [name for name in PEOPLE if name != before]
        before = chance.choices(others, [PEOPLE[name][0] for name in others])[0]
        words = chance.choices(PHRASES, k=1 + round(chance.expovariate(1 / PEOPLE[before][1])))
        if at > 0.85 * LENGTH and not said:
            before, said, words = LAST, True, LAST_WORDS
        for phrase in words:
            lasts = 0.38 * len(phrase.split()) + chance.uniform(0.3, 1.2)
            yield cue(at, at + lasts, before, phrase)
            at += lasts + chance.uniform(0.05, 0.6)
        at += chance.uniform(-2.2, 2.0)  # some begin before the other has ended


def make(folder: Path) -> None:
    """Write the file into a folder, the same byte for byte each time."""
    head = (
        "WEBVTT\n\nNOTE An invented meeting: nobody said this. Made by make_example_meeting.py.\n"
    )
    cues = meeting(random.Random(SEED))
    (folder / "example_meeting.vtt").write_text(
        "\n".join([head, *cues]), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    run(make, __doc__)
