"""Kept: the numbers of meetings in the journal, under letters or roles, to lay side by side."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.page import words
from helpers.voices.airtime import Airtime
from helpers.voices.charts.airtime import said_time

if TYPE_CHECKING:
    from helpers.journal import Journal

PROMPT = words.prompt("voices", "who_speaks_kept")
SAID = words.load("voices")["who_speaks"]["keep"]


@dataclass(frozen=True)
class Meeting:
    """One meeting as the journal holds it: its version's id, its day, and a line of its numbers."""

    version: int
    line: str


def keep(journal: Journal, meeting: Airtime) -> int:
    """Keep the numbers of a meeting; return the id under which they can be taken out again."""
    value: dict[str, Any] = {
        "people": len(meeting.speakers),
        "seconds_in_all": round(meeting.length),
        "people_with_half_of_the_time": meeting.half,
        "gini": round(meeting.gini or 0.0, 2),
        "seconds": {one.person: round(one.seconds) for one in meeting.speakers},
        "turns": {one.person: one.turns for one in meeting.speakers},
    }
    return journal.write_audit(PROMPT, value).version.id


def kept(journal: Journal) -> list[Meeting]:
    """Return the meetings kept, the latest first."""
    return [
        Meeting(one.id, _line(one.at.astimezone(), one.answers))
        for one in reversed(journal.audits(PROMPT.id))
    ]


def take_out(journal: Journal, version: int) -> None:
    """Delete the numbers of one meeting for good."""
    journal.forget_version(version)


def listed(meetings: list[Meeting]) -> str:
    """Return the meetings as a list in HTML; nothing where there are none."""
    items = "".join(f"<li>{one.line}</li>" for one in meetings)
    return f"<p><b>{SAID['list']}</b></p><ul>{items}</ul>" if items else ""


def _line(at, value: dict[str, Any]) -> str:
    seconds = {name: int(each) for name, each in value["seconds"].items()}
    most = sorted(seconds, key=lambda name: -seconds[name])
    half = most[: value["people_with_half_of_the_time"]]
    said = {"day": f"{at.day} {at:%b %Y}", "people": value["people"]}
    length, names = said_time(value["seconds_in_all"]), escape(", ".join(half))
    return str(SAID["entry"].format(length=length, half=names, gini=f"{value['gini']:.2f}", **said))
