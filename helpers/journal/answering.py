"""Answers: the calls of a journal for what somebody wrote, chose, expected or found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.journal.records import (
    KINDS,
    Audit,
    Entry,
    Kind,
    Prediction,
    Prompt,
    Saved,
    Version,
    Writing,
)

if TYPE_CHECKING:
    from helpers.journal.entries import Entries
    from helpers.journal.listing import Listing


class Answering:
    """Write answers and read them, with every earlier version."""

    _entries: Entries
    _listing: Listing

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
            ``"text"``, ``"choice"`` or ``"prediction"``; ``write_result`` and ``write_audit``
            write the other two.
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
        return self._entries.save(Writing(prompt, storable(value), kind, client, seq, base))

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

    def write_audit(self, prompt: Prompt, answers: dict[str, Any]) -> Saved:
        """Keep one filling-in of a self-check; each stays, also where nothing changed."""
        words = json.dumps(answers, ensure_ascii=False, allow_nan=False, sort_keys=True)
        return self.write(prompt, words, kind="audit")

    def audits(self, prompt_id: str) -> list[Audit]:
        """Return every filling-in of a self-check, oldest first."""
        found = [one for one in self.versions(prompt_id) if one.kind == "audit"]
        return [Audit(one.id, one.prompt, one.at, json.loads(one.value)) for one in found]

    def outcome(self, version_id: int, value: str) -> None:
        """Note what came of the prediction with this version's id."""
        found = self._entries.find(version_id)
        if found is None or found.kind != "prediction":
            raise Problem("That prediction is not in this journal. Open the page again.")
        self._listing.outcome(version_id, storable(value))

    def predictions(self, reflection: str | None = None) -> list[Prediction]:
        """Return what was expected and what came of it, oldest first."""
        return self._listing.predictions(reflection)

    def entries(self, reflection: str | None = None, tag: str | None = None) -> list[Entry]:
        """Return every entry with its newest version; the one changed last stands at the end."""
        return self._listing.entries(reflection, tag)

    def all_versions(self) -> list[Version]:
        """Return everything ever written, oldest first."""
        return self._listing.all_versions()

    def tag(self, prompt_id: str, tag: str) -> None:
        """
        Put a tag on an entry.

        Raises
        ------
        Problem
            Where the tag is empty or longer than 60 characters.
        """
        name = " ".join(storable(tag).split())
        if not 0 < len(name) <= LONGEST_TAG:
            raise Problem(f"A tag has 1 to {LONGEST_TAG} characters. Write a short word.")
        self._listing.tag(prompt_id, name)

    def untag(self, prompt_id: str, tag: str) -> None:
        """Take a tag off an entry."""
        self._listing.untag(prompt_id, tag)

    def tags(self) -> dict[str, int]:
        """Return each tag and how many entries carry it."""
        return self._listing.tags()


LONGEST_TAG = 60


def storable(words: str) -> str:
    """
    Return the words with any half character (an emoji cut in two while typing) made whole or marked.

    Examples
    --------
    >>> storable("Well done \\ud83d")
    'Well done �'
    """
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
