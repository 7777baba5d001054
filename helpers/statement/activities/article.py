"""A draft article: an outline that asks, the reader's own words under it, and what they lean on."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from helpers.evidence import Fact, bibtex
from helpers.intake import Problem
from helpers.page.forms import Select, Text, Ticks
from helpers.page.layout import Activity, Fold, card, fold, stack
from helpers.page.my_journal.shelf import Asked, Row, Shelf
from helpers.page.paper.take_away import TakeAway, blank, preview
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.statement.activities import keeping, own_words
from helpers.statement.activities.drafting import ASKED, EVIDENCE, SAID, Drafting, evidence_groups
from helpers.statement.activities.papers import write_draft
from helpers.statement.activities.pick import picked
from helpers.statement.outline import SECTIONS

if TYPE_CHECKING:
    from helpers.journal import Journal
    from helpers.page.paper import Paper

HEADINGS = SAID["headings"]
FORMS = ("docx", "html", "md", "bib")
SHORT = 160  # letters of a piece that the list of the order shows


class DraftAnArticle(Activity):
    """Lay one's own words under an outline, order them, cite, and take the draft away."""

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.title = ask("statement", "article_title", rows=1, journal=journal)
        names = [name for name in ASKED if name != "meaning_today"]
        self.answers = {name: ask("statement", name, rows=2, journal=journal) for name in names}
        self.order = Shelf(SAID["order_list"], self.refresh, self._act)
        self.moved = Markup(live=True)
        self.rework = Select(SAID["rework_which"], {})
        self.rework.placeholder = SAID["rework_none"]
        self.reworked = stack()
        self.evidence = [_Evidence(facts, journal) for _name, facts in evidence_groups()]
        self.preview = Told(self._preview)
        self.take = TakeAway(self.texts, self.made, SAID, FORMS, f"{SAID['keys']} {SAID['send']}")
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            Told(self._picked),
            self.title,
            Markup(f"<h4>{SAID['open_title']}</h4>"),
            card(*self.answers.values()),
            Markup(f"<h4>{SAID['order_title']}</h4><p>{SAID['order_scene']}</p>"),
            self.order,
            self.moved,
            fold(SAID["rework"], None, self._rework),
            Markup(f"<h4>{SAID['evidence_title']}</h4><p>{SAID['evidence_scene']}</p>"),
            *self._evidence_folds(),
            Markup(f"<h4>{SAID['preview_title']}</h4>"),
            Button(SAID["refresh"], self.refresh, quiet=True),
            self.preview,
            Markup(f"<h4>{SAID['take_title']}</h4>"),
            self.take,
        )
        self.rework.observe(self._on_rework, "value")
        for box in (self.title, *self.answers.values()):
            box.observe(lambda _change: self.refresh(), "value")
        for ticks in self.evidence:
            ticks.observe(lambda _change: self.refresh(), "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    def refresh(self) -> None:
        """Read the journal again, and lay the draft out anew."""
        self._show_order()
        self.preview.refresh()
        self.take.refresh()

    def move(self, name: str, step: int) -> None:
        """Move a piece up (-1) or down (1), and say where it stands then."""
        layout = keeping.move(self.journal, name, step)
        section = next(section for section, names in layout.items() if name in names)
        place, count = layout[section].index(name) + 1, len(layout[section])
        words = escape(Drafting(self.journal).label(name))
        said = {"words": words, "section": HEADINGS[section], "place": place, "count": count}
        self.moved.html = f"<p class='eyebrow'>{SAID['moved'].format(**said)}</p>"

    def texts(self) -> list[tuple[str, str]]:
        """Return the reader's words in the draft: what each is called, and what it says."""
        now = Drafting(self.journal)
        used = [name for names in now.layout.values() for name in names if name in now.pieces]
        title = [(self.title.label, now.title)]
        return title + [(now.label(name), now.pieces[name].said) for name in used]

    def made(self, form: str, copy=str) -> bytes | str:
        """
        Return the draft as a file: docx, html, md, or bib for its sources alone.

        Raises
        ------
        Problem
            No source is leant on, so there is none to list.
        """
        now = Drafting(self.journal)
        if form == "bib":
            if not now.facts:
                raise Problem(SAID["no_sources"])
            return bibtex(now.facts)
        paper = blank(form, copy(now.title))
        # a Word file may go to a co-writer: its invisible marks let their changes find their place
        write_draft(paper, now.blocks(copy), marked=form == "docx")
        return paper.made()

    def _picked(self) -> str:
        return "" if picked(self.journal) else f"<p class='eyebrow'>{SAID['picked_none']}</p>"

    def _preview(self) -> str:
        now = Drafting(self.journal)

        def write(paper: Paper) -> None:
            write_draft(paper, now.blocks())

        return f"<div role='region' aria-label='{SAID['preview_title']}'>{preview(now.title, write)}</div>"

    def _act(self, asked: Asked) -> None:
        steps = {"up": -1, "down": 1}
        if asked.act in steps:
            self.move(asked.part, steps[asked.act])
        elif asked.act == "leave":
            keeping.leave_out(self.journal, asked.part)
        elif asked.act == "back":
            keeping.put_back(self.journal, asked.part)
        self._show_order(asked)
        self.preview.refresh()
        self.take.refresh()

    def _show_order(self, focus: Asked | None = None) -> None:
        now = Drafting(self.journal)
        rows: list[Row] = []
        names = [name for section in SECTIONS for name in now.layout[section]]
        for section in SECTIONS:
            there = now.layout[section]
            empty = "" if there else f"<p class='eyebrow'>{SAID['nothing_here']}</p>"
            rows.append(Row(f"reflection:{section}", f"<h5>{HEADINGS[section]}</h5>{empty}"))
            rows += [_row(now, name) for name in there]
        rows += _left_out(now)
        self.order.show(rows, focus=focus)
        self.rework.options = {name: now.label(name) for name in names if name in now.pieces}

    def _rework(self) -> Activity:
        scene = Markup(f"<p class='eyebrow'>{SAID['rework_scene']}</p>")
        return Activity(scene, self.rework, self.reworked)

    def _on_rework(self, change) -> None:
        piece = Drafting(self.journal).pieces.get(change["new"] or "")
        if piece is None:
            self.reworked.children = ()
            return
        prompt = keeping.prompt_of(piece)
        box = Text(prompt=prompt, journal=self._given_journal, rows=6, value=piece.said)
        box.observe(lambda _change: self.preview.refresh(), "value")
        self.reworked.children = (box,)

    def _evidence_folds(self) -> list[Fold]:
        named = zip(evidence_groups(), self.evidence, strict=True)
        return [fold(name, None, partial(Activity, ticks)) for (name, _facts), ticks in named]


class _Evidence(Ticks):
    """The facts of one page; a tick adds to what is leant on, whatever the other pages hold."""

    def __init__(self, facts: list[Fact], journal: Journal | None):
        super().__init__(SAID["evidence_list"], {each.id: _told(each) for each in facts})
        self._own, self._given_journal, self._reading = journal, journal, False

    def on_shown(self) -> None:
        self._reading = True
        kept = self.journal.latest_result(EVIDENCE, [])
        self.value = [name for name in kept if name in self.options]
        self._reading = False

    def _on_value(self, change) -> None:
        super()._on_value(change)
        if not self._reading:
            kept = self.journal.latest_result(EVIDENCE, [])
            others = [name for name in kept if name not in self.options]
            keeping.lean_on(self.journal, [*others, *(change["new"] or [])])


def _told(each: Fact) -> str:
    sure = SAID["evidence_sure"].format(sure=each.sure)
    return f"{each.figure}: {each.claim} ({each.kind}, {sure})"


def _row(now: Drafting, name: str) -> Row:
    label = escape(now.label(name))
    piece = now.pieces.get(name)
    words = " ".join(piece.said.split()) if piece and piece.asked else ""
    short = escape(words if len(words) <= SHORT else f"{words[:SHORT].rstrip(' .,;:')} …")
    buttons = "".join(
        f"<button type='button' class='{look_}' data-act='{act}' data-part='{escape(name)}'>"
        f"{SAID[said]}<span class='visually-hidden'>: {label}</span></button>"
        for act, said, look_ in (
            ("up", "up", "kit-quiet"),
            ("down", "down", "kit-quiet"),
            ("leave", "leave_out", "kit-link"),
        )
    )
    told = f"<p class='name'>{label}</p>" + (f"<p>{short}</p>" if short else "")
    return Row(name, f"{told}<div class='kit-moves'>{buttons}</div>")


def _left_out(now: Drafting) -> list[Row]:
    there = [name for name in now.kept["left"] if name in now.pieces]
    if not there:
        return []
    rows = [Row("reflection:left", f"<h5>{SAID['left_out']}</h5>")]
    for name in there:
        label = escape(now.label(name))
        rows.append(
            Row(
                f"left:{name}",
                f"<p>{label}</p><button type='button' class='kit-link' data-act='back' "
                f"data-part='{escape(name)}'>{SAID['put_back']}"
                f"<span class='visually-hidden'>: {label}</span></button>",
            )
        )
    return rows
