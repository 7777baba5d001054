"""What each severity or each fifth counts for: our numbers, for the reader to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helpers.page import words
from helpers.page.forms import Number
from helpers.page.layout import Activity, side_by_side
from helpers.page.part import Button

SAID = words.load("voices")["whose_80"]["lenses"]


class SetWeights(Activity):
    """A box for each weight; ``then`` is called when one changes."""

    def __init__(self, names: Sequence[str], ours: Sequence[float], then: Callable[[], object]):
        self._ours, self._then, self._filling = tuple(ours), then, False
        self.boxes = [
            Number(name, 0, step="any", value=given)
            for name, given in zip(names, ours, strict=True)
        ]
        back = Button(SAID["weights_back"], self.reset, quiet=True)
        super().__init__(side_by_side(*self.boxes), back)
        for box in self.boxes:
            box.observe(self._on_box, "value")

    @property
    def weights(self) -> tuple[float, ...]:
        """What stands in the boxes; an empty box is missing (NaN)."""
        return tuple(float("nan") if box.value is None else float(box.value) for box in self.boxes)

    def reset(self) -> None:
        """Go back to our numbers."""
        self._filling = True
        for box, given in zip(self.boxes, self._ours, strict=True):
            box.value = given
        self._filling = False
        self._then()

    def _on_box(self, _change) -> None:
        if not self._filling:
            self._then()
