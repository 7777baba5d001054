"""Labels: what the ids of an answer were called on the page it was given on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from helpers.page import words
from helpers.page.shelf import reflections

LABELS = ("label", "name", "title", "wording", "text")  # what a menu's entry is called by
ID = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")


@dataclass(frozen=True)
class Menu:
    """One table of a slice's words: its path, what its ids are called, and whether that is all."""

    path: str
    labels: dict[str, str]
    whole: bool

    def fits(self, prompt: str) -> int:
        """
        Say how well it goes with a prompt: two for each word that both names share.

        One where it only looks like a menu: several things inside a section, all of them named.
        """
        mine, theirs = _stems(self.path), _stems(prompt)
        menu = self.whole and "." in self.path and self.path.endswith("s")
        return 2 * len(mine & theirs) + menu


def label_of(name: str) -> str:
    """
    Return an id as words, where nothing says what it was called.

    Examples
    --------
    >>> label_of("show_chance"), label_of("Board, March")
    ('Show chance', 'Board, March')
    """
    return name.replace("_", " ").capitalize() if ID.fullmatch(name) else name


def labels(subject: str, prompt: str, ids: Iterable[str]) -> dict[str, str]:
    """
    Return what the ids of an answer are called, as far as the slice's words tell.

    A prompt may name its menu (``options = "order_form.places"``, several in a list, and ``rows``
    where it has rows): what else stands among the ids is a person's own. A menu in the words of a
    folder in the slice has the folder's name first. Where a prompt names none, the menu is the
    table that holds every id and whose path is nearest to the prompt's name.

    Examples
    --------
    >>> labels("expectations", "sentence_how", ["aloud"])
    {'aloud': 'I said it aloud'}
    >>> labels("expectations", "sentence_how", ["aloud", "sung"])
    {'aloud': 'I said it aloud'}
    """
    wanted = set(ids)
    menus = _menus(subject)
    about = asked(subject, prompt)
    paths = [*_several(about.get("options")), *_several(about.get("rows"))]
    named = [menu for menu in menus if menu.path in paths]
    if named:
        known = {name: said for menu in named for name, said in menu.labels.items()}
    else:
        fitting = [menu for menu in menus if wanted <= set(menu.labels) and menu.fits(prompt)]
        best = max(fitting, key=lambda menu: (menu.fits(prompt), -len(menu.labels)), default=None)
        known = best.labels if best else {}
    return {name: known[name] for name in wanted if name in known}


def asked(subject: str, prompt: str) -> dict[str, Any]:
    """Return what a slice's words say of a question; nothing where there is no such question."""
    return _words(subject).get("prompts", {}).get(prompt, {})


def menu(subject: str, path: str) -> dict[str, str]:
    """Return one table of a slice's words: what its ids are called, in its order."""
    return next((menu.labels for menu in _menus(subject) if menu.path == path), {})


def wording(subject: str, prompt: str) -> str | None:
    """Return how a slice's question reads today, or None where there is no such question."""
    return asked(subject, prompt).get("wording")


@cache
def titles() -> dict[str, str]:
    """Return the question of each reflection on the shelf, by its slice, in the shelf's order."""
    return {found.slice: found.question for found in reflections()}


def title(subject: str) -> str:
    """
    Return what a reflection is called: its question, or its own name where it has none.

    Examples
    --------
    >>> title("expectations"), title("our_own_page")
    ('What do I expect improvement to look like?', 'Our own page')
    """
    named = titles().get(subject) or _words(subject).get("title")
    return named or subject.replace("_", " ").replace("-", " ").capitalize()


@cache
def _words(subject: str) -> dict[str, Any]:
    # a journal may come from elsewhere: only a plain folder name is looked up; it may be missing
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", subject):
        return {}
    try:
        return words.load(subject)
    except (ModuleNotFoundError, FileNotFoundError):
        return {}


@cache
def _menus(subject: str) -> list[Menu]:
    own = list(_tables(_words(subject), ""))
    return own + [
        menu
        for part in (words.parts(subject) if own else ())
        for menu in _tables(words.load(f"{subject}.{part}"), part)
    ]


def _tables(node: Any, path: str) -> Iterator[Menu]:
    if isinstance(node, list):
        node = {entry["id"]: entry for entry in node if isinstance(entry, dict) and "id" in entry}
    if not isinstance(node, dict):
        return
    found = {name: said for name, value in node.items() if (said := _label(value))}
    if found and path not in ("", "prompts", "activities"):
        yield Menu(path, found, len(found) == len(node))
    for name, value in node.items():
        yield from _tables(value, f"{path}.{name}" if path else name)


def _several(paths: str | list[str] | None) -> list[str]:
    return [paths] if isinstance(paths, str) else paths or []


def _label(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[name] for name in LABELS if name in value), "")
    return value if isinstance(value, str) else ""


def _stems(path: str) -> set[str]:
    return {part.rstrip("s") for part in re.split(r"[._]", path)}
