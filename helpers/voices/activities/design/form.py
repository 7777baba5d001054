"""Form: the questions of a plan, each kept in the journal as it is given; and the plan they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Choice, Date, Field, Number, Select, Text, show_problem
from helpers.voices.process_design import (
    Plan,
    checked_day,
    checked_days_open,
    checked_end,
    checked_minutes,
    checked_people,
    checked_promised,
    own_items,
    run_sheet,
)

WORDS = words.load("voices.process_design")
HOURS = range(6 * 4, 22 * 4 + 1)  # quarters of an hour in which something may start

Values = dict[str, Any]


class Form:
    """
    The fields of one plan by name; ``kept`` in the journal, or only on the page, as an example is.

    Examples
    --------
    >>> form = Form(kept=False)
    >>> form.fields["kind"].answer("meeting")
    >>> form.plan(date(2026, 3, 2)).kind
    'meeting'
    """

    def __init__(self, journal=None, *, kept: bool = True):
        self._journal, self._kept = journal, kept
        self.fields: dict[str, Field] = self._basics() | self._arranging() | self._words()
        self.choices = {
            name: Choice(self._label(name), rule["options"], **self._asks(name))
            for name, rule in WORDS["choices"].items()
        }
        self.reasons: dict[str, str] = {}
        self._because: dict[str, Text] = {}

    @property
    def all(self) -> dict[str, Field]:
        """Every field that a plan is made of, by name."""
        return self.fields | self.choices

    def because(self, warning: str) -> Text:
        """Return the box for the reason to keep what a warning is about."""
        if warning not in self._because:
            box = Text(WORDS["said"]["because"], rows=2, **self._asks(f"because_{warning}"))
            box.placeholder = WORDS["said"]["because_placeholder"]
            box.on_shown()
            if not self._kept:
                box.answer(self.reasons.get(warning, ""))
            self._because[warning] = box
        return self._because[warning]

    def load(self) -> None:
        """Read every answer from the journal, also of fields that are folded away."""
        if not self._kept:
            return
        for field in (*self.all.values(), *self._because.values()):
            field.on_shown()
        journal = self.fields["quietest"].journal
        found = {
            name: journal.latest(f"voices.design_because_{name}") for name in WORDS["warnings"]
        }
        self.reasons = {name: kept.value for name, kept in found.items() if kept and kept.value}

    def give_reason(self, warning: str, reason: str) -> None:
        """Keep a reason; an empty one takes it back."""
        self.because(warning).answer(reason)
        self.reasons[warning] = reason.strip()

    def values(self) -> Values:
        """Return every answer by name, reasons too."""
        given = {name: field.value for name, field in self.all.items()}
        return given | {f"because_{name}": why for name, why in self.reasons.items() if why}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Give the answers of some fields; reasons begin with ``because_``."""
        for name, value in values.items():
            if name.startswith("because_"):
                self.give_reason(name.removeprefix("because_"), value or "")
            elif (self.all[name].value or None) != (value or None):
                self.all[name].answer(value)

    def emptied(self) -> Values:
        """Return the values of an empty plan."""
        texts = {name: "" if isinstance(field, Text) else None for name, field in self.all.items()}
        return texts | {f"because_{name}": "" for name, why in self.reasons.items() if why}

    def plan(self, today: date) -> Plan:
        """Return the plan as far as it is decided; what cannot be is said beside its field."""
        value = {name: field.value for name, field in self.fields.items()}
        plan = Plan(
            kind=value["kind"],
            place=value["place"],
            title=value["title"] or "",
            day=self._day(today),
            start=time.fromisoformat(value["start"]) if value["start"] else None,
            minutes=self._number("minutes", checked_minutes),
            people=self._number("people", checked_people),
            days_open=self._number("days_open", checked_days_open),
            contact=value["contact"] or "",
            pace=value["pace"],
            own_where=value["own_where"],
            choices={name: field.value for name, field in self.choices.items() if field.value},
            because=self.reasons,
        )
        return self._with_own(self._with_promised(self._with_end(plan)))

    def _with_end(self, plan: Plan) -> Plan:
        field = self.fields["start"]
        return show_problem(field, lambda: checked_end(plan)) or replace(plan, start=None)

    def _with_promised(self, plan: Plan) -> Plan:
        field = self.fields["promised"]

        def read() -> date | None:
            day = date.fromisoformat(field.value) if field.value else None
            return checked_promised(day, plan)

        return replace(plan, promised=show_problem(field, read))

    def _with_own(self, plan: Plan) -> Plan:
        """Add the planner's own items, as far as they fit."""
        field = self.fields["own"]

        def tried() -> Plan:
            found = replace(plan, own=own_items(field.value))
            run_sheet(found)
            return found

        return show_problem(field, tried) or plan

    def _day(self, today: date) -> date | None:
        """Return the day; one that has passed is said to have, and stays."""
        field = self.fields["day"]
        day = show_problem(field, lambda: checked_day(field.value, today))
        if day or not field.value:
            return day
        try:
            return checked_day(field.value, date.fromisoformat(field.value).replace(day=1))
        except (Problem, ValueError):
            return None

    def _number(self, name: str, check: Callable[[Any], int | None]) -> int | None:
        field = self.fields[name]
        return show_problem(field, lambda: check(field.value))

    def _basics(self) -> dict[str, Field]:
        hours = [f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in HOURS]
        return {
            "kind": Choice(self._label("kind"), WORDS["kinds"], **self._asks("kind")),
            "place": Choice(self._label("place"), WORDS["places"], **self._asks("place")),
            "title": Text(self._label("title"), rows=1, **self._asks("title")),
            "day": Date(self._label("day"), **self._asks("day")),
            "start": Select(
                self._label("start"), {hour: hour for hour in hours}, **self._asks("start")
            ),
            "minutes": Number(self._label("minutes"), 20, 480, **self._asks("minutes")),
            "people": Number(self._label("people"), 2, 1000, **self._asks("people")),
            "days_open": Number(self._label("days_open"), 1, 365, **self._asks("days_open")),
            "promised": Date(self._label("promised"), **self._asks("promised")),
            "contact": Text(self._label("contact"), rows=1, **self._asks("contact")),
        }

    def _arranging(self) -> dict[str, Field]:
        return {
            "pace": Choice(self._label("pace"), WORDS["paces"], **self._asks("pace")),
            "own": Text(self._label("own"), rows=2, **self._asks("own")),
            "own_where": Choice(
                self._label("own_where"), WORDS["own_places"], **self._asks("own_where")
            ),
        }

    def _words(self) -> dict[str, Field]:
        rows = {"quietest": 2, "silent": 3, "invitation": 16}
        return {
            name: Text(self._label(name), rows=count, **self._asks(name))
            for name, count in rows.items()
        }

    def _label(self, name: str) -> str:
        return words.load("voices")["prompts"][f"design_{name}"]["wording"]

    def _asks(self, name: str) -> dict[str, Any]:
        asked = words.question("voices", f"design_{name}", self._journal)
        return asked if self._kept else {"placeholder": asked.get("placeholder", "")}
