"""Outline: which pieces stand in which part of a draft, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SECTIONS = ("question", "reflections", "think", "do", "unsure")
FACT = "fact:"  # how the id of a cited fact begins

Layout = dict[str, list[str]]


def arranged(
    pieces: Mapping[str, str],
    layout: Mapping[str, Sequence[str]],
    groups: Mapping[str, str] | None = None,
) -> Layout:
    """
    Return which pieces stand in which section, and in which order.

    Parameters
    ----------
    pieces
        The section that each piece belongs to, by the piece's id, in their own order.
    layout
        How the reader arranged them last.
    groups
        What belongs together, by the piece's id: what is new goes behind the last of its group,
        else to the end of its section.

    Examples
    --------
    >>> arranged({"a": "do", "b": "do", "c": "think"}, {"do": ["b", "gone"]})["do"]
    ['b', 'a']
    >>> arranged(dict.fromkeys("abc", "do"), {"do": ["a", "b"]}, {"a": "x", "c": "x"})["do"]
    ['a', 'c', 'b']
    """
    groups = groups or {}
    placed: Layout = {}
    seen: set[str] = set()
    for section in SECTIONS:  # a piece stands in one place only
        names = dict.fromkeys(layout.get(section, ()))
        placed[section] = [name for name in names if name in pieces and name not in seen]
        seen.update(placed[section])
    for name, section in pieces.items():
        if name not in seen:
            placed[section].insert(_place(placed[section], name, groups), name)
    return placed


def _place(names: Sequence[str], name: str, groups: Mapping[str, str]) -> int:
    group = groups.get(name)
    alike = [at for at, other in enumerate(names) if group and groups.get(other) == group]
    return alike[-1] + 1 if alike else len(names)


def moved(layout: Layout, name: str, step: int) -> Layout:
    """
    Move one piece up (-1) or down (1); at the edge of a section it goes to the next one.

    Examples
    --------
    >>> moved({"think": ["a", "b"], "do": []}, "b", -1)
    {'think': ['b', 'a'], 'do': []}
    >>> moved({"think": ["a", "b"], "do": ["c"]}, "b", 1)
    {'think': ['a'], 'do': ['b', 'c']}
    """
    made = {section: list(names) for section, names in layout.items()}
    sections = list(made)
    at = next((number for number, section in enumerate(sections) if name in made[section]), None)
    if at is None:
        return made
    names = made[sections[at]]
    place = names.index(name)
    if 0 <= place + step < len(names):
        names[place], names[place + step] = names[place + step], names[place]
    elif 0 <= at + step < len(sections):
        names.remove(name)
        other = made[sections[at + step]]
        other.insert(0 if step > 0 else len(other), name)
    return made


def reordered(layout: Layout, order: Sequence[tuple[str, str]]) -> Layout:
    """
    Return a draft in the order in which somebody else put it.

    Parameters
    ----------
    layout
        The draft as it is.
    order
        The section and the id of each piece that came back, from top to bottom. What did not
        come back, such as a citation, stays behind the piece it stood behind.

    Examples
    --------
    >>> layout = {"think": ["a", "fact:1", "b"], "do": ["c"]}
    >>> reordered(layout, [("think", "b"), ("do", "a"), ("do", "c")])
    {'think': ['b'], 'do': ['a', 'fact:1', 'c']}
    >>> reordered(layout, [("think", "a"), ("think", "b"), ("do", "c")]) == layout
    True
    """
    came = {name for _section, name in order}
    first: Layout = {}
    behind: Layout = {}
    for section, names in layout.items():
        here = first.setdefault(section, [])
        for name in names:
            if name in came:
                here = behind.setdefault(name, [])
            else:
                here.append(name)
    home = {name: section for section, names in layout.items() for name in names}
    made = {section: list(names) for section, names in first.items()}
    for section, name in order:
        if name in home:
            there = section if section in made else home[name]
            made[there] += [name, *behind[name]]
    return made
