"""Spans: a text with its changes in it, each by somebody on a day, to be taken or left one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

_CITED = re.compile(r"\s*(?:\(([^()]{1,2000})\)|\[(@[^\[\]]{1,2000})\])")  # in words, or by key
_YEAR = re.compile(r"(\d{4})[a-z]$")  # the letter that tells two works of one year apart

How = Literal["kept", "added", "removed"]


@dataclass(frozen=True)
class Span:
    """A stretch of text that stands, was added or was removed; by whom, and on which day."""

    text: str = field(repr=False)
    how: How = "kept"
    author: str = field(default="", repr=False)
    on: date | None = None


@dataclass(frozen=True)
class Edit:
    """One change: what goes, what comes, by whom and when."""

    number: int
    removed: str = field(repr=False)
    added: str = field(repr=False)
    author: str = field(default="", repr=False)
    on: date | None = None


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """
    Return the spans with neighbours of one kind made one, and empty ones left out.

    Examples
    --------
    >>> [span.text for span in joined([Span("I "), Span(""), Span("ask"), Span("!", "added")])]
    ['I ask', '!']
    """
    made: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if made and replace(made[-1], text="") == replace(span, text=""):
            made[-1] = replace(span, text=made[-1].text + span.text)
        else:
            made.append(span)
    return tuple(made)


def before(spans: Iterable[Span]) -> str:
    """Return the text as it was."""
    return "".join(span.text for span in spans if span.how != "added")


def after(spans: Iterable[Span]) -> str:
    """
    Return the text with every change in it.

    Examples
    --------
    >>> spans = [Span("I "), Span("tell", "removed"), Span("ask", "added"), Span(".")]
    >>> before(spans), after(spans)
    ('I tell.', 'I ask.')
    """
    return "".join(span.text for span in spans if span.how != "removed")


def edits(spans: Sequence[Span]) -> list[Edit]:
    """
    Return the changes: neighbouring additions and removals by the same person are one.

    Examples
    --------
    >>> spans = [Span("I "), Span("tell", "removed", "Ann"), Span("ask", "added", "Ann"), Span(".")]
    >>> edit = edits(spans)[0]
    >>> edit.removed, edit.added, edit.author
    ('tell', 'ask', 'Ann')
    """
    found: dict[int, list[Span]] = {}
    for number, span in _numbered(spans):
        if number:
            found.setdefault(number, []).append(span)
    return [
        Edit(
            number,
            "".join(span.text for span in group if span.how == "removed"),
            "".join(span.text for span in group if span.how == "added"),
            group[0].author,
            max((span.on for span in group if span.on), default=None),
        )
        for number, group in found.items()
    ]


def with_taken(spans: Sequence[Span], taken: Collection[int]) -> str:
    """
    Return the text with some of its changes taken, and the others left.

    Examples
    --------
    >>> spans = [Span("old", "removed"), Span("new", "added"), Span(" way"), Span("!", "added")]
    >>> with_taken(spans, {1}), with_taken(spans, {2}), with_taken(spans, ())
    ('new way', 'old way!', 'old way')
    """
    return "".join(
        span.text
        for number, span in _numbered(spans)
        if span.how == "kept" or (span.how == "added") == (number in taken)
    )


def compared(old: str, new: str, author: str = "", on: date | None = None) -> tuple[Span, ...]:
    """
    Return two texts as one with changes, word by word.

    Examples
    --------
    >>> [(span.how, span.text) for span in compared("I tell them.", "I ask them.")]
    [('kept', 'I '), ('removed', 'tell'), ('added', 'ask'), ('kept', ' them.')]
    """
    one, other = _words(old), _words(new)
    made: list[Span] = []
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            made.append(Span("".join(one[a:b])))
        else:
            made.append(Span("".join(one[a:b]), "removed", author, on))
            made.append(Span("".join(other[c:d]), "added", author, on))
    return joined(made)


def without(spans: Sequence[Span], works: Collection[str], said: str = "") -> tuple[Span, ...]:
    """
    Return the spans without the citations that the draft put there, and the space before them.

    Parameters
    ----------
    works
        How each source is cited, such as ``"Ann, 2014"`` or ``"@ann2014"``.
    said
        The reader's own words: a citation is theirs, and stays, as often as it stands in them.

    Examples
    --------
    >>> [span.text for span in without([Span("I ask (now). (Ann, 2014; Bo, 2015b)")],
    ...                                {"Ann, 2014", "Bo, 2015"})]
    ['I ask (now).']
    >>> without([Span("I ask. [@ann2014; @mine]")], {"@ann2014"})[0].text
    'I ask. [@ann2014; @mine]'
    """

    seen: Counter[str] = Counter()

    def rest(found: re.Match[str]) -> str:
        cited = " ".join((found[1] or found[2]).split()).split("; ")
        known = all(work in works or _YEAR.sub(r"\1", work) in works for work in cited)
        seen[found[0].strip()] += 1
        ours = known and seen[found[0].strip()] > said.count(found[0].strip())
        return "" if ours else found[0]

    return joined(
        replace(span, text=_CITED.sub(rest, span.text)) if span.how == "kept" else span
        for span in spans
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _numbered(spans: Sequence[Span]) -> Iterable[tuple[int, Span]]:
    """Yield each span with the number of the change it belongs to; 0 for what stands."""
    number, last = 0, Span("")
    for span in spans:
        if span.how == "kept":
            yield 0, span
        else:
            if last.how == "kept" or last.author != span.author:
                number += 1
            yield number, span
        last = span
