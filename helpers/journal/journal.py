"""The journal of one person, as the pages use it: answers, promises, and care of the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.journal.answering import Answering
from helpers.journal.folder import journal_path
from helpers.journal.forgotten import Forgotten
from helpers.journal.promising import Promising

if TYPE_CHECKING:
    from helpers.journal.store import Store


class Journal(Answering, Promising):
    """
    What one person wrote and promised, in one file on their own computer.

    Every call is whole: it opens the file, does its work and closes it, so one journal may be
    used from any thread, and any number of pages and processes may write to the same file.
    What a call has returned is on the disk. Open it with ``Journal.open`` or ``mine``.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from helpers.journal import Prompt
    >>> prompt = Prompt("expectations.email_april", 1, "Your email in April", "expectations")
    >>> with TemporaryDirectory() as folder:
    ...     journal = Journal.open(Path(folder) / "journal.sqlite3")
    ...     saved = journal.write(prompt, "Thank you all.")
    ...     journal.latest(prompt.id).value
    'Thank you all.'
    >>> "Thank" in repr(saved)  # words stay out of logs
    False
    """

    def __init__(self, store: Store, now: Callable[[], datetime] | None = None):
        # SQLAlchemy costs half a second: it is loaded when a journal is opened, not before.
        from helpers.journal.entries import Entries
        from helpers.journal.listing import Listing
        from helpers.journal.promises import Promises

        clock = now or _this_computer
        self.store = store
        self._entries, self._promises = Entries(store, clock), Promises(store, clock)
        self._listing = Listing(store, clock)

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        *,
        key: bytes | None = None,
        anew: bool = False,
        now: Callable[[], datetime] | None = None,
    ) -> Journal:
        """
        Open a journal, and begin it where there is none.

        Parameters
        ----------
        path
            The file; None for what ``KIT_JOURNAL`` names, else the person's own data folder.
        key
            32 bytes that open an encrypted file, from ``helpers.journal.lock``; else None.
        anew
            Begin an empty journal even where there are backups of one that has gone.
        now
            A clock that gives aware times; None for this computer's.

        Raises
        ------
        Locked
            Where the file is encrypted and there is no key, or another one.
        Problem
            Where the file is damaged, of a newer release, something else, or out of reach.
            The file is then left as it was. A journal of an earlier release is copied to
            its backups, then brought to today's form.
        """
        from helpers.journal.store import Store

        return cls(Store(journal_path(path), key=key, anew=anew), now)

    @classmethod
    def in_memory(cls, *, now: Callable[[], datetime] | None = None) -> Journal:
        """Begin a journal that no file holds: it is gone when this program ends."""
        from helpers.journal.memory import MemoryStore

        return cls(MemoryStore(), now)

    @property
    def path(self) -> Path | None:
        """The file; None for a journal in memory."""
        return self.store.path

    @property
    def demonstration(self) -> bool:
        """Whether this is the kit's own example, with invented words."""
        return bool(self.setting("demonstration", False))

    def setting(self, name: str, default: Any = None) -> Any:
        """Return how the person wants something to be, or ``default``."""
        return self._listing.setting(name, default)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep how the person wants something to be: any JSON value."""
        self._listing.set_setting(name, value)

    def contents(self) -> dict[str, Any]:
        """Return everything in the journal, ready for JSON; ``helpers.journal.export`` says how."""
        from helpers.journal import carry

        return carry.contents(self.store)

    def bring_in(self, contents: dict[str, Any]) -> Any:
        """Add what another export holds; nothing here is overwritten."""
        from helpers.journal import carry

        return carry.bring_in(self.store, contents)

    def forget_version(self, version_id: int) -> Forgotten:
        """Delete one version of an answer for good, here and in the backups."""
        from helpers.journal import forgetting

        return forgetting.version(self.store, version_id)

    def forget_entry(self, prompt_id: str) -> Forgotten:
        """Delete an answer with all its versions for good, here and in the backups."""
        from helpers.journal import forgetting

        return forgetting.entry(self.store, prompt_id)

    def forget_commitment(self, commitment_id: int) -> Forgotten:
        """Delete a promise with its reviews for good, here and in the backups."""
        from helpers.journal import forgetting

        return forgetting.commitment(self.store, commitment_id)

    def forget_question(self, question_id: int) -> Forgotten:
        """Delete a question for good, here and in the backups."""
        from helpers.journal import forgetting

        return forgetting.question(self.store, question_id)

    def forget_reflection(self, reflection: str) -> Forgotten:
        """Delete all that belongs to one reflection for good, here and in the backups."""
        from helpers.journal import forgetting

        return forgetting.reflection(self.store, reflection)

    def forget_everything(self) -> Forgotten:
        """Delete all words, promises, questions and places for good, and every backup."""
        from helpers.journal import forgetting

        return forgetting.everything(self.store)


def _this_computer() -> datetime:
    return datetime.now(UTC)
