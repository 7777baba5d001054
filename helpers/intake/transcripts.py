"""Transcripts: who spoke from when to when. Names become letters, and no word is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.intake.grid import letter
from helpers.intake.kinds import FOREIGN
from helpers.intake.problem import Problem
from helpers.intake.speakers import NOBODY, Cue, Numbers
from helpers.intake.stamped_text import read_stamped
from helpers.intake.text import decode
from helpers.intake.timed_cues import has_timed_cues, read_timed

LARGEST = 20 * 1024**2  # bytes; ten hours of talk are about 2 MB
LONGEST = 24 * 3600  # seconds
PAUSE = 2.0  # seconds: the same person going on after a shorter pause is still one turn

HOW = "From Teams or Zoom, download it as .vtt. From Google Docs, download it as plain text."


@dataclass(frozen=True)
class Transcript:
    """
    What a transcript says about time, and nothing of what was said.

    Attributes
    ----------
    turns : DataFrame
        One row a turn, by time: ``person`` ("Person A", …; empty where nobody is named),
        ``start`` and ``end`` in seconds after the first word.
    notes : tuple of str
        What was left out, guessed or put right, in sentences for the reader.
    """

    turns: pd.DataFrame
    notes: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The people who are told apart, in the order in which they first spoke."""
        return tuple(name for name in dict.fromkeys(self.turns["person"]) if name)


def read_transcript(data: bytes) -> Transcript:
    """
    Read who spoke when from a file of Teams, Zoom, Google Meet or any captions.

    Parameters
    ----------
    data : bytes
        WebVTT, SubRip, .sbv, or plain text with names and times; UTF-8, UTF-16 or Windows text.

    Raises
    ------
    Problem
        The file holds no transcript with times. No word of the file stands in the message.

    Examples
    --------
    >>> read = read_transcript(b"WEBVTT\\n\\n00:01.000 --> 00:03.500\\n<v Ash>Good morning.</v>")
    >>> read.turns.to_dict("records")
    [{'person': 'Person A', 'start': 0.0, 'end': 2.5}]
    """
    text, notes = _text(data)
    read = read_timed if has_timed_cues(text) else read_stamped
    cues, said = read(text, Numbers())
    sound = sorted((cue for cue in cues if cue.end > cue.start), key=lambda cue: cue[1:])
    _check(sound)
    notes += said + _about(cues, sound)
    return Transcript(_table(joined(sound)), tuple(notes))


def joined(cues: Sequence[Cue]) -> list[Cue]:
    """
    Join cues into turns.

    A person who goes on within two seconds, with nobody beginning in between, is still in the
    same turn; so is one whose own cues overlap.

    Parameters
    ----------
    cues
        By their start.

    Examples
    --------
    >>> joined([Cue(0, 0, 4), Cue(0, 5, 9), Cue(1, 8, 10), Cue(0, 11, 12)])
    [Cue(who=0, start=0, end=9), Cue(who=1, start=8, end=10), Cue(who=0, start=11, end=12)]
    """
    turns: list[Cue] = []
    open_turn: dict[int, int] = {}  # where each person's latest turn stands
    before = None
    for cue in cues:
        place = open_turn.get(cue.who)
        going_on = cue.start - turns[place].end if place is not None else PAUSE
        if place is not None and (going_on < 0 or (going_on < PAUSE and before == cue.who)):
            turns[place] = turns[place]._replace(end=max(turns[place].end, cue.end))
        else:
            open_turn[cue.who] = len(turns)
            turns.append(cue)
        before = cue.who
    return turns


def _text(data: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, and how it was read."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Problem("This file is empty. Choose the transcript that your meeting program saved.")
    if len(data) > LARGEST:
        raise Problem(
            f"This file is larger than {LARGEST // 1024**2} MB, too large for a transcript. "
            "Choose the transcript, not the recording."
        )
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", *FOREIGN)):
        raise Problem(f"This is not a transcript in plain text. {HOW}")
    try:
        text, encoding = decode(data, "")
    except Problem:
        raise Problem(f"This file cannot be read as text. {HOW}") from None
    plain = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    odd = encoding == "cp1252" and not text.isascii()
    return plain, ["Read as Windows text (cp1252)."] if odd else []


def _check(sound: list[Cue]) -> None:
    if not sound:
        raise Problem(
            "No cue in this file has a beginning and a later end, so nothing can be counted. "
            f"Download the transcript again. {HOW}"
        )
    hours = (max(cue.end for cue in sound) - sound[0].start) / 3600
    if hours * 3600 > LONGEST:
        raise Problem(
            f"From first to last word this file takes {hours:,.0f} hours, so a time in it must "
            "be wrong. Correct the time, or choose the transcript of one meeting."
        )


def _about(cues: list[Cue], sound: list[Cue]) -> list[str]:
    """Say what was put right, and whether people can be told apart."""
    notes = []
    if len(sound) < len(cues):
        dropped = len(cues) - len(sound)
        notes.append(f"Cues left out, because they end before they begin: {dropped:,}.")
    starts = [cue.start for cue in cues if cue.end > cue.start]
    if starts != sorted(starts):
        notes.append("Some cues stood out of order. We put them in the order of their times.")
    unnamed = sum(cue.who == NOBODY for cue in sound)
    if unnamed == len(sound):
        notes.append("Nobody is named in this file, so we can count only the seconds of all.")
    elif unnamed:
        notes.append(f"Cues that name nobody: {unnamed:,}. They stand apart, and count for no one.")
    return notes


def _table(turns: list[Cue]) -> pd.DataFrame:
    order = [who for who in dict.fromkeys(turn.who for turn in turns) if who != NOBODY]
    called = {who: f"Person {letter(place)}" for place, who in enumerate(order)}
    first = turns[0].start
    return pd.DataFrame(
        {
            "person": [called.get(turn.who, "") for turn in turns],
            "start": [round(turn.start - first, 3) for turn in turns],
            "end": [round(turn.end - first, 3) for turn in turns],
        }
    )
