"""The kit's own example of a journal: invented words, for a projector or a first look.

It is a file of its own, marked inside, made anew each time, and never mixed with a person's.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from helpers.journal.journal import Journal
from helpers.journal.records import Prompt


def make(path: Path, now: datetime | None = None, *, key: bytes | None = None) -> Journal:
    """
    Write the example into a new file, encrypted where there is a key; its days lead up to ``now``.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     made = make(Path(folder) / "demonstration.sqlite3")
    ...     made.demonstration, len(made.entries()) > 5
    (True, True)
    """
    told = tomllib.loads(
        resources.files("helpers.journal").joinpath("demonstration.toml").read_text("utf-8")
    )
    clock = _Clock(now or datetime.now(UTC))
    journal = Journal.open(path, key=key, now=clock, anew=True)
    journal.set_setting("demonstration", True)
    steps = [(one["days_ago"], kind, one) for kind in _TELL for one in told.get(kind, [])]
    promises: dict[str, int] = {}
    for days, kind, one in sorted(steps, key=lambda step: -step[0]):
        clock.days_ago = days
        _TELL[kind](journal, one, promises, clock)
    return Journal.open(path, key=key)


class _Clock:
    """A clock that stands on a day before the last one."""

    def __init__(self, last: datetime):
        self.last, self.days_ago = last, 0

    def __call__(self) -> datetime:
        return self.last - timedelta(days=self.days_ago)


def _write(journal: Journal, one: dict[str, Any], _promises: dict, clock: _Clock) -> None:
    prompt = Prompt(one["id"], one.get("version", 1), one["wording"], one["id"].partition(".")[0])
    kind = one.get("kind", "text")
    if kind == "result":
        journal.write_result(prompt, one["value"])
    elif kind == "seal":
        journal.write_result(prompt, {"sealed": clock().date().isoformat(), "opened": None})
    elif kind == "audit":
        journal.write_audit(prompt, one["value"])
    else:
        kept = journal.write(prompt, one["value"], kind=kind)
        if "came" in one:
            journal.outcome(kept.version.id, one["came"])
    for tag in one.get("tags", []):
        journal.tag(prompt.id, tag)


def _promise(journal: Journal, one: dict[str, Any], promises: dict, clock: _Clock) -> None:
    by = (clock() + timedelta(days=one.get("in_days", 14))).date()
    more = {name: one.get(name, "") for name in ("obstacle", "first_step", "buddy")}
    made = journal.promise(one["if"], one["then"], by, one["reflection"], **more)
    promises[one["name"]] = made.id


def _review(journal: Journal, one: dict[str, Any], promises: dict, _clock: _Clock) -> None:
    journal.review(promises[one["promise"]], one["status"], one.get("note", ""))


def _question(journal: Journal, one: dict[str, Any], _promises: dict, _clock: _Clock) -> None:
    journal.take_question(one["text"], one["reflection"])


_TELL = {"entry": _write, "promise": _promise, "review": _review, "question": _question}
