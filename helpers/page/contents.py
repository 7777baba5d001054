"""The shelf as a page shows it: every reflection, how long it takes, and where the reader was."""

from __future__ import annotations

from html import escape

from helpers import journal
from helpers.page.forms import Choice
from helpers.page.layout import Activity
from helpers.page.part import Markup, Told
from helpers.page.shelf import STEPS, Reflection, reflections

TIMES = {"10": "About 10 minutes", "30": "About 30 minutes", "60": "An hour, with others"}


class Contents(Activity):
    """
    Ask how long the reader has, and show what fits.

    Examples
    --------
    >>> contents = Contents()
    >>> contents.time.answer("10")
    >>> "first activity" in contents.list.html
    True
    """

    def __init__(self):
        self.back = Told(_back)
        self.time = Choice("How long do you have?", TIMES, inline=True)
        self.list = Markup(_shelf(reflections(), None), live=True)
        super().__init__(self.back, self.time, self.list)
        self.time.observe(self._on_time, "value")

    def _on_time(self, change) -> None:
        self.list.html = _shelf(reflections(), change["new"])


def _back() -> str:
    """The way back to where the reader was."""
    place = journal.mine().place()
    known = {entry.notebook: entry for entry in reflections()}
    if not place or place.notebook not in known:
        return ""
    step = f" at “{STEPS[place.step]}”" if place.step in STEPS else ""
    question = escape(known[place.notebook].question)
    return f"<p>Last time you were in <a href='{place.notebook}#{place.step}'>{question}</a>{step}.</p>"


def _shelf(found: list[Reflection], time: str | None) -> str:
    if not found:
        return "<p>There are no reflections in this folder yet.</p>"
    return "".join(_entry(entry, time) for entry in found)


def _entry(entry: Reflection, time: str | None) -> str:
    fits = {
        None: f"{entry.minutes} minutes alone, {entry.group_minutes} with a group",
        "10": "Do the first activity of “Try it”. Your words are kept; come back for the rest.",
        "30": f"The whole core path, {entry.minutes} minutes.",
        "60": f"{entry.minutes} minutes alone in silence, then “Think together”: {entry.group_minutes} in all.",
    }[time]
    return (
        f"<article class='kit-card'><h3><a href='{entry.notebook}'>{escape(entry.question)}</a></h3>"
        f"<p>{escape(entry.promise)}</p><p class='eyebrow'>{fits}</p></article>"
    )


class WhereWordsAreKept(Told):
    """Say where this person's journal is, and who could open it."""

    def __init__(self):
        super().__init__(_where)


def _where() -> str:
    return (
        f"<p>Your journal: <code>{escape(str(journal.mine().path))}</code></p>"
        "<p>Whoever can open your account on this computer could open that file, and so could "
        "the people who run the computer for you, or its backups.</p>"
    )
