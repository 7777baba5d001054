"""Cards: one at a time, each put under one of a few names with a press of a button."""

from __future__ import annotations

from collections.abc import Mapping

import traitlets as tl

from helpers.page.forms import Marks


class Cards(Marks):
    """
    Cards to be placed, one after the other; ``value`` maps a card's id to where it lies.

    ``rows`` is a list of ``{"id": …, "label": …, "html": …}``: the label names a card in its
    pile, the HTML is its face. ``said`` holds the words of the table (see parts/cards.js).

    Examples
    --------
    >>> deck = Cards("Which hat?", {"one": "One"}, [{"id": "a", "label": "A", "html": "A"}], {})
    >>> deck.answer({"a": "one"})
    >>> deck.kind, deck.value
    ('cards', {'a': 'one'})
    """

    said = tl.Dict().tag(sync=True)

    def __init__(
        self,
        label: str,
        options: Mapping[str, str],
        rows: list[dict],
        said: Mapping[str, str],
        **traits,
    ):
        super().__init__(label, options, rows, said=dict(said), **traits)
        self.kind = "cards"
