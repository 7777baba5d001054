"""Deleting: one thing for good, and what to say about copies that nobody here can reach."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.my_journal import labels
from helpers.page.my_journal.items import Item
from helpers.page.my_journal.untold import drafts_of
from helpers.page.seals import SUFFIX

if TYPE_CHECKING:
    from helpers.journal import Forgotten, Journal
    from helpers.journal.forgotten import Alike

PLAIN = words.load("page.my_journal")
SAID = PLAIN["delete"]
MOST = 10  # places that still hold some of the words, named one by one


def forget(journal: Journal, item: Item) -> Forgotten:
    """Delete one thing with all that belongs to it."""
    if item.kind == "promise":
        return journal.forget_commitment(int(item.id))
    if item.kind == "question":
        return journal.forget_question(int(item.id))
    if journal.latest(item.id + SUFFIX):
        journal.forget_entry(item.id + SUFFIX)
    for draft in drafts_of(item.id, [entry.prompt.id for entry in journal.entries()]):
        journal.forget_entry(draft)
    return journal.forget_entry(item.id)


def not_reached(gone: Forgotten) -> str:
    """Return what still holds the words, here and elsewhere; empty where there is nothing to say."""
    here = list(dict.fromkeys(map(_named, gone.alike)))
    more = len(here) - MOST
    here[MOST:] = [SAID["alike_more"].format(count=more)] if more > 0 else []
    return _list(SAID["alike"], here) + _list(SAID["not_reached"], gone.not_reached)


def _named(one: Alike) -> str:
    plain = {"promise": PLAIN["promise"]["wording"], "question": PLAIN["question"]["wording"]}
    wording = one.wording or plain.get(one.kind, "")
    return SAID["alike_one"].format(wording=wording, page=labels.title(one.reflection))


def _list(lead: str, lines: Sequence[str]) -> str:
    listed = "".join(f"<li>{escape(one)}</li>" for one in lines)
    return f"<p>{lead}</p><ul>{listed}</ul>" if listed else ""
