"""What somebody wrote on every page, read from their journal alone, as this page's pieces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from helpers.journal.if_then import IfThen, spoken
from helpers.page import words
from helpers.page.my_journal.labels import title, titles
from helpers.page.my_journal.readable import said
from helpers.page.my_journal.untold import untold
from helpers.page.seals import SUFFIX, hidden
from helpers.statement.pieces import PROMISE, QUESTION, Piece

if TYPE_CHECKING:
    from helpers.journal import Commitment, Entry, Journal, Prompt, Question

SUBJECT = "statement"
SAID = words.load(SUBJECT)
FIRST = "start"  # the page where the journal begins; it is on no shelf

# Drafts of promises and of looking back at them: the promise itself tells them.
_DRAFTS = ("promise_", "look_back_")

MEANING, MISSING = "start.meaning", "start.missing"  # shown again in “Then and today”


def order() -> list[str]:
    """Return the pages in the order of the shelf, the start page first."""
    return [FIRST, *titles()]


def pieces(journal: Journal) -> list[Piece]:
    """
    Return everything somebody wrote, promised and asked on the other pages, oldest first.

    What is sealed is left out. So is the first definition until today's is written, so that it
    cannot lead the reader.
    """
    entries = journal.entries()
    put_away = hidden(entries) | untold(entry.prompt.id for entry in entries)
    if not said_today(journal, "meaning_today"):
        put_away |= {MEANING}
    came = {each.version.id: each.outcome for each in journal.predictions() if each.outcome}
    found = [
        piece
        for entry in entries
        if _is_shown(entry, put_away) and (piece := _answer(entry, came)).said.strip()
    ]
    found += [promised(one) for one in journal.commitments() if one.status != "taken_back"]
    found += [_asked(one) for one in journal.questions()]
    return sorted(found, key=lambda piece: piece.on)


def waiting(journal: Journal) -> bool:
    """Whether something is kept back until “Then and today”."""
    entries = journal.entries()
    there = {entry.prompt.id for entry in entries if entry.latest.value.strip()}
    later = MEANING in there and not said_today(journal, "meaning_today")
    return later or bool(hidden(entries))


def answers(journal: Journal, names: Iterable[str]) -> list[Piece]:
    """Return what was answered to some of this page's own questions; empty ones are left out."""
    found = []
    for name in names:
        newest = journal.latest(f"{SUBJECT}.{name}")
        if newest and newest.value.strip():
            day = _day(newest.at)
            found.append(
                Piece(newest.prompt.id, SUBJECT, "", "", newest.value, day, version=newest.id)
            )
    return found


def said_today(journal: Journal, name: str) -> str:
    """Return the answer to one of this page's own questions, or an empty text."""
    newest = journal.latest(f"{SUBJECT}.{name}")
    return newest.value.strip() if newest else ""


def promised(promise: Commitment) -> Piece:
    """Return a promise as a piece."""
    told = IfThen(promise.if_, promise.then, promise.by).sentence
    day = _day(promise.created)
    id_ = PROMISE + promise.uid
    return Piece(id_, promise.reflection, title(promise.reflection), "", told, day)


def opened(journal: Journal | None) -> Journal:
    """Return the journal given, or the person's own: asked for when needed, never before."""
    if journal is not None:
        return journal
    from helpers.journal import mine

    return mine()


def today() -> date:
    """Return the day it is where the reader is."""
    return date.today()


def day_of(text: str) -> date:
    """Read a day that was kept as ISO text."""
    return date.fromisoformat(text)


def prompt(name: str) -> Prompt:
    """Return one of this page's own questions."""
    return words.prompt(SUBJECT, name)


def spoken_day(piece: Piece) -> str:
    """Return a piece's day as a reader says it."""
    return spoken(piece.on)


def _asked(question: Question) -> Piece:
    name, day = question.reflection, _day(question.at)
    return Piece(f"{QUESTION}{question.id}", name, title(name), "", question.text, day)


def _is_shown(entry: Entry, put_away: frozenset[str]) -> bool:
    id_, reflection = entry.prompt.id, entry.prompt.reflection
    name = id_.removeprefix(f"{reflection}.")
    drafts = name.startswith(_DRAFTS) or id_.endswith(SUFFIX)
    return not drafts and id_ not in put_away and reflection != SUBJECT


def _answer(entry: Entry, came: dict[int, str]) -> Piece:
    newest, reflection = entry.latest, entry.prompt.reflection
    outcome = came.get(newest.id, "")
    return Piece(
        entry.prompt.id,
        reflection,
        title(reflection),
        entry.prompt.wording,
        said(newest),
        _day(newest.at),
        version=newest.id,
        note=SAID["pick"]["came"].format(outcome=outcome) if outcome else "",
        marked=newest.kind not in ("text", "prediction"),
    )


def _day(at: datetime) -> date:
    return at.astimezone().date()
