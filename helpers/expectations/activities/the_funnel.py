"""The funnel: correct a steady process by one of four rules, and see what it does."""

from __future__ import annotations

import numpy as np

from helpers.expectations.charts.deeper import DROPS, funnel_path, funnel_spreads
from helpers.expectations.funnel import RULES, Path, drop, spread, start
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Choice, Slider, Text
from helpers.page.layout import Activity, row, stack
from helpers.page.part import Button, Markup

SAID = words.load("expectations")["funnel"]
RUNS = 4000  # the spread is then right to about 2%
LABELS = {
    str(rule): SAID["rule"].format(rule=rule, habit=SAID["rules"][str(rule)]["habit"])
    for rule in RULES
}


class TheFunnel(Activity):
    """
    Let marbles fall under one of Deming's four rules; then compare the rules over many games.

    Each rule meets the same wobbles, so that only the habit differs.

    Examples
    --------
    >>> activity = TheFunnel()
    >>> activity.fall(50)
    >>> activity.rule.answer("4")
    >>> len(activity.result.results), activity.result.rule
    (50, 4)
    """

    def __init__(self, journal=None, *, seed: int = 40):
        self._seed, self.drops = seed, 0
        self.guess = Choice(SAID["guess"], SAID["guesses"], inline=True)
        self.rule = Choice(SAID["choose"], LABELS, value="1")
        self.habit = Markup(_habit("1"), live=True)
        self.figure = Figure(funnel_path(start(1)))
        self.compared = stack()
        self.note = Text(**words.question("expectations", "funnel_habit", journal))
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.guess,
            self.rule,
            self.habit,
            row(
                Button(SAID["button_one"], lambda: self.fall(1)),
                Button(SAID["button_ten"], lambda: self.fall(10), quiet=True),
                Button(SAID["button_all"], lambda: self.fall(DROPS), quiet=True),
                Button(SAID["button_again"], self.again, quiet=True),
            ),
            self.figure,
            Button(SAID["button_compare"], self.compare),
            self.compared,
            self.note,
        )
        self.rule.observe(self._refresh, "value")

    @property
    def result(self) -> Path:
        """The path so far: the same wobbles, whichever rule is chosen."""
        path = start(int(self.rule.value or "1"))  # type: ignore[arg-type]
        return drop(path, self.drops, np.random.default_rng(self._seed)) if self.drops else path

    def fall(self, drops: int) -> None:
        """Let more marbles fall, up to fifty."""
        self.drops = min(self.drops + drops, DROPS)
        self._refresh()

    def again(self) -> None:
        """Begin with no marble fallen, and other wobbles to come."""
        self._seed, self.drops = self._seed + 1, 0
        self._refresh()

    def compare(self) -> None:
        """Show the spread of all four rules over many games."""
        self.games = Slider(SAID["drops"], 2, 2 * DROPS, value=DROPS)
        spreads = self._spreads()
        self.spreads = Figure(funnel_spreads(spreads))
        self.said = Markup(self._reading(spreads), live=True)
        self.compared.children = (self.spreads, self.games, self.said)
        self.games.observe(self._on_games, "value")

    def _refresh(self, _change=None) -> None:
        self.habit.html = _habit(self.rule.value or "1")
        self.figure.redraw(funnel_path(self.result))

    def _on_games(self, _change) -> None:
        spreads = self._spreads()
        self.spreads.redraw(funnel_spreads(spreads))
        self.said.html = self._reading(spreads)

    def _spreads(self):
        generator = np.random.default_rng(self._seed)
        return [spread(rule, int(self.games.value), RUNS, generator) for rule in RULES]

    def _reading(self, spreads) -> str:
        said = [SAID["runs"].format(runs=f"{RUNS:,}"), SAID["spread"], SAID["spreads"]["line"]]
        guess = SAID["guesses"].get(self.guess.value)
        if guess:
            said.insert(
                0, SAID["guessed"].format(guess=guess, measured=f"{spreads[1].measured:.1f}")
            )
        return (
            f"<p><strong>{SAID['reading']}</strong></p><p>{' '.join(said)}</p>"
            f"<p class='eyebrow'>{SAID['illustrative']}</p>"
        )


def _habit(rule: str) -> str:
    said = SAID["rules"][rule]
    return (
        f"<p><strong>{said['rule']}</strong> {said['example']}</p>"
        f"<p class='eyebrow'>{SAID['same_wobbles']}</p>"
    )
