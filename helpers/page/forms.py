"""Forms: native controls whose answers are kept in the journal as they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import traitlets as tl

from helpers.intake import Problem
from helpers.page import answers
from helpers.page.part import Part

if TYPE_CHECKING:
    from helpers.journal import Journal, Prompt


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
        self.ready = prompt is None  # an answer waits for what was written before
        if prompt is not None and journal is None:
            self.prompt = asdict(prompt)  # a closing page can reach only the person's own journal
        self.observe(self._on_value, "value")

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
            held = self.journal.latest(self._prompt.id)
            if held is not None:
                self._show(answers.held(held))
                self.saved = {"at": held.at.isoformat(), "version": held.id}
        finally:
            self.ready = True

    def on_act(self, message, buffers):
        if "draft" in message:
            draft = message["draft"]
            self._show(draft["value"])
            self._write(draft["value"], client=draft["client"], seq=draft["seq"])
        elif message.get("other"):
            self._show_other()

    def _show(self, value: Any) -> None:
        self._loading = True
        self.value = value
        self._loading = False

    def _on_value(self, change) -> None:
        if not self._loading:
            self._write(change["new"])

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

    def _keep(self, value: Any, client: str, seq: int):
        assert self._prompt is not None
        known = self.saved.get("version")
        return answers.keep(
            self.journal, self._prompt, value, self.kind, client=client, seq=seq, base=known
        )

    def _show_other(self) -> None:
        if self._elsewhere is not None:
            self.hint = f"The other window says: “{self._spoken(answers.held(self._elsewhere))}”"

    def _spoken(self, value: Any) -> str:
        """Say an answer in the words of the page."""
        return str(value)


class Text(Field):
    """
    A box for words.

    Examples
    --------
    >>> Text("Your email in April").label
    'Your email in April'
    """

    rows = tl.Int(3).tag(sync=True)

    def __init__(self, label: str = "", **traits):
        super().__init__("text", label, **traits)


class _Options(Field):
    options = tl.Dict().tag(sync=True)
    inline = tl.Bool(False).tag(sync=True)

    def __init__(self, kind: str, label: str, options: Mapping[str, str], **traits):
        super().__init__(kind, label, options=dict(options), **traits)

    def _spoken(self, value):
        if isinstance(value, dict):
            return ", ".join(f"{row}: {self._spoken(mark)}" for row, mark in value.items())
        chosen = value if isinstance(value, list) else [value] if value else []
        return ", ".join(str(self.options.get(name, name)) for name in chosen) or "nothing"


class Choice(_Options):
    """One answer of several. None is chosen beforehand, and a choice can be taken back."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("choice", label, options, **traits)


class Ticks(_Options):
    """Any number of answers; ``value`` is a list of ids."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("ticks", label, options, **traits)


class Select(_Options):
    """One answer of many, in a list that folds away."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("select", label, options, **traits)


class Marks(_Options):
    """
    One choice for each of several rows; ``value`` maps a row's id to what was chosen.

    ``rows`` is a list of ``{"id": …, "label": …, "html": …}``; the HTML is what the row shows.
    """

    rows: tl.List = tl.List().tag(sync=True)
    asked = tl.Unicode().tag(sync=True)

    def __init__(self, label: str, options: Mapping[str, str], rows: list[dict], **traits):
        super().__init__("marks", label, options, rows=rows, **traits)


class _Ranged(Field):
    range = tl.Dict().tag(sync=True)


class Slider(_Ranged):
    """A number between two ends, with its value and unit spoken."""

    def __init__(self, label, minimum, maximum, *, step=1, unit="", value=None, **traits):
        bounds = {"minimum": minimum, "maximum": maximum, "step": step, "unit": unit}
        start = minimum if value is None else value
        super().__init__("slider", label, range=bounds, value=start, **traits)


class Number(_Ranged):
    """A number typed by hand."""

    def __init__(self, label, minimum=None, maximum=None, *, step=1, **traits):
        bounds = {"minimum": minimum, "maximum": maximum, "step": step}
        super().__init__("number", label, range=bounds, **traits)


class Date(_Ranged):
    """A day, as ISO text such as '2026-12-24'."""

    def __init__(self, label: str = "", *, earliest: str | None = None, **traits):
        super().__init__("date", label, range={"minimum": earliest}, **traits)


def show_problem(control: Part, act: Callable[[], Any]) -> Any:
    """
    Run an act; where a Problem stops it, show it beside the control and return None.

    Examples
    --------
    >>> date = Date("By when?")
    >>> def refuse():
    ...     raise Problem("That day has passed. Choose a later one.")
    >>> show_problem(date, refuse)
    >>> date.problem
    'That day has passed. Choose a later one.'
    """
    control.problem = ""
    try:
        return act()
    except Problem as problem:
        control.problem = str(problem)
        return None
