"""Counting in words: "12 answers, 3 promises and 1 question"."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.page import words
from helpers.page.listed import listed
from helpers.page.my_journal.items import Item

SAID = words.load("page.my_journal")


def one(kind: str, n: int) -> str:
    """
    Say how many of one kind there are.

    Examples
    --------
    >>> one("answer", 1), one("version", 20000)
    ('1 answer', '20,000 versions')
    """
    return SAID["one" if n == 1 else "several"][kind].format(n=f"{n:,}")


def counted(counts: dict[str, int]) -> str:
    """
    Say how many of each kind there are, leaving out kinds of which there are none.

    Examples
    --------
    >>> counted({"answer": 12, "version": 0, "promise": 3, "question": 1})
    '12 answers, 3 promises and 1 question'
    >>> counted({"answer": 0})
    'nothing'
    """
    return listed(one(kind, n) for kind, n in counts.items() if n) or SAID["nothing"]


def held(counts: dict[str, int]) -> str:
    """
    Say how many of each kind something holds, the versions with the answers they are of.

    Examples
    --------
    >>> held({"answer": 12, "version": 15, "promise": 3})
    '12 answers in 15 versions and 3 promises'
    """
    others = dict(counts)
    answers, versions = others.pop("answer", 0), others.pop("version", 0)
    if not (answers and versions):
        return counted({"answer": answers} | others)
    said = {"answers": one("answer", answers), "versions": one("version", versions)}
    told = (one(kind, n) for kind, n in others.items() if n)
    return listed([SAID["answers_in"].format(**said), *told])


def summary(items: Sequence[Item]) -> str:
    """
    Say what these are, and how many versions the answers have.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> noon = datetime(2026, 3, 24, 12, tzinfo=UTC)
    >>> emails = Item("entry:voices.email", "voices", "Your email", "Thank you", noon, 3)
    >>> summary([emails, Item("question:1", "voices", "A question", "Why?", noon)])
    '1 answer in 3 versions and 1 question'
    """
    counts = dict.fromkeys(("entry", "promise", "question"), 0)
    for item in items:
        counts[item.kind] += 1
    versions = sum(item.count for item in items if item.kind == "entry")
    told = [one("answer" if kind == "entry" else kind, n) for kind, n in counts.items() if n]
    if versions > counts["entry"]:
        told[0] = SAID["answers_in"].format(answers=told[0], versions=one("version", versions))
    return listed(told) if told else SAID["nothing"]
