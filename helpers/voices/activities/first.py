"""Who gets it first: something new spreads, and the gap grows while the average rises."""

from __future__ import annotations

from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.figures import Figure
from helpers.page.forms import Choice, Slider, Text
from helpers.page.layout import Activity, fold, line, stack
from helpers.page.part import Button, Markup
from helpers.voices.charts.uptake import NAMES, curves, gaps
from helpers.voices.uptake import POLICIES, Policy, Uptake, spread

SAID = words.load("voices")["first"]
START = {"lag": 12, "span": 14, "cost": 1.0}  # what the sliders begin with
AFTER = (12, 24)  # months at which the policies are compared


class WhoGetsItFirst(Activity):
    """
    Let something new spread under four policies with the same effort, and compare the gaps.

    Examples
    --------
    >>> activity = WhoGetsItFirst()
    >>> activity.reveal()
    >>> activity.policy.answer("least_first")
    >>> f"{activity.result.gap.max():.2f}"
    '0.04'
    """

    curves: Figure
    gaps: Figure

    def __init__(self, journal=None):
        self.guess = Choice(SAID["guess"], SAID["guesses"])
        self.show = Button(SAID["button"], self.reveal)
        self.shown = stack()
        asks = [
            Text(**words.question("voices", name, journal)) for name in ("first_last", "first_who")
        ]
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"), self.guess, self.show, self.shown, *asks
        )

    @property
    def result(self) -> Uptake:
        """The spread under the policy that is chosen."""
        return self._spread(self.policy.value or "universal")

    def reveal(self) -> None:
        """Show the spread with the same effort for all, and offer the other policies."""
        if self.shown.children:
            self.curves.come_into_view()
            return
        self.policy = Choice(SAID["choose"], SAID["policies"], value="universal")
        self.lag = Slider(SAID["lag"], 0, 18, unit=SAID["months"], value=START["lag"])
        self.span = Slider(SAID["span"], 6, 24, unit=SAID["months"], value=START["span"])
        self.cost = Slider(SAID["cost"], 1, 3, step=0.25, unit=SAID["times"], value=START["cost"])
        self.means, self.said = Markup(live=True), Markup(live=True)
        self.compared = Markup()
        first = self._spread("universal")
        self.curves, self.gaps = Figure(curves(first)), Figure(gaps(first, first))
        assumed = fold(SAID["assume"], None, self._assumptions)
        parts = (self.policy, self.means, self.curves, self.said, self.gaps, self.compared)
        self.shown.children = (*parts, assumed, line(SAID["reading"]))
        for control in (self.policy, self.lag, self.span, self.cost):
            control.observe(self._refresh, "value")
        self._refresh()
        self.policy.come_into_view()

    def as_at_first(self) -> None:
        """Put the assumptions back to what they were."""
        self.lag.value, self.span.value, self.cost.value = START.values()

    def _assumptions(self):
        again = Button(SAID["again"], self.as_at_first, quiet=True)
        note = Markup(f"<p>{SAID['assumed']}</p>")
        return stack(note, self.lag, self.span, self.cost, again)

    def _spread(self, policy: Policy) -> Uptake:
        return spread(policy, lag=self.lag.value, span=self.span.value, cost=self.cost.value)

    def _refresh(self, _change=None) -> None:
        found = self.result
        universal = self._spread("universal")
        self.curves.redraw(curves(found))
        self.gaps.redraw(gaps(found, universal))
        self.means.html = f"<p>{SAID['means'][found.policy]}</p>"
        self.said.html = self._told(found)
        self.compared.html = _table([self._spread(name) for name in POLICIES])

    def _told(self, found: Uptake) -> str:
        rising = found.policy == "universal" and found.risen(found.widest) > 0
        facts = {
            "month": found.widest,
            "risen": f"{100 * found.risen(found.widest):.0f}",
            "gap": f"{100 * found.gap.max():.0f}",
            "behind": NAMES[found.behind].lower(),
            "average": percent(float(found.average[AFTER[0]])),
        }
        said = [SAID["praised" if rising else "behind"].format(**facts)]
        if rising and (guess := SAID["guesses"].get(self.guess.value)):
            said.insert(0, SAID["guessed"].format(guess=guess))
        if found.policy == "least_first":
            said = [SAID["cost_first"].format(**facts)]
        return f"<p>{' '.join(said)}</p><p class='eyebrow'>{SAID['illustrative']}</p>"


def _table(all_of_them: list[Uptake]) -> str:
    said = SAID["table"]
    heads = (said["policy"], said["widest"], *(said["after"].format(month=m) for m in AFTER))
    body = ""
    for one in all_of_them:
        widest = said["gap"].format(gap=f"{100 * one.gap.max():.0f}", month=one.widest)
        reached = [
            said["reached"].format(
                all=percent(float(one.average[month])),
                least=percent(float(one.coverage[month].min())),
            )
            for month in AFTER
        ]
        cells = zip(heads[1:], (widest, *reached), strict=True)
        body += f"<tr><th scope='row'>{SAID['policies'][one.policy]}</th>" + "".join(
            f"<td data-says='{head}'>{cell}</td>" for head, cell in cells
        )
    columns = "".join(f"<th scope='col'>{head}</th>" for head in heads)
    return (
        f"<table class='kit-sentences'><caption>{said['caption']}</caption>"
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    )
