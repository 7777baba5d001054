"""Two emails: write what you would send, then see both over one line."""

from __future__ import annotations

from html import escape

from helpers.expectations.charts.core import falls_chart
from helpers.expectations.data import load_falls
from helpers.expectations.emails import nothing_changed
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Text
from helpers.page.layout import Activity, card, line, reveal, side_by_side, stack
from helpers.page.part import Button, Markup
from helpers.page.rhythm import ask

SAID = words.load("expectations")["two_emails"]


class WriteTwoEmails(Activity):
    """Write two short emails about a ward's falls; then look at them over the same steady ward."""

    def __init__(self, journal=None):
        self.april = ask("expectations", "email_april", journal=journal)
        self.may = ask("expectations", "email_may", journal=journal)
        self.shown = stack()
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            side_by_side(_month(SAID["april"], self.april), _month(SAID["may"], self.may)),
            Button(SAID["button"], self.reveal),
            self.shown,
        )

    def reveal(self) -> None:
        """Show both emails again, over the line that nothing had changed."""
        self.result = nothing_changed()
        said = self.result.say(SAID["result"])
        reveal(
            self.shown,
            side_by_side(_quoted(SAID["april"], self.april), _quoted(SAID["may"], self.may)),
            line(SAID["reveal"]),
            Markup("".join(f"<p>{sentence}</p>" for sentence in [said[0], SAID["after"]])),
            Figure(falls_chart(load_falls())),
            Markup("".join(f"<p>{sentence}</p>" for sentence in said[1:])),
        )


def _month(said: dict, box: Text):
    figures = f"<p class='eyebrow'>{said['months']}</p><p class='big'>{said['numbers']}</p>"
    return card(Markup(figures), box)


def _quoted(said: dict, box: Text):
    text = escape(box.value or "").strip() or "<em>You wrote nothing here.</em>"
    return card(
        Markup(
            f"<p class='eyebrow'>{said['months']}, {said['numbers']}</p>"
            f"<blockquote>{text}</blockquote>"
        )
    )
