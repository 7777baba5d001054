"""Three sentences of one kind, a gentle look at them, and examples after one's own attempt."""

from __future__ import annotations

from functools import partial
from html import escape

from helpers.page import words
from helpers.page.forms import Text
from helpers.page.layout import Activity, card, row, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.keyed import keyed
from helpers.voices.sentences_said import Kind, hints

SAID = words.load("voices")["hear"]
CHECK, HINTS, CUES = SAID["check"], SAID["hints"], SAID["cues"]


class ThreeSentences(Activity):
    """
    Three boxes for sentences that invite, or that appreciate.

    Examples
    --------
    >>> three = ThreeSentences("inviting")
    >>> three.show_examples()
    >>> three.examples.html
    '<p>Write one of your own first. Then look at ours.</p>'
    """

    def __init__(self, kind: Kind, journal=None):
        self.kind, said = kind, SAID[kind]
        self._left: set[tuple[str, str]] = set()
        self.boxes = [
            Text(label, rows=2, longest=400, **keyed(f"hear_{kind}", number, journal))
            for number, label in enumerate(said["number"], start=1)
        ]
        self.looked, self.examples = stack(), Markup(live=True)
        super().__init__(
            card(
                Markup(f"<h4>{said['title']}</h4><p>{said['means']}</p>"),
                *self.boxes,
                row(
                    Button(CHECK["button"], self.look, quiet=True),
                    Button(said["examples_button"], self.show_examples, quiet=True),
                ),
                self.looked,
                self.examples,
            )
        )
        for box in self.boxes:
            box.observe(self._on_box, "value")

    @property
    def written(self) -> list[str]:
        """The sentences that stand in the boxes."""
        return [text for box in self.boxes if (text := (box.value or "").strip())]

    def look(self) -> None:
        """Show what might get in the way of each sentence, with a way to leave it as it is."""
        if not self.written:
            self.looked.children = (Markup(f"<p>{CHECK['none_yet']}</p>", live=True),)
            return
        seen = [part for text in self.written for part in self._seen(text)]
        rough = Markup(f"<p class='kit-hint'>{CHECK['rough']}</p>")
        self.looked.children = (*seen, rough)

    def leave(self, text: str, hint: str) -> None:
        """Take the writer's word for it that a sentence is right as it is."""
        self._left.add((text, hint))
        self.look()

    def show_examples(self) -> None:
        """Show some examples, once there is a sentence of one's own."""
        if not self.written:
            self.examples.html = f"<p>{CHECK['first']}</p>"
            return
        items = "".join(f"<li>{example}</li>" for example in SAID[self.kind]["examples"])
        note = f"<p class='kit-hint'>{CHECK['invented']}</p>"
        self.examples.html = f"<ul>{items}</ul>{note}"

    def _seen(self, text: str) -> list:
        found = hints(text, self.kind, CUES)
        told = [hint for hint in found if (text, hint) not in self._left]
        none = CHECK["left" if found else "fine"]
        said = "".join(f"<p>{HINTS[hint]}</p>" for hint in told) or f"<p>{none}</p>"
        leave = [Button(CHECK["leave"], partial(self._leave_all, text, told), quiet=True)]
        quoted = Markup(f"<blockquote>{escape(text)}</blockquote>{said}", live=True)
        return [quoted, *(leave if told else [])]

    def _leave_all(self, text: str, told: list[str]) -> None:
        for hint in told:
            self.leave(text, hint)

    def _on_box(self, _change) -> None:
        """What was said of other words goes."""
        self.looked.children = ()
        if not self.written:
            self.examples.html = ""
