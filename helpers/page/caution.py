"""Caution: before words leave a journal, show what may point to a person, and offer to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from helpers.journal.identifiers import CALLED, Found, change_all, find
from helpers.page.forms import Choice
from helpers.page.layout import Activity, stack
from helpers.page.part import Told

Texts = list[tuple[str, str]]  # what each text is called on the page, and its words

MOST = 30  # places listed; all of them are changed
ANSWERS = {
    "change": "Change all in the copy that I share",
    "leave": "Share as it is",
}
QUESTION = "What shall the copy say?"
NOTHING = (
    "Nothing here looks like an NHS number, a date of birth, an address or a name with a title. "
    "The kit cannot know every name. Please read it once more yourself."
)
FOUND = "These words may point to a person. Your journal stays as it is, whatever you choose."


def caution(texts: Iterable[tuple[str, str]]) -> list[tuple[str, Found]]:
    """
    Find what may point to a person in many texts.

    Parameters
    ----------
    texts
        Pairs of what a text is called and its words.

    Returns
    -------
    list of (str, Found)
        Each place with what its text is called, in reading order.

    Examples
    --------
    >>> [(label, found.kind) for label, found in caution([("Your email", "Ask Mrs Smith.")])]
    [('Your email', 'name')]
    """
    return [(label, found) for label, text in texts for found in find(text)]


class BeforeSharing(Activity):
    """
    A look at words before they are shared or exported: it suggests, and stops nothing.

    Put it above the button that shares. ``read`` is called whenever the look is shown, and
    again by ``refresh()``; nothing is written to the journal. When the copy is made, pass every
    text through ``copy``: it comes back changed where the reader chose that, else as it was.

    Parameters
    ----------
    read
        Returns what will be shared: pairs of what a text is called and its words.

    Examples
    --------
    >>> look = BeforeSharing(lambda: [("Your email", "Ask Mrs Smith.")])
    >>> look.refresh()
    >>> look.copy("Ask Mrs Smith.")
    'Ask Mrs Smith.'
    >>> look.choice.answer("change")
    >>> look.copy("Ask Mrs Smith.")
    'Ask [a colleague or patient].'
    >>> look.texts()
    [('Your email', 'Ask [a colleague or patient].')]
    """

    def __init__(self, read: Callable[[], Texts]):
        self._read = read
        self.told = Told(self._told, live=True)
        self.choice = Choice(QUESTION, ANSWERS)
        self._asked = stack()
        super().__init__(self.told, self._asked)

    def refresh(self) -> None:
        """Read the texts again, as after the reader chose others to share."""
        self.told.refresh()

    def copy(self, text: str) -> str:
        """Return the text as it will be shared."""
        return change_all(text) if self.choice.value == "change" else text

    def texts(self) -> Texts:
        """Return all texts as they will be shared, read anew."""
        return [(label, self.copy(text)) for label, text in self._read()]

    def _told(self) -> str:
        found = [
            _line(label, text[place.start : place.end], place)
            for label, text in self._read()
            for place in find(text)
        ]
        self._asked.children = (self.choice,) if found else ()
        if not found:
            return f"<p>{NOTHING}</p>"
        more = len(found) - MOST
        listed = found[:MOST] + ([f"<li>and {more} more</li>"] if more > 0 else [])
        return f"<p>{FOUND}</p><ul class='kit-found'>{''.join(listed)}</ul>"


def _line(label: str, words: str, found: Found) -> str:
    said = f"“{escape(words)}” may be {CALLED[found.kind]}"
    return f"<li>{escape(label)}: {said}. Instead: “{escape(found.suggestion)}”</li>"
