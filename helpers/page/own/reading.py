"""Take values out of a block, and note each that is not of the kind it should be."""

from __future__ import annotations

import difflib
from typing import Any

from helpers.page import words
from helpers.page.own.slips import Slip, places


class Reading:
    """
    The values of one block, each asked for by its place.

    What is missing comes back empty, and what is of another kind too, with a slip noted.

    Examples
    --------
    >>> reading = Reading({"minutes": "20"}, 'minutes = "20"')
    >>> reading.number((), "minutes"), reading.slips[0].line
    (None, 1)
    """

    def __init__(self, values: dict[str, Any], text: str):
        self._values, self._places = values, places(text)
        self.slips: list[Slip] = []

    def words(self, place: tuple, key: str) -> str:
        """Return words without the space around them."""
        found = self._value(place, key, "")
        return found.strip() if isinstance(found, str) else self._wrong(place, key, "not_words", "")

    def number(self, place: tuple, key: str) -> int | None:
        """Return a whole number from 0, or None."""
        found = self._value(place, key, None)
        fits = found is None or (type(found) is int and found >= 0)
        return found if fits else self._wrong(place, key, "not_number", None)

    def yes(self, place: tuple, key: str) -> bool:
        """Return whether something is so; it is not where nothing is said."""
        found = self._value(place, key, False)
        return found if isinstance(found, bool) else self._wrong(place, key, "not_yes", False)

    def several(self, place: tuple, key: str) -> tuple[str, ...]:
        """Return a list of words."""
        found = self._value(place, key, [])
        fits = isinstance(found, list) and all(isinstance(each, str) for each in found)
        if not fits:
            return self._wrong(place, key, "not_list", ())
        return tuple(each.strip() for each in found if each.strip())

    def count(self, place: tuple, key: str) -> int:
        """Return how many parts of one kind there are."""
        found = self._value(place, key, [])
        fits = isinstance(found, list) and all(isinstance(each, dict) for each in found)
        return len(found) if fits else self._wrong(place, key, "not_part", 0)

    def know(self, place: tuple, known: tuple[str, ...]) -> None:
        """Note each word before an = sign that the page does not know, and what is near to it."""
        found = self._at(place)
        if not isinstance(found, dict):
            self._wrong(place[:-1], place[-1], "not_part", None)
            return
        said = words.load("page.own")["faults"]
        for key in found.keys() - set(known):
            near = difflib.get_close_matches(key, known, n=1)
            advice = said["did_you_mean"].format(near=near[0]) if near else said["look"]
            self.note("unknown", (*place, key), key=key, advice=advice)

    def line(self, *place: str | int) -> int | None:
        """Return the line on which something stands, or on which the part that it is in begins."""
        while place and place not in self._places:
            place = place[:-1]
        return self._places.get(place)

    def note(
        self,
        name: str,
        place: tuple = (),
        *,
        line: int | None = None,
        must: bool = True,
        **named: object,
    ) -> None:
        """Note one thing to put right, by its name in words.toml."""
        text = words.load("page.own")["faults"][name].format(**named)
        self.slips.append(Slip(text, line or self.line(*place), must))

    def _at(self, place: tuple) -> Any:
        found: Any = self._values
        for step in place:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return {}
        return found

    def _value(self, place: tuple, key: str, otherwise: Any) -> Any:
        part = self._at(place)
        return part.get(key, otherwise) if isinstance(part, dict) else otherwise

    def _wrong(self, place: tuple, key: str, name: str, instead: Any) -> Any:
        self.note(name, (*place, key), key=key)
        return instead
