"""Bring words in: a data file looked into, told, and added; nothing here is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.page import words
from helpers.page.files import Upload
from helpers.page.layout import Activity
from helpers.page.my_journal.counted import counted, held
from helpers.page.my_journal.shelf import Asked, Row, Shelf
from helpers.page.part import Markup
from helpers.page.seals import SUFFIX

if TYPE_CHECKING:
    from helpers.journal import Journal
    from helpers.journal.carry import BroughtIn

SAID = words.load("page.my_journal")["bring"]


class BringIn(Activity):
    """Choose a data file, see what would come in, and bring it in or leave it."""

    def __init__(
        self, journal: Callable[[], Journal], on_change: Callable[[], object] | None = None
    ):
        self._journal, self._on_change = journal, on_change
        self._data = b""
        self.file = Upload(SAID["label"], self.look_into, accept=".json")
        self.ask = Shelf(SAID["list"], lambda: None, self._on_act)
        super().__init__(Markup(f"<p>{SAID['scene']}</p>"), self.file, self.ask)

    def look_into(self, name: str, data: bytes) -> None:
        """
        Say what a file holds and what of it would be new; nothing is written yet.

        Raises
        ------
        Problem
            Where it is no such file.
        """
        self._data = b""
        self.ask.show([Row("wait", f"<p data-act='told' role='status'>{SAID['wait']}</p>")])
        try:
            contents, notes, would = rehearsed(self._journal(), data)
        except Problem:
            self.ask.show([])
            raise
        self._data = data
        told = [SAID["would"].format(name=escape(name), counts=held(_held(contents)))]
        new = _added(would)
        told.append(SAID["new"].format(counts=counted(new)) if any(new.values()) else SAID["same"])
        told += [escape(note) for note in (*notes, *would.notes)]
        more = any(new.values()) or would.preserved
        row = Row("ask", _asked(" ".join(told)) if more else _told(" ".join(told)))
        self.ask.show([row], focus=Asked("told", "ask"))

    def _on_act(self, asked: Asked) -> None:
        if asked.act == "leave":
            told = SAID["left"]
        else:
            from helpers.journal import export

            brought = export.bring_in(self._journal(), self._data)
            told = " ".join([str(brought), *brought.notes])
        self._data = b""
        self.ask.show([Row("done", _told(escape(told)))], focus=Asked("told", "done"))
        if asked.act != "leave" and self._on_change:
            self._on_change()


def rehearsed(journal: Journal, data: bytes) -> tuple[dict[str, Any], tuple[str, ...], BroughtIn]:
    """
    Bring a file into a copy in memory: what it holds, what to know of it, what would be new.

    Raises
    ------
    Problem
        Where the file is broken or foreign, or one is a demonstration and the other is not.
    """
    from helpers.journal import Journal as Copy
    from helpers.journal.export.checked import read

    contents, notes = read(data)
    trial = Copy.in_memory()
    trial.set_setting("demonstration", journal.demonstration)
    trial.bring_in(journal.contents())
    return contents, notes, trial.bring_in(contents)


def _held(contents: dict[str, Any]) -> dict[str, int]:
    entries = [one for one in contents.get("entries", []) if not one["prompt"].endswith(SUFFIX)]
    versions = sum(len(entry["versions"]) for entry in entries)
    return {
        "answer": len(entries),
        "version": versions if versions > len(entries) else 0,
        "promise": len(contents.get("commitments", [])),
        "question": len(contents.get("questions", [])),
    }


def _added(would: BroughtIn) -> dict[str, int]:
    return {
        "answer": would.entries,
        "version": would.versions if would.versions != would.entries else 0,
        "tag": would.tags,
        "outcome": would.outcomes,
        "promise": would.commitments,
        "look_back": would.reviews,
        "question": would.questions,
    }


def _told(text: str) -> str:
    return f"<p tabindex='-1' data-act='told'><strong>{text}</strong></p>"


def _asked(text: str) -> str:
    return (
        f"<div class='kit-card'><p tabindex='-1' data-act='told'>{text}</p>"
        f"<button type='button' class='kit-button' data-act='bring'>{SAID['button']}</button>"
        f"<button type='button' class='kit-quiet' data-act='leave'>{SAID['cancel']}</button></div>"
    )
