"""Pick from what you wrote: everything, page by page, with one tick for each piece."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import traitlets as tl

from helpers.page.forms import Select
from helpers.page.layout import Activity, side_by_side
from helpers.page.my_journal.rows import group as heading
from helpers.page.my_journal.shelf import Asked, Row, Search, Shelf
from helpers.page.part import Markup
from helpers.statement.activities import own_words
from helpers.statement.pieces import Piece, by_reflection, found

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = own_words.SAID["pick"]
PICKED = "statement.picked"
ROWS = 20  # shown at first, and added at each press
MANY = 8  # pieces from which on it helps to search
LONG = 600  # letters of a piece that are shown before the rest is folded away


class PickFromWhatYouWrote(Activity):
    """
    Show all that was written elsewhere; each tick is kept at once, whichever window it is made in.

    Examples
    --------
    >>> from helpers.journal import Journal
    >>> PickFromWhatYouWrote(Journal.in_memory()).list.label
    'What you wrote'
    """

    ticked: tl.List = tl.List()  # the ids kept last on this page, for what follows them

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self._most, self._pieces, self._begun = ROWS, list[Piece](), False
        self.summary = Markup(live=True)
        self.search = Search(SAID["search"], lambda _words: self._again())
        self.where = Select(SAID["where"], {})
        self.where.placeholder = SAID["everywhere"]
        self.what = Select(SAID["what"], SAID["whats"])
        self.what.placeholder = SAID["all"]
        self.finding = side_by_side(self.search, self.where, self.what)
        self.list = Shelf(SAID["list"], self.read, self._act)
        scene = Markup(f"<p>{SAID['scene']}</p>")
        super().__init__(scene, self.finding, self.summary, self.list)
        for control in (self.where, self.what):
            control.observe(lambda _change: self._again(), "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    @property
    def picked(self) -> list[str]:
        """The ids of the pieces that are ticked, in the order they were ticked."""
        return picked(self.journal)

    def read(self) -> None:
        """Read the journal, and show what is in it."""
        self._pieces = own_words.pieces(self.journal)
        groups = by_reflection(self._pieces, own_words.order())
        self.where.options = {group[0].reflection: name for name, group in groups}
        many = len(self._pieces) > MANY
        self.finding.layout.display = "" if many else "none"
        if many and not self._begun:  # one's own words first; what was marked is a choice away
            self._begun = True
            self.what.value = "words"
        self._again()

    def tick(self, piece: str) -> None:
        """Tick a piece, or take the tick back."""
        ids = self.picked
        now = [name for name in ids if name != piece] if piece in ids else [*ids, piece]
        self.journal.write_result(own_words.prompt("picked"), now, client=PICKED)
        self.ticked = now

    def _again(self) -> None:
        self._most = ROWS
        self._show()

    def _act(self, asked: Asked) -> None:
        if asked.act == "more":
            self._most += ROWS
            self._show()
        elif asked.act == "tick":
            self.tick(asked.part)
            self._show(focus=asked)

    def _show(self, focus: Asked | None = None) -> None:
        wanted = [
            piece
            for piece in found(self._pieces, self.search.value, self.where.value or "")
            if self.what.value is None or piece.marked == (self.what.value == "marks")
        ]
        ticked = self.picked
        rows: list[Row] = []
        left = self._most
        for _name, group in by_reflection(wanted, own_words.order()):
            if left > 0:
                rows.append(heading(group[0].reflection))
                rows += [_row(piece, piece.id in ticked) for piece in group[:left]]
            left -= len(group)
        more = SAID["more"].format(count=min(-left, ROWS)) if left < 0 else ""
        self.list.show(rows, more=more, focus=focus)
        self.summary.html = self._summary(wanted, ticked)

    def _summary(self, wanted: list[Piece], ticked: list[str]) -> str:
        told = f"<p class='eyebrow'>{SAID['waits']}</p>" if own_words.waiting(self.journal) else ""
        if not self._pieces:
            return f"<p>{SAID['empty']}</p>{told}"
        if not wanted:
            return f"<p>{SAID['none_found']}</p>{told}"
        there = sum(piece.id in ticked for piece in self._pieces)
        said = SAID["summary"]["one" if there == 1 else "some"]
        count = f"{len(self._pieces)} {'piece' if len(self._pieces) == 1 else 'pieces'}"
        return f"<p>{said.format(pieces=count, ticked=there)}</p>{told}"


def picked(journal: Journal) -> list[str]:
    """Return the ids of the pieces that are ticked in a journal."""
    return [str(name) for name in journal.latest_result(PICKED, [])]


def _row(piece: Piece, ticked: bool) -> Row:
    kinds = {piece.is_promise: SAID["promised"], piece.is_question: SAID["asked"]}
    kind = kinds.get(True) or (SAID["marked"] if piece.marked else "")
    about = " · ".join(part for part in (own_words.spoken_day(piece), kind) if part)
    asked = f"<p class='name'>{escape(piece.asked)}</p>" if piece.asked else ""
    note = f"<p>{escape(piece.note)}</p>" if piece.note else ""
    box = (
        f"<button type='button' role='checkbox' aria-checked='{str(ticked).lower()}' "
        f"class='kit-tick' data-act='tick' data-part='{escape(piece.id)}'>{SAID['tick']}"
        f"<span class='visually-hidden'>: {escape(piece.asked or piece.said[:80])}</span></button>"
    )
    return Row(
        piece.id,
        f"{asked}{_quoted(piece.said)}{note}<p class='eyebrow'>{about}</p>{box}",
    )


def _quoted(text: str) -> str:
    if len(text) <= LONG:
        return f"<blockquote>{escape(text)}</blockquote>"
    start = text[: text.rfind(" ", 0, LONG) + 1 or LONG]
    rest = escape(text[len(start) :])
    return (
        f"<blockquote>{escape(start)}…</blockquote><details><summary>{SAID['read_on']}</summary>"
        f"<blockquote>…{rest}</blockquote></details>"
    )
