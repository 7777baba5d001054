"""Pointers: what in somebody's ticked words may point to a person, and a way to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from helpers.journal.identifiers import Found, change, find
from helpers.packs.items import Item
from helpers.page import words
from helpers.page.layout import Activity, card
from helpers.page.part import Button, Markup

SAID = words.load("packs")["make"]["pointers"]


class Pointers(Activity):
    """
    Point out numbers, names and addresses in words that are about to be sent.

    What is changed is changed in the pack alone; ``then`` is called after it.
    """

    def __init__(self, then: Callable[[], None]):
        self._then = then
        self.changed: set[str] = set()
        super().__init__()

    def look(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Look through the words, show what was found, and return the items as they are sent."""
        texts = [item for item in items if item.asked.kind == "text"]
        notes = [note for item in texts for note in self._note(item)]
        looked = [Markup(f"<p class='eyebrow'>{SAID['looked']}</p>")] if texts else []
        self.children = (*notes, *looked)
        return tuple(self._as_sent(item) for item in items)

    def change(self, question: str) -> None:
        """Take up every suggestion in the answer to one question."""
        self.changed.add(question)
        self._then()

    def _as_sent(self, item: Item) -> Item:
        if item.asked.kind != "text" or item.asked.id not in self.changed:
            return item
        text = item.answer
        for found in reversed(find(text)):  # from the end, so that earlier places stay true
            text = change(text, found)
        return replace(item, answer=text)

    def _note(self, item: Item) -> list[Activity | Markup]:
        found = find(item.answer)
        if not found:
            return []
        what = ", ".join(_named(item.answer, each) for each in found)
        told = SAID["found"].format(wording=escape(item.asked.wording), what=what)
        if item.asked.id in self.changed:
            return [Markup(f"<p>{told} <strong>{SAID['changed']}</strong></p>")]
        question = item.asked.id
        button = Button(SAID["change"], lambda: self.change(question), quiet=True)
        return [card(Markup(f"<p>{told}</p>"), button)]


def _named(text: str, found: Found) -> str:
    kind = SAID["kinds"].get(found.kind, found.kind.replace("_", " "))
    return f"{kind} (“{escape(text[found.start : found.end])}”)"
