"""The journal of one person, as the pages use it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.journal.folder import journal_path
from helpers.journal.records import (
    KINDS,
    OUTCOMES,
    Commitment,
    Kind,
    Outcome,
    Place,
    Prompt,
    Question,
    Saved,
    Version,
    Writing,
)

if TYPE_CHECKING:
    from helpers.journal.entries import Entries
    from helpers.journal.promises import Promises


class Journal:
    """
    What one person wrote and promised, in one file on their own computer.

    Every call is whole: it opens the file, does its work and closes it, so one journal may be
    used from any thread, and any number of pages and processes may write to the same file.
    What a call has returned is on the disk. Open it with ``Journal.open`` or ``mine``.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> prompt = Prompt("expectations.email_april", 1, "Your email in April", "expectations")
    >>> with TemporaryDirectory() as folder:
    ...     journal = Journal.open(Path(folder) / "journal.sqlite3")
    ...     saved = journal.write(prompt, "Thank you all.")
    ...     journal.latest(prompt.id).value
    'Thank you all.'
    >>> "Thank" in repr(saved)  # words stay out of logs
    False
    """

    def __init__(self, path: Path, entries: Entries, promises: Promises):
        self.path = path
        self._entries, self._promises = entries, promises

    @classmethod
    def open(
        cls, path: Path | str | None = None, *, now: Callable[[], datetime] | None = None
    ) -> Journal:
        """
        Open a journal, and begin it where there is none.

        Parameters
        ----------
        path
            The file; None for what ``KIT_JOURNAL`` names, else the person's own data folder.
        now
            A clock that gives aware times; None for this computer's.

        Raises
        ------
        Problem
            Where the file is damaged, of a newer release, something else, or out of reach.
            The file is then left as it was.
        """
        # SQLAlchemy costs half a second: it is loaded when a journal is opened, not before.
        from helpers.journal.entries import Entries
        from helpers.journal.promises import Promises
        from helpers.journal.store import Store

        store, clock = Store(journal_path(path)), now or _this_computer
        return cls(store.path, Entries(store, clock), Promises(store, clock))

    def write(
        self,
        prompt: Prompt,
        value: str,
        *,
        kind: Kind = "text",
        client: str = "",
        seq: int = 0,
        base: int | None = None,
    ) -> Saved:
        """
        Keep an answer; it is on the disk when this returns.

        Parameters
        ----------
        prompt
            The question, as the reader saw it.
        value
            The words. Empty words are kept too, so that a deletion can be undone.
        kind
            ``"text"``, ``"choice"`` or ``"prediction"``.
        client, seq
            Which open page is writing, and its count of saves from 1. A count no higher than
            the last one heard from that page came late: it changes nothing. 0 is not counted.
        base
            The id of the version the writer last saw.

        Returns
        -------
        Saved
            The newest version. The same words again make no new one. ``elsewhere`` is what
            another page wrote and this writer had not seen; both are in the history.

        Notes
        -----
        Saves of one typing spell share a version; ``helpers.journal.spell`` states the rule.
        """
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        return self._entries.save(Writing(prompt, _storable(value), kind, client, seq, base))

    def latest(self, prompt_id: str) -> Version | None:
        """Return the newest version of an answer, or None where nothing was written."""
        return self._entries.latest(prompt_id)

    def versions(self, prompt_id: str) -> list[Version]:
        """Return every version of an answer, oldest first."""
        return self._entries.versions(prompt_id)

    def restore(self, version_id: int, *, client: str = "", base: int | None = None) -> Saved:
        """Bring an older version back, as a new one: the history only grows."""
        old = self._entries.find(version_id)
        if old is None:
            raise Problem("That version is not in this journal. Open the page again and choose.")
        return self.write(old.prompt, old.value, kind=old.kind, client=client, base=base)

    def write_result(
        self,
        prompt: Prompt,
        value: Any,
        *,
        client: str = "",
        seq: int = 0,
        base: int | None = None,
    ) -> Saved:
        """Keep what an activity came to, as JSON; the rules are those of ``write``."""
        words = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)
        return self.write(prompt, words, kind="result", client=client, seq=seq, base=base)

    def latest_result(self, prompt_id: str, default: Any = None) -> Any:
        """Return what an activity came to last, or ``default``."""
        version = self.latest(prompt_id)
        return json.loads(version.value) if version and version.kind == "result" else default

    def promise(
        self,
        if_: str,
        then: str,
        by: date,
        reflection: str,
        *,
        notebook: str = "",
        wording: str = "",
        prompt_version: int = 1,
    ) -> Commitment:
        """
        Keep an if–then promise with a date.

        Raises
        ------
        Problem
            Where the cue or the act is left empty.
        """
        if not if_.strip() or not then.strip():
            raise Problem("A promise needs both parts. Write when it will happen, and what you do.")
        return self._promises.promise(
            if_=_storable(if_),
            then=_storable(then),
            by=by.isoformat(),
            reflection=reflection,
            notebook=notebook,
            wording=wording,
            prompt_version=prompt_version,
        )

    def review(self, commitment_id: int, status: Outcome, note: str = "") -> Commitment:
        """Say what became of a promise: ``"kept"``, ``"partly"`` or ``"dropped"``."""
        if status not in OUTCOMES:
            raise ValueError(f"status must be one of {', '.join(OUTCOMES)}")
        return self._promises.review(commitment_id, status, _storable(note))

    def commitments(self, reflection: str | None = None) -> list[Commitment]:
        """Return promises, oldest first: of one reflection, or all."""
        return self._promises.commitments(reflection)

    def take_question(self, text: str, reflection: str, *, notebook: str = "") -> Question:
        """
        Keep a question to take away instead of a promise.

        Raises
        ------
        Problem
            Where nothing was written.
        """
        if not text.strip():
            raise Problem("The question is still empty. Write it as you would ask a colleague.")
        return self._promises.take_question(
            text=_storable(text), reflection=reflection, notebook=notebook
        )

    def questions(self, reflection: str | None = None) -> list[Question]:
        """Return questions taken away, oldest first: of one reflection, or all."""
        return self._promises.questions(reflection)

    def remember_place(self, notebook: str, step: str) -> None:
        """Note where the reader is, to bring them back there."""
        self._promises.remember_place(notebook, step)

    def place(self, notebook: str | None = None) -> Place | None:
        """Return where the reader was last, in this notebook or in any; None at first."""
        return self._promises.place(notebook)


def _this_computer() -> datetime:
    return datetime.now(UTC)


def _storable(words: str) -> str:
    """Return the words with any half character (an emoji cut in two while typing) made whole or marked."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
