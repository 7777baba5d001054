"""Think together: prompts for a pair or a group, each with a gentle timer; they work alone too."""

from __future__ import annotations

from html import escape

from helpers.page import words
from helpers.page.layout import Activity, card
from helpers.page.part import Markup, Timer


class ThinkTogether(Activity):
    """Show a slice's group prompts, in order, each with its minutes."""

    def __init__(self, subject: str):
        super().__init__(*[_prompt(entry) for entry in words.load(subject)["together"]])


def _prompt(entry: dict):
    said = f"<p><strong>{escape(entry['who'])}, {entry['minutes']} minutes.</strong> {escape(entry['text'])}</p>"
    if entry.get("alone"):
        said += f"<p class='eyebrow'>On your own: {escape(entry['alone'])}</p>"
    return card(Markup(said), Timer(entry["minutes"]), kind="together")
