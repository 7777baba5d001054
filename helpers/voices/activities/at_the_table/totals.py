"""From published totals: the share of one group in each body, with what chance allows."""

from __future__ import annotations

from html import escape

from helpers.intake import Problem
from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.figures import Figure
from helpers.page.forms import Number, Text, Ticks
from helpers.page.layout import Activity, fold, row, side_by_side, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.at_the_table.shortlist import FromShortlist
from helpers.voices.charts.panel import shares_chart
from helpers.voices.panel import Beside, Body, beside, body

SAID = words.load("voices")["at_the_table"]["totals"]
BODIES = SAID["bodies"]


class FromTotals(Activity):
    """
    Compare a panel with the people it decides for, from totals that were published or declared.

    Nothing typed here is kept; the numbers live in this object alone.
    """

    def __init__(self):
        self.agreed = Ticks(SAID["agree"], {"yes": SAID["agreed"]})
        self.source = Text(SAID["source"], rows=1, placeholder=SAID["source_example"])
        self.group = Text(SAID["group"], rows=1, placeholder=SAID["group_example"])
        self.counts = {key: Number(SAID["in_it"].format(body=b), 0) for key, b in BODIES.items()}
        self.totals = {key: Number(SAID["in_all"].format(body=b), 0) for key, b in BODIES.items()}
        self.said, self.shown = Markup(live=True), stack()
        self.result: list[Beside] = []
        pairs = [side_by_side(self.counts[key], self.totals[key]) for key in BODIES]
        buttons = row(
            Button(SAID["button"], self.show),
            Button(SAID["example_button"], self.use_example, quiet=True),
            Button(SAID["clear"], self.clear, quiet=True),
        )
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.agreed,
            self.source,
            self.group,
            *pairs,
            buttons,
            self.said,
            self.shown,
            fold(SAID["shortlist"]["title"], None, FromShortlist),
        )

    def use_example(self) -> None:
        """Fill in the totals of Willow, an invented trust, and show them."""
        example = SAID["example"]
        self.group.value, self.source.value = example["group"], example["source"]
        for key in BODIES:
            self.counts[key].value, self.totals[key].value = example[key]
        self.agreed.value = ["yes"]
        self.show()

    def clear(self) -> None:
        """Empty every box."""
        self.group.value = self.source.value = ""
        for box in (*self.counts.values(), *self.totals.values()):
            box.value = None
        self.agreed.value, self.said.html, self.shown.children = [], "", ()

    def show(self) -> None:
        """Show each body beside those it decides for; what was shown stays where that fails."""
        self.said.html = ""
        try:
            found = self._read()
        except Problem as problem:
            self.said.html = f'<p class="kit-problem">{escape(str(problem))}</p>'
            return
        *bodies, reference = found
        self.result = [beside(one, reference) for one in bodies]
        group = escape((self.group.value or "").strip()) or SAID["this_group"]
        drawing = shares_chart(found, reference, group, _first(self.result[0], group))
        told = "".join(f"<li>{_told(one)}</li>" for one in self.result)
        source = SAID["from"].format(source=escape((self.source.value or "").strip()))
        self.shown.children = (
            Figure(drawing),
            Markup(
                f"<ul>{told}</ul><p>{SAID['not_shown']}</p><p class='eyebrow'>{source}</p>",
                live=True,
            ),
        )

    def _read(self) -> list[Body]:
        """Return the bodies that were typed, those who are decided for last."""
        if not self.agreed.value:
            raise Problem(SAID["not_agreed"])
        if not (self.source.value or "").strip():
            raise Problem(SAID["no_source"])
        typed = [
            key
            for key in BODIES
            if self.counts[key].value is not None or self.totals[key].value is not None
        ]
        if len(typed) < 2:
            raise Problem(SAID["too_few"])
        return [body(BODIES[key], self.counts[key].value, self.totals[key].value) for key in typed]


def _first(found: Beside, group: str) -> str:
    here, there = found.here, found.there
    low, high = here.limits
    return str(
        SAID["finding"].format(
            body=here.name,
            group=group,
            count=here.count,
            total=here.total,
            share=percent(here.share),
            low=percent(low),
            high=percent(high),
            other=there.name,
            there=percent(there.share),
        )
    )


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _told(found: Beside) -> str:
    """Say what lot would give, what one seat changes, and the ratio with its interval."""
    here = found.here
    facts = {
        "body": f"<b>{here.name}</b>",
        "expected": f"{found.expected:,.{0 if found.expected >= 100 else 1}f}",
        "count": f"{here.count:,}",
        "total": f"{here.total:,}",
        "chance": percent(found.by_lot) if found.by_lot >= 0.01 else SAID["rare"],
        "points": f"{100 * here.step:.0f}" if here.step >= 0.01 else f"{100 * here.step:.1g}",
    }
    said = [SAID["fewer" if found.fewer else "more"].format(**facts)]
    if here.small:
        said.append(SAID["small"].format(**facts))
    ratio = found.ratio
    if ratio.lower == ratio.lower and ratio.upper == ratio.upper:
        numbers = {"ratio": f"{float(ratio.value):.2f}", "low": f"{float(ratio.lower):.2f}"}
        numbers["other"] = _inside(found.there.name)
        said.append(SAID["ratio"].format(**numbers, high=f"{float(ratio.upper):.2f}"))
    return " ".join(said)
