"""What the bars say: who came in, who went out, and whose worst harm lies outside the choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from helpers.page import words
from helpers.voices.eighty.few import Moves, Worst

SAID = words.load("voices")["whose_80"]
MOST_NAMED = 3  # groups in one sentence


def joined(names: Sequence[str]) -> str:
    """
    Return names as they stand in a plain sentence.

    Examples
    --------
    >>> joined(["Falls", "Medicines", "Waits"])
    'Falls, Medicines and Waits'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def number(count: int) -> str:
    """
    Write a small number in words.

    Examples
    --------
    >>> number(3), number(30)
    ('three', '30')
    """
    return SAID["first"][count - 1] if 0 < count <= len(SAID["first"]) else str(count)


def ordinal(place: int) -> str:
    """
    Write a place in a row.

    Examples
    --------
    >>> [ordinal(place) for place in (1, 2, 3, 4, 11, 21, 40)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st', '40th']
    """
    last = place % 10
    if 1 <= last <= 3 and place % 100 not in (11, 12, 13):
        return SAID["ordinals"][last - 1].replace(str(last), str(place))
    return SAID["ordinal"].format(place=place)


def moved(found: Moves, few: int, lead: str) -> str:
    """Say in plain text what came among the first few and what left them, or what moved at all."""
    said, what = SAID["silence"], {"lead": lead, "few": number(few)}
    if found.entered:
        names = {"entered": joined(found.entered), "left": joined(found.left)}
        return str(said["entered"].format(**what, **names))
    rises = [move for move in found.moved if move[2] < move[1]]
    if not rises:
        return str(said["nothing"].format(**what))
    theme, old, new = rises[0]
    places = {"old": ordinal(old), "new": ordinal(new)}
    return f"{said['stay'].format(**what)} {said['moved'].format(theme=theme, **places)}"


def about(themes: Sequence[str], mostly: Callable[[str], tuple[str, float]]) -> str:
    """
    Say whose themes they mostly are that came in or went out, in HTML; nothing where none did.

    Parameters
    ----------
    themes : sequence of str
    mostly : callable
        Theme to the group it is mostly about, and that group's share of it (0 to 1).
    """
    lines = []
    for theme in themes:
        group, share = mostly(theme)
        names = {"theme": theme, "group": in_sentence(group), "share": round(100 * share)}
        lines.append(escape(SAID["silence"]["about"].format(**names)))
    return f"<p>{' '.join(lines)}</p>" if lines else ""


def in_sentence(group: str) -> str:
    """
    Write a group's name inside a sentence; names that may be proper ones keep their capital.

    Examples
    --------
    >>> in_sentence("Agency and bank staff"), in_sentence("Polish speakers")
    ('agency and bank staff', 'Polish speakers')
    """
    plain = group.partition(" ")[0] in SAID["small_letters"]
    return group[:1].lower() + group[1:] if plain else group


def inside(groups: Sequence[str]) -> str:
    """
    Join group names inside a plain sentence.

    Examples
    --------
    >>> inside(["Agency and bank staff", "All other staff"])
    'agency and bank staff, and all other staff'
    """
    named = [in_sentence(group) for group in groups]
    return ", and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def groups_said(groups: Sequence[str], every: int) -> str:
    """
    Name up to three groups; of more, say how many of all they are.

    Examples
    --------
    >>> groups_said(["Nights", "Days"], every=7), groups_said(["A"] * 5, every=7)
    ('Nights, and Days', 'five of the seven groups')
    """
    if len(groups) <= MOST_NAMED:
        return inside(groups)
    many = SAID["chosen"]["many_groups"].format(count=number(len(groups)), all=number(every))
    return str(many)


def heard_least(
    quiet: Sequence[Worst], found: Sequence[Worst], chosen: Sequence[str], ticked: bool
) -> str:
    """
    Say whether the worst harm of the group heard least is among the chosen themes.

    Parameters
    ----------
    quiet : sequence of Worst
        The group heard least, or several that are heard alike.
    found : sequence of Worst
        All groups.
    chosen : sequence of str
        The themes chosen.
    ticked : bool
        Whether the reader chose them; if not, the biggest stand in.
    """
    if len(quiet) == len(found):
        return f"<p>{SAID['chosen']['alike']}</p>"
    if len(quiet) > 1:
        return _tied(quiet, found, chosen)
    [one] = quiet
    if not one.theme:
        return f"<p>{SAID['silence']['none'].format(group=escape(one.group))}</p>"
    if one.theme in chosen:
        return _among(one, found, chosen, ticked)
    said = SAID["chosen"]
    key = "stand_in" if not ticked else "one" if len(chosen) == 1 else "many"
    line, names = said[key].format(few=number(len(chosen))), _names(one)
    return f"<p class='kit-line'>{line}</p><p>{said['quietest'].format(**names)}{_small(one)}</p>"


def outside(found: Sequence[Worst], chosen: Sequence[str]) -> list[str]:
    """Return the groups whose worst harm lies outside the choice."""
    return [each.group for each in found if each.theme and each.theme not in chosen]


def _among(one: Worst, found: Sequence[Worst], chosen: Sequence[str], ticked: bool) -> str:
    said, left = SAID["chosen"], outside(found, chosen)
    groups = escape(groups_said(left, len(found)))
    still = f" {said['still'].format(groups=groups)}" if left else ""
    line = said["inside" if ticked else "inside_stand_in"]
    return f"<p>{line.format(few=number(len(chosen)), **_names(one))}{still}</p>"


def _tied(quiet: Sequence[Worst], found: Sequence[Worst], chosen: Sequence[str]) -> str:
    left = outside(quiet, chosen)
    groups = escape(groups_said(left, len(found)))
    key = "tied" if left else "tied_inside"
    return f"<p>{SAID['chosen'][key].format(count=number(len(quiet)), groups=groups)}</p>"


def _names(one: Worst) -> dict[str, str]:
    return {"group": escape(one.group), "theme": escape(one.theme)}


def _small(quiet: Worst) -> str:
    return f" {SAID['silence']['small']}" if quiet.small else ""


def break_even_line(share: int | None, few: int) -> str:
    """Say how quiet a group would have to be for its worst harm to come among the first few."""
    said = SAID["chosen"]
    if share is None:
        return str(said["never"])
    return str(said["break_even"].format(share=share, few=number(few)))
