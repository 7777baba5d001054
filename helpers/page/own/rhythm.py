"""Check that a page keeps the rhythm: seven steps, short, and something to write before it shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from helpers import evidence
from helpers.page import words
from helpers.page.notebooks import STEPS
from helpers.page.own.page import OwnPage
from helpers.page.own.prose import spoken
from helpers.page.own.slips import Slip

MOST_ACTIVITIES, MOST_MINUTES, MOST_GROUP_MINUTES = 4, 30, 60
MOST_WORDS = 20  # in a sentence, on average: what reads well on a screen


def check(page: OwnPage) -> list[Slip]:
    """
    Return everything to put right on a page; what must be comes first, in the order of its lines.

    Where the block cannot be read as a whole, only the slips in it are told: the rest would follow
    from them.
    """
    found = list(page.slips)
    if page.whole:
        parts = (_top(page), _steps(page), _activities(page), _minutes(page), _links(page))
        found += [*chain(*parts), *_style(page)]
    return sorted(found, key=lambda slip: (not slip.must, slip.line is None, slip.line or 0))


def core_minutes(page: OwnPage) -> list[int]:
    """Return the minutes of each activity that is not folded away."""
    activities = chain.from_iterable(stage.activities for stage in page.stages.values())
    heads = [activity[0] for activity in activities]
    return [head.minutes for head in heads if head.minutes and not head.deeper]


def _top(page: OwnPage) -> Iterator[Slip]:
    if not page.question:
        yield _slip("no_question")
    if not page.promise:
        yield _slip("no_promise")
    if not page.named:
        yield _slip("no_name", must=False)


def _steps(page: OwnPage) -> Iterator[Slip]:
    for step, stage in page.stages.items():
        if not stage.text:
            yield _slip("no_text", step=STEPS[step], id=step)
    written = [ask for ask in page.stages["slow-down"].asks if ask.in_words]
    if not written:
        yield _slip("no_written")
    elif all(ask.deeper for ask in written):
        yield _slip("late_written", line=written[0].line)
    if not page.stages["think-together"].groups:
        yield _slip("no_group")
    if not page.stages["now-what"].promises:
        yield _slip("no_promises")


def _activities(page: OwnPage) -> Iterator[Slip]:
    count = len(core_minutes(page))
    if not count:
        yield _slip("no_activity")
    elif count > MOST_ACTIVITIES:
        yield _slip("many_activities", count=count)


def _minutes(page: OwnPage) -> Iterator[Slip]:
    alone = sum(core_minutes(page))
    together = alone + sum(group.minutes for group in page.stages["think-together"].groups)
    if not page.minutes:
        yield _slip("no_minutes")
    elif page.minutes > MOST_MINUTES:
        yield _slip("too_long", minutes=page.minutes)
    elif alone > page.minutes:
        yield _slip("minutes_do_not_add_up", sum=alone, minutes=page.minutes)
    if page.group_minutes > MOST_GROUP_MINUTES:
        yield _slip("group_too_long", minutes=page.group_minutes)
    elif together > page.group_minutes:
        yield _slip("group_does_not_add_up", sum=together, minutes=page.group_minutes)


def _links(page: OwnPage) -> Iterator[Slip]:
    known = [fact.id for fact in evidence.load_facts()]
    for card in chain.from_iterable(stage.cards for stage in page.stages.values()):
        if card not in known:
            yield _slip("no_card", id=card, known=", ".join(known))
    for ask in page.asks.values():
        if ask.show_again and ask.show_again not in page.asks:
            yield _slip("no_earlier", line=ask.line, id=ask.show_again)


def _style(page: OwnPage) -> Iterator[Slip]:
    sentences = list(chain.from_iterable(spoken(text) for text in _texts(page)))
    mean = sum(map(len, sentences)) / len(sentences) if sentences else 0
    if mean > MOST_WORDS:
        longest = " ".join(max(sentences, key=len)[:8])
        yield _slip("long_sentences", mean=round(mean), longest=f"{longest} …")


def _texts(page: OwnPage) -> Iterator[str]:
    yield from (page.question, page.promise)
    for stage in page.stages.values():
        yield stage.text
        for ask in stage.asks:
            yield from (ask.text, ask.question, *ask.choose_one, *ask.tick)
        for group in stage.groups:
            yield from (group.text, group.alone)
        for cue, act in stage.promises:
            yield f"If {cue}, then I will {act}"


def _slip(name: str, *, line: int | None = None, must: bool = True, **named: object) -> Slip:
    return Slip(words.load("page.own")["faults"][name].format(**named), line, must)
