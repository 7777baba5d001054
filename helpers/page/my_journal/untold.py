"""What a journal holds and no list tells: choices about a visit, and drafts of what is kept anew."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.page.my_journal import labels


def untold(ids: Iterable[str]) -> frozenset[str]:
    """
    Return which of these answers, of one journal, are not told as answers of their own.

    A slice's words say so: ``told = false`` for a choice that is no thought, ``draft_of`` for
    what another question keeps; the draft is told until that one is answered.

    Examples
    --------
    >>> untold(["start.time", "start.hats", "start.meaning"])
    frozenset({'start.time'})
    >>> untold(["start.hats", "start.hats_kept"])
    frozenset({'start.hats'})
    """
    there = set(ids)
    return frozenset(one for one in there if not _is_told(one, there))


def drafts_of(prompt_id: str, ids: Iterable[str]) -> list[str]:
    """Return the drafts, among these answers, of what another one keeps: they go with it."""
    return [one for one in ids if _kept_as(one) == prompt_id]


def _is_told(prompt_id: str, there: set[str]) -> bool:
    return _about(prompt_id).get("told", True) and _kept_as(prompt_id) not in there


def _kept_as(prompt_id: str) -> str:
    name = _about(prompt_id).get("draft_of")
    return f"{prompt_id.partition('.')[0]}.{name}" if name else ""


def _about(prompt_id: str) -> dict:
    subject, _, name = prompt_id.partition(".")
    return labels.asked(subject, name)
