"""Files in, by acknowledged pieces; files out, made in the browser from bytes."""

from __future__ import annotations

from collections.abc import Callable

import traitlets as tl

from helpers.intake import Problem
from helpers.intake.pieces import Pieces
from helpers.page.part import Part

KINDS = {
    "csv": "text/csv",
    "html": "text/html",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "md": "text/markdown",
    "bib": "application/x-bibtex",
    "txt": "text/plain",
    "ics": "text/calendar",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


class Upload(Part):
    """
    Ask for a file. When all its pieces are here, ``act(name, data)`` is called.

    A Problem from ``act`` is shown beside the control; whatever was there before stays.
    """

    accept = tl.Unicode(".csv,.txt,.tsv,.xlsx,.xls,.xlsm,.ods").tag(sync=True)

    def __init__(self, label: str, act: Callable[[str, bytes], object], **traits):
        super().__init__(kind="upload", label=label, **traits)
        self._act, self._pieces = act, Pieces()

    def on_act(self, message, buffers):
        run, number = message["run"], message.get("piece", -1)
        try:
            if "start" in message:
                self.problem = ""
                self._pieces.start(message["start"]["name"], message["start"]["size"])
            elif "piece" in message:
                self._pieces.add(number, bytes(buffers[0]))
            elif message.get("finish"):
                self._act(self._pieces.name, self._pieces.finish())
                return
        except Problem as problem:
            self.problem = str(problem)
            self.send({"run": run, "received": number, "stop": True})
        else:
            self.send({"run": run, "received": number, "stop": False})


class Download(Part):
    """A button that makes a file and hands it to the browser; nothing is left on the server."""

    def __init__(self, label: str, filename: str, make: Callable[[], bytes | str]):
        super().__init__(kind="download", label=label)
        self.filename, self._make = filename, make

    def on_act(self, message, buffers):
        try:
            made = self._make()
        except Problem as problem:
            self.send({"problem": str(problem)})
            return
        data = made.encode("utf-8") if isinstance(made, str) else made
        kind = KINDS[self.filename.rpartition(".")[2]]
        self.send({"name": self.filename, "type": kind}, [data])
