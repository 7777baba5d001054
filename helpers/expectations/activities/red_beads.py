"""Red beads: praise and tell off six willing workers for four days; then see the system."""

from __future__ import annotations

import numpy as np

from helpers.expectations import red_beads as beads
from helpers.expectations.charts.beads import ranking, system_chart
from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.figures import Figure
from helpers.page.forms import Choice, Text
from helpers.page.layout import Activity, line, row, stack
from helpers.page.part import Button, Markup

SAID = words.load("expectations")["red_beads"]
NAMES = SAID["workers"]
GAMES = 200


class RedBeads(Activity):
    """
    Draw four days of red beads, rank the workers each day, then look at the system.

    Examples
    --------
    >>> activity = RedBeads()
    >>> for _ in range(4):
    ...     activity.draw_day()
    >>> activity.reveal()
    >>> activity.result.outside
    0
    """

    def __init__(self, journal=None, *, seed: int = 5):
        self._generator = np.random.default_rng(seed)
        self.guess = Choice(SAID["guess"], SAID["guesses"], inline=True)
        self.draw = Button("", self._on_draw)
        self.today, self.system = stack(), stack()
        self.note = Text(**words.question("expectations", "red_beads_note", journal))
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.guess,
            self.today,
            row(self.draw, Button(SAID["button_again"], self.again, quiet=True)),
            self.system,
            self.note,
        )
        self.again()

    def again(self) -> None:
        """Begin a new session: other draws from the same box."""
        self.session, self.day = beads.play(self._generator), 0
        self.today.children = self.system.children = ()
        self._name_the_button()

    def draw_day(self) -> None:
        """Draw one day, rank the workers, and say what a manager might say."""
        drawing, said = ranking(self.session, self.day), _managed(self.session, self.day)
        if self.day == 0:
            self.figure, self.said = Figure(drawing), Markup(said, live=True)
            self.today.children = (self.figure, self.said)
        else:
            self.figure.redraw(drawing)
            self.said.html = said
        self.day += 1
        self._name_the_button()

    def reveal(self) -> None:
        """Show all four days as one system, and what became of those told off."""
        self.result, self.followed = beads.system(self.session), beads.next_day(self.session)
        self.more = Markup(live=True)
        self.chart = Figure(system_chart(self.session))
        self.system.children = (
            self.chart,
            Markup(self._revealed(), live=True),
            Button(SAID["button_more"].format(sessions=GAMES), self.play_more, quiet=True),
            self.more,
            line(SAID["reading"]),
        )
        self.draw.disabled = True

    def play_more(self) -> None:
        """Play many more sessions, and count how many did better after being told off."""
        followed = [beads.next_day(beads.play(self._generator)) for _ in range(GAMES)]
        told, better = (
            sum(getattr(f, name) for f in followed) for name in ("told_off", "improved")
        )
        counts = {"told_off": told, "improved": better, "share": percent(better / told)}
        self.more.html = f"<p>{SAID['more'].format(sessions=GAMES, **counts)}</p>"

    def _on_draw(self) -> None:
        if self.day < beads.DAYS:
            self.draw_day()
        else:
            self.reveal()

    def _name_the_button(self) -> None:
        over, self.draw.disabled = self.day >= beads.DAYS, False
        label = SAID["button_system"] if over else SAID["draw"].format(day=self.day + 1)
        self.draw.label = label

    def _revealed(self) -> str:
        chance = percent(beads.chance_of_improving())
        followed = {"told_off": self.followed.told_off, "improved": self.followed.improved}
        own = {"lower": f"{self.result.lower:.1f}", "upper": f"{self.result.upper:.1f}"}
        first = [SAID["next_day"].format(**followed)]
        if 2 * self.followed.improved > self.followed.told_off:
            first.append(SAID["looks"])
        first += [SAID["theory"].format(chance=chance), SAID["praised"]]
        if guess := SAID["guesses"].get(self.guess.value):
            first.append(SAID["guessed"].format(guess=guess, chance=chance))
        limits = SAID["own_limits"].format(paddles=self.session.counts.size, **own)
        return f"<p>{limits} {SAID['draw_note']}</p><p>{' '.join(first)}</p>"


def _managed(session: beads.Session, day: int) -> str:
    """Say what a manager might: a slogan, praise, a telling-off, and what became of yesterday's."""
    first, last = _ends(session, day)
    said = [
        f"<em>{SAID['slogan'].format(day=day + 1, slogan=SAID['slogans'][day])}</em>",
        SAID["best"].format(worker=NAMES[first], count=session.counts[first, day]),
        SAID["worst"].format(worker=NAMES[last], count=session.counts[last, day]),
    ]
    if day:
        praised, told = _ends(session, day - 1)
        said.append(_since(SAID["told_yesterday"], session, told, day))
        said.append(_since(SAID["praised_yesterday"], session, praised, day))
    return "".join(f"<p>{sentence}</p>" for sentence in said)


def _ends(session: beads.Session, day: int) -> tuple[int, int]:
    order = session.ranking(day)
    return order[0], order[-1]


def _since(sentence: str, session: beads.Session, worker: int, day: int) -> str:
    before, after = session.counts[worker, day - 1 : day + 1]
    return sentence.format(worker=NAMES[worker], before=before, after=after)
