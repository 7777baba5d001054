"""Under which name a reader's answers are kept, so that two pages never share them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.page.own import block
from helpers.page.own.page import OwnPage, slug
from helpers.page.own.read import read_page

if TYPE_CHECKING:
    from helpers.journal import Journal


def kept_under(page: OwnPage, folder: Path, journal: Journal) -> tuple[str, str]:
    """
    Return the name that a page's answers are kept under, and the other page with that name.

    A page keeps its name when its file is renamed. Of two pages with one name, the one this
    reader opened first keeps it; the other's answers are kept apart. The second value is ''
    where no page is in the way.
    """
    place = page.subject
    first = journal.setting(place)
    if first == page.file:
        return page.name, ""
    if first and _carries(folder / str(first), page.name):
        # "+" stands in no name that somebody chose
        return f"{page.name}+{slug(Path(page.file).stem)}", str(first)
    journal.set_setting(place, page.file)
    return page.name, ""


def _carries(path: Path, name: str) -> bool:
    """Tell whether a file is there, and is a page of this name."""
    try:
        return block.is_own(block.load(path)) and read_page(path).name == name
    except Problem:
        return False
