"""From shortlist to post: how many times as likely people of one group were to be appointed."""

from __future__ import annotations

from html import escape

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Number
from helpers.page.layout import Activity, row, side_by_side
from helpers.page.part import Button, Markup
from helpers.voices.panel import body, likelihood

SAID = words.load("voices")["at_the_table"]["totals"]["shortlist"]
GROUPS = SAID["groups"]


class FromShortlist(Activity):
    """Type appointed and shortlisted for two groups; nothing typed here is kept."""

    def __init__(self):
        self.appointed = {
            k: Number(SAID["appointed"].format(group=g), 0) for k, g in GROUPS.items()
        }
        self.listed = {k: Number(SAID["listed"].format(group=g), 0) for k, g in GROUPS.items()}
        self.said = Markup(live=True)
        pairs = [side_by_side(self.listed[key], self.appointed[key]) for key in GROUPS]
        example = Button(SAID["example_button"], self.use_example, quiet=True)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            *pairs,
            row(Button(SAID["button"], self.show), example),
            self.said,
        )

    def use_example(self) -> None:
        """Fill in the totals of Willow, an invented trust, and show them."""
        for key in GROUPS:
            self.appointed[key].value, self.listed[key].value = SAID["example"][key]
        self.show()

    def show(self) -> None:
        """Say how likely each group was to be appointed, and the ratio with its interval."""
        try:
            first, other = (
                body(name, self.appointed[key].value, self.listed[key].value)
                for key, name in GROUPS.items()
            )
        except Problem as problem:
            self.said.html = f'<p class="kit-problem">{escape(str(problem))}</p>'
            return
        found = likelihood(first, other)
        facts = {
            "first": f"{first.count} of {first.total}",
            "other": f"{other.count} of {other.total}",
            "ratio": f"{float(found.value):.2f}",
            "low": f"{float(found.lower):.2f}",
            "high": f"{float(found.upper):.2f}",
        }
        known = found.value == found.value
        key = "no_ratio" if not known else "unsure" if found.lower <= 1 <= found.upper else "sure"
        text = SAID["result"].format(**facts) if known else SAID["counts"].format(**facts)
        self.said.html = f"<p>{text} {SAID[key]}</p><p class='eyebrow'>{SAID['published']}</p>"
