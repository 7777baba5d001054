"""The table of facts: what is known, from whom, how surely, and what it does not show."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Kind = Literal["published study", "published report", "opinion", "calculated here"]
Sure = Literal["high", "medium", "low"]


@dataclass(frozen=True)
class Source:
    """Where a fact was read. ``doi`` and ``link`` are empty where none was read on a page."""

    key: str
    type: Literal["article", "book", "misc"]
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    published: str = ""
    volume: str = ""
    pages: str = ""
    note: str = ""
    doi: str = ""
    link: str = ""

    @property
    def address(self) -> str:
        """Where to read on: the DOI where it is known, else the page that was read."""
        return f"https://doi.org/{self.doi}" if self.doi else self.link

    @property
    def line(self) -> str:
        """
        The source in one line.

        Examples
        --------
        >>> fact("R3-10").sources[0].line
        'Anhøj J, Olesen AV. Run charts revisited. PLoS ONE, 2014; 9:e113825'
        """
        when = ", ".join(str(part) for part in (self.published, self.year) if part)
        where = ":".join(part for part in (self.volume, self.pages.replace("-", "–")) if part)
        parts = (_shortened(self.authors), self.title, "; ".join(p for p in (when, where) if p))
        line = ". ".join(part for part in parts if part).replace("?. ", "? ")
        return f"{line} ({self.note})" if self.note else line


@dataclass(frozen=True)
class Fact:
    """
    One fact as a card shows it.

    Attributes
    ----------
    figure
        A short figure, such as ``"6%"``.
    claim
        What was found, in one to three plain sentences.
    kind
        A published study or report, an opinion, or calculated for this kit.
    sure, why
        How sure one can be, and the reason.
    limits
        What the fact does not show; it ends the sentence "This does not show …".
    """

    id: str
    reflection: str
    figure: str
    claim: str
    sources: tuple[Source, ...]
    kind: Kind
    sure: Sure
    why: str
    limits: str

    @property
    def doi(self) -> str:
        """The first source's DOI, or an empty text where none was read on a page."""
        return self.sources[0].doi

    @property
    def link(self) -> str:
        """Where to read on, or an empty text."""
        return self.sources[0].address


def load_facts(reflection: str | None = None) -> tuple[Fact, ...]:
    """
    Return the facts of one reflection, or all.

    Parameters
    ----------
    reflection
        Such as ``"expectations"``; ``"promises"`` for what is known of promises.

    Examples
    --------
    >>> [fact.id for fact in load_facts("promises")]
    ['M-04', 'M-05', 'M-05-checked']
    """
    return tuple(fact for fact in _table() if reflection in (None, fact.reflection))


def fact(fact_id: str) -> Fact:
    """
    Return one fact.

    Raises
    ------
    KeyError
        Where the table has no such fact; the message lists those there are.

    Examples
    --------
    >>> fact("R3-04").figure
    '6%'
    """
    facts = {fact.id: fact for fact in _table()}
    if fact_id not in facts:
        raise KeyError(f"no fact {fact_id!r}; there are {', '.join(facts)}")
    return facts[fact_id]


@cache
def _table() -> tuple[Fact, ...]:
    text = resources.files(__package__).joinpath("facts.toml").read_text("utf-8")
    words = tomllib.loads(text)
    sources = {key: _source(key, fields) for key, fields in words["source"].items()}
    return tuple(_fact(fields, sources) for fields in words["fact"])


def _source(key: str, fields: dict[str, Any]) -> Source:
    return Source(key, **{**fields, "authors": tuple(fields.get("authors", ()))})


def _fact(fields: dict[str, Any], sources: dict[str, Source]) -> Fact:
    return Fact(**{**fields, "sources": tuple(sources[key] for key in fields["sources"])})


def _shortened(authors: tuple[str, ...]) -> str:
    """Return up to three names with initials, as a reader meets them in a list of sources."""
    names = ["et al" if name == "others" else _initials(name) for name in authors]
    return ", ".join(names if len(names) <= 3 else [*names[:3], "et al"])


def _initials(name: str) -> str:
    if name.startswith("{"):
        return name.strip("{}")
    family, _, given = name.partition(", ")
    return f"{family} {''.join(part[0] for part in given.replace('-', ' ').split())}".strip()
