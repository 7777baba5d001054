"""A bibliography: the sources of chosen facts, cited in the text and listed, by CSL.

CSL is the Citation Style Language. citeproc-py does the work, with the Harvard style it ships.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from helpers.evidence import Fact, Source

STYLE = "harvard-cite-them-right"
_TYPES = {"article": "article-journal", "book": "book", "misc": "webpage"}

Run = tuple[str, bool]  # a piece of a line, and whether it is slanted


@dataclass(frozen=True)
class Bibliography:
    """
    The sources of an article.

    Attributes
    ----------
    cited
        How each fact is cited in the text, by the fact's id, as ``"(Anhøj and Olesen, 2014)"``.
    listed
        The list of sources, in the order of the style; each line in runs.
    keys
        The keys of each fact's sources, as BibTeX has them, by the fact's id.
    listed_keys
        The key of each line of the list.
    """

    cited: dict[str, str]
    listed: tuple[tuple[Run, ...], ...]
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    listed_keys: tuple[str, ...] = ()


def bibliography(facts: Iterable[Fact]) -> Bibliography:
    """
    Cite and list the sources of some facts.

    Examples
    --------
    >>> from helpers.evidence import fact
    >>> made = bibliography([fact("R3-10")])
    >>> made.cited["R3-10"]
    '(Anhøj and Olesen, 2014)'
    >>> "".join(text for text, slanted in made.listed[0])[:45]
    'Anhøj, J. and Olesen, A.V. (2014) “Run charts'
    >>> made.keys["R3-10"], made.listed_keys
    (('anhoej2014',), ('anhoej2014',))
    """
    chosen = list(dict.fromkeys(facts))
    return _made(tuple(chosen)) if chosen else Bibliography({}, ())


@lru_cache(maxsize=8)
def _made(facts: tuple[Fact, ...]) -> Bibliography:
    import citeproc
    from citeproc.source.json import CiteProcJSON

    sources = list(dict.fromkeys(source for fact in facts for source in fact.sources))
    items = _told_apart([csl(source) for source in sources])
    style = citeproc.CitationStylesStyle(STYLE, validate=False)
    made = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.html)
    citations = {
        fact.id: citeproc.Citation([citeproc.CitationItem(source.key) for source in fact.sources])
        for fact in facts
    }
    for citation in citations.values():
        made.register(citation)
    made.sort()
    cited = {
        name: _plain(_runs(str(made.cite(citation, _missing))))
        for name, citation in citations.items()
    }
    listed = tuple(_runs(str(line)) for line in made.bibliography())
    keys = {fact.id: tuple(source.key for source in fact.sources) for fact in facts}
    return Bibliography(cited, listed, keys, tuple(made.keys))


def works(facts: Iterable[Fact]) -> frozenset[str]:
    """
    Return how each source of some facts is cited: in words and by its key.

    In words, without the letter that tells two works of one year apart.

    Examples
    --------
    >>> from helpers.evidence import fact
    >>> sorted(works([fact("R3-10")]))
    ['@anhoej2014', 'Anhøj and Olesen, 2014']
    """
    made = bibliography(facts)
    cited = [work for each in made.cited.values() for work in each[1:-1].split("; ")]
    in_words = {re.sub(r"(\d{4})[a-z]$", r"\1", work) for work in cited}
    return frozenset(in_words | {f"@{key}" for key in made.listed_keys})


def csl(source: Source) -> dict[str, Any]:
    """
    Return one source as CSL-JSON.

    Examples
    --------
    >>> from helpers.evidence import fact
    >>> csl(fact("R3-10").sources[0])["container-title"]
    'PLoS ONE'
    """
    where = "publisher" if source.type == "book" else "container-title"
    kind = _TYPES[source.type]
    if source.type == "article" and not (source.volume or source.pages):
        kind = "article-magazine"  # the style takes an article without a volume for a preprint
    item: dict[str, Any] = {
        "id": source.key,
        "type": kind,
        "title": _safe(source.title),
        "author": [_name(name) for name in source.authors if name != "others"],
        where: _safe(source.published),
        "volume": source.volume,
        "page": source.pages,
        "DOI": source.doi,
        "URL": source.address,
    }
    if source.year:
        item["issued"] = {"date-parts": [[source.year]]}
    if source.authors[-1:] == ("others",):
        item["author"].append({"family": "others"})
    return {name: value for name, value in item.items() if value}


def _name(name: str) -> dict[str, str]:
    if name.startswith("{"):
        return {"literal": _safe(name.strip("{}"))}
    family, _, given = name.partition(", ")
    return {"family": _safe(family), "given": _safe(given)} if given else {"literal": _safe(family)}


def _told_apart(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put a letter behind the year of works by the same people in the same year."""
    alike = Counter(map(_who_and_when, items))
    seen: Counter[str] = Counter()
    for item in items:
        key = _who_and_when(item)
        if alike[key] > 1:
            item["year-suffix"] = "abcdefghijklmnopqrstuvwxyz"[seen[key] % 26]
            seen[key] += 1
    return items


def _who_and_when(item: dict[str, Any]) -> str:
    return f"{item.get('author')} {item.get('issued')}"


def _safe(text: str) -> str:
    # the style's own slanted letters come as <i>; what a title holds must not look like them
    return html.escape(text, quote=False)


def _runs(line: str) -> tuple[Run, ...]:
    parts = re.split(r"(<i>.*?</i>)", line)
    return tuple(
        (html.unescape(re.sub("</?[a-z]+>", "", part)), part.startswith("<i>"))
        for part in parts
        if part
    )


def _plain(runs: Sequence[Run]) -> str:
    return "".join(text for text, _slanted in runs)


def _missing(item: Any) -> None:
    raise KeyError(item.key)
