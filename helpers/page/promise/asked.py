"""What promises are asked with: prompts in a slice's words or the shared ones, and the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import ipywidgets as ipw

from helpers.page import words
from helpers.page.layout import stack
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.journal import Journal


Clock = Callable[[], datetime]


def this_computer() -> datetime:
    """Return the time of this computer's clock."""
    return datetime.now(UTC)


def today(now: Clock) -> date:
    """Return the day it is where the reader is."""
    return now().astimezone().date()


def opened(journal: Journal | None) -> Journal:
    """Return the journal given, or the person's own: asked for when needed, never before."""
    if journal is not None:
        return journal
    from helpers.journal import mine

    return mine()


def asked(
    subject: str,
    name: str,
    journal: Journal | None,
    own: Mapping[str, Any] | None = None,
    *,
    key: str = "",
) -> dict[str, Any]:
    """
    Return what a control needs to ask something about a promise and keep the answer.

    ``own`` holds a page's own words; what they do not say is asked in the words of all pages.
    A promise that is changed, or looked back at, has a ``key``: its answers are drafts of their
    own.

    Examples
    --------
    >>> asked("expectations", "promise_obstacle", None)["prompt"].id
    'expectations.promise_obstacle'
    """
    from helpers.journal import Prompt

    everywhere = words.load("page")["prompts"]
    said = (own or {}).get("prompts", {}).get(name) or everywhere[name]
    id_ = ".".join(part for part in (subject, name, key) if part)
    shown = {trait: said[trait] for trait in ("placeholder", "hint") if trait in said}
    prompt = Prompt(id_, said["version"], said["wording"], subject)
    return {"prompt": prompt, "journal": journal} | shown


def slot(box: ipw.Box | None = None) -> ipw.Box:
    """Return a place for parts that come and go; it takes no room while it is empty."""
    box = stack() if box is None else box
    box.layout.display = "none"

    def show(change) -> None:
        box.layout.display = "" if change["new"] else "none"

    box.observe(show, "children")
    return box


def known(fact: str) -> Markup:
    """Return the evidence card of one fact."""
    from helpers import evidence

    card = evidence.card_html(evidence.fact(fact))
    # the long address of a source must not widen a narrow page
    return Markup(f'<div style="overflow-wrap: anywhere">{card}</div>')
