"""Fill in the silence: a slider for each group, and bars that change places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

import numpy as np

from helpers.page import words
from helpers.page.figures import Drawing, Figure
from helpers.page.forms import Select, Slider
from helpers.page.layout import Activity, fold, row, side_by_side
from helpers.page.part import Button, Markup
from helpers.voices.activities.whose_80 import said as says
from helpers.voices.activities.whose_80.quiet import quiet_html
from helpers.voices.charts.eighty import key_of, places
from helpers.voices.eighty.few import Worst, moves
from helpers.voices.eighty.harm import Harm
from helpers.voices.eighty.lenses import weigh
from helpers.voices.eighty.silence import break_even

WORDS = words.load("voices")["whose_80"]
SAID = WORDS["silence"]
EXAMPLE = 30  # of 100: low enough that a bar of Willow comes among the first three

Choice = Callable[[], tuple[tuple[str, ...], bool]]


class FillSilence(Activity):
    """
    Say how much of a group's harm is ever reported, and see what changes place.

    One slider stands above the bars, for the group that is looked at; all of them are in a fold.

    Parameters
    ----------
    harm : Harm
    choice : callable
        The themes chosen, and whether the reader ticked them.
    worsts : callable
        Where each group's harm weighs most.
    then : callable
        Called when a slider was moved.
    first : str
        The group that the example is about; the first one if none is named.
    truth : mapping of str to int
        For each group how many of 100 harms are reported, where that is known.
    last : collection of str
        Themes that gather others.
    """

    def __init__(
        self,
        harm: Harm,
        choice: Choice,
        worsts: Callable[[], tuple[Worst, ...]],
        then: Callable[[], object],
        *,
        first: str = "",
        truth: Mapping[str, int] | None = None,
        last: Collection[str] = (),
    ):
        self.harm, self._choice, self._worsts, self._then = harm, choice, worsts, then
        self._truth, self._last, self._moving = dict(truth or {}), tuple(last), False
        self.sliders = {name: _slider(name) for name in harm.groups}
        self.first = first or harm.groups[0]
        self.whose = Select(SAID["whose"], {name: name for name in harm.groups}, value=self.first)
        self.one = _slider(SAID["asked"])
        self.before = self.now = weigh(harm).pareto(last=self._last)
        self.key, self.told, self.quiet = Markup(), Markup(live=True), Markup()
        self.figure = Figure(self._drawing())
        self.refresh()
        every = fold(SAID["all"], None, lambda: side_by_side(*self.sliders.values()))
        quiet = fold(WORDS["quiet"]["title"], None, lambda: self.quiet)
        super().__init__(
            Markup(_lead()),
            self._try(),
            self.whose,
            self.one,
            self.figure,
            self.key,
            self.told,
            self._more(),
            Markup(f"<p class='eyebrow'>{SAID['evidence']}</p>"),
            every,
            quiet,
        )
        self.whose.observe(self._on_whose, "value")
        self.one.observe(self._on_one, "value")
        for slider in self.sliders.values():
            slider.observe(self._on_slider, "value")

    def _try(self) -> Button:
        label = SAID["try"].format(share=EXAMPLE, group=says.in_sentence(self.first))
        return Button(label, partial(self.press, {self.first: EXAMPLE}))

    def _more(self):
        """What is for after a guess of one's own: what was put in, and the way back."""
        truth = [Button(SAID["truth"], partial(self.press, self._truth), quiet=True)]
        back = Button(SAID["undo"], self.undo, quiet=True)
        return row(*(truth if self._truth else []), back)

    @property
    def shares(self) -> np.ndarray:
        """For each group the share of its harm that is reported, as the sliders say."""
        return np.array([slider.value for slider in self.sliders.values()]) / 100

    @property
    def silent(self) -> bool:
        """Whether any silence is filled in."""
        return bool((self.shares < 1).any())

    def set(self, shares: Mapping[str, int]) -> None:
        """Move some sliders at once; of one alone, look at its group."""
        self._moving = True
        for name, value in shares.items():
            self.sliders[name].value = value
        if len(shares) == 1:
            [self.whose.value] = shares
        self._moving = False
        self._follow()
        self._moved()

    def press(self, shares: Mapping[str, int]) -> None:
        """Move some sliders, and bring the one above the bars into view with them."""
        self.set(shares)
        self.one.come_into_view()

    def undo(self) -> None:
        """Go back to the year as reported."""
        self.press(dict.fromkeys(self.sliders, 100))

    def _moved(self) -> None:
        self.refresh()
        self._then()

    def _follow(self) -> None:
        """Have the one slider above the bars show the group that is looked at."""
        group, was = self.whose.value or self.first, self._moving
        self._moving = True
        self.one.value = self.sliders[group].value
        self._moving = was

    def _on_whose(self, _change) -> None:
        self._follow()

    def _on_one(self, change) -> None:
        if not self._moving:
            self.sliders[self.whose.value or self.first].value = change["new"]

    def _on_slider(self, _change) -> None:
        if not self._moving:
            self._follow()
            self._moved()

    def refresh(self) -> None:
        """Draw and say what stands now."""
        self.now = weigh(self.harm, shares=self.shares).pareto(last=self._last)
        chosen, ticked = self._choice()
        few = says.number(len(chosen))
        self.figure.redraw(self._drawing())
        self.key.html = key_of(few, same_scale=True)
        self.told.html = self._said(chosen, ticked)
        self.quiet.html = quiet_html(self.harm, self._worsts(), len(chosen))

    def _drawing(self) -> Drawing:
        chosen, _ = self._choice()
        return places(
            self.before,
            self.now,
            few=len(chosen),
            chosen=chosen,
            finding=self._finding(len(chosen)),
            unit=WORDS["lenses"]["units"]["count_if" if self.silent else "count"],
            same_scale=True,
        )

    def _finding(self, few: int) -> str:
        if not self.silent:
            return str(SAID["as_reported"])
        return says.moved(moves(self.before, self.now, few), few, SAID["if_so"])

    def _said(self, chosen: tuple[str, ...], ticked: bool) -> str:
        found = moves(self.before, self.now, len(chosen))
        mostly = weigh(self.harm, shares=self.shares).mostly
        parts = [self._heard_least(chosen, ticked)] if self.silent else []
        parts.append(says.about((*found.entered, *found.left), mostly))
        if self.now.close_call(len(chosen)):
            parts.append(f"<p>{SAID['close'].format(few=says.number(len(chosen)))}</p>")
        if self._truth and all(self.sliders[name].value == at for name, at in self._truth.items()):
            parts.append(f"<p>{SAID['truth_told']}</p>")
        elif self.silent:
            parts.append(f"<p class='eyebrow'>{SAID['tag']}</p>")
        return "".join(parts)

    def _heard_least(self, chosen: tuple[str, ...], ticked: bool) -> str:
        found = self._worsts()
        least = np.flatnonzero(np.isclose(self.shares, self.shares.min()))
        told = says.heard_least([found[at] for at in least], found, chosen, ticked)
        quiet = found[least[0]]
        if len(least) > 1 or not quiet.theme or quiet.theme in chosen:
            return told
        share = self._break_even(quiet.theme, int(least[0]), len(chosen))
        return told + f"<p>{says.break_even_line(share, len(chosen))}</p>"

    def _break_even(self, theme: str, group: int, few: int) -> int | None:
        """Of 100 harms to a group, how many reported bring its theme in; other groups as set."""
        heard = self.shares.copy()
        heard[group] = 1
        amounts = weigh(self.harm, shares=heard).amounts
        return break_even(amounts, self.harm.themes.index(theme), group, few)


def _slider(name: str) -> Slider:
    return Slider(name, 5, 100, step=5, unit=SAID["unit"], value=100)


def _lead() -> str:
    return f"<h3>{SAID['title']}</h3><p>{SAID['lead']}</p><p>{SAID['ask']}</p>"
