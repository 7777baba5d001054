"""Board: one plan on the page, from its person to its files; everything follows each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from helpers.page.layout import Activity, card, fold, row, stack
from helpers.page.part import Button, Markup, Told
from helpers.voices.activities.design import shown
from helpers.voices.activities.design.away import TakeAway
from helpers.voices.activities.design.form import WORDS, Form
from helpers.voices.activities.design.groups import Groups
from helpers.voices.activities.design.warned import WarningList
from helpers.voices.process_design import (
    Plan,
    Warned,
    changed,
    invitation,
    look_at,
    on_purpose,
    open_points,
)

SAID = WORDS["said"]


class Board(Activity):
    """The fields of a plan, and what follows from them, live."""

    def __init__(self, form: Form, now: Callable[[], datetime], note: str = ""):
        self.form, self._now, self._busy = form, now, False
        self._back: Mapping[str, Any] = {}
        self._plan: Plan | None = None
        self.groups = Groups(form)
        self.opened, self.sheet, self.tasks = Markup(), Markup(), Markup()
        self.told = Markup(live=True)
        self.eyes = Markup()
        self.undo = Button(SAID["undo"], self.take_back, quiet=True)
        self.undo.layout.display = "none"
        below = (self.told, row(self.undo))
        self.warnings = WarningList(form, self.make_change, self.refresh, *below)
        self.letter = Markup(live=True)
        letter = form.fields["invitation"]
        self.away = TakeAway(lambda: self.plan, lambda: letter.value or "", now, note)
        super().__init__(Told(self._load), *self._top(), *self._results())
        for name, field in form.all.items():
            if name != "silent":
                field.observe(self.refresh, "value")
        self._plan = Plan()  # neither clock nor journal is read before it is shown
        self._show(self._plan, date.min)

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        if self._plan is None:
            self._plan = self.form.plan(self._today())
        return self._plan

    def refresh(self, _change=None) -> None:
        """Show everything that follows from the answers as they stand."""
        if self._busy:
            return
        self._plan = None
        self._show(self.plan, self._today())

    def _show(self, plan: Plan, today: date) -> None:
        found, kept = look_at(plan, today), on_purpose(plan, today)
        self.groups.show(plan, found)
        self.warnings.show(found, kept, bool(plan.choices))
        self.opened.html, left = shown.opened(plan), len(open_points(plan))
        self.left.head.label = SAID["open_count"].format(count=left) if left else SAID["open"]
        self.sheet.html, self.tasks.html = shown.sheet(plan, today), shown.tasks(plan, today)
        self.heading.html = (
            f"<h3>{SAID['run_sheet_written' if plan.is_written else 'run_sheet']}</h3>"
        )
        self.arrange.layout.display = "none" if plan.is_written else ""
        self.eyes.html = shown.eyes(self.form.fields["quietest"].value or "")
        self.away.caution.refresh()

    def make_change(self, warning: Warned) -> None:
        """Make the one easy change of a warning, and keep the way back."""
        before = self.plan
        after = changed(before, warning.id, self._today())
        values = _differences(before, after)
        held = self.form.values()
        self._back = {name: held[name] for name in values}
        self.fill(values)
        self._say(SAID["changed"].format(title=warning.title, undo=SAID["undo"]), back=True)

    def take_back(self) -> None:
        """Take back the last change that a button made."""
        self.fill(self._back)
        self._back = {}
        self._say(SAID["undone"])

    def draft(self) -> None:
        """Draft the invitation; an earlier text stays in the journal."""
        field = self.form.fields["invitation"]
        had = (field.value or "").strip()
        field.answer(invitation(self.plan))
        self.letter.html = f"<p>{SAID['invitation_old']}</p>" if had else ""

    def fill(self, values: Mapping[str, Any]) -> None:
        """Give several answers at once."""
        self._busy = True
        try:
            self.form.fill(values)
        finally:
            self._busy = False
        self.refresh()

    def _say(self, text: str, *, back: bool = False) -> None:
        self.told.html = f"<p>{text}</p>" if text else ""
        self.undo.layout.display = "" if back else "none"
        if text:
            self.told.come_into_view()

    def _load(self) -> str:
        """Read the journal, when the page shows the plan."""
        self._busy = True
        try:
            self.form.load()
        finally:
            self._busy = False
        self.refresh()
        return ""

    def _today(self) -> date:
        return self._now().date()

    def _top(self):
        fields = self.form.fields
        return (
            Markup(f"<p>{SAID['first']}</p>"),
            card(fields["quietest"], fields["silent"]),
            self.groups,
        )

    def _results(self):
        fields = self.form.fields
        self.heading = Markup()
        self.left = fold(SAID["open"], None, lambda: self.opened)
        self.arrange = fold(
            SAID["arrange"], None, lambda: stack(*(fields[n] for n in ("pace", "own", "own_where")))
        )
        write = Button(SAID["invitation_button"], self.draft)
        lead = Markup(f"<p>{SAID['invitation_lead']}</p>")
        letter = (lead, write, self.letter, fields["invitation"])
        return (
            self.warnings,
            self.left,
            self.heading,
            self.sheet,
            self.arrange,
            fold(SAID["checklist"], None, lambda: self.tasks),
            fold(SAID["invitation"], None, lambda: stack(*letter)),
            self.eyes,
            card(self.away),
        )


def _differences(before: Plan, after: Plan) -> dict[str, Any]:
    """Return what a change gives each field, by name."""
    found: dict[str, Any] = {
        name: value for name, value in after.choices.items() if before.choices.get(name) != value
    }
    for name in ("minutes", "days_open"):
        if getattr(before, name) != getattr(after, name):
            found[name] = getattr(after, name)
    for name in ("day", "promised"):
        value = getattr(after, name)
        if getattr(before, name) != value:
            found[name] = value.isoformat() if value else None
    return found
