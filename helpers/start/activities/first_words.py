"""First words: what it means to a reader, and one answer that they seal until the last page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Text, show_problem
from helpers.page.layout import Activity, Fold, card, fold, row, stack
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.page.seals import Seal, keep_seal, seal_of
from helpers.start.activities.reader import opened
from helpers.start.days import said as said_day
from helpers.start.days import when

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("start")["first_words"]
MEANING, MISSING = "start.meaning", "start.missing"


class FirstWords(Activity):
    """
    Ask what it means, and what would be missing without it; the second answer is sealed.

    ``then`` is called when something here changes what is next.
    """

    missing: Text
    early: Fold

    def __init__(
        self,
        journal: Journal | None = None,
        *,
        then: Callable[[], object] = lambda: None,
        today: Callable[[], date] = date.today,
    ):
        self._given, self._then, self._today = journal, then, today
        self.meaning = ask("start", "meaning", journal=journal)
        self.first, self.second = stack(), stack()
        super().__init__(Told(self._arrange), self.first, self.second)
        self._said_something = False
        self.meaning.observe(self._on_saved, "saved")  # what is next is read from the journal

    def seal(self) -> None:
        """Put the second answer away; a Problem says where there is none."""
        show_problem(self.missing, self._seal)

    def leave(self) -> None:
        """Leave the answer sealed after all."""
        self.early.head.unfolded = False

    def break_seal(self) -> None:
        """Open the answer before its time."""
        seal = seal_of(opened(self._given), MISSING)
        self._keep(Seal(seal.sealed, self._today()))

    def change(self) -> None:
        """Show the first answer as a box again; what it said before is kept in the journal."""
        self.first.children = (self.meaning,)

    def _arrange(self) -> str:
        """Show what the day and the seal allow; nothing sealed is even sent to the page."""
        said = opened(self._given).latest(MEANING)
        day = said.at.astimezone().date() if said and said.value.strip() else self._today()
        if said and day < self._today():
            lead = SAID["wrote"].format(when=when(day, self._today()))
            quote = f"<p>{lead}</p><blockquote>{escape(said.value)}</blockquote>"
            self.first.children = (
                Markup(quote),
                Button(SAID["change"], self.change, quiet=True),
            )
        else:
            self.change()
        self._arrange_second()
        return ""

    def _arrange_second(self) -> None:
        seal = seal_of(opened(self._given), MISSING)
        if seal.closed:
            self._show_sealed()
        else:
            self._show_open(seal)

    def _show_open(self, seal: Seal) -> None:
        self.missing = ask("start", "missing", journal=self._given)
        scene = f"<p>{SAID['seal_scene']}</p>"
        if seal.sealed and seal.opened:
            days = {"sealed": self._said(seal.sealed), "opened": self._said(seal.opened)}
            scene = f"<p>{SAID['opened'].format(**days)}</p>"
        button = Button(SAID["again" if seal.sealed else "seal"], self.seal)
        self.second.children = (card(Markup(scene), self.missing, button),)

    def _show_sealed(self) -> None:
        sealed = seal_of(opened(self._given), MISSING).sealed or self._today()
        day = SAID["sealed"].format(day=self._said(sealed))
        on = Markup(f"<p class='kit-line'>{day}</p>", live=True)
        then = Markup(f"<p>{SAID['sealed_then']}</p>")
        self.early = fold(SAID["early"], None, self._ask_first)
        next_ = [Markup(f"<p>{SAID['next']}</p>")] if sealed == self._today() else []
        self.second.children = (card(on, then, *next_, self.early),)

    def _ask_first(self) -> Activity:
        leave = Button(SAID["leave"], self.leave)
        break_ = Button(SAID["break"], self.break_seal, quiet=True)
        return Activity(Markup(f"<p>{SAID['sure']}</p>"), row(leave, break_))

    def _seal(self) -> None:
        said = opened(self._given).latest(MISSING)
        if said is None or not said.value.strip():
            raise Problem(SAID["empty"])
        box = self.missing
        self._keep(Seal(self._today()))
        box.close()  # the page forgets the words too, not only how they looked
        self.second.children[0].children[0].come_into_view()

    def _keep(self, seal: Seal) -> None:
        keep_seal(opened(self._given), words.prompt("start", "missing_seal"), seal)
        self._arrange_second()
        self._then()

    def _said(self, day: date) -> str:
        return said_day(day, self._today())

    def _on_saved(self, _change) -> None:
        says = bool((self.meaning.value or "").strip())
        if says != self._said_something:
            self._said_something = says
            self._then()
