"""The kind of chart: the adviser's questions, its advice with the reason, and the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from helpers.expectations.activities.own_measure.advice import (
    QUESTIONS,
    advise,
    possible_kinds,
)
from helpers.expectations.own_measure import Plan
from helpers.page import words
from helpers.page.forms import Choice, Select, show_problem
from helpers.page.layout import Activity
from helpers.page.part import Markup
from helpers.spc import RULE_SETS, Chart, RuleSet
from helpers.spc.marks import kind_name

SAID = words.load("expectations")["own_measure"]["kind"]
SIMPLE = ("measured", "time_between", "cases_between")  # these need no further question

SHORT = 16  # characters of an answer that leave room for others beside it


class ChooseKind(Activity):
    """Part of step 3: an answer, a kind or a rule set makes a new plan, which ``then`` draws."""

    def __init__(self, then: Callable[[Plan], None]):
        self._then, self._filling = then, False
        self.plan: Plan | None = None
        self.questions = {
            q.id: Choice(q.text, q.options, inline=max(map(len, q.options.values())) < SHORT)
            for q in QUESTIONS
        }
        self.advice = Markup(live=True)
        self.kind = Select(SAID["kind"], {})
        self.rules = Select(SAID["rules"], {})
        head = Markup(f"<p>{SAID['lead']}</p>")
        super().__init__(head, *self.questions.values(), self.kind, self.rules)
        for question in self.questions.values():
            question.observe(self._on_answer, "value")
        self.kind.observe(self._on_choice, "value")
        self.rules.observe(self._on_choice, "value")

    def show(self, plan: Plan, chart: Chart) -> None:
        """Show the answers, the advice and what was drawn, with the rules that fit it."""
        self._filling, self.plan = True, plan
        for name, answer in plan.answers.items():
            self.questions[name].value = answer
        self._show_kinds(plan)
        self._show_rules(chart)
        self._filling = False

    def _show_kinds(self, plan: Plan) -> None:
        simple = plan.answers["number"] in SIMPLE
        for name in ("opportunity", "size"):
            self.questions[name].layout.display = "none" if simple else ""
        advised, because = advise(plan.taken, plan.answers)
        said = SAID["advice"].format(kind=kind_name(advised))
        self.advice.html = f"<p><b>{said}</b> {escape(because)}</p>"
        possible = possible_kinds(plan.taken, plan.answers["number"])
        self.kind.options = {name: kind_name(name) for name in possible}
        self.kind.value = plan.kind

    def _show_rules(self, chart: Chart) -> None:
        fitting = {name: rules for name, rules in RULE_SETS.items() if _fits(rules, chart.kind)}
        self.rules.options = {name: rules.title for name, rules in fitting.items()}
        self.rules.value = chart.rules.id
        points = int(chart.points["value"].notna().sum())
        alarm = SAID["alarm"].format(points=points, rate=f"{chart.false_alarm_rate():.0%}")
        self.rules.hint = f"{chart.rules.description} {alarm}"

    def _on_answer(self, _change) -> None:
        if self._filling or self.plan is None or not self.questions["number"].value:
            return
        answers = {name: box.value or "unsure" for name, box in self.questions.items()}
        kind, _ = advise(self.plan.taken, answers)
        self._try(replace(self.plan, answers=answers, kind=kind, rules=None))

    def _on_choice(self, _change) -> None:
        if self._filling or self.plan is None:
            return
        kind, rules = self.kind.value, self.rules.value
        fits = rules in RULE_SETS and _fits(RULE_SETS[rules], kind)
        self._try(replace(self.plan, kind=kind, rules=rules if fits else None))

    def _try(self, plan: Plan) -> None:
        show_problem(self.kind, lambda: self._then(plan))


def _fits(rules: RuleSet, kind: str) -> bool:
    """Rules about limits suit charts that have them; rules about runs alone suit run charts."""
    return rules.needs_limits == (kind != "run")
