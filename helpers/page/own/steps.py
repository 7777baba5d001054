"""The cells of a page that somebody wrote: its opening, its seven steps, and the check at its end."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers import evidence
from helpers.intake import Problem
from helpers.page import words
from helpers.page.known import WhatWeKnow
from helpers.page.layout import Activity, card, fold
from helpers.page.notebooks import STEPS
from helpers.page.own import block
from helpers.page.own.asking import Asking
from helpers.page.own.page import Group, OwnPage, subject
from helpers.page.own.prose import prose
from helpers.page.own.read import read_page
from helpers.page.own.rhythm import check, core_minutes
from helpers.page.own.slips import Slip
from helpers.page.own.whose import kept_under
from helpers.page.part import Button, Markup, Timer
from helpers.page.promise import Promise

if TYPE_CHECKING:
    from helpers.journal import Journal


ROOM = "20rem"  # until the words are there: else every heading is in view, and the last is "here"


class _Arrival(Markup):
    """Nothing to see: it says that the page is there, and from which notebook."""

    def __init__(self, act: Callable[[str], None]):
        super().__init__()
        self.layout.display = "none"
        self._act = act

    def on_shown(self):
        self._act(self.notebook)


class _Cell(Activity):
    """A cell of the page; it reads the notebook anew each time it is shown."""

    def __init__(self, notebook: Path | None = None, journal: Journal | None = None):
        self._given_notebook, self._given_journal = notebook, journal
        self._standing: tuple = ()
        self.arrival = _Arrival(self.show)
        super().__init__(self.arrival)
        self.layout.min_height = ROOM

    def show(self, said: str = "") -> None:
        """Show what the notebook says now; what stands there already is left in peace."""
        self.layout.min_height = None
        try:
            page, name, other = self._read(said)
        except Problem as problem:
            self._tell(problem)
            return
        if (page, name, other) != self._standing:
            self._standing = (page, name, other)
            self.children = (self.arrival, *self._parts(page, name, other))

    def _parts(self, page: OwnPage, name: str, other: str) -> list[ipw.Widget]:
        raise NotImplementedError

    def _tell(self, problem: Problem) -> None:
        """Leave what stands there, where the notebook cannot be read: the opening says it for all."""

    def _read(self, said: str) -> tuple[OwnPage, str, str]:
        """Return the page, the name its answers are kept under, and a page of the same name."""
        from helpers import journal

        path = self._given_notebook or block.this_notebook(said)
        page = read_page(path)
        try:
            kept = kept_under(page, path.parent, self._given_journal or journal.mine())
        except Problem:  # each question says itself what is wrong with the journal
            kept = page.name, ""
        return page, *kept


class Step(_Cell):
    """
    One of the seven steps, with its words and questions.

    Parameters
    ----------
    step
        Such as ``"slow-down"``; the ids are those of ``helpers.page.notebooks.STEPS``.
    """

    def __init__(self, step: str, *, notebook: Path | None = None, journal: Journal | None = None):
        if step not in STEPS:
            raise ValueError(f"step must be one of {', '.join(STEPS)}")
        self._step = step
        super().__init__(notebook, journal)

    def _parts(self, page, name, other):
        stage = page.stages[self._step]
        asking = Asking(subject(name), self._given_journal)
        text = [Markup(prose(stage.text))] if stage.text else []
        known = [fact.id for fact in evidence.load_facts()]
        cards = [each for each in stage.cards if each in known]
        evidence_cards = [WhatWeKnow(cards)] if cards else []
        groups = [_group(group) for group in stage.groups]
        last = [self._promise(asking.subject, stage)] if self._step == "now-what" else []
        return [*text, *evidence_cards, *asking.activities(stage), *groups, *last]

    def _promise(self, about: str, stage) -> Promise:
        menu = [
            {"id": str(at), "if": cue, "then": act} for at, (cue, act) in enumerate(stage.promises)
        ]
        own = words.load("page.own") | {"promises": menu}
        return Promise(about, self._given_journal, own=own)


class Opening(_Cell):
    """The title and the facts of the page; above them what is wrong, or how to copy the template."""

    def _tell(self, problem):
        self._standing = ()
        self.children = (self.arrival, Markup(_told(problem)))

    def _parts(self, page, name, other):
        guide = [_guide()] if page.file == block.TEMPLATE else []
        wrong = [slip for slip in _checked(page, name, other) if slip.must]
        return [*guide, *([_to_put_right(wrong)] if wrong else []), Markup(_title(page))]


class CheckMyPage(_Cell):
    """Folded away at the end of the page: everything that could be put right."""

    def _parts(self, page, name, other):
        self.button = Button(_said("check", "button"), self._check, quiet=True)
        self.result = Markup(live=True)
        self.fold = fold(_said("check", "fold"), None, lambda: Activity(self.button, self.result))
        return [self.fold]

    def _check(self) -> None:
        try:
            self.result.html = _result(*self._read(self.arrival.notebook))
        except Problem as problem:
            self.result.html = _told(problem)
        self.result.come_into_view()


def _checked(page: OwnPage, name: str, other: str) -> list[Slip]:
    same = _said("faults", "same_name", other=other, kept=name)
    return [*([Slip(same)] if other else []), *check(page)]


def _title(page: OwnPage) -> str:
    kind = "template" if page.file == block.TEMPLATE else "copy"
    facts = [
        _said("opening", "alone", minutes=page.minutes) if page.minutes else "",
        _said("opening", "group", minutes=page.group_minutes) if page.group_minutes else "",
        _said("opening", "for", who=page.who) if page.who else "",
        page.promise,
    ]
    shown = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    return (
        f"<div class='jp-RenderedHTMLCommon'><p class='eyebrow'>{_said('opening', kind)}</p>"
        f"<h1>{escape(page.question or Path(page.file).stem)}</h1>"
        f"<ul class='facts'>{shown}</ul></div>"
    )


def _told(problem: Problem) -> str:
    return f"<p class='kit-problem' role='alert'>{escape(str(problem))}</p>"


def _guide() -> ipw.Widget:
    title, text = escape(_said("guide", "title")), prose(_said("guide", "text"))
    return card(Markup(f"<p class='lead'><strong>{title}</strong></p>{text}"), kind="together")


def _to_put_right(slips: list[Slip]) -> ipw.Widget:
    name = "one" if len(slips) == 1 else "many"
    title = _said("check", name, count=len(slips))
    return card(
        Markup(
            f"<p><strong>{title}</strong></p>{_list(slips)}<p class='eyebrow'>{prose(_said('check', 'where'))}</p>"
        )
    )


def _result(page: OwnPage, name: str, other: str) -> str:
    slips = _checked(page, name, other)
    must, could = ([slip for slip in slips if slip.must is wanted] for wanted in (True, False))
    core = core_minutes(page)
    said = _said("check", "one_activity" if len(core) == 1 else "activities", count=len(core))
    good = _said("check", "good", activities=said, minutes=sum(core), group=page.group_minutes)
    many = _said("check", "one" if len(must) == 1 else "many", count=len(must))
    told = (
        f"<p><strong>{many}</strong></p>{_list(must)}"
        if must
        else f"<p><strong>{good}</strong></p>"
    )
    if could:
        told += f"<p>{_said('check', 'advice')}</p>{_list(could)}"
    where = _said("check", "where") if any(slip.line for slip in slips) else ""
    return told + prose(f"{_said('check', 'kept', kept=name)}\n\n{where}")


def _list(slips: list[Slip]) -> str:
    lines = [_said("check", "line", line=slip.line) if slip.line else "" for slip in slips]
    told = [f"{line} {slip.text}".strip() for line, slip in zip(lines, slips, strict=True)]
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in told)}</ul>"


def _group(group: Group) -> ipw.Widget:
    minutes = _said("step", "group_minutes", minutes=group.minutes)
    head = ", ".join(part for part in (group.who, minutes if group.minutes else "") if part)
    said = f"<p><strong>{escape(head)}.</strong></p>{prose(group.text)}"
    if group.alone:
        said += f"<p class='eyebrow'>{_said('step', 'on_your_own')} {escape(group.alone)}</p>"
    timer = [Timer(group.minutes)] if group.minutes else []
    return card(Markup(said), *timer, kind="together")


def _said(part: str, name: str, **named: object) -> str:
    return words.load("page.own")[part][name].format(**named)
