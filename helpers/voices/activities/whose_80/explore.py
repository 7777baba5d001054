"""Choose, see whom it touches, fill in the silence, look through other lenses: on any reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from helpers.page import words
from helpers.page.layout import Activity, reveal, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.whose_80.choose import ChooseFew
from helpers.voices.activities.whose_80.lens import ChooseLens, severity_weights
from helpers.voices.activities.whose_80.silence import FillSilence
from helpers.voices.activities.whose_80.touch import touch_html
from helpers.voices.eighty.few import Worst, worst
from helpers.voices.eighty.harm import Harm

SAID = words.load("voices")["whose_80"]


class Explore(Activity):
    """
    The Pareto of some reports, the choice, and behind a button all that follows from it.

    Parameters
    ----------
    harm : Harm
    kept : mapping
        The question under which the journal keeps the choice; empty where nothing is kept.
    end : sequence of parts
        What stands below, once all is shown.
    then : callable
        Called when the choice or a weight was changed, and when all is shown.
    first, truth, last
        As for `FillSilence`.
    label, title : str
        What is asked, and what the figure is called.

    Attributes
    ----------
    silence, lens : FillSilence and ChooseLens, or None
        None until the reader asked to see whose harm the choice would touch.
    """

    def __init__(
        self,
        harm: Harm,
        *,
        kept: Mapping[str, Any] | None = None,
        end: Collection = (),
        then: Callable[[], object] = lambda: None,
        first: str = "",
        truth: Mapping[str, int] | None = None,
        last: Collection[str] = (),
        label: str = "",
        title: str = "",
    ):
        self.harm, self._end, self._then = harm, tuple(end), then
        self._first, self._truth, self._last = first, truth, tuple(last)
        self.silence: FillSilence | None = None
        self.lens: ChooseLens | None = None
        asked = dict(kept or {})
        self.choose = ChooseFew(harm, self.refresh, kept=asked, label=label, title=title, last=last)
        self.touch, self.shown = Markup(live=True), stack()
        self.show = Button(SAID["button"], self.reveal)
        super().__init__(self.choose, self.show, self.shown)

    def reveal(self) -> None:
        """Show whose harm the choice touches, then the sliders and the lenses, and go there."""
        reveal(self.shown, *self._built())

    def stand_open(self) -> None:
        """Show the same to somebody who comes back, without moving the page."""
        if not self.shown.children:
            self.shown.children = self._built()

    def _built(self) -> tuple:
        self.silence = self.lens = None
        self.silence = FillSilence(
            self.harm,
            self.choice,
            self.worsts,
            self._on_silence,
            first=self._first,
            truth=self._truth,
            last=self._last,
        )
        self.lens = ChooseLens(self.harm, self.choice, self._shares, self.refresh, last=self._last)
        self.refresh()
        return (self.touch, self.silence, self.lens, *self._end)

    def choice(self) -> tuple[tuple[str, ...], bool]:
        """Return the themes chosen, and whether the reader ticked them."""
        return self.choose.chosen, bool(self.choose.ticked)

    def worsts(self) -> tuple[Worst, ...]:
        """Return where each group's harm weighs most, with the weights that stand in the boxes."""
        return worst(self.harm, self.points(), skip=self._last)

    def points(self) -> tuple[float, ...]:
        """Return what each severity counts for: what stands in the boxes, or ours where one is empty."""
        weights = self.lens.weights.severity if self.lens else ()
        whole = len(weights) == len(self.harm.severities) and np.isfinite(weights).all()
        return tuple(weights) if whole else severity_weights(self.harm)

    def refresh(self) -> None:
        """Say and draw everything for the choice and the weights that stand now."""
        if self.silence is None or self.lens is None:
            return
        stand_in = "" if self.choose.ticked else f"<p>{SAID['stand_in']}</p>"
        self.touch.html = stand_in + touch_html(
            self.harm, self.choose.chosen, self.worsts(), self.points()
        )
        self.silence.refresh()
        self.lens.refresh()
        self._then()

    def _on_silence(self) -> None:
        if self.lens is not None:
            self.lens.refresh()

    def _shares(self) -> np.ndarray:
        return self.silence.shares if self.silence else np.ones(len(self.harm.groups))
