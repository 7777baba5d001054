"""Where words are kept: told on the start page and at the front desk, in the same sentences."""

from __future__ import annotations

import os
from html import escape

from helpers.journal import backups, folder, own, signs
from helpers.journal.if_then import spoken
from helpers.journal.own import Whereabouts
from helpers.page import words
from helpers.page.part import Told

SAID = words.load("page")["where"]
ON_WINDOWS = os.name == "nt"


class WhereWordsAreKept(Told):
    """Say where this person's words are kept, who could open them, and what to look out for."""

    def __init__(self) -> None:
        super().__init__(_html)


def told(where: Whereabouts) -> list[str]:
    """
    Return what is to be said of a place, in sentences.

    Examples
    --------
    >>> told(Whereabouts("memory", None))
    ['Nothing is kept: each page forgets when it closes.']
    """
    if where.path is None or where.kind in ("session", "demonstration", "memory"):
        return [SAID[where.kind]]
    protected = signs.is_locked(where.path)
    newest = next(iter(backups.listed(where.path)), None)
    day = newest.at.astimezone().date() if newest else None
    return [
        SAID["at"].format(path=where.path),
        SAID["rights_with" if protected else "rights_windows" if ON_WINDOWS else "rights"],
        SAID["with" if protected else "without"],
        SAID["backup"].format(day=spoken(day)) if day else SAID["no_backup"],
    ]


def warnings(where: Whereabouts) -> list[str]:
    """Return what should worry a person about a place: copies elsewhere, a disk elsewhere."""
    if where.path is None or where.kind not in ("own", "file"):
        return []
    found = {
        "synchronised": folder.is_synchronised(where.path),
        "far": folder.is_far(where.path),
    }
    return [SAID[name] for name, is_so in found.items() if is_so]


def _html() -> str:
    where = own.whereabouts()
    said = "".join(f"<p>{escape(line)}</p>" for line in told(where))
    worry = "".join(f"<p class='kit-problem'>{escape(line)}</p>" for line in warnings(where))
    stays = where.kind in ("own", "file")
    desk = f"<p><a href='/kit/desk'>{SAID['link']}</a></p>" if stays else ""
    return f"{worry}{said}{desk}"
