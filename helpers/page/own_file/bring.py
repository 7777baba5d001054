"""Bring your numbers: a file, cells pasted from a spreadsheet, or the example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from helpers.intake import Problem
from helpers.intake.sheets import Sheet, read_pasted, read_table
from helpers.page import words
from helpers.page.files import Upload
from helpers.page.forms import Text, show_problem
from helpers.page.layout import Activity, fold, stack
from helpers.page.part import Button, Markup

SAID = words.load("page.own_file")["bring"]


@dataclass(frozen=True)
class Source:
    """What the reader brought: a file's bytes or pasted text, held in memory and nowhere else."""

    name: str
    data: bytes | str

    def read(self, sheet: str | None = None) -> Sheet:
        """Read it as a table; of a workbook, the sheet that is named."""
        if isinstance(self.data, str):
            return read_pasted(self.data)
        return read_table(self.data, self.name, sheet=sheet)


class BringNumbers(Activity):
    """
    Step 1: when a table has been read, ``then(source, sheet)`` takes it on; a Problem stops it.

    ``example`` is a file to try it with; ``hint`` says what a file needs to hold.
    """

    def __init__(self, then: Callable[[Source, Sheet], None], *, example: Path, hint: str):
        self._then, self._example = then, example
        self.upload = Upload(SAID["upload"], self._on_file, hint=hint)
        self.example = Button(SAID["example_button"], self.use_example, quiet=True)
        self.pasted = Text(SAID["paste"], rows=6)
        self.use_cells = Button(SAID["paste_button"], self._on_cells)
        self.paste = fold(SAID["paste_title"], None, lambda: stack(self.pasted, self.use_cells))
        self.said = Markup(live=True)
        title = Markup(f"<h3 style='margin:0'>{SAID['title']}</h3>")
        super().__init__(title, self.upload, self.example, self.paste, self.said)

    def use_example(self) -> None:
        """Read the example in place of a file of one's own."""
        self._read(Source(self._example.name, self._example.read_bytes()))

    def _on_file(self, name: str, data: bytes) -> None:
        self._read(Source(name, data))

    def _on_cells(self) -> None:
        source = Source(SAID["pasted"], self.pasted.value or "")
        show_problem(self.pasted, lambda: self._read(source))
        self.paste.head.unfolded = bool(self.pasted.problem)  # many cells make a long box

    def _read(self, source: Source) -> None:
        name = escape(source.name)
        self.said.html = f"<p>{SAID['reading'].format(name=name)}</p>"
        try:
            sheet = source.read()
            self._then(source, sheet)
        except Problem:
            self.said.html = ""
            raise
        self.upload.problem = self.pasted.problem = ""
        rows, columns = sheet.table.shape
        self.said.html = (
            f"<p>{SAID['read'].format(name=name, rows=f'{rows:,}', columns=columns)}</p>"
        )
