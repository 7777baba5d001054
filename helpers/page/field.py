"""Field: a control whose answer is kept in the journal as it is given, with its past at hand."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import traitlets as tl

from helpers.intake import Problem
from helpers.page import answers
from helpers.page.part import Part
from helpers.page.past import Past, states

if TYPE_CHECKING:
    from helpers.journal import Journal, Prompt, Version


class Field(Part):
    """
    A control that holds one answer.

    With a ``prompt``, the answer is read from the journal whenever the control appears
    and is written there, durably, as it is given. Without one it is only a control.

    ``value`` is the answer: text, a chosen id, a list of ids, a number, an ISO date, or None.
    """

    value = tl.Any(None, allow_none=True).tag(sync=True)
    saved = tl.Dict().tag(sync=True)
    prompt = tl.Dict().tag(sync=True)
    ready = tl.Bool(False).tag(sync=True)
    placeholder = tl.Unicode().tag(sync=True)
    before = tl.Unicode().tag(sync=True)  # the last earlier day with another answer
    earlier = tl.Dict().tag(sync=True)  # those answers: empty until somebody opens them
    way_back = tl.Dict().tag(sync=True)  # today's longer text, where it was emptied or replaced

    def __init__(
        self,
        kind: str,
        label: str = "",
        *,
        prompt: Prompt | None = None,
        journal: Journal | None = None,
        **traits,
    ):
        super().__init__(kind=kind, label=label or (prompt.wording if prompt else ""), **traits)
        self._prompt, self._given_journal = prompt, journal
        self._loading, self._elsewhere = False, None
        self._at_first = self.value
        self._past = Past([], date.min)
        self.ready = prompt is None  # an answer waits for what was written before
        if prompt is not None and journal is None:
            self.prompt = asdict(prompt)  # a closing page can reach only the person's own journal
        self.observe(self._on_value, "value")
        self.observe(self._mended, "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own: asked for when needed, never before."""
        if self._given_journal is None:
            from helpers import journal

            return journal.mine()
        return self._given_journal

    def answer(self, value: Any) -> None:
        """Give an answer from code, as a reader would by hand."""
        self.value = value

    def on_shown(self) -> None:
        """Show what the journal holds, also after a reload or in a kernel that ran beforehand."""
        if self._prompt is None:
            return
        try:
            versions = self.journal.versions(self._prompt.id)
            if versions:
                self._show_version(versions[-1])
            elif "version" in self.saved:  # it was deleted meanwhile
                self._show(self._at_first)
                self.saved = {}
            self._past, self.earlier = Past(versions, date.today()), {}
            self._tell_past()
        finally:
            self.ready = True

    def on_act(self, message, buffers):
        if "draft" in message:
            draft = message["draft"]
            self._show(draft["value"])
            self._write(draft["value"], client=draft["client"], seq=draft["seq"])
        elif message.get("earlier"):
            self.open_earlier()
        elif "restore" in message:
            self.bring_back(message["restore"])
        elif message.get("other"):
            self._show_other()

    def open_earlier(self) -> None:
        """Show how the answer stood on earlier days, and what has changed since."""
        assert self._prompt is not None
        self.problem = ""
        try:
            versions = self.journal.versions(self._prompt.id)
        except Problem as problem:
            self.problem = str(problem)
            return
        self.earlier = states(versions, date.today(), self._prompt.wording, self._names)

    def bring_back(self, version_id: int) -> None:
        """Make an earlier version the answer again; what stood there stays in the journal."""
        self.problem = ""
        try:
            kept = self.journal.restore(version_id, base=self.saved.get("version"))
        except Problem as problem:
            self.problem = str(problem)
            return
        self._show_version(kept.version)
        self._past.bring(kept.version)
        self._tell_past()

    def _show_version(self, version: Version) -> None:
        self._show(answers.held(version))
        self.saved = {"at": version.at.isoformat(), "version": version.id}

    def _show(self, value: Any) -> None:
        self._loading = True
        self.value = value
        self._loading = False

    def _on_value(self, change) -> None:
        if not self._loading:
            self._write(change["new"])

    def _mended(self, _change) -> None:
        """Let an old complaint go: it was about another answer."""
        self.problem = ""

    def _write(self, value: Any, client: str = "", seq: int = 0) -> None:
        receipt = {"client": client, "seq": seq}
        if self._prompt is None:
            self.saved = receipt
            return
        try:
            kept = self._keep(value, client, seq)
        except Problem as problem:
            self.saved = receipt | {"problem": str(problem)}
            return
        self._elsewhere = kept.elsewhere
        receipt |= {"at": kept.version.at.isoformat(), "version": kept.version.id}
        if kept.elsewhere:
            receipt["elsewhere"] = {"at": kept.elsewhere.at.isoformat()}
        self.saved = receipt
        self._past.keep(kept.version)  # after the page was told: saving waits for nothing
        self._tell_past()

    def _keep(self, value: Any, client: str, seq: int):
        assert self._prompt is not None
        known = self.saved.get("version")
        return answers.keep(
            self.journal, self._prompt, value, self.kind, client=client, seq=seq, base=known
        )

    def _tell_past(self) -> None:
        self.before, self.way_back = self._past.day, self._past.way_back

    def _show_other(self) -> None:
        if self._elsewhere is not None:
            self.hint = f"The other window says: “{self._spoken(answers.held(self._elsewhere))}”"

    def _spoken(self, value: Any) -> str:
        """Say an answer in the words of the page."""
        return str(value)

    def _names(self, *values: Any) -> dict[str, str]:
        """Return what the ids in these answers are called on the page."""
        return {}
