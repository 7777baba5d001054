"""Sources as BibTeX, for a reference manager or an article."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.evidence.facts import Fact, Source

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "&%$#_"} | {"–": "--"})


def bibtex(facts: Iterable[Fact]) -> str:
    """
    Return the sources of some facts as BibTeX, each once, in the order they come.

    Examples
    --------
    >>> from helpers.evidence import fact
    >>> print(bibtex([fact("R3-10")]))
    @article{anhoej2014,
      author = {Anhøj, Jacob and Olesen, Anne Vingaard},
      title = {{Run charts revisited}},
      journal = {PLoS ONE},
      year = {2014},
      volume = {9},
      pages = {e113825},
      doi = {10.1371/journal.pone.0113825},
      url = {https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0113825},
    }
    <BLANKLINE>
    """
    sources = dict.fromkeys(source for fact in facts for source in fact.sources)
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    published = "journal" if source.type == "article" else "howpublished"
    fields = {
        "author": _plain(" and ".join(source.authors)),
        # the second pair of braces keeps capitals as they are
        "title": f"{{{_plain(source.title)}}}",
        published: _plain(source.published),
        "year": str(source.year or ""),
        "volume": source.volume,
        "pages": source.pages.replace("-", "--"),
        "note": _plain(source.note),
        "doi": source.doi,
        "url": source.link,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{source.type}{{{source.key},", *lines, "}\n"])


def _plain(words: str) -> str:
    return words.translate(_SPECIAL)
