"""Two states of one thing brought together: nothing is lost, and the same twice changes nothing."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from helpers.journal.carry.form import Kept, Record, dumped

OTHER_STATES = "other_states"
LISTS = (OTHER_STATES, "kept")  # names under which states pile up


def together(mine: Record, came: Record) -> Record:
    """
    Return the extras of one thing, brought together from here and from a file.

    Where both have a name and differ, mine stays and the other joins ``other_states``.

    Examples
    --------
    >>> together({"mood": 3}, {"mood": 4, "room": "B"})
    {'mood': 3, 'room': 'B', 'other_states': [{'mood': 4}]}
    """
    both, differs = {**mine, **{name: came[name] for name in came if name not in mine}}, {}
    for name in sorted(mine.keys() & came.keys()):
        one, other = mine[name], came[name]
        if name in LISTS and isinstance(one, list) and isinstance(other, list):
            both[name] = _each_once([*one, *other])
        elif dumped(one) != dumped(other):
            differs[name] = other
    return with_state(both, differs)


def with_state(extra: Record, state: Record) -> Record:
    """
    Return the extras with another state of their thing noted, once.

    Examples
    --------
    >>> with_state({}, {"by": "2026-03-20"})
    {'other_states': [{'by': '2026-03-20'}]}
    """
    if not state:
        return extra
    before = extra.get(OTHER_STATES, [])
    if not isinstance(before, list):  # somebody else's use of the name: kept as a state too
        before = [{OTHER_STATES: before}]
    return {**extra, OTHER_STATES: _each_once([*before, state])}


def differing(loser: Record, winner: Record) -> Record:
    """
    Return what a state says otherwise than the one that counts.

    Examples
    --------
    >>> differing({"by": "2026-03-20", "then": "ask"}, {"by": "2026-04-01", "then": "ask"})
    {'by': '2026-03-20'}
    """
    return {name: value for name, value in loser.items() if winner.get(name) != value}


def matched(
    mine: Sequence[Kept], came: Sequence[Kept], key: Callable[[Kept], object]
) -> tuple[list[tuple[Kept, Kept]], list[Kept]]:
    """
    Pair what is here already with what came; return the pairs, and what is new.

    Each one of mine is paired once, so the same thing twice in a file is two things.

    Examples
    --------
    >>> matched(["a", "b"], ["b", "b", "c"], str)
    ([('b', 'b')], ['b', 'c'])
    """
    waiting: dict[object, deque[Kept]] = defaultdict(deque)
    for one in mine:
        waiting[key(one)].append(one)
    pairs, fresh = [], []
    for one in came:
        found = waiting[key(one)]
        if found:
            pairs.append((found.popleft(), one))
        else:
            fresh.append(one)
    return pairs, fresh


def in_time_order(histories: Iterable[Sequence[Kept]], time: Callable[[Kept], str]) -> list[Kept]:
    """
    Lay several histories into one, by time; none of them changes its own order.

    A clock put back makes a history that is not in time order. It still counts as it is: what
    stands later in it was written later.

    Examples
    --------
    >>> in_time_order([["1", "4"], ["2", "3"]], str)
    ['1', '2', '3', '4']
    >>> in_time_order([["5", "1"], ["2"]], str)
    ['2', '5', '1']
    """
    return [one for _, _, one in heapq.merge(*map(_rising(time), enumerate(histories)))]


def unmoved(before: Sequence[Kept], after: Sequence[Kept]) -> int:
    """
    Return how many stand at the start of both, in the same place.

    Examples
    --------
    >>> a, b, c = "abc"
    >>> unmoved([a, b], [a, c, b])
    1
    """
    pairs = zip(before, after, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one is not other), len(before)
    )


def _rising(
    time: Callable[[Kept], str],
) -> Callable[[tuple[int, Sequence[Kept]]], Iterator[tuple[str, tuple[int, int], Kept]]]:
    """Return each of a history with a time that never falls, and a place that settles ties."""

    def times(numbered: tuple[int, Sequence[Kept]]) -> Iterator[tuple[str, tuple[int, int], Kept]]:
        number, history = numbered
        latest = ""
        for place, one in enumerate(history):
            latest = max(latest, time(one))
            yield latest, (number, place), one

    return times


def _each_once(values: list) -> list:
    return list({dumped(value): value for value in values}.values())
