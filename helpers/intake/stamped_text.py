"""Stamped text: transcripts in plain text that say only now and then what time it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from helpers.intake.problem import Problem
from helpers.intake.speakers import NOBODY, Cue, Numbers, before_colon, looks_like_a_name

PACE = 2.5  # words a second, about 150 a minute, where the file itself does not tell
HALF_A_DAY = 43_200  # seconds; a clock that falls back further than this has passed midnight

_TIME = r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,3})?(?:\s?([AaPp])\.?[Mm]\b\.?)?"
_FIRST = re.compile(rf"[\[(]?{_TIME}[\])]?(?:[\s,\-–—]+|$)")
_LAST = re.compile(rf"[\[(]?([^\[\]()\n]{{1,60}}?)[\])]?[\s,\-–—]{{1,9}}[\[(]?{_TIME}[\])]?:?$")
_END = re.compile(rf"\bended after {_TIME}", re.I)
_CHAT = re.compile(r"\bFrom\b.{1,80}\bto\b.{1,60}:", re.I)

UNTIL_NEXT = (
    "The file says only when people began. Each was counted until the next began, with pauses."
)
BY_WORDS = (
    "The file gives a time only now and then. In between, time was shared out by the number of "
    "words, so the seconds are estimates."
)


@dataclass
class _Block:
    """What was said from one time to the next: each speaker's number, and how many words."""

    start: float
    said: list[list[int]] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(max(1, count) for _, count in self.said)


@dataclass
class _Reading:
    numbers: Numbers
    blocks: list[_Block] = field(default_factory=list)
    end: float | None = None
    backward: int = 0
    too_early: int = 0
    chat: int = 0


def read_stamped(text: str, numbers: Numbers) -> tuple[list[Cue], list[str]]:
    """
    Read a plain text of names and times, as Zoom and Google Meet give it.

    Parameters
    ----------
    text : str
        Lines such as "[Ash] 10:32:05", "00:00:05 Ash: Hello", or "00:05:00" alone above lines
        such as "Ash: Hello".
    numbers : Numbers
        Learns the names. The words are counted and let go.

    Returns
    -------
    list of Cue, list of str
        What was said, in order; and notes on how the seconds were found.

    Raises
    ------
    Problem
        No times are found, or it is a chat.

    Examples
    --------
    >>> read_stamped("00:00 Ash: Hello\\n00:04 Elm: Hello, hello", Numbers())[0]
    [Cue(who=0, start=0.0, end=4.0), Cue(who=1, start=4.0, end=4.8)]
    """
    reading = _Reading(numbers)
    for line in text.splitlines():
        _take(reading, line.strip())
    spoken = [block for block in reading.blocks if block.said]
    if reading.chat * 2 > len(spoken) > 0:
        raise Problem(
            "This is what was typed in the chat, not what was said. Choose the transcript instead."
        )
    if len(reading.blocks) + (reading.end is not None) < 2 or not spoken:
        raise Problem(
            "We found no times beside what was said, so nothing can be counted. Choose a "
            "transcript with times: from Teams or Zoom a .vtt, from Google Meet a plain text."
        )
    return _shared_out(reading), _notes(reading)


def _take(reading: _Reading, line: str) -> None:
    """Take one line: a time, a name, words, or several of these."""
    if ended := _END.search(line):
        reading.end = _seconds(ended.groups())
    elif first := _FIRST.match(line):
        reading.chat += bool(_CHAT.search(line))
        _begin(reading, _seconds(first.groups()))
        _speak(reading, line[first.end() :], alone=True)
    elif (last := _LAST.match(line)) and looks_like_a_name(last[1]):
        _begin(reading, _seconds(last.groups()[1:]))
        _speak(reading, f"{last[1]}:")
    elif line:
        _speak(reading, line)


def _begin(reading: _Reading, at: float) -> None:
    before = reading.blocks[-1].start if reading.blocks else at
    while before - at > HALF_A_DAY:
        at += 2 * HALF_A_DAY
    if at < before:
        reading.backward += 1
    elif at > before or not reading.blocks:
        reading.blocks.append(_Block(at))


def _speak(reading: _Reading, words: str, *, alone: bool = False) -> None:
    """Count the words of a line; ``alone`` says that a name may stand without a colon."""
    name, rest = before_colon(words)
    if alone and not name and looks_like_a_name(words) and len(words.split()) <= 3:
        name, rest = words, ""
    if not reading.blocks:
        reading.too_early += bool(name)
        return
    said, count = reading.blocks[-1].said, len(rest.split())
    if name:
        said.append([reading.numbers.of(name), count])
    elif said:
        said[-1][1] += count
    elif words:
        said.append([NOBODY, count])


def _seconds(parts: tuple[str | None, ...]) -> float:
    """Return hours, minutes and seconds (or minutes and seconds) as seconds."""
    first, second, third, half = parts
    if third is None and half is None:
        return 60.0 * int(first or 0) + int(second or 0)
    hours = int(first or 0)
    if half:
        hours = hours % 12 + 12 * (half in "pP")
    return 3600.0 * hours + 60 * int(second or 0) + int(third or 0)


def _shared_out(reading: _Reading) -> list[Cue]:
    """Share the time of each block out by words; the last ends as the file says, or by its pace."""
    ends = [block.start for block in reading.blocks[1:]]
    known = list(zip(reading.blocks[:-1], ends, strict=True))
    seconds = sum(end - block.start for block, end in known if block.said)
    pace = sum(block.words for block, _ in known if block.said) / seconds if seconds else PACE
    last = reading.blocks[-1]
    end = reading.end if reading.end and reading.end > last.start else None
    ends.append(end or last.start + last.words / max(pace, PACE))
    return [
        cue for block, end in zip(reading.blocks, ends, strict=True) for cue in _divided(block, end)
    ]


def _divided(block: _Block, end: float) -> list[Cue]:
    cues, at = [], block.start
    for who, count in block.said:
        until = at + (end - block.start) * max(1, count) / block.words
        cues.append(Cue(who, at, until))
        at = until
    return cues


def _notes(reading: _Reading) -> list[str]:
    several = any(len(block.said) > 1 for block in reading.blocks)
    notes = [BY_WORDS if several else UNTIL_NEXT]
    if reading.backward:
        notes.append(f"Times that ran backward were not used: {reading.backward:,}.")
    if reading.too_early:
        notes.append(f"Turns left out, because no time stands above them: {reading.too_early:,}.")
    return notes
