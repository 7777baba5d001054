"""What the shelf says of a page that somebody wrote, from the page's own block of words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.page import words
from helpers.page.own.block import TEMPLATE
from helpers.page.own.read import read_page
from helpers.page.own.rhythm import MOST_GROUP_MINUTES, MOST_MINUTES


def shelved(path: Path) -> dict[str, Any]:
    """
    Return what a shipped reflection says in its metadata; nothing for the template.

    A page with something wrong in it stays on the shelf, so that whoever made it finds it.
    """
    if path.name == TEMPLATE:
        return {}
    try:
        page = read_page(path)
    except Problem:  # it is being saved at this moment
        return {}
    return {
        "question": page.question or path.stem,
        "promise": page.promise or words.load("page.own")["shelf"]["promise"],
        "minutes": page.minutes or MOST_MINUTES,
        "group_minutes": page.group_minutes or MOST_GROUP_MINUTES,
        "slice": page.subject,
    }
