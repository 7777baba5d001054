"""Copies to take away: what is in them, and the files, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.files import Download
from helpers.page.my_journal.items import items, titles
from helpers.page.my_journal.readable import said
from helpers.page.my_journal.untold import untold

if TYPE_CHECKING:
    from helpers.journal import Journal
    from helpers.journal.export.shown import Told, Wanted

SAID = words.load("page.my_journal")["take"]


class Copy:
    """What a person chose to take: all or one reflection, with or without earlier versions."""

    def __init__(self, journal: Journal, reflection: str | None = None, *, history: bool = False):
        self.journal = journal
        self.wanted: Wanted = {
            "reflection": reflection,
            "history": history,
            "titles": titles(items(journal)),
            "tell": said,
            "left_out": untold(entry.prompt.id for entry in journal.entries()),
        }

    @cached_property
    def told(self) -> Told:
        """The copy as it is told on paper, in parts: read once."""
        from helpers.journal.export.told import told

        return told(self.journal.contents(), self.wanted)

    def counts(self) -> dict[str, int]:
        """Return how many answers, versions, promises and questions are in it."""
        parts = self.told.parts
        answers = [answer for part in parts for answer in part.answers]
        versions = sum(len(answer.said) for answer in answers)
        return {
            "answer": len(answers),
            "version": versions if self.wanted["history"] else 0,
            "promise": sum(len(part.promises) for part in parts),
            "question": sum(len(part.questions) for part in parts),
        }

    def sealed(self) -> bool:
        """Whether an answer in it is closed, and so without its words."""
        return any(answer.sealed for part in self.told.parts for answer in part.answers)

    def texts(self) -> list[tuple[str, str]]:
        """Return every text in it, each with what it is called: to be looked over."""
        return list(_texts(self.told))

    def made(self, form: str, change: Callable[[str], str] | None = None) -> bytes | str:
        """Return the file for reading: ``"docx"``, ``"html"`` or ``"md"``."""
        from helpers.journal import export

        wanted: Wanted = {**self.wanted, "change": change}
        if form == "docx":
            return export.as_word(self.journal, **wanted)
        as_text = export.as_html if form == "html" else export.as_markdown
        return as_text(self.journal, **wanted)

    def data(self) -> str:
        """Return the file for this kit: every version, also of what is sealed."""
        from helpers.journal import export

        return export.as_json(self.journal, reflection=self.wanted["reflection"])


class DatedDownload(Download):
    """A download whose name ends with the day on which it was made."""

    def __init__(
        self, label: str, name: Callable[[], str], form: str, make: Callable[[], bytes | str]
    ):
        super().__init__(label, f"{SAID['file']}.{form}", make)
        self._name, self._form = name, form

    def on_act(self, message, buffers):
        self.filename = f"{self._name()}-{date.today().isoformat()}.{self._form}"
        super().on_act(message, buffers)


def copy_of_everything(journal: Callable[[], Journal]) -> DatedDownload:
    """Return the button that makes the data file of everything, for bringing it back later."""
    label = SAID["buttons"]["everything"]
    return DatedDownload(label, lambda: SAID["file"], "json", lambda: Copy(journal()).data())


def _texts(copy: Told) -> Iterator[tuple[str, str]]:
    for part in copy.parts:
        for answer in part.answers:
            for one in answer.said:
                yield answer.wording, one.words
                yield from ((answer.wording, text) for _, text in one.notes)
            yield answer.wording, answer.tags
        for promise in part.promises:
            yield promise.heading, promise.sentence
            yield from ((promise.heading, text) for _, text in promise.facts)
            yield from ((promise.heading, back.note) for back in promise.looks_back)
        for question in part.questions:
            yield question.heading, question.words
