"""What is ours: how many papers acted on a difference, and what the reader is responsible for."""

from __future__ import annotations

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Choice
from helpers.page.layout import Activity, card, reveal, stack
from helpers.page.part import Button, Markup
from helpers.page.rhythm import ask
from helpers.voices.charts.acted import acted_chart

SAID = words.load("voices")["hear"]["acted"]


class WhatIsOurs(Activity):
    """
    Guess how many acted, see it, and write what is ours to do.

    Examples
    --------
    >>> ours = WhatIsOurs()
    >>> ours.guess.answer("60")
    >>> ours.reveal()
    >>> ours.figure.finding
    'Of 189 papers, 149 described a difference only and 40 acted on it: 21 in each 100.'
    """

    def __init__(self, journal=None):
        self.guess = Choice(SAID["guess"], SAID["guesses"], inline=True)
        self.shown = stack()
        self.mine = ask("voices", "hear_responsible", journal=journal)
        super().__init__(
            card(
                Markup(f"<h4>{SAID['title']}</h4>"),
                self.guess,
                Button(SAID["button"], self.reveal),
                self.shown,
                self.mine,
            )
        )

    def reveal(self) -> None:
        """Show what the reviewers found beside the guess."""
        guess = SAID["guesses"].get(self.guess.value)
        guessed = f"<p>{SAID['guessed'].format(guess=guess)}</p>" if guess else ""
        self.figure = Figure(acted_chart())
        reveal(
            self.shown,
            Markup(f"{guessed}<p class='big'>{SAID['figure']}</p>"),
            self.figure,
            Markup(f"<p>{SAID['limits']}</p><p>{SAID['next']}</p>"),
            Markup(f"<p class='kit-hint'>{SAID['source']}</p>"),
        )
