"""What a reader does to the draft, kept in the journal at once; nothing is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.page.my_journal.readable import said
from helpers.statement.activities import own_words
from helpers.statement.activities.drafting import ARTICLE, EVIDENCE, LAYOUT, Drafting
from helpers.statement.article import tidied
from helpers.statement.outline import Layout, moved
from helpers.statement.pieces import Piece

if TYPE_CHECKING:
    from helpers.journal import Journal, Prompt

COPIES, NOTES = "statement.article_copies", "statement.cowriter_notes"
MOST_COPIES = 20  # the last ones; a file of an older copy is known by its marks all the same


def move(journal: Journal, name: str, step: int) -> Layout:
    """Move a piece up (-1) or down (1), and return where everything stands then."""
    layout = moved(Drafting(journal).layout, name, step)
    _keep(journal, order=layout)
    return layout


def arrange(journal: Journal, layout: Layout) -> None:
    """Keep another order of everything."""
    _keep(journal, order=layout)


def leave_out(journal: Journal, name: str) -> None:
    """Leave a piece out of the draft; it stays in the journal, and can be put back."""
    left = Drafting(journal).kept["left"]
    _keep(journal, left=[*dict.fromkeys([*left, name])])


def put_back(journal: Journal, name: str) -> None:
    """Put back what was left out."""
    _keep(journal, left=[each for each in Drafting(journal).kept["left"] if each != name])


def lean_on(journal: Journal, names: list[str]) -> None:
    """Keep which facts the reader leans on."""
    journal.write_result(own_words.prompt("article_evidence"), names, client=EVIDENCE)


def prompt_of(piece: Piece) -> Prompt:
    """Return the question under which the article's own words of a piece are kept."""
    from helpers.journal import Prompt

    wording = piece.asked or own_words.prompt("article_added").wording
    return Prompt(ARTICLE + piece.id, 1, wording, own_words.SUBJECT)


def rewrite(journal: Journal, piece: Piece, text: str) -> None:
    """Keep other words of a piece for the article; what it said before stays in the history."""
    prompt = prompt_of(piece)
    if journal.latest(prompt.id) is None:
        journal.write(prompt, piece.said)
    journal.write(prompt, text)


def add(journal: Journal, text: str, section: str) -> None:
    """Take in a paragraph that a co-writer added, at the end of a section."""
    before = Drafting(journal)
    id_ = before.next_added
    piece = Piece(id_, own_words.SUBJECT, "", "", text, own_words.today())
    journal.write(prompt_of(piece), text)
    layout = {name: list(names) for name, names in before.layout.items()}
    layout[section].append(id_)
    _keep(journal, order=layout)


def words_of(journal: Journal, name: str, version: int) -> str | None:
    """Return the words of a piece in one of its versions, or None where there is no such version."""
    for id_ in (ARTICLE + name, name):
        for each in journal.versions(id_):
            if each.id == version:
                return tidied(said(each))
    return None


def note_copy(journal: Journal, draft: Drafting, *, changed: bool) -> None:
    """Note that a copy was made: its pieces, their versions and order, and whether words changed."""
    there = {name for names in draft.layout.values() for name in names}
    pieces = {name: piece.version for name, piece in draft.pieces.items() if name in there}
    new = {
        "on": own_words.today().isoformat(),
        "pieces": pieces,
        "order": draft.layout,
        "changed": changed,
    }
    journal.set_setting(COPIES, [*journal.setting(COPIES, []), new][-MOST_COPIES:])


def last_copy(journal: Journal) -> dict[str, Any] | None:
    """Return what was noted of the last copy, or None."""
    made = journal.setting(COPIES, [])
    return made[-1] if made else None


def keep_notes(journal: Journal, notes: list[dict[str, str]]) -> None:
    """Keep comments of a co-writer beside those kept before."""
    kept = journal.latest_result(NOTES, [])
    new = [note for note in notes if note not in kept]
    if new:
        journal.write_result(own_words.prompt("cowriter_notes"), [*kept, *new])


def notes(journal: Journal) -> list[dict[str, str]]:
    """Return the comments that were kept, oldest first."""
    return list(journal.latest_result(NOTES, []))


def _keep(journal: Journal, **changed: Any) -> None:
    # where words stand is how somebody wants the kit to be: a setting, and no entry among answers
    journal.set_setting(LAYOUT, Drafting(journal).kept | changed)
