"""The reader: what their journal says of where they are, and their newest words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from helpers.page.contents import NOTHING, Standing
from helpers.page.seals import hidden, seal_of
from helpers.start.days import shuffled
from helpers.start.next_step import Known
from helpers.start.sentences import first_sentence

if TYPE_CHECKING:
    from helpers.journal import Entry, Journal

START = "start"
# Kept here, and yet no words: choices about the day, and the seal.
NO_WORDS = {"start.time", "start.company", "start.missing_seal"}
DRAFTS = ("promise_", "look_back_")  # halves of promises; the promise itself is told instead


@dataclass(frozen=True)
class Newest:
    """The newest sentence of a reader: what kind, when, in which reflection."""

    kind: str
    said: str = field(repr=False)
    at: datetime
    reflection: str


def opened(given: Journal | None) -> Journal:
    """Return the journal given, or the person's own: asked for when needed, never before."""
    if given is not None:
        return given
    from helpers.journal import mine

    return mine()


def known(journal: Journal, standings: Sequence[Standing], today: date) -> Known:
    """Return what is known of the reader; ``standings`` are all there are."""
    entries = {entry.prompt.id for entry in written(journal)}
    # the start page keeps promises too, and it is no reflection
    made = [one for one in journal.commitments() if one.status != "taken_back"]
    plain = [one for one in standings if not one.gathers]
    begun = sorted((one for one in plain if one.begun), key=_left)
    open_ = [one for one in begun if not one.kept]
    fresh = [one.reflection.notebook for one in plain if not one.begun]
    gathers = [one.reflection.notebook for one in standings if one.gathers and not one.begun]
    return Known(
        written=bool(entries or made or begun or journal.questions()),
        meaning="start.meaning" in entries,
        sealed=seal_of(journal, "start.missing").sealed is not None,
        hats=bool(entries & {"start.hats", "start.all_hats"}),
        due=sum(one.due(today) is not None for one in made),
        unfinished=open_[-1].reflection.notebook if open_ else "",
        fresh=tuple(shuffled(fresh, today)),
        begun=tuple(one.reflection.notebook for one in begun),
        statement=gathers[0] if gathers else "",
    )


def written(journal: Journal) -> list[Entry]:
    """Return the answers that hold something, the one changed last at the end."""
    return [
        entry
        for entry in journal.entries()
        if entry.prompt.id not in NO_WORDS and entry.latest.value.strip() not in NOTHING
    ]


def newest_words(journal: Journal, today: date) -> Newest | None:
    """Return the newest sentence the reader kept; nothing that is sealed, or was written here today."""
    sealed = hidden(journal.entries())
    found = [
        Newest("wrote", said, entry.latest.at, entry.prompt.reflection)
        for entry in written(journal)
        if entry.prompt.id not in sealed
        and entry.latest.kind in ("text", "prediction")
        and not entry.prompt.id.partition(".")[2].startswith(DRAFTS)
        and (said := first_sentence(entry.latest.value))
    ]
    found += [
        Newest("promised", f"If {one.if_}, then I will {one.then}", one.created, one.reflection)
        for one in journal.commitments()
        if one.status != "taken_back"
    ]
    found += [Newest("asked", one.text, one.at, one.reflection) for one in journal.questions()]
    earlier = [
        one for one in found if one.reflection != START or one.at.astimezone().date() != today
    ]
    return max(earlier, key=lambda one: one.at, default=None)


def _left(standing: Standing) -> float:
    return standing.left.timestamp() if standing.left else 0.0
