"""If nobody led it: plan the death of improvement, see what already happens, stop one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import evidence
from helpers.page import words
from helpers.page.forms import Ticks
from helpers.page.layout import Activity, fold, reveal, stack
from helpers.page.part import Button, Markup
from helpers.page.promise import Promise
from helpers.page.rhythm import ask
from helpers.start.sentences import as_act, lines

if TYPE_CHECKING:
    from helpers.journal import Journal

WORDS = words.load("start")
SAID = WORDS["nobody_led"]
ACT = words.prompt("start", "promise_then")


class IfNobodyLedIt(Activity):
    """Write down every way; only then meet other people's, and tick what already happens."""

    def __init__(self, journal: Journal | None = None):
        self._given = journal
        self.worst = ask("start", "worst", rows=6, journal=journal)
        self.happens = Ticks("", {}, **words.question("start", "worst_happens", journal))
        self.stop = ask("start", "worst_stop", rows=2, journal=journal)
        self.shown = stack()
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.worst,
            Button(SAID["button"], self.look),
            self.shown,
            Markup(f"<p class='eyebrow'>{WORDS['support']}</p>"),
            fold(SAID["where"], None, _where),
        )
        self.worst.observe(self._on_worst, "value")

    def look(self) -> None:
        """Show the reader's own ways, then ours, each to be ticked where it happens."""
        if not lines(self.worst.value or ""):
            self.worst.problem = SAID["empty"]
            return
        self.worst.problem = ""
        self._fill()
        reveal(
            self.shown,
            Markup(f"<p>{SAID['ours']}</p>"),
            self.happens,
            Markup(f"<p>{SAID['stop']}</p>"),
            self.stop,
            fold(SAID["promise"], 3, self._promise),
        )

    def _promise(self) -> Promise:
        """Begin a promise with what will be stopped, where no other is being written."""
        journal, act = self.stop.journal, as_act(self.stop.value or "")
        draft = journal.latest(ACT.id)
        if act and not (draft and draft.value.strip()):
            journal.write(ACT, act)
        return Promise("start", self._given)

    def _on_worst(self, _change) -> None:
        if self.shown.children:
            self._fill()

    def _fill(self) -> None:
        # the reader's own line is its own id: it stays ticked when the lines around it change
        own = {way: way for way in lines(self.worst.value or "")}
        self.happens.options = own | SAID["others"]


def _where() -> Markup:
    return Markup(evidence.card_html(evidence.fact("M-03")))
