"""Timed cues: WebVTT, SubRip (.srt) and .sbv files, where every cue has its two times."""

from __future__ import annotations

import re

from helpers.intake.problem import Problem
from helpers.intake.speakers import NOBODY, Cue, Numbers, before_colon, voices, without_tags

MOST_CUES = 200_000  # a day of speech has about 40,000
FEWEST_NAMED = 0.3  # of all cues; below that, words before a colon are no names

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
_TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*(?:--+>|,(?=\d))[ \t]*{_TIME}", re.M)


def has_timed_cues(text: str) -> bool:
    """
    Tell whether a text holds cues with a beginning and an end.

    Examples
    --------
    >>> has_timed_cues("1\\n00:00:01,000 --> 00:00:02,500\\nHello"), has_timed_cues("10:30 Hello")
    (True, False)
    """
    return text.startswith("WEBVTT") or bool(_TIMES.search(text))


def read_timed(text: str, numbers: Numbers) -> tuple[list[Cue], list[str]]:
    """
    Read cues that have two times.

    Parameters
    ----------
    text : str
        WebVTT, SubRip or .sbv. Comments, styles and regions are left out.
    numbers : Numbers
        Learns the names.

    Returns
    -------
    list of Cue, list of str
        A cue for each person of each cue, in file order; and notes on what was done.

    Raises
    ------
    Problem
        There are more cues than any meeting has.

    Examples
    --------
    >>> read_timed("WEBVTT\\n\\n00:01.000 --> 00:03.000\\n<v Ash>Hello", Numbers())[0]
    [Cue(who=0, start=1.0, end=3.0)]
    """
    expected = text.count("-->") or len(_TIMES.findall(text))
    if expected > MOST_CUES:
        raise Problem(
            f"This file has more than {MOST_CUES:,} cues, too many for one meeting. "
            "Choose the transcript of a single meeting."
        )
    blocks = _blocks(text)
    unread = max(0, expected - len(blocks))
    notes = [f"Cues left out, because their times cannot be read: {unread:,}."] if unread else []
    if any(voices(words) for *_, words in blocks):
        return _by_voice(blocks, numbers), notes
    return _by_colon(blocks, numbers, notes), notes


def _blocks(text: str) -> list[tuple[float, float, str]]:
    """Return the start, end and words of each cue."""
    import webvtt

    head = "" if text.startswith("WEBVTT") else "WEBVTT\n\n"
    try:
        read = webvtt.from_string(head + _TIMES.sub(_as_webvtt, text))
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError):
        return []  # the caller says so, without a word of what the file says
    return [
        (_seconds(cue.start_time), _seconds(cue.end_time), cue.raw_text) for cue in read.captions
    ]


def _seconds(time) -> float:
    return 3600 * time.hours + 60 * time.minutes + time.seconds + time.milliseconds / 1000


def _as_webvtt(found: re.Match[str]) -> str:
    """Write both times of any format as WebVTT does; a cue with a time that cannot be is none."""
    parts = found.groups()
    if any(int(parts[place]) > 59 for place in (1, 2, 5, 6)):
        return "NOTE"
    return " --> ".join(
        f"{hours or 0:0>2}:{minutes:0>2}:{seconds:0>2}.{(part or '0')[:3]:0<3}"
        for hours, minutes, seconds, part in (parts[:4], parts[4:])
    )


def _by_voice(blocks: list[tuple[float, float, str]], numbers: Numbers) -> list[Cue]:
    return [
        Cue(who, start, end)
        for start, end, words in blocks
        for who in dict.fromkeys(map(numbers.of, voices(words))) or (NOBODY,)
    ]


def _by_colon(
    blocks: list[tuple[float, float, str]], numbers: Numbers, notes: list[str]
) -> list[Cue]:
    """Take names before a colon; a cue without one goes on with the person before."""
    named = [_names(words) for *_, words in blocks]
    if sum(map(bool, named)) < FEWEST_NAMED * len(blocks):
        return [Cue(NOBODY, start, end) for start, end, _ in blocks]
    cues: list[Cue] = []
    who: tuple[int, ...] = (NOBODY,)
    for (start, end, _), names in zip(blocks, named, strict=True):
        who = tuple(dict.fromkeys(map(numbers.of, names))) or who[-1:]
        cues += [Cue(person, start, end) for person in who]
    if not all(named):
        notes.append("A cue without a name was counted to the person who spoke before it.")
    return cues


def _names(words: str) -> list[str]:
    lines = without_tags(words).splitlines()
    return [name for line in lines if (name := before_colon(line)[0])]
