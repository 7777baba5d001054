"""What changed from one version to another, marked: new words underlined, gone ones struck."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from helpers.journal.changes import Change, compare
from helpers.page.my_journal.readable import held, names, said

if TYPE_CHECKING:
    from helpers.journal import Version

# the sign is spoken: a line through a word is silent
TAGS = {"new": ("ins", "added: "), "gone": ("del", "gone: ")}


def change(before: Version, after: Version) -> Change:
    """Return what changed, with ids told as the page told them."""
    known, chosen = names(before) | names(after), "choice" in (before.kind, after.kind)
    return compare(held(before), held(after), known, chosen=chosen)


def sentence(before: Version, after: Version) -> str:
    """Say what changed from the version before, in one sentence."""
    told = change(before, after).said.removeprefix("Since then ")
    return told[:1].upper() + told[1:]


def marked(before: Version, after: Version) -> str:
    """
    Return the later version with its changes marked, as HTML.

    Where little stayed, marks would hide the words: the later version is then told as it is.
    """
    found = change(before, after)
    if not found.alike:
        return escape(said(after))
    pieces = [_piece(piece.kind, piece.words) for piece in found.pieces]
    return ("" if found.running else "\n").join(pieces)


def _piece(kind: str, words: str) -> str:
    if kind == "same":
        return escape(words)
    tag, spoken = TAGS[kind]
    space = words[: len(words) - len(words.lstrip())]
    hidden = f"<span class='visually-hidden'>{spoken}</span>"
    return f"{space}<{tag}>{hidden}{escape(words.strip())}</{tag}>"
