"""Rehearsal: a promise is said once more, typed or aloud, so that its moment is known when it comes."""

from __future__ import annotations

from helpers.journal.if_then import same_cue
from helpers.page import words
from helpers.page.forms import Text, Ticks
from helpers.page.layout import Activity, row
from helpers.page.part import Button, Markup

SAID = words.load("page")["rehearsal"]


class Rehearsal(Activity):
    """
    Ask for the cue once more. What is typed here is practice, and is kept nowhere.

    Examples
    --------
    >>> rehearsal = Rehearsal("the next report shows one number")
    >>> rehearsal.typed.answer("If the next report shows one nuber …")
    >>> "That is it." in rehearsal.said.html
    True
    """

    def __init__(self, cue: str):
        self._cue = cue
        self.typed = Text(SAID["type"], rows=1, hint=SAID["hint"])
        self.aloud = Ticks(SAID["or"], {"aloud": SAID["aloud"]}, inline=True)
        self.said = Markup(live=True)
        compare = Button(SAID["compare"], self.compare, quiet=True)
        super().__init__(self.typed, row(compare, self.aloud), self.said)
        self.typed.observe(self._on_typed, "value")
        self.aloud.observe(self._on_aloud, "value")

    def compare(self) -> None:
        """Say whether what was typed is the cue."""
        self._say("same" if same_cue(self.typed.value or "", self._cue) else "other")

    def _on_typed(self, change) -> None:
        if same_cue(change["new"] or "", self._cue):
            self._say("same")

    def _on_aloud(self, change) -> None:
        if change["new"]:
            self._say("spoken")

    def _say(self, name: str) -> None:
        self.said.html = f"<p>{SAID[name]}</p>"
