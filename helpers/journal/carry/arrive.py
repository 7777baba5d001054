"""Everything in: an exported journal added to this one, in one transaction."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from helpers.intake import Problem
from helpers.journal.carry import answers, promised
from helpers.journal.carry.brought import BroughtIn
from helpers.journal.carry.form import LUGGAGE, Record, dumped, in_utc, parsed, travels, unknown
from helpers.journal.carry.merge import together
from helpers.journal.schema import place, setting
from helpers.journal.store import Store


def bring_in(store: Store, contents: Record) -> BroughtIn:
    """
    Add what an export holds to a journal: all of it, or none where something fails.

    Nothing is overwritten. Versions are known by their question, words and times, promises and
    questions by their ``uid``. What differs is kept in both states, in order of time.

    Parameters
    ----------
    contents
        What ``helpers.journal.export.checked.read`` or ``contents`` returned.

    Raises
    ------
    Problem
        Where one is a demonstration and the other is a person's own.
    """
    return store.write(lambda connection: _bring_in(connection, contents))


def _bring_in(connection: Connection, came: Record) -> BroughtIn:
    settings = {row.name: row.value for row in connection.execute(select(setting))}
    _same_kind(
        bool(parsed(settings.get("demonstration", "false"))), bool(came.get("demonstration"))
    )
    added: Counter[str] = Counter()
    answers.bring_in(connection, came.get("entries", []), added)
    promised.bring_in_commitments(connection, came.get("commitments", []), added)
    promised.bring_in_questions(connection, came.get("questions", []), added)
    places = came.get("places", [])
    _places(connection, places)
    luggage = {
        "journal": unknown(came, "journal"),
        "places": {one["notebook"]: unknown(one, "place") for one in places},
    }
    added["preserved"] += sum(map(len, (luggage["journal"], *luggage["places"].values())))
    _stow(connection, luggage, parsed(settings.get(LUGGAGE, "{}")))
    for name, value in came.get("settings", {}).items():
        if travels(name) and name not in settings:
            connection.execute(insert(setting).values(name=name, value=dumped(value)))
    return BroughtIn(**dict(added), notes=_notes(added["preserved"]))


def _notes(preserved: int) -> tuple[str, ...]:
    if not preserved:
        return ()
    said = f"Things in the file that this release does not know: {preserved:,}."
    return (f"{said} All are kept for your next export.",)


def _same_kind(here: bool, there: bool) -> None:
    if here and not there:
        raise Problem(
            "This is the demonstration journal, and the file holds a person's own words. The two "
            "are never mixed, so nothing was brought in. Open your own journal and try again there."
        )
    if there and not here:
        raise Problem(
            "The file is a demonstration: all its words are invented. It is never mixed with your "
            "own journal, so nothing was brought in. Choose a file that you exported yourself."
        )


def _places(connection: Connection, places: list[Record]) -> None:
    """Note each place, unless the one here is newer."""
    for one in places:
        new = {"step": one["step"], "at": in_utc(one["at"])}
        query = upsert(place).values(notebook=one["notebook"], **new)
        query = query.on_conflict_do_update(
            index_elements=[place.c.notebook], set_=new, where=place.c.at < new["at"]
        )
        connection.execute(query)


def _stow(connection: Connection, came: Record, mine: Any) -> None:
    """Keep what has no row of its own."""
    places = {
        name: together(mine.get("places", {}).get(name, {}), extra)
        for name, extra in (mine.get("places", {}) | came["places"]).items()
        if extra
    }
    both = {"journal": together(mine.get("journal", {}), came["journal"]), "places": places}
    if not any(both.values()):
        return
    query = upsert(setting).values(name=LUGGAGE, value=dumped(both))
    query = query.on_conflict_do_update(
        index_elements=[setting.c.name], set_={"value": query.excluded.value}
    )
    connection.execute(query)
