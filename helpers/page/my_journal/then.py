"""On this day: what was written a week, a month or years ago today, beside now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.layout import Activity
from helpers.page.my_journal.changes import change, marked
from helpers.page.my_journal.readable import day, said
from helpers.page.part import Told
from helpers.page.seals import SUFFIX, hidden

if TYPE_CHECKING:
    from helpers.journal import Journal, Version
    from helpers.journal.then_and_now import Remembered

SAID = words.load("page.my_journal")["then"]
FEW = 2  # shown at once; the others fold away, so that a start page stays short
# What is typed on the way to a promise: the promise itself is met again on its own days.
ON_THE_WAY = ("promise_", "look_back_")


class OnThisDay(Activity):
    """Show what was written on a day like this one, then beside now; most days nothing."""

    def __init__(self, journal: Journal | None = None, *, today: Callable[[], date] = date.today):
        self._given_journal, self._today = journal, today
        self.told = Told(self._read)
        super().__init__(self.told)

    def refresh(self) -> None:
        """Read the journal again."""
        self.told.refresh()

    def _read(self) -> str:
        from helpers import journal
        from helpers.journal.then_and_now import on_this_day

        own = self._given_journal or journal.mine()
        versions = own.all_versions()
        found = [one for one in on_this_day(versions, self._today()) if _is_told(one)]
        if found:  # asked for only where something is told: most days are silent
            sealed = hidden(own.entries())
            found = [one for one in found if one.version.prompt.id not in sealed]
        now = {version.prompt.id: version for version in versions}
        return _page([_card(one, now[one.version.prompt.id]) for one in found[::-1]])


def _is_told(one: Remembered) -> bool:
    name = one.version.prompt.id.partition(".")[2]
    return not (name.startswith(ON_THE_WAY) or name.endswith(SUFFIX))


def _page(cards: list[str]) -> str:
    if not cards:
        return ""
    more = SAID["more_one" if len(cards) == FEW + 1 else "more"].format(n=len(cards) - FEW)
    rest = "".join(cards[FEW:])
    folded = f"<details><summary>{more}</summary>{rest}</details>" if rest else ""
    return f"<h3>{SAID['title']}</h3>{''.join(cards[:FEW])}{folded}"


def _card(one: Remembered, now: Version) -> str:
    ago = SAID["ago"].format(ago=one.ago.capitalize(), day=day(one.version.at))
    head = f"<p class='eyebrow'>{ago}</p>"
    # where the question was put in other words since, each answer stands under its own
    reworded = now.prompt.wording != one.version.prompt.wording
    head += "" if reworded else _asked(now)
    then = _side(SAID["then"], one.version, escape(said(one.version)), named=reworded)
    if now.id == one.version.id:
        return f"<div class='kit-thennow'>{head}{then}<p>{SAID['untouched']}</p></div>"
    found = change(one.version, now)
    told = SAID["same"] if now.value == one.version.value else found.said
    beside = _side(SAID["now"], now, marked(one.version, now), named=reworded)
    marks = f" {SAID['marks']}" if "<ins>" in beside or "<del>" in beside else ""
    return (
        f"<div class='kit-thennow'>{head}<div class='kit-two'>{then}{beside}</div>"
        f"<p>{escape(told)}{marks}</p></div>"
    )


def _asked(version: Version) -> str:
    return f"<p class='name'>{escape(version.prompt.wording)}</p>"


def _side(which: str, version: Version, shown: str, *, named: bool = False) -> str:
    shown = shown if shown.strip() else f"<em>{SAID['empty']}</em>"
    head = f"<p class='eyebrow'>{which}, {day(version.at)}</p>"
    head += _asked(version) if named else ""
    return f"<div class='kit-card'>{head}<blockquote>{shown}</blockquote></div>"
