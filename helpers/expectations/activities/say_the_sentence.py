"""Say the sentence: from either chair, one true thing not yet said."""

from __future__ import annotations

from functools import partial

from helpers.page import words
from helpers.page.forms import Choice, Text, Ticks
from helpers.page.layout import Activity, card, stack
from helpers.page.part import Markup

WORDS = words.load("expectations")
SAID = WORDS["say_the_sentence"]


class SayTheSentence(Activity):
    """Choose a chair, look at one moment, and rehearse one sentence."""

    def __init__(self, journal=None):
        asks = partial(words.question, "expectations", journal=journal)
        self.role = Choice("", SAID["roles"], **asks("sentence_role"))
        self.stance = Ticks("", SAID["stances"], **asks("sentence_stance"))
        self.example = Text(**asks("sentence_example"))
        self.safe = Text(**asks("sentence_safe"))
        self.unsaid = Text(**asks("sentence_unsaid"))
        self.how = Choice("", SAID["how"], inline=True, **asks("sentence_how"))
        self.chair = stack()
        self.kept = Markup(live=True)
        super().__init__(
            Markup(f"<p>{SAID['scene']} {SAID['both_sides']}</p><p>{SAID['care']}</p>"),
            self.role,
            self.chair,
        )
        self.role.observe(self._refresh, "value")
        self.unsaid.observe(self._on_said, "value")
        self.how.observe(self._on_said, "value")

    def _refresh(self, _change) -> None:
        role = self.role.value
        before = {"specialist": self._specialist, "leader": self._leader}.get(role)
        if before is None:
            self.chair.children = ()
            return
        starters = "".join(f"<li>{start}</li>" for start in SAID["starters"][role])
        support = Markup(f"<p class='eyebrow'>{WORDS['support']}</p>")
        begin = Markup(f"<p>Some ways to begin:</p><ul>{starters}</ul>")
        self.chair.children = (*before(), card(begin, self.unsaid, self.how, self.kept, support))

    def _specialist(self) -> tuple:
        return (
            self.stance,
            Markup(f"<p class='eyebrow'>{SAID['stances_note']}</p>"),
            self.example,
        )

    def _leader(self) -> tuple:
        said = SAID["leader"]
        return (Markup(f"<p>{said['mirror']}</p><p>{said['turn']}</p>"), self.safe)

    def _on_said(self, _change) -> None:
        done = (self.unsaid.value or "").strip() or self.how.value == "aloud"
        self.kept.html = f"<p>{SAID['kept']}</p>" if done else ""
