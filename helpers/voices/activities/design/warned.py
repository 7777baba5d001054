"""Warned: the live list of warnings, each to be changed in one press or kept for a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ipywidgets import VBox, Widget

from helpers.page.layout import Activity, card, fold, row, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.design import shown
from helpers.voices.activities.design.form import Form
from helpers.voices.process_design import Warned

SAID = shown.SAID
Act = Callable[[Warned], object]
AT_FIRST = 4  # warnings shown before the rest is asked for


class WarningList(Activity):
    """
    What may keep people away: the gravest first, with what was kept on purpose below.

    Parameters
    ----------
    below
        What stands below the count: what was changed last, and the way back.
    change
        Makes the one easy change of a warning.
    decided
        Called after a reason was given or taken back.
    """

    def __init__(self, form: Form, change: Act, decided: Callable[[], object], *below: Widget):
        self._form, self._change, self._decided = form, change, decided
        self._cards: dict[str, _Card] = {}
        self._all: Sequence[Warned] = ()
        self._whole = False
        self._kept: Sequence[Warned] = ()
        self.count, self.list = Markup(live=True), stack()
        self.more = Button("", self.show_all, quiet=True)
        self.purpose = stack()
        super().__init__(
            Markup(f"<h3>{SAID['look']}</h3>"),
            self.count,
            *below,
            self.list,
            self.more,
            self.purpose,
        )

    def show(self, found: Sequence[Warned], kept: Sequence[Warned], chosen: bool) -> None:
        """Show these warnings, and these that were kept on purpose."""
        self._all = found
        self.count.html = f"<p>{shown.counted(found, chosen)}</p>"
        few = found if self._whole else found[:AT_FIRST]
        cards = tuple(self._card(one) for one in few)
        if cards != self.list.children:
            self.list.children = cards
        hidden = len(found) - len(few)
        label = SAID["show_one"] if hidden == 1 else SAID["show_many"].format(count=hidden)
        self.more.label, self.more.layout.display = label, "" if hidden else "none"
        self._show_kept(kept)

    def show_all(self) -> None:
        """Show the rest of the list too."""
        self._whole = True
        self._decided()

    def keep(self, warning: str) -> None:
        """Keep what a warning is about, for the reason in its box."""
        box = self._form.because(warning)
        if not (box.value or "").strip():
            box.problem = SAID["because_empty"]
            return
        self._form.give_reason(warning, box.value)
        self._decided()

    def reopen(self, warning: str) -> None:
        """Take a reason back, so that the warning stands among the others again."""
        self._form.give_reason(warning, "")
        self._decided()

    def _card(self, one: Warned) -> _Card:
        if one.id not in self._cards:
            self._cards[one.id] = _Card(one, self._form, self._change, self.keep)
        self._cards[one.id].show(one)
        return self._cards[one.id]

    def _show_kept(self, kept: Sequence[Warned]) -> None:
        if tuple(kept) == tuple(self._kept):
            return  # drawn anew, its buttons would lose the focus
        self._kept = kept
        cards = [self._kept_card(one) for one in kept]
        head = Markup(f"<h3>{SAID['purpose']}</h3><p class='eyebrow'>{SAID['purpose_lead']}</p>")
        self.purpose.children = (head, *cards) if cards else ()

    def _kept_card(self, one: Warned):
        again = Button(SAID["again"], lambda: self.reopen(one.id), quiet=True)
        return card(Markup(shown.kept(one)), again)


class _Card(Activity):
    """One warning, with its change in one press and a fold for the reason to keep it."""

    def __init__(self, one: Warned, form: Form, change: Act, keep: Callable[[str], object]):
        self.said, self._one = Markup(), one
        press = Button(SAID["change_button"], lambda: change(self._one))

        def reason() -> VBox:
            button = Button(SAID["because_button"], lambda: keep(one.id), quiet=True)
            return stack(form.because(one.id), button)

        self.why = fold(SAID["because_fold"], None, reason)
        super().__init__(self.said, row(press), self.why)
        self.add_class("kit-card")

    def show(self, one: Warned) -> None:
        """Say the warning as it stands now."""
        self._one, self.said.html = one, shown.warned(one)
