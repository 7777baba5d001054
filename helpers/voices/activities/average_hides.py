"""The average hides: a rise of the whole, opened group by group, then tried with other mixes."""

from __future__ import annotations

from functools import partial

from helpers.intake import Problem
from helpers.page import words
from helpers.page.figures import Drawing, Figure
from helpers.page.forms import Choice, Slider
from helpers.page.layout import Activity, line, row, side_by_side, stack
from helpers.page.part import Button, Markup
from helpers.page.rhythm import ask
from helpers.voices.average import Hidden
from helpers.voices.charts.average import before_and_after, points
from helpers.voices.mixes import SCENARIO, TO_FIND, Mix, mixed

SAID = words.load("voices")["average_hides"]
GROUPS = ("first", "other")
SMALL = 50  # people in a group, below which the page says: ask them


class TheAverageHides(Activity):
    """
    Read a report of one average, open it group by group, and try other mixes.

    Examples
    --------
    >>> activity = TheAverageHides()
    >>> activity.show("first"), activity.show("other")
    (None, None)
    >>> activity.smaller_change.answer(20)
    >>> activity.result.outcome.value, activity.result.turned
    ('stays', False)
    """

    def __init__(self, journal=None):
        self.result, self._resting = mixed(SCENARIO), False
        self.opened, self.found = set[str](), set[str]()
        self.guess = Choice(SAID["first"], SAID["guesses"], inline=True)
        self.figure = Figure(self._drawing(SCENARIO, self.result))
        self.buttons = {
            name: Button(SAID[f"button_{name}"], partial(self.show, name)) for name in GROUPS
        }
        self.shown = stack()
        self.only = ask("voices", "average_only", rows=2, journal=journal)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p class='big'>{SAID['big']}</p>"),
            self.guess,
            Markup(f"<p>{SAID['open']}</p>"),
            row(*self.buttons.values()),
            self.figure,
            self.shown,
            self.only,
        )

    def show(self, name: str) -> None:
        """Show one group in the figure; with both there, what the average hides."""
        if name not in self.opened:
            self.opened.add(name)
            self.buttons[name].disabled = True
            self._redraw()
        if not self.shown.children and self.opened == set(GROUPS):
            self._open()

    def again(self) -> None:
        """Set the controls back to the report."""
        self._resting = True
        for name, control in self._controls().items():
            control.answer(str(SCENARIO.people) if name == "people" else getattr(SCENARIO, name))
        self._resting = False
        self._refresh()

    @property
    def mix(self) -> Mix:
        """The mix that the controls stand at."""
        if not self.shown.children:
            return SCENARIO
        parts = {name: control.value for name, control in self._controls().items()}
        return Mix(**parts | {"people": int(parts["people"] or SCENARIO.people)})

    def _open(self) -> None:
        said = SAID["controls"]
        self.smaller = Slider(said["smaller"], 1, 50, value=SCENARIO.smaller)
        self.larger_change, self.smaller_change = (
            Slider(said[name], -20, 40, step=0.25, unit=SAID["unit"], value=getattr(SCENARIO, name))
            for name in ("larger_change", "smaller_change")
        )
        people = str(SCENARIO.people)
        self.people = Choice(said["people"], SAID["people"], value=people, inline=True)
        self.live, self.reads = Figure(self._drawing(SCENARIO, self.result)), Markup(live=True)
        self.outcomes, self.sought = Markup(), Markup()
        guess = SAID["guesses"].get(self.guess.value)
        self.shown.children = (
            *([Markup(f"<p>{SAID['said'].format(guess=guess)}</p>")] if guess else []),
            line(SAID["line"]),
            Markup(f"<p>{SAID['story']}</p><p class='eyebrow'>{SAID['ours']}</p>"),
            Markup(f"<p>{SAID['try']}</p>"),
            side_by_side(self.larger_change, self.smaller_change, self.smaller, self.people),
            row(Button(SAID["again"], self.again, quiet=True)),
            self.live,
            self.reads,
            Markup(f"<p>{SAID['four']}</p>"),
            self.outcomes,
            self.sought,
            Markup(f"<p class='eyebrow'>{SAID['note']}</p>"),
        )
        for control in self._controls().values():
            control.observe(self._refresh, "value")
        self._refresh()

    def _controls(self) -> dict:
        names = ("smaller", "larger_change", "smaller_change", "people")
        return {name: getattr(self, name) for name in names}

    def _refresh(self, _change=None) -> None:
        if self._resting:
            return
        try:
            self.result = mixed(self.mix)
        except Problem as problem:
            self.reads.html = f"<p class='kit-problem'>{problem}</p>"
            return
        self.found |= {name for name, holds in TO_FIND.items() if holds(self.result)}
        self.live.redraw(self._drawing(self.mix, self.result))
        self.reads.html = f"<p>{' '.join(read(self.result))}</p>"
        self.outcomes.html = _outcomes(self.result)
        self.sought.html = _sought(self.found)

    def _redraw(self) -> None:
        self.figure.come_into_view()
        self.figure.redraw(self._drawing(SCENARIO, mixed(SCENARIO)))

    def _drawing(self, mix: Mix, found: Hidden) -> Drawing:
        shares = {"whole": 100, "first": 100 - mix.smaller, "other": mix.smaller}
        names = {name: SAID["names"][name].format(share=f"{n:g}") for name, n in shares.items()}
        return before_and_after(found, names, ["whole", *self.opened])


def read(found: Hidden) -> list[str]:
    """Say in plain sentences what happened to all, to each group, and to the gap."""
    said, ways = SAID["reads"], found.ways
    change = f"{100 * abs(float(found.whole.change.value)):.1f}"
    told = [said["whole"][found.whole.way].format(change=change)]
    if set(ways) == {"fell"}:
        told.append(said["both"]["fell"])
    else:
        told += [
            said[way].format(name=said["groups"][name])
            for way, name in zip(ways, GROUPS, strict=True)
        ]
    gaps = [points(abs(gap)).removeprefix("+") for gap in (found.gap_before, found.gap_after)]
    told.append(said["gap"].format(before=gaps[0], after=gaps[1]))
    told.append(f"<strong>{said['outcome'][found.outcome]}</strong>")
    flags = {"turned": found.turned, "levelled_down": found.levelled_down}
    flags["hides"] = found.rises_while_one_falls
    told += [said[name] for name, holds in flags.items() if holds]
    if found.other.people_after < SMALL:
        told.append(said["small"].format(count=f"{found.other.people_after:g}"))
    return told


def _outcomes(found: Hidden) -> str:
    cards = "".join(
        f"<div class='kit-card{' kit-promise' if name == found.outcome else ''}'>"
        f"<p class='name'>{said['name']}"
        f"{' <span class=tag>✓ ' + SAID['this'] + '</span>' if name == found.outcome else ''}</p>"
        f"<p class='eyebrow'>{said['means']}</p></div>"
        for name, said in SAID["outcomes"].items()
    )
    return f"<div class='kit-two'>{cards}</div>"


def _sought(found: set[str]) -> str:
    items = "".join(
        f"<li>{text} <span class='tag'>{'✓ ' + SAID['found'] if name in found else SAID['not_found']}</span></li>"
        for name, text in SAID["to_find"].items()
    )
    return f"<p>{SAID['find']}</p><ul>{items}</ul>"
