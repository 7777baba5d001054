"""Bring a transcript: read for its times alone; names become letters, and words are dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from helpers.intake.transcripts import Transcript, read_transcript
from helpers.page import words
from helpers.page.files import Upload
from helpers.page.layout import Activity
from helpers.page.own_file.preview import told
from helpers.page.part import Markup

EXAMPLE = Path(__file__).parents[4] / "data" / "example_meeting.vtt"
SAID = words.load("voices")["who_speaks"]["file"]


class BringTranscript(Activity):
    """
    Ask for a transcript; ``then`` is given what it says about time. A Problem leaves all as it was.

    Examples
    --------
    >>> found = []
    >>> BringTranscript(found.append).read(EXAMPLE.read_bytes())
    >>> len(found[0].people)
    8
    """

    def __init__(self, then: Callable[[Transcript], object]):
        self._then = then
        accept = ".vtt,.srt,.sbv,.txt"
        self.upload = Upload(
            SAID["upload"], lambda _name, data: self.read(data), hint=SAID["hint"], accept=accept
        )
        self.said = Markup(live=True)
        super().__init__(self.upload, self.said)

    def read(self, data: bytes) -> None:
        """Read a file's bytes; they are let go when this returns."""
        before, self.said.html = self.said.html, f"<p>{SAID['reading']}</p>"
        try:
            found = read_transcript(data)
            self._then(found)
        except Exception:
            self.said.html = before
            raise
        self.upload.problem = ""
        self.said.html = read_words(found)


def read_words(found: Transcript) -> str:
    """Say what was read, and what was done with it, as HTML."""
    people = len(found.people)
    which = {0: "read_none", 1: "read_one"}.get(people, "read")
    read = SAID[which].format(people=people, turns=f"{len(found.turns):,}")
    letters = SAID["letters"] if people > 1 else ""
    return f"<p>{read} {letters} {SAID['rule']}</p>{told(found.notes, SAID['notes'])}"
