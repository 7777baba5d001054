"""Something changed? New limits with a reason, notes, a target; and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from helpers.expectations.own_measure import Changes, Plan
from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Field, Number, Select, Text, show_problem
from helpers.page.layout import Activity, fold, stack
from helpers.page.part import Button, Markup
from helpers.spc import Chart, suggest_rebase
from helpers.spc.said import when_texts

SAID = words.load("expectations")["own_measure"]["changes"]


class ChangeChart(Activity):
    """Step 4: each change makes a new plan and hands it to ``then``; a Problem leaves the old one."""

    def __init__(self, then: Callable[[Plan], None]):
        self._then = then
        self.plan: Plan | None = None
        self._whens: list[str] = []
        self._earlier: list[tuple[str, Changes]] = []
        self._build()
        self.said = Markup(live=True)
        self.undo = Button(SAID["undo"], self._on_undo, quiet=True)
        title = Markup(f"<h3 style='margin:0'>{SAID['title']}</h3>")
        asked = (self.question, self.agree, self.rebase, self.note, self.aim)
        super().__init__(title, *asked, self.said, self.undo)

    def _build(self) -> None:
        date = {"placeholder": SAID["choose"]}
        self.question, self._suggested = Markup(), 0
        self.agree = Button(SAID["suggested"], self._on_agree, quiet=True)
        self.rebase_at = Select(SAID["rebase_at"], {}, **date)
        self.reason = Text(SAID["reason"], rows=2)
        self.draw_new = Button(SAID["rebase_button"], self._on_rebase)
        self.rebase = _folded("rebase", self.rebase_at, self.reason, self.draw_new)
        self.note_at, self.words = Select(SAID["note_at"], {}, **date), Text(SAID["note_words"])
        self.put_note = Button(SAID["note_button"], self._on_note)
        self.note = _folded("note", self.note_at, self.words, self.put_note)
        self.target = Number(SAID["target"], step="any")
        self.use_target = Button(SAID["target_button"], self._on_target)
        self.aim = _folded("target", self.target, self.use_target)

    def show(self, plan: Plan, chart: Chart, *, afresh: bool = False) -> None:
        """Take on a plan; ``afresh`` forgets what could be undone, for another measure."""
        self.plan, self._whens = plan, when_texts(plan.when)
        if afresh:
            self._earlier, self.said.html = [], ""
            self.reason.value = self.words.value = ""
            places = {str(at): when for at, when in enumerate(self._whens)}
            for box, options in (
                (self.rebase_at, dict(list(places.items())[1:])),
                (self.note_at, places),
            ):
                box.value, box.options = None, options
        asked = suggest_rebase(chart)
        self._suggested = asked.start if asked else 0
        self.question.html = f"<p>{escape(asked.question)}</p>" if asked else ""
        self.agree.layout.display = "" if asked else "none"
        self.undo.layout.display = "" if self._earlier else "none"

    def _on_agree(self) -> None:
        self.rebase.unfold()
        self.rebase_at.value = str(self._suggested)

    def _on_rebase(self) -> None:
        if (at := self._chosen(self.rebase_at)) is not None:
            change = SAID["rebased"].format(when=self._whens[at])
            self._try(self.reason, change, lambda plan: plan.rebased(at, self.reason.value or ""))

    def _on_note(self) -> None:
        if (at := self._chosen(self.note_at)) is not None:
            change = SAID["noted"].format(when=self._whens[at])
            self._try(self.words, change, lambda plan: plan.noted(at, self.words.value or ""))

    def _on_target(self) -> None:
        def aim(plan: Plan) -> Plan:
            if self.target.value is None:
                raise Problem(SAID["target_missing"])
            return plan.aimed(float(self.target.value))

        self._try(self.target, SAID["aimed"].format(target=self.target.value), aim)

    def _chosen(self, box: Select) -> int | None:
        box.problem = "" if box.value else SAID["when_missing"]
        return int(box.value) if box.value else None

    def _try(self, control: Field, change: str, make: Callable[[Plan], Plan]) -> None:
        """Make the change if it can be drawn; what was there before can be had back."""

        def act() -> None:
            assert self.plan is not None
            before = (change, self.plan.changes)
            self._then(make(self.plan))
            self._earlier.append(before)
            self._say(SAID["done"], change)

        show_problem(control, act)

    def _on_undo(self) -> None:
        if self._earlier and self.plan is not None:
            change, changes = self._earlier.pop()
            self._then(replace(self.plan, changes=changes))
            self._say(SAID["undone"], change)

    def _say(self, text: str, change: str) -> None:
        self.said.html = f"<p>{escape(text.format(change=change))}</p>"
        self.undo.layout.display = "" if self._earlier else "none"


def _folded(name: str, *parts):
    """Return a fold with its sentence, if it has one, above its parts."""
    lead = [Markup(f"<p>{SAID[name]}</p>")] if name != "target" else []
    return fold(SAID[f"{name}_title"], None, lambda: stack(*lead, *parts))
