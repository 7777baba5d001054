"""What is in a journal, as a list to read: answers, promises and questions, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from helpers.journal.if_then import IfThen
from helpers.page import words
from helpers.page.my_journal import labels
from helpers.page.my_journal.readable import day, said
from helpers.page.my_journal.untold import untold
from helpers.page.seals import SUFFIX, hidden, seal_of

if TYPE_CHECKING:
    from helpers.journal import Commitment, Entry, Journal, Question, Review

SAID = words.load("page.my_journal")
EVERYTHING = "*"  # among the reflections to choose from; none is called so


@dataclass(frozen=True)
class Item:
    """
    One thing to read.

    Attributes
    ----------
    key
        Kind and id in one word, such as ``"entry:start.missing"``.
    wording
        The question as it read when this was written.
    words
        The newest words as a person would read them; empty where it is sealed.
    at
        When it was last changed.
    count
        How many versions there are.
    sealed
        Since when it is sealed, or None.
    came
        What came of a prediction, by the version that foretold it.
    """

    key: str
    reflection: str
    wording: str
    words: str = field(repr=False)
    at: datetime
    count: int = 1
    tags: tuple[str, ...] = ()
    sealed: date | None = None
    came: Mapping[int, str] = field(default_factory=dict, repr=False)

    @property
    def kind(self) -> Literal["entry", "promise", "question"]:
        """What it is."""
        return self.key.partition(":")[0]  # type: ignore[return-value]

    @property
    def id(self) -> str:
        """The prompt id of an answer; the number of a promise or a question."""
        return self.key.partition(":")[2]


def items(journal: Journal, reflection: str | None = None) -> list[Item]:
    """
    Return everything written, the newest change first: in one reflection, or in all.

    The note of when an answer was sealed is told with that answer, not as one of its own.
    """
    entries = journal.entries(reflection)
    answers = {entry.prompt.id for entry in entries}
    left_out = untold(answers)
    sealed = {name: seal_of(journal, name).sealed for name in hidden(entries)}
    came = _came(journal, reflection)
    found = [
        _entry(entry, sealed.get(entry.prompt.id), came.get(entry.prompt.id, {}))
        for entry in entries
        if entry.prompt.id not in left_out
        and not (
            entry.prompt.id.endswith(SUFFIX) and entry.prompt.id.removesuffix(SUFFIX) in answers
        )
    ]
    found += [_promise(promise) for promise in journal.commitments(reflection)]
    found += [_question(question) for question in journal.questions(reflection)]
    return sorted(found, key=lambda item: item.at, reverse=True)


def by_reflection(found: Iterable[Item]) -> list[Item]:
    """Return them in the order of the reflections on the shelf; within one, as they were."""
    order = {name: place for place, name in enumerate(labels.titles())}
    return sorted(found, key=lambda item: (order.get(item.reflection, len(order)), item.reflection))


def titles(found: Iterable[Item]) -> dict[str, str]:
    """Return what each reflection in these is called, in the order of the shelf."""
    return {item.reflection: labels.title(item.reflection) for item in by_reflection(found)}


def _came(journal: Journal, reflection: str | None) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for each in journal.predictions(reflection):
        if each.outcome and each.outcome_at:
            told = SAID["came"].format(day=day(each.outcome_at), outcome=each.outcome)
            found.setdefault(each.version.prompt.id, {})[each.version.id] = told
    return found


def _entry(entry: Entry, sealed: date | None, came: Mapping[int, str]) -> Item:
    prompt, newest = entry.prompt, entry.latest
    return Item(
        f"entry:{prompt.id}",
        prompt.reflection,
        prompt.wording,
        "" if sealed else said(newest),
        newest.at,
        entry.count,
        entry.tags,
        sealed,
        {} if sealed else came,
    )


def _promise(promise: Commitment) -> Item:
    told = [str(IfThen(promise.if_, promise.then, promise.by))]
    extra = {name: getattr(promise, name) for name in ("obstacle", "first_step", "buddy")}
    told += [SAID["promise"][name].format(words=each) for name, each in extra.items() if each]
    told += [_review(review) for review in promise.reviews]
    at = promise.reviewed or promise.created
    wording = promise.wording or SAID["promise"]["wording"]
    return Item(f"promise:{promise.id}", promise.reflection, wording, "\n".join(told), at)


def _review(review: Review) -> str:
    outcome = SAID["promise"]["outcomes"].get(review.status, review.status)
    told = SAID["promise"]["review"].format(day=day(review.at), outcome=outcome)
    return f"{told} {review.note}".strip()


def _question(question: Question) -> Item:
    wording = SAID["question"]["wording"]
    return Item(f"question:{question.id}", question.reflection, wording, question.text, question.at)
