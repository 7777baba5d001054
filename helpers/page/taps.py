"""Taps: a row of big buttons of which one is on, and when each was tapped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import traitlets as tl

from helpers.page.part import Part


class Taps(Part):
    """
    Buttons for a meeting: tap the one who speaks. The page itself keeps the time.

    Every message of the page carries all taps so far, so a slow kernel loses none.

    Attributes
    ----------
    taps : list of [milliseconds, what began]
        A seat's number from 0, or -1 for nobody, -2 for a pause, -3 for the end.
    seats : list of str
        What the buttons are called; those added on the page stand at the end.
    spare : list of str
        What further buttons will be called.

    Examples
    --------
    >>> ended = []
    >>> timer = Taps("Who speaks?", {}, lambda: ended.append(len(timer.taps)))
    >>> timer.lay(["A", "B"], ["C"])
    >>> timer.on_act({"taps": [[0, 0], [4000, 1], [5000, -3]], "added": 1}, [])
    >>> timer.named(), ended
    (['A', 'B', 'C'], [3])
    """

    seats: tl.List = tl.List().tag(sync=True)
    spare: tl.List = tl.List().tag(sync=True)
    taps: tl.List = tl.List().tag(sync=True)
    added = tl.Int(0).tag(sync=True)
    laid = tl.Int(0).tag(sync=True)  # how often seats were laid: the page then begins anew
    said = tl.Dict().tag(sync=True)

    def __init__(self, label: str, said: Mapping[str, str], ended: Callable[[], object]):
        super().__init__(kind="taps", label=label, said=dict(said))
        self._ended = ended

    def lay(self, seats: Sequence[str], spare: Sequence[str]) -> None:
        """Put out seats for a new meeting."""
        with self.hold_trait_notifications():
            self.seats, self.spare, self.taps, self.added = list(seats), list(spare), [], 0
            self.laid += 1

    def named(self) -> list[str]:
        """Return all seats, with those added on the page."""
        return [*self.seats, *self.spare[: self.added]]

    def on_act(self, message, buffers):
        if message.get("laid", self.laid) != self.laid:
            return  # sent before new seats were laid
        self.added, self.taps = message["added"], message["taps"]
        if self.taps and self.taps[-1][1] == -3:
            self._ended()
