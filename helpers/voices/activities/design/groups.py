"""Groups: what is planned, then the choices in folds, a few at a time."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.page.layout import Activity, Fold, card, fold, side_by_side, stack
from helpers.page.part import Markup
from helpers.voices.activities.design import shown
from helpers.voices.activities.design.form import WORDS, Form
from helpers.voices.process_design import Plan, Warned, asked

SAID = WORDS["said"]
SITTING = ("start", "minutes", "people")  # what only something with a beginning and an end has


class Groups(Activity):
    """The first questions of a plan, and a fold for each group of choices that matters to it."""

    def __init__(self, form: Form):
        self._form = form
        fields = form.fields
        self.basics = stack(
            fields["title"],
            side_by_side(fields["day"], fields["start"], fields["days_open"]),
            side_by_side(fields["minutes"], fields["people"]),
            fields["promised"],
            fields["contact"],
        )
        self.lines = {name: Markup(live=True) for name in WORDS["groups"]}
        self.folds = {name: self._fold(name) for name in WORDS["groups"]}
        lead = f"<h3>{SAID['choices']}</h3><p>{SAID['choices_lead']}</p>"
        self.rest = stack(
            Markup(f"{lead}<p class='eyebrow'>{SAID['ours']}</p>"), *self.folds.values()
        )
        super().__init__(card(fields["kind"], fields["place"], self.basics), self.rest)

    def show(self, plan: Plan, found: Sequence[Warned]) -> None:
        """Show what matters to this plan, and what its choices may mean for somebody."""
        fields, written = self._form.fields, plan.is_written
        _seen(fields["place"], plan.kind in ("event", "workshop"))
        _seen(self.basics, plan.kind is not None)
        _seen(self.rest, plan.kind is not None)
        for name in SITTING:
            _seen(fields[name], not written)
        _seen(fields["days_open"], written)
        mattering = {choice.id: choice for choice in asked(plan)}
        for name, field in self._form.choices.items():
            _seen(field, name in mattering)
        for group, box in self.folds.items():
            here = [choice.id for choice in mattering.values() if choice.group == group]
            _seen(box, bool(here))
            warned = [one for one in found if one.group == group]
            self.lines[group].html = shown.brief(warned)
            left = sum(not plan.choices.get(choice) for choice in here)
            box.head.label = _titled(group, left, len(warned))

    def _fold(self, group: str) -> Fold:
        choices = [
            self._form.choices[name]
            for name, rule in WORDS["choices"].items()
            if rule["group"] == group
        ]
        return fold(WORDS["groups"][group], None, lambda: stack(*choices, self.lines[group]))


def _seen(widget, wanted: bool) -> None:
    display = "" if wanted else "none"
    if (widget.layout.display or "") != display:
        widget.layout.display = display


def _titled(group: str, left: int, warned: int) -> str:
    """Return a fold's title with what is in it to do: never a score."""
    notes = []
    if warned:
        notes.append(SAID["group_look"].format(count=warned))
    if left:
        notes.append(
            SAID["group_open_one"] if left == 1 else SAID["group_open_many"].format(count=left)
        )
    return " · ".join([WORDS["groups"][group], *notes])
