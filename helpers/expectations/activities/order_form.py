"""The order form: what you really ask for, what it does to the work, and the order rewritten."""

from __future__ import annotations

from functools import partial
from html import escape

from helpers.expectations.orders import compare, items, rewrite
from helpers.page import words
from helpers.page.forms import Choice, Marks, Text, Ticks, show_problem
from helpers.page.layout import Activity, stack
from helpers.page.part import Button, Markup

SAID = words.load("expectations")["order_form"]
MENU = items(SAID["items"])


class FillInTheOrderForm(Activity):
    """Mark what you ask for, guess what it does to the work, and rewrite the order."""

    def __init__(self, journal=None):
        asks = partial(words.question, "expectations", journal=journal)
        labels = {item.id: item.label for item in MENU}
        self.asked = Ticks("", labels, **asks("order_asked"))
        self.place = Choice("", SAID["places"], **asks("order_place"))
        self.guesses = Marks(
            "",
            SAID["effects"],
            [],
            **asks("order_guesses"),
            asked="what does it do to the work?",
            placeholder="Your guess",
        )
        self.guessing = stack(Markup(f"<p>{SAID['guess']}</p>"), self.guesses)
        self.shown = Markup(live=True)
        self.order = Text(rows=7, **asks("order_rewritten"))
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.asked,
            self.place,
            self.guessing,
            Button("Show your guesses beside our reading", self.reveal, quiet=True),
            self.shown,
            Button("Draft my order from these", self.draft, quiet=True),
            self.order,
        )
        self._refresh()
        self.asked.observe(self._refresh, "value")

    def reveal(self) -> None:
        """Lay the guesses beside what each thing asked for tends to do."""
        self.result = compare(self.asked.value or [], self.guesses.value or {}, MENU)
        if not self.result:
            self.shown.html = f"<p>{SAID['nothing_asked']}</p>"
            return
        rows = "".join(_compared(each) for each in self.result)
        self.shown.html = (
            "<table class='kit-sentences'><caption>What each tends to do, on its own</caption><thead><tr>"
            "<th scope='col'>You ask for</th><th scope='col'>Your guess</th>"
            f"<th scope='col'>Our reading</th></tr></thead><tbody>{rows}</tbody></table>"
            f"<p>{self._summary()}</p><p class='eyebrow'>{SAID['ours']}</p>"
        )

    def draft(self) -> None:
        """Write a first draft of the order; what stood there before is kept in the journal."""
        drafted = show_problem(
            self.place,
            lambda: rewrite(self.asked.value or [], self.place.value, MENU, SAID["order"]),
        )
        if drafted is None:
            self.place.come_into_view()
        else:
            self.order.value = drafted

    def _refresh(self, _change=None) -> None:
        asked = self.asked.value or []
        self.guesses.rows = [
            {"id": item.id, "label": item.label, "html": f"<p class='name'>{item.label}</p>"}
            for item in MENU
            if item.id in asked
        ]
        self.guessing.layout.display = "" if asked else "none"

    def _summary(self) -> str:
        guessed = [each for each in self.result if each.guess]
        surprises = sum(each.surprise for each in guessed)
        key = "skipped" if not guessed else "surprise" if surprises else "same"
        return SAID[f"result_{key}"].format(surprises=surprises, guessed=len(guessed))


def _compared(each) -> str:
    guess = SAID["effects"].get(each.guess, "not guessed")
    return (
        f"<tr><th scope='row'>{escape(each.item.label)}</th><td data-says='Your guess'>{guess}</td>"
        f"<td data-says='Our reading'><strong>{SAID['effects'][each.item.effect]}</strong>. {escape(each.item.tends_to)}</td></tr>"
    )
