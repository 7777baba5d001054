"""Promises and their reviews, questions taken away, and the place last read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from helpers.journal.records import Commitment, Outcome, Place, Question, Review
from helpers.journal.schema import commitment, place, question, review
from helpers.journal.store import Store


class Promises:
    """The promises, questions and places in one journal file."""

    def __init__(self, store: Store, now: Callable[[], datetime]):
        self._store, self._now = store, now

    def promise(self, **values: str | int) -> Commitment:
        """Keep one promise; the values are columns of the table."""
        values |= {"uid": uuid4().hex, "created": self._time()}

        def keep(connection: Connection) -> Commitment:
            query = insert(commitment).values(values).returning(commitment.c.id)
            return _commitment(connection, connection.execute(query).scalar_one())

        return self._store.write(keep)

    def change(self, commitment_id: int, changes: dict[str, str]) -> Commitment:
        """Change columns of one promise and count the change."""
        query = update(commitment).where(commitment.c.id == commitment_id)
        query = query.values({**changes, "sequence": commitment.c.sequence + 1})

        def keep(connection: Connection) -> Commitment:
            connection.execute(query)
            return _commitment(connection, commitment_id)

        return self._store.write(keep)

    def review(self, commitment_id: int, status: Outcome, note: str) -> Commitment:
        """Add a review; earlier ones stay."""
        values = {"at": self._time(), "status": status, "note": note}

        def keep(connection: Connection) -> Commitment:
            connection.execute(insert(review).values(commitment_id=commitment_id, **values))
            return _commitment(connection, commitment_id)

        return self._store.write(keep)

    def withdraw_review(self, commitment_id: int) -> Commitment:
        """Take out the newest review."""
        newest = select(func.max(review.c.id)).where(review.c.commitment_id == commitment_id)

        def take(connection: Connection) -> Commitment:
            connection.execute(delete(review).where(review.c.id == newest.scalar_subquery()))
            return _commitment(connection, commitment_id)

        return self._store.write(take)

    def commitments(self, reflection: str | None) -> list[Commitment]:
        """Return promises, oldest first."""
        query = select(commitment).order_by(commitment.c.created, commitment.c.id)
        if reflection is not None:
            query = query.where(commitment.c.reflection == reflection)

        def look(connection: Connection) -> list[Commitment]:
            reviews = _reviews(connection)
            rows = connection.execute(query).all()
            return [_from_row(row, reviews.get(row.id, ())) for row in rows]

        return self._store.read(look)

    def take_question(self, **values: str) -> Question:
        """Keep a question somebody takes away."""
        values |= {"uid": uuid4().hex, "at": self._time()}
        query = insert(question).values(values).returning(question)
        return self._store.write(lambda c: _question(c.execute(query).one()))

    def questions(self, reflection: str | None) -> list[Question]:
        """Return questions, oldest first."""
        query = select(question).order_by(question.c.at, question.c.id)
        if reflection is not None:
            query = query.where(question.c.reflection == reflection)
        return [_question(row) for row in self._store.read(lambda c: c.execute(query).all())]

    def remember_place(self, notebook: str, step: str) -> None:
        """Note where the reader is."""
        now = self._now().astimezone(UTC)
        new = {"step": step, "at": now.isoformat()}
        query = upsert(place).values(notebook=notebook, **new)
        query = query.on_conflict_do_update(index_elements=[place.c.notebook], set_=new)
        # a clock put back, or a file brought in: no other place may stay ahead of this one
        earlier = (now - timedelta(seconds=1)).isoformat()
        ahead = update(place).where(place.c.at >= new["at"]).values(at=earlier)

        def note(connection: Connection) -> None:
            connection.execute(ahead)
            connection.execute(query)

        self._store.write(note)

    def place(self, notebook: str | None) -> Place | None:
        """Return the place noted last, in this notebook or in any."""
        query = select(place).order_by(place.c.at.desc()).limit(1)
        if notebook is not None:
            query = query.where(place.c.notebook == notebook)
        row = self._store.read(lambda c: c.execute(query).first())
        return Place(row.notebook, row.step, datetime.fromisoformat(row.at)) if row else None

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat()


def _commitment(connection: Connection, commitment_id: int) -> Commitment:
    row = connection.execute(select(commitment).where(commitment.c.id == commitment_id)).one()
    return _from_row(row, _reviews(connection, commitment_id).get(commitment_id, ()))


def _reviews(connection: Connection, only: int | None = None) -> dict[int, tuple[Review, ...]]:
    query = select(review).order_by(review.c.id)
    if only is not None:
        query = query.where(review.c.commitment_id == only)
    found: dict[int, tuple[Review, ...]] = {}
    for row in connection.execute(query):
        said = Review(datetime.fromisoformat(row.at), row.status, row.note)
        found[row.commitment_id] = (*found.get(row.commitment_id, ()), said)
    return found


def _from_row(row: Row, reviews: tuple[Review, ...]) -> Commitment:
    return Commitment(
        id=row.id,
        reflection=row.reflection,
        if_=row.if_,
        then=row.then,
        by=date.fromisoformat(row.by),
        created=datetime.fromisoformat(row.created),
        status=reviews[-1].status if reviews else "open",
        notebook=row.notebook,
        wording=row.wording,
        prompt_version=row.prompt_version,
        uid=row.uid,
        reviews=reviews,
        obstacle=row.obstacle,
        first_step=row.first_step,
        buddy=row.buddy,
        review_days=tuple(int(day) for day in row.review_days.split()),
        sequence=row.sequence,
    )


def _question(row: Row) -> Question:
    at = datetime.fromisoformat(row.at)
    return Question(row.id, row.reflection, row.text, at, row.notebook)
