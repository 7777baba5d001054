"""Answers in: versions that are not here yet take their place in the history, by time."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from helpers.journal.carry.form import DATA, Record, dumped, extras, in_utc, parsed, unknown
from helpers.journal.carry.merge import (
    differing,
    in_time_order,
    matched,
    together,
    unmoved,
    with_state,
)
from helpers.journal.schema import entry, outcome, tag, version

# A row is a plain dict: the columns of its table, and "outcome" for what came of a prediction.
Rows = list[dict[str, Any]]
KEY = ("prompt_version", "wording", "kind", "began", "at")


def bring_in(connection: Connection, entries: list[Record], added: Counter[str]) -> None:
    """Add answers; a version that is here already only takes over what it lacked."""
    known = {row.prompt_id: dict(row._mapping) for row in connection.execute(select(entry))}
    histories = _histories(connection)
    before = _in_order(histories)
    for record in entries:
        row = _entry(connection, record, known, added)
        history = histories[row["id"]]
        came = [_version(one, row["id"]) for one in record["versions"]]
        added["preserved"] += sum(_unknown(one) for one in record["versions"])
        pairs, fresh = matched(history, came, _key)
        for mine, other in pairs:
            _take_over(connection, mine, other, added)
        histories[row["id"]] = in_time_order([history, fresh], _at)
        added["versions"] += len(fresh)
        added["outcomes"] += sum(one["outcome"] is not None for one in fresh)
        _tags(connection, row["id"], record.get("tags", []), added)
    _write(connection, before, in_time_order(histories.values(), _at))


def _entry(
    connection: Connection, record: Record, known: dict[str, dict], added: Counter[str]
) -> dict[str, Any]:
    """Return the row of an answer, made where there is none."""
    name, extra = record["prompt"], unknown(record, "entry")
    added["preserved"] += len(extra)
    came = {
        "reflection": record.get("reflection", name.partition(".")[0]),
        "created": in_utc(record.get("created") or _first(record)),
    }
    row = known.get(name)
    if row is None:
        came |= {"prompt_id": name, "extra": dumped(extra)}
        new = connection.execute(insert(entry).values(came).returning(entry.c.id)).scalar_one()
        known[name] = {"id": new, **came}
        added["entries"] += 1
        return known[name]
    state = differing({"reflection": came["reflection"]}, row)
    changed = {
        "created": min(came["created"], row["created"]),
        "extra": dumped(with_state(together(extras(row["extra"]), extra), state)),
    }
    if differing(changed, row):
        connection.execute(update(entry).where(entry.c.id == row["id"]).values(changed))
        row |= changed
    return row


def _first(record: Record) -> str:
    times = [in_utc(one.get("began", one["at"])) for one in record["versions"]]
    return min(times, default="1970-01-01T00:00:00+00:00")


def _version(record: Record, entry_id: int) -> dict[str, Any]:
    """Return the row that a version of a file becomes."""
    kind, at = record.get("kind", "text"), in_utc(record["at"])
    return {
        "entry_id": entry_id,
        "prompt_version": int(record.get("prompt_version", 1)),
        "wording": record.get("wording", ""),
        "kind": kind,
        "value": dumped(record["value"]) if kind in DATA else record["value"],
        "began": in_utc(record["began"]) if "began" in record else at,
        "at": at,
        "client": "",
        "seq": 0,
        "extra": dumped(unknown(record, "version")),
        "outcome": _outcome(record["outcome"]) if "outcome" in record else None,
    }


def _outcome(record: Record) -> dict[str, Any]:
    extra = dumped(unknown(record, "outcome"))
    return {"value": record["value"], "at": in_utc(record["at"]), "extra": extra}


def _unknown(record: Record) -> int:
    return len(unknown(record, "version")) + len(unknown(record.get("outcome", {}), "outcome"))


def _key(row: dict[str, Any]) -> tuple:
    value = dumped(parsed(row["value"])) if row["kind"] in DATA else row["value"]
    return (value, *(row[name] for name in KEY))


def _at(row: dict[str, Any]) -> str:
    return row["at"]


def _take_over(
    connection: Connection, mine: dict[str, Any], came: dict[str, Any], added: Counter[str]
) -> None:
    """Give a version that is here what the same one in the file has besides."""
    extra = dumped(together(extras(mine["extra"]), extras(came["extra"])))
    if extra != dumped(extras(mine["extra"])):
        mine["extra"] = extra
        if "id" in mine:
            this = version.c.id == mine["id"]
            connection.execute(update(version).where(this).values(extra=extra))
    both = _one_outcome(mine["outcome"], came["outcome"])
    if both == mine["outcome"]:
        return
    added["outcomes"] += mine["outcome"] is None
    mine["outcome"] = both
    if "id" in mine:
        new = upsert(outcome).values(version_id=mine["id"], **both)
        new = new.on_conflict_do_update(index_elements=[outcome.c.version_id], set_=both)
        connection.execute(new)


def _one_outcome(mine: dict[str, Any] | None, came: dict[str, Any] | None) -> Any:
    """Return the newer of two outcomes; the other becomes one of its other states."""
    if mine is None or came is None:
        return mine or came
    newer, older = (came, mine) if came["at"] > mine["at"] else (mine, came)
    extra = together(extras(mine["extra"]), extras(came["extra"]))
    state = {"value": older["value"], "at": older["at"]}
    if differing(state, newer):
        extra = with_state(extra, state)
    return {"value": newer["value"], "at": newer["at"], "extra": dumped(extra)}


def _tags(connection: Connection, entry_id: int, tags: list[str], added: Counter[str]) -> None:
    for name in tags:
        new = upsert(tag).values(entry_id=entry_id, tag=name).on_conflict_do_nothing()
        added["tags"] += connection.execute(new).rowcount


def _histories(connection: Connection) -> dict[int, Rows]:
    outcomes = {row.version_id: row for row in connection.execute(select(outcome))}
    histories: dict[int, Rows] = defaultdict(list)
    for row in connection.execute(select(version).order_by(version.c.id)):
        came = outcomes.get(row.id)
        said = {"value": came.value, "at": came.at, "extra": came.extra} if came else None
        histories[row.entry_id].append({**row._mapping, "outcome": said})
    return histories


def _in_order(histories: dict[int, Rows]) -> Rows:
    return sorted((row for history in histories.values() for row in history), key=lambda r: r["id"])


def _write(connection: Connection, before: Rows, after: Rows) -> None:
    """
    Put new versions where they belong.

    The order of versions is that of their ids. So those that come after the first new one are
    written again behind it, with new ids: an id always means one text.
    """
    if len(before) == len(after):
        return
    stays = unmoved(before, after)
    gone = [row["id"] for row in before[stays:]]
    if gone:
        # the ids from the first that moves on are all among those that move
        connection.execute(delete(version).where(version.c.id >= min(gone)))
    last = text("SELECT seq FROM sqlite_sequence WHERE name = 'version'")
    number = (connection.execute(last).scalar() or 0) + 1
    rows, said = [], []
    for new, row in enumerate(after[stays:], number):
        rows.append({**{name: row[name] for name in row if name != "outcome"}, "id": new})
        if row["outcome"]:
            said.append({**row["outcome"], "version_id": new})
    connection.execute(insert(version), rows)
    if said:
        connection.execute(insert(outcome), said)
