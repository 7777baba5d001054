"""Deleting: one thing for good, and what to say about copies that nobody here can reach."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.my_journal.items import Item
from helpers.page.seals import SUFFIX

if TYPE_CHECKING:
    from helpers.journal import Forgotten, Journal

SAID = words.load("page.my_journal")["delete"]


def forget(journal: Journal, item: Item) -> Forgotten:
    """Delete one thing with all that belongs to it."""
    if item.kind == "promise":
        return journal.forget_commitment(int(item.id))
    if item.kind == "question":
        return journal.forget_question(int(item.id))
    if journal.latest(item.id + SUFFIX):
        journal.forget_entry(item.id + SUFFIX)
    return journal.forget_entry(item.id)


def not_reached(gone: Forgotten) -> str:
    """Return what the kit could not delete, as a list; empty where there is nothing to say."""
    if not gone.not_reached:
        return ""
    copies = "".join(f"<li>{escape(one)}</li>" for one in gone.not_reached)
    return f"<p>{SAID['not_reached']}</p><ul>{copies}</ul>"
