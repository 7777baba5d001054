"""Where is it in ours: look for the twelve things in one real page of one's own organisation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from helpers import evidence
from helpers.page import words
from helpers.page.forms import Choice, Marks, show_problem
from helpers.page.layout import Activity, fold
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.start.activities.three_hats import TEXTS, core_cards
from helpers.start.days import said as said_day
from helpers.start.in_ours import Look, look

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("start")["in_ours"]
KNOWN = ("L-01", "L-03", "L-03-feedback")


class WhereIsItInOurs(Activity):
    """Mark what a page holds, hints at and leaves out; then say why that may be."""

    def __init__(self, journal: Journal | None = None, *, today: Callable[[], date] = date.today):
        self._today = today
        self._kept = words.prompt("start", "ours_kept")
        self.document = Choice(
            "", SAID["documents"], **words.question("start", "ours_document", journal)
        )
        self.marks = Marks(
            "",
            SAID["marks"],
            [{"id": card, "label": TEXTS[card], "html": TEXTS[card]} for card in core_cards()],
            **words.question("start", "ours", journal),
        )
        self.marks.asked = self.marks.label
        self.marks.placeholder = SAID["not_looked"]
        self.said = Markup(f"<p>{SAID['waiting']}</p>", live=True)
        self.told, self.history = Markup(live=True), Told(self._list)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            self.document,
            self.marks,
            self.said,
            Button(SAID["keep"], self.keep),
            self.told,
            self.history,
            Markup(f"<p>{SAID['then_write']}</p>"),
            ask("start", "ours_why", journal=journal),
            ask("start", "ours_give_up", journal=journal),
            fold(SAID["known"], None, _known),
        )
        for field in (self.document, self.marks):
            field.observe(lambda _change: self._refresh(), "value")

    @property
    def result(self) -> Look:
        """What was found, with the reader's own placing of the cards where there is one."""
        placed = self.marks.journal.latest_result("start.hats", {})
        return look(self.marks.value or {}, core_cards(), placed)

    def keep(self) -> None:
        """Keep this look with its date."""
        if not self.result.looked:
            self.told.html = f"<p class='kit-problem'>{SAID['nothing_kept']}</p>"
            return
        answers = {"document": self.document.value or "other", "marks": self.marks.value}
        show_problem(self.marks, lambda: self.marks.journal.write_audit(self._kept, answers))
        if not self.marks.problem:
            self.told.html = f"<p>{SAID['kept']}</p>"
            self.history.refresh()

    def _refresh(self) -> None:
        self.told.html = ""  # it was about what was marked before
        found = show_problem(self.marks, lambda: self.result)
        if found is not None:
            self.said.html = _sentences(found, _page(self.document.value))

    def _list(self) -> str:
        audits = self.marks.journal.audits(self._kept.id)
        if not audits:
            return ""
        entries = "".join(f"<li>{self._entry(one)}</li>" for one in reversed(audits))
        return f"<h3>{SAID['history']}</h3><ul>{entries}</ul>"

    def _entry(self, audit) -> str:
        found = look(audit.answers["marks"], core_cards())
        day = said_day(audit.at.astimezone().date(), self._today())
        document = _page(audit.answers["document"])
        return SAID["entry"].format(day=day, document=document, **_counts(found))


def _sentences(found: Look, document: str) -> str:
    if not found.looked:
        return f"<p>{SAID['waiting']}</p>"
    told = [SAID["result"].format(looked=found.looked, document=document, **_counts(found))]
    if found.own:
        one = "one_absent" if found.own_absent else "one_there"
        own = SAID["result_own"]["many" if found.own > 1 else one]
        told.append(own.format(count=found.own, absent=found.own_absent))
    return f"<p>{' '.join(told)}</p>"


def _counts(found: Look) -> dict[str, int]:
    return {"found": found.found, "hinted": found.hinted, "absent": found.absent}


def _page(document: str | None) -> str:
    return SAID["in_sentence"].get(document, SAID["some_page"])


def _known() -> Activity:
    cards = [Markup(evidence.card_html(evidence.fact(name))) for name in KNOWN]
    return Activity(Markup(f"<p>{SAID['known_scene']}</p>"), *cards)
