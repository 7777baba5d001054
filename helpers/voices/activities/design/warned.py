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
        self.form, self.change, self._decided = form, change, decided
        self._cards: dict[str, _Card] = {}
        self._all: Sequence[Warned] = ()
        self._whole = False
        self._kept: Sequence[Warned] = ()
        self._typing = False
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
        if self._typing:
            return  # the box that is typed in stays where it is
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
        box = self.form.because(warning)
        if not (box.value or "").strip():
            box.problem = SAID["because_empty"]
            return
        self.form.give_reason(warning, box.value)
        self._decided()

    def typed(self, warning: str, reason: str) -> None:
        """Let a reason count as it is typed; its warning leaves the list later."""
        self.form.reasons[warning] = reason.strip()
        self._typing = True
        try:
            self._decided()
        finally:
            self._typing = False

    def reopen(self, warning: str) -> None:
        """Take a reason back, so that the warning stands among the others again."""
        self.form.give_reason(warning, "")
        self._decided()

    def _card(self, one: Warned) -> _Card:
        if one.id not in self._cards:
            self._cards[one.id] = _Card(one, self)
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
        again = Button(SAID["again"], lambda: self.reopen(one.id), quiet=True, about=one.title)
        return card(Markup(shown.kept(one)), again)


class _Card(Activity):
    """One warning, with its change in one press and a fold for the reason to keep it."""

    def __init__(self, one: Warned, found: WarningList):
        self.said, self.counts, self._one, self._found = Markup(), Markup(live=True), one, found
        self.press = Button(SAID["change_button"], lambda: found.change(self._one))
        self.why = fold(SAID["because_fold"], None, self._reason, about=one.title)
        super().__init__(self.said, row(self.press), self.why)
        self.add_class("kit-card")

    def _reason(self) -> VBox:
        one = self._one
        box = self._found.form.because(one.id)
        box.observe(self._on_reason, "value")
        keep = Button(
            SAID["because_button"], lambda: self._found.keep(one.id), quiet=True, about=one.title
        )
        return stack(box, self.counts, keep)

    def _on_reason(self, change) -> None:
        typed = change["new"] or ""
        self.counts.html = (
            f"<p class='eyebrow'>{SAID['because_counts']}</p>" if typed.strip() else ""
        )
        self._found.typed(self._one.id, typed)

    def show(self, one: Warned) -> None:
        """Say the warning as it stands now."""
        self._one, self.said.html = one, shown.warned(one)
        self.press.about = self.why.head.about = one.title
