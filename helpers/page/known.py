"""What we know: evidence cards, and their sources to take away."""

from __future__ import annotations

from collections.abc import Sequence

from helpers import evidence
from helpers.page.files import Download
from helpers.page.layout import Activity, fold
from helpers.page.part import Markup


class WhatWeKnow(Activity):
    """
    Show the cards of some facts; the later ones folded away.

    Examples
    --------
    >>> "6%" in WhatWeKnow(["R3-04"]).cards[0].html
    True
    """

    def __init__(self, ids: Sequence[str], *, more: Sequence[str] = ()):
        self.cards = [_card(name) for name in ids]
        later = [fold("More of what we know", None, lambda: _cards(more))] if more else []
        sources = Download(
            "Take the sources away (BibTeX)", "sources.bib", lambda: _bib([*ids, *more])
        )
        super().__init__(*self.cards, *later, sources)


def _card(name: str) -> Markup:
    return Markup(evidence.card_html(evidence.fact(name)))


def _cards(names: Sequence[str]) -> Activity:
    return Activity(*[_card(name) for name in names])


def _bib(names: Sequence[str]) -> str:
    return evidence.bibtex([evidence.fact(name) for name in names])
