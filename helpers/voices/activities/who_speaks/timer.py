"""Tap while they speak: seats set out, then a timer that the page itself keeps."""

from __future__ import annotations

from collections.abc import Callable

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Text, show_problem
from helpers.page.layout import Activity, fold, stack
from helpers.page.part import Button, Markup
from helpers.page.taps import Taps
from helpers.voices.activities.who_speaks.seats import MOST, letters, seats
from helpers.voices.airtime import Airtime, airtime
from helpers.voices.taps import turns_of

WORDS = words.load("voices")["who_speaks"]
SAID = WORDS["seats"]


class TapWhileTheySpeak(Activity):
    """
    Set out seats, then tap whoever begins to speak; ``then`` is given the airtime at the end.

    Examples
    --------
    >>> found = []
    >>> counting = TapWhileTheySpeak(found.append)
    >>> counting.set_out()
    >>> counting.taps.on_act({"taps": [[0, 0], [9000, 1], [12000, -3]], "added": 0}, [])
    >>> [(one.person, one.seconds) for one in found[0].speakers[:2]]
    [('Person A', 9.0), ('Person B', 3.0)]
    """

    def __init__(self, then: Callable[[Airtime], object]):
        self._then, self.roles = then, dict[str, str]()
        self.lines = Text(SAID["asked"], rows=5, hint=SAID["hint"], value=SAID["first"].strip())
        self.taps = Taps(WORDS["timer"]["label"], WORDS["timer"], self.end)
        self.said, self.timer = Markup(live=True), stack()
        setting_out = stack(self.lines, Button(SAID["button"], self.set_out))
        self.setup = fold(SAID["title"], None, lambda: setting_out)
        self.setup.unfold()
        super().__init__(self.setup, self.said, self.timer)

    def set_out(self) -> None:
        """Put out the seats that are written; a meeting that is counted is not disturbed."""
        found = show_problem(self.lines, self._asked)
        if found is None:
            return
        self.roles, lettered = found
        names = list(self.roles)
        self.taps.lay(names, letters(names)[: MOST - len(names)])
        self.said.html = f"<p>{SAID['ready']} {SAID['lettered'] if lettered else ''}</p>"
        if not self.timer.children:
            told = Markup(f"<p>{WORDS['timer']['help']}</p><p>{WORDS['timer']['kept']}</p>")
            self.timer.children = (told, self.taps)
        self.setup.head.unfolded = False  # on a phone, the seats have the screen to themselves
        self.said.come_into_view()

    def _asked(self) -> tuple[dict[str, str], bool]:
        if self.taps.taps:
            raise Problem(SAID["running"])
        return seats(self.lines.value or "")

    def end(self) -> None:
        """Add up the meeting that the taps stand for."""
        names = self.taps.named()
        turns, length = turns_of([(at, who) for at, who in self.taps.taps], names)
        result = show_problem(
            self.taps, lambda: airtime(turns, roles=self.roles, present=names, length=length)
        )
        if result is not None:
            self._then(result)
