"""From a journal to what a pack may hold: plain answers, without times, places or ids of entries."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.packs.items import STATUSES, Item
from helpers.packs.offer import Held, offer, too_long
from helpers.page import seals, words
from helpers.page.my_journal.untold import untold

if TYPE_CHECKING:
    from helpers.journal import Entry, Journal

HELPERS = Path(__file__).parents[2]
LABELS = ("label", "title", "name", "text")  # what a menu's entry may call its words


@dataclass(frozen=True)
class Offered:
    """
    What one person's journal could give to a pack.

    Attributes
    ----------
    items
        By the id of their question, in the order of the reflections.
    promises
        How many promises have each status.
    too_long
        The wording of questions whose answers are too long for a pack.
    sealed
        Whether something is left out because it is sealed.
    invented
        Whether the journal is a demonstration.
    """

    items: Mapping[str, Item] = field(repr=False)
    promises: Mapping[str, int]
    too_long: tuple[str, ...] = ()
    sealed: bool = False
    invented: bool = False


def offered(journal: Journal) -> Offered:
    """Return what could go into a pack, as the journal stands now."""
    entries = journal.entries()
    sealed = seals.hidden(entries)
    left_out = sealed | untold(entry.prompt.id for entry in entries)
    found = [
        item for entry in entries if entry.prompt.id not in left_out and (item := _item(entry))
    ]
    found.sort(key=lambda item: (item.asked.reflection, item.asked.kind == "text"))
    return Offered(
        {item.asked.id: item for item in found if not too_long(item)},
        _statuses(journal),
        tuple(item.asked.wording for item in found if too_long(item)),
        bool(sealed),
        bool(journal.demonstration),
    )


def fresh_id() -> str:
    """Return 32 random digits; they lead to nobody."""
    return secrets.token_hex(16)


def title_of(reflection: str) -> str:
    """Return what a part of the kit is called, such as "What do I expect …?"."""
    return str(_words(reflection).get("title") or reflection.replace("_", " ").capitalize())


def _item(entry: Entry) -> Item | None:
    prompt, latest = entry.prompt, entry.latest
    said = _words(prompt.reflection)
    about = _about(said, prompt.id)
    if about.get("private") is True:
        return None
    return offer(
        Held(
            prompt.id,
            prompt.version,
            prompt.wording,
            latest.kind,
            latest.value,
            labels(said, about.get("options")),
            labels(said, about.get("rows")),
            about.get("sensitive") is True,
        )
    )


def _about(said: Mapping[str, Any], prompt_id: str) -> Mapping[str, Any]:
    """Return what a reflection's words say of a question, else what every page's words do."""
    # behind a second dot stands what the answer belongs to, such as one promise
    name = prompt_id.partition(".")[2].partition(".")[0]
    asked: list[Mapping[str, Any]] = [each.get("prompts", {}) for each in (said, _words("page"))]
    return next((prompts[name] for prompts in asked if name in prompts), {})


def _statuses(journal: Journal) -> dict[str, int]:
    counts = Counter[str](promise.status for promise in journal.commitments())
    return {status: counts[status] for status in STATUSES if counts[status]}


def _words(reflection: str) -> dict[str, Any]:
    """Return a reflection's words; none for one that this kit does not have."""
    if reflection.isidentifier() and (HELPERS / reflection / "words.toml").is_file():
        return words.load(reflection)
    return {}


def labels(said: Mapping[str, Any], where: Any) -> dict[str, str]:
    """
    Return a menu of words.toml as id to label; ``where`` is its place, such as "hats.names".

    Examples
    --------
    >>> labels({"hats": {"names": {"one": "Leadership"}}}, "hats.names")
    {'one': 'Leadership'}
    >>> labels({"card": [{"id": "owner", "text": "Takes one problem away"}]}, "card")
    {'owner': 'Takes one problem away'}
    """
    if not isinstance(where, str):
        return {}
    found: Any = said
    for step in where.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, list):
        found = {entry.get("id"): entry for entry in found if isinstance(entry, Mapping)}
    if not isinstance(found, Mapping):
        return {}
    told = {str(name): _label(entry) for name, entry in found.items()}
    return {name: label for name, label in told.items() if label}


def _label(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    given = (entry.get(name) for name in LABELS) if isinstance(entry, Mapping) else ()
    return next((label for label in given if isinstance(label, str)), "")
