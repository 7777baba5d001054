"""Another lens in one click: what a bar counts, and whose value choice that is."""

from __future__ import annotations

from collections.abc import Callable, Collection

from helpers.page import words
from helpers.page.figures import Drawing, Figure
from helpers.page.forms import Choice, Select, show_problem
from helpers.page.layout import Activity, Fold, fold, stack
from helpers.page.part import Markup
from helpers.voices.activities.whose_80 import said as says
from helpers.voices.activities.whose_80.silence import Choice as Chosen
from helpers.voices.activities.whose_80.weights import SetWeights
from helpers.voices.charts.eighty import key_of, places
from helpers.voices.eighty.few import moves
from helpers.voices.eighty.harm import Harm
from helpers.voices.eighty.lenses import (
    DEPRIVATION_WEIGHTS,
    LENSES,
    SEVERITY_WEIGHTS,
    Lens,
    Weights,
    weigh,
)

WORDS = words.load("voices")["whose_80"]
SAID, SILENCE = WORDS["lenses"], WORDS["silence"]


class ChooseLens(Activity):
    """
    Choose what a bar counts; the figure comes with the first choice.

    Parameters
    ----------
    harm : Harm
    choice : callable
        The themes chosen, and whether the reader ticked them.
    shares : callable
        For each group the share of its harm that is reported.
    then : callable
        Called when a weight was changed.
    last : collection of str
        Themes that gather others.
    """

    def __init__(
        self,
        harm: Harm,
        choice: Chosen,
        shares: Callable,
        then: Callable[[], object],
        *,
        last: Collection[str] = (),
    ):
        self.harm, self._choice, self._shares, self._last = harm, choice, shares, tuple(last)
        self.before = weigh(harm).pareto(last=self._last)
        names: dict[str, str] = {each: SAID["names"][each] for each in LENSES if _fits(harm, each)}
        self.lens_choice = Choice(SAID["ask"], names, inline=True)
        groups = {name: name for name in harm.groups}
        self.group = Select(SAID["group"], groups, value=harm.groups[0])
        self.severity = SetWeights(harm.severities, severity_weights(harm), then)
        self.fifths = SetWeights(WORDS["fifths"]["names"], DEPRIVATION_WEIGHTS, then)
        self.folds: dict[str, Fold] = {
            "severity": fold(SAID["weights_title"], None, lambda: self.severity),
            "deprivation": fold(SAID["weights_title"], None, lambda: self.fifths),
        }
        self.whose, self.about, self.drawn = Markup(live=True), Markup(), stack()
        self.figure = Figure(self._drawing())
        head = Markup(f"<h3>{SAID['title']}</h3><p>{SAID['lead']}</p>")
        parts = (self.lens_choice, self.group, self.whose, *self.folds.values(), self.drawn)
        super().__init__(head, *parts)
        self.lens_choice.observe(lambda _change: self.refresh(), "value")
        self.group.observe(lambda _change: self.refresh(), "value")
        self.refresh()

    @property
    def lens(self) -> Lens:
        """The lens chosen; every report alike where none is."""
        return self.lens_choice.value or "count"

    @property
    def weights(self) -> Weights:
        """What stands in the boxes."""
        return Weights(self.severity.weights, self.fifths.weights)

    def refresh(self) -> None:
        """Draw and say what stands now; where a lens lacks a number, keep what was there."""
        chosen = self.lens_choice.value
        self.group.layout.display = "" if chosen == "group" else "none"
        for name, part in self.folds.items():
            part.layout.display = "" if chosen == name else "none"
        said = f"<p><strong>{SAID['choice']}</strong> {SAID['choices'][self.lens]}</p>"
        self.whose.html = said if chosen else ""
        if chosen:
            show_problem(self.lens_choice, lambda: self.figure.redraw(self._drawing()))
        self.drawn.children = (self.figure, self.about) if chosen else ()

    def _drawing(self) -> Drawing:
        lens, (chosen, _), shares = self.lens, self._choice(), self._shares()
        group, silent = self.group.value if lens == "group" else None, bool((shares < 1).any())
        seen = weigh(self.harm, lens, shares=shares, weights=self.weights, group=group)
        now, few, counted = seen.pareto(last=self._last), len(chosen), lens == "count"
        lead = SILENCE["if_so_seen" if silent else "seen"]
        found = moves(self.before, now, few)
        crossed = (*found.entered, *found.left) if lens != "group" else ()
        unit = SAID["units"]["count_if" if counted and silent else lens]
        counts = f"<p class='eyebrow'>{SAID['counts'].format(unit=unit)}</p>"
        key = key_of(says.number(few), same_scale=counted)
        self.about.html = counts + key + says.about(crossed, seen.mostly)
        return places(
            self.before,
            now,
            few=few,
            chosen=chosen,
            finding=says.moved(found, few, lead),
            unit=unit,
            same_scale=counted,
            title=SAID["names"][lens] + (f": {group}" if group else ""),
        )


def _fits(harm: Harm, lens: Lens) -> bool:
    needed = {
        "rate": all(harm.people.get(name, 0) > 0 for name in harm.groups),
        "severity": len(harm.severities) > 1,
        "deprivation": len(harm.fifths) > 1,
        "group": len(harm.groups) > 1,
    }
    return needed.get(lens, True)


def severity_weights(harm: Harm) -> tuple[float, ...]:
    """Return our weights where they fit; else 1, 2, 3 and so on."""
    count = len(harm.severities)
    return SEVERITY_WEIGHTS if count == len(SEVERITY_WEIGHTS) else tuple(range(1, count + 1))
