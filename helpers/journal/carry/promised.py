"""Promises with their look-backs, and questions, in: each is known by its own ``uid``."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from helpers.journal.carry.form import (
    Record,
    commitment_uid,
    dumped,
    extras,
    in_utc,
    question_uid,
    unknown,
)
from helpers.journal.carry.merge import (
    differing,
    in_time_order,
    matched,
    together,
    unmoved,
    with_state,
)
from helpers.journal.records import REVIEW_DAYS
from helpers.journal.schema import commitment, question, review

Row = dict[str, Any]
WORDS = ("reflection", "then", "obstacle", "first_step", "buddy", "notebook", "wording")
RENAMED = {"if_": "if"}  # a column, and its name in a file


def bring_in_commitments(
    connection: Connection, records: list[Record], added: Counter[str]
) -> None:
    """Add promises; of one that is here already, the state changed most often shows."""
    known = _known(connection, commitment)
    reviews: dict[int, list[Row]] = defaultdict(list)
    for one in connection.execute(select(review).order_by(review.c.id)):
        reviews[one.commitment_id].append(dict(one._mapping))
    for record in records:
        extra, came = unknown(record, "commitment"), _commitment(record)
        added["preserved"] += len(extra)
        row = known.get(came["uid"])
        if row is None:
            row = known[came["uid"]] = _insert(connection, commitment, came, extra)
            added["commitments"] += 1
        else:
            _bring_together(connection, commitment, row, came, extra)
        said = [_review(one, row["id"]) for one in record.get("reviews", [])]
        added["preserved"] += sum(len(unknown(one, "review")) for one in record.get("reviews", []))
        reviews[row["id"]] = _reviews(connection, reviews[row["id"]], said, added)


def bring_in_questions(connection: Connection, records: list[Record], added: Counter[str]) -> None:
    """Add questions that are not here yet."""
    known = _known(connection, question)
    for record in records:
        extra, came = unknown(record, "question"), _question(record)
        added["preserved"] += len(extra)
        row = known.get(came["uid"])
        if row is None:
            known[came["uid"]] = _insert(connection, question, came, extra)
            added["questions"] += 1
        else:
            _bring_together(connection, question, row, came, extra)


def _commitment(record: Record) -> Row:
    return {
        **{name: record.get(name, "") for name in WORDS},
        "uid": commitment_uid(record),
        "if_": record["if"],
        "by": record["by"],
        "review_days": " ".join(str(int(day)) for day in record.get("review_days", REVIEW_DAYS)),
        "sequence": int(record.get("sequence", 0)),
        "created": in_utc(record["created"]),
        "prompt_version": int(record.get("prompt_version", 1)),
    }


def _question(record: Record) -> Row:
    return {
        "uid": question_uid(record),
        "reflection": record.get("reflection", ""),
        "text": record["text"],
        "notebook": record.get("notebook", ""),
        "at": in_utc(record["at"]),
    }


def _review(record: Record, commitment_id: int) -> Row:
    return {
        "commitment_id": commitment_id,
        "at": in_utc(record["at"]),
        "status": record["status"],
        "note": record.get("note", ""),
        "extra": dumped(unknown(record, "review")),
    }


def _known(connection: Connection, table: Any) -> dict[str, Row]:
    """Return the rows that are here, by their uid; rows of the first release had none."""
    named = {commitment: commitment_uid, question: question_uid}[table]
    found = connection.execute(select(table).order_by(table.c.id))
    rows = [{column.key: row._mapping[column] for column in table.c} for row in found]
    return {named(row): row for row in rows}


def _insert(connection: Connection, table: Any, row: Row, extra: Record) -> Row:
    row = {**row, "extra": dumped(extra)}
    new = connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    return {**row, "id": new}


def _bring_together(
    connection: Connection, table: Any, mine: Row, came: Row, extra: Record
) -> None:
    """Let the state changed most often show, mine where both are level; keep the other one too."""
    newer = came.get("sequence", 0) > mine.get("sequence", 0)
    winner, loser = (came, {name: mine[name] for name in came}) if newer else (mine, came)
    both = with_state(together(extras(mine["extra"]), extra), _as_said(differing(loser, winner)))
    changed = {**(came if newer else {}), "extra": dumped(both)}
    if differing(changed, {**mine, "extra": dumped(extras(mine["extra"]))}):
        connection.execute(update(table).where(table.c.id == mine["id"]).values(changed))
        mine |= changed


def _as_said(state: Row) -> Record:
    """Return columns under the names they have in a file."""
    said = {RENAMED.get(name, name): value for name, value in state.items()}
    if "review_days" in said:
        said["review_days"] = [int(day) for day in said["review_days"].split()]
    said.pop("uid", None)  # a question of the first release has it only on paper
    return said


def _reviews(
    connection: Connection, mine: list[Row], came: list[Row], added: Counter[str]
) -> list[Row]:
    """Add look-backs in order of time; those that are here only take over what they lacked."""
    pairs, fresh = matched(mine, came, lambda row: (row["at"], row["status"], row["note"]))
    for one, other in pairs:
        both = dumped(together(extras(one["extra"]), extras(other["extra"])))
        if both != dumped(extras(one["extra"])):
            connection.execute(update(review).where(review.c.id == one["id"]).values(extra=both))
            one["extra"] = both
    added["reviews"] += len(fresh)
    after = in_time_order([mine, fresh], lambda row: row["at"])
    stays = unmoved(mine, after)
    if mine[stays:]:
        gone = [row["id"] for row in mine[stays:]]
        connection.execute(delete(review).where(review.c.id.in_(gone)))
    if after[stays:]:
        # the order is that of the ids: those behind the first new one are written again
        for row in after[stays:]:
            new = {name: value for name, value in row.items() if name != "id"}
            row["id"] = connection.execute(
                insert(review).values(new).returning(review.c.id)
            ).scalar_one()
    return after
