"""Carried words: copies of an answer that go with it, and what else still holds its words.

An answer that holds the words of another one for use elsewhere has an id that ends with what they
are of: ``statement.article.start.worst`` goes with ``start.worst``. A promise is called
``promise:`` and its uid there, a question that somebody took away ``question:`` and its number.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from helpers.journal import schema
from helpers.journal.alike import Same
from helpers.journal.forgotten import Alike

_PROMISED = ("if", "then", "obstacle", "first_step", "buddy")


@dataclass(frozen=True)
class Text:
    """One text in a journal: where it stands, what it is known by, and the words."""

    where: Alike
    id: str
    number: int
    words: str = field(repr=False)


def texts(connection: Connection) -> list[Text]:
    """Return every text that a person wrote, in every version."""
    entry, version = schema.entry, schema.version
    answers = select(version, entry.c.prompt_id, entry.c.reflection).join_from(version, entry)
    found = [
        Text(Alike("entry", row.reflection, row.wording), row.prompt_id, row.id, row.value)
        for row in connection.execute(answers.order_by(version.c.id))
    ]
    for row in connection.execute(select(schema.commitment)):
        said = "\n".join(str(row._mapping[name] or "") for name in _PROMISED)
        where = Alike("promise", row.reflection, row.wording)
        found.append(Text(where, promise(row.uid), row.id, said))
    made = {each.number: each for each in found if each.where.kind == "promise"}
    for row in connection.execute(select(schema.review)):
        of = made[row.commitment_id]
        found.append(Text(of.where, of.id, of.number, row.note))
    for row in connection.execute(select(schema.question)):
        where = Alike("question", row.reflection, "")
        found.append(Text(where, question(row.id), row.id, row.text))
    return found


def promise(uid: str) -> str:
    """Return what a promise is called at the end of an id."""
    return f"promise:{uid}"


def question(number: int) -> str:
    """Return what a question that was taken away is called at the end of an id."""
    return f"question:{number}"


def forget(connection: Connection, gone: Collection[str]) -> None:
    """Delete the answers that hold words carried over from these."""
    rows = connection.execute(select(schema.entry.c.id, schema.entry.c.prompt_id)).all()
    copies = [row.id for row in rows if _is_of(row.prompt_id, gone)]
    connection.execute(delete(schema.entry).where(schema.entry.c.id.in_(copies)))


def forget_words(connection: Connection, id_: str, words: str) -> None:
    """Delete the copies of one version: those that say the very same."""
    version, entry = schema.version, schema.entry
    query = select(version.c.id, entry.c.prompt_id).join_from(version, entry)
    rows = connection.execute(query.where(version.c.value == words)).all()
    copies = [row.id for row in rows if _is_of(row.prompt_id, {id_})]
    connection.execute(delete(version).where(version.c.id.in_(copies)))


def left(before: list[Text], after: list[Text]) -> tuple[Alike, ...]:
    """Return where words that stood there before and are deleted still stand, each place once."""
    there = {(each.id, each.number, each.words) for each in after}
    gone = [each for each in before if (each.id, each.number, each.words) not in there]
    same, ids = Same(each.words for each in gone), {each.id for each in gone}
    # other versions of the same answer are told beside it
    holding = (each for each in after if each.id not in ids and same.held_by(each.words))
    return tuple(dict.fromkeys(each.where for each in holding))


def _is_of(prompt_id: str, gone: Collection[str]) -> bool:
    parts = prompt_id.split(".")
    return any(".".join(parts[at:]) in gone for at in range(1, len(parts)))
