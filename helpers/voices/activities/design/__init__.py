"""Design it for the quietest person: a real event, planned for whoever finds it hardest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from helpers.page.layout import Activity, fold, row, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.design.board import Board
from helpers.voices.activities.design.form import WORDS, Form
from helpers.voices.process_design.plan import working_day

SAID = WORDS["said"]
EVIDENCE = ("invite", "safe", "turns", "heat", "ours")


def _now() -> datetime:
    return datetime.now().astimezone()


class DesignForTheQuietest(Activity):
    """
    Plan an event, a workshop, a virtual meeting or a consultation for its quietest person.

    The plan is in the journal as it grows. The example is another plan, which is kept nowhere.

    Examples
    --------
    >>> activity = DesignForTheQuietest()
    >>> activity.show_example()
    >>> activity.board.plan.title
    'Going home from Willow: what happened after you left us'
    """

    def __init__(self, journal=None, *, now: Callable[[], datetime] = _now):
        self._now = now
        self.own = Board(Form(journal), now)
        self._example: Board | None = None
        self._last: dict[str, Any] = {}
        self.swap = Button(SAID["example_button"], self.show_example, quiet=True)
        self.home = Button(SAID["example_back"], self.show_own)
        self.home.layout.display = "none"
        self.said = Markup(live=True)
        self.place = stack(self.own)
        self.begun = Markup(live=True)
        self.begin_again = Button(SAID["begin"], self.begin, quiet=True)
        self.bring = Button(SAID["begin_back"], self.bring_back, quiet=True)
        self.bring.layout.display = "none"
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            row(self.swap, self.home),
            self.said,
            self.place,
            row(self.begin_again, self.bring),
            self.begun,
            fold(SAID["evidence_fold"], None, _evidence),
        )

    @property
    def board(self) -> Board:
        """The plan that is shown: one's own, or the example."""
        return self.place.children[0]

    def show_example(self) -> None:
        """Show a finished plan in the place of one's own, which waits as it was left."""
        if self._example is None:
            self._example = Board(Form(kept=False), self._now, WORDS["paper"]["example"])
            self._example.form.reasons = dict(WORDS["example"]["because"])
            self._example.fill(self._example_values())
            self._example.draft()
        self._show(self._example, SAID["example_said"])

    def show_own(self) -> None:
        """Go back from the example to one's own plan."""
        self._show(self.own, "")

    def begin(self) -> None:
        """Empty one's own plan for another; the one before is one press away."""
        self._last = self.own.form.values()
        self.own.fill(self.own.form.emptied())
        self._tell(SAID["begun"], back=True)

    def bring_back(self) -> None:
        """Bring back the plan that was emptied."""
        self.own.fill(self._last)
        self._tell(SAID["brought_back"])

    def _show(self, board: Board, said: str) -> None:
        own = board is self.own
        self.place.children = (board,)
        self.said.html = f"<p>{said}</p>" if said else ""
        for button, seen in ((self.swap, own), (self.home, not own), (self.begin_again, own)):
            button.layout.display = "" if seen else "none"
        self._tell("")

    def _tell(self, said: str, *, back: bool = False) -> None:
        self.begun.html = f"<p>{said}</p>" if said else ""
        self.bring.layout.display = "" if back else "none"

    def _example_values(self) -> dict[str, Any]:
        """Return the example's answers, with days counted from today."""
        told = dict(WORDS["example"])
        choices, _ = told.pop("choices"), told.pop("because")
        day = working_day(self._now().date() + timedelta(days=told.pop("days_ahead")))
        promised = working_day(day + timedelta(days=told.pop("promised_after")))
        days = {"day": day.isoformat(), "promised": promised.isoformat()}
        return {**told, **choices, **days}


def _evidence() -> Markup:
    lines = "".join(f"<li>{SAID[f'evidence_{name}']}</li>" for name in EVIDENCE)
    return Markup(f"<ul>{lines}</ul>")
