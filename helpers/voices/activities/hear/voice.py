"""One voice: what is not heard, where it is carried, how it is credited, when an answer comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helpers.page import words
from helpers.page.forms import Choice
from helpers.page.layout import Activity, card
from helpers.page.part import Markup
from helpers.page.rhythm import ask
from helpers.voices.activities.dated import DayInCalendar

WORDS = words.load("voices")
SAID = WORDS["hear"]


class OneVoice(Activity):
    """
    Carry one voice, so that nobody could be found by it.

    Examples
    --------
    >>> voice = OneVoice()
    >>> voice.credit.answer("not_asked")
    >>> voice.advice.html.startswith("<p>Ask them first")
    True
    """

    def __init__(self, journal=None, now: Callable[[], datetime] | None = None):
        def box(name: str):
            return ask("voices", name, rows=2, journal=journal)

        def choice(name: str, options: dict[str, str]) -> Choice:
            return Choice("", options, **words.question("voices", name, journal))

        self.who, self.hint = choice("hear_kind", SAID["kinds"]), Markup(live=True)
        self.named, self.said = box("hear_voice"), box("hear_said")
        self.where = box("hear_where")
        self.credit, self.advice = choice("hear_credit", SAID["credits"]), Markup(live=True)
        self.answer_no = box("hear_answer_no")
        self.back = DayInCalendar("hear_back", SAID, lambda: SAID["calendar_title"], journal, now)
        super().__init__(
            card(
                Markup(f"<h4>{SAID['carry_title']}</h4><p>{SAID['carry']}</p>"),
                Markup(f"<p class='kit-hint'>{SAID['carry_care']} {WORDS['support']}</p>"),
                self.who,
                self.hint,
                self.named,
                self.said,
                self.where,
                self.credit,
                self.advice,
                Markup(f"<p>{SAID['back']}</p>"),
                self.back,
                self.answer_no,
            )
        )
        self.who.observe(self._on_who, "value")
        self.credit.observe(self._on_credit, "value")

    def _on_who(self, change) -> None:
        hint = SAID.get(change["new"], "") if change["new"] in ("patient", "colleague") else ""
        self.hint.html = f"<p class='kit-hint'>{hint}</p>" if hint else ""

    def _on_credit(self, change) -> None:
        said = {"not_asked": "credit_first", "together": "credit_together"}.get(change["new"])
        self.advice.html = f"<p>{SAID[said]}</p>" if said else ""
