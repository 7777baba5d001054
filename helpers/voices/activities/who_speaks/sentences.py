"""Sentences: what a meeting's airtime shows, in plain words, and what it does not."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from helpers import evidence
from helpers.page import words
from helpers.page.canvas import percent
from helpers.voices.airtime import EARLY, Airtime
from helpers.voices.charts.airtime import said_time

WORDS = words.load("voices")["who_speaks"]
SAID = WORDS["result"]
FOR_AND_AGAINST = ("R5-09", "R5-09-contested")
NAMED = 8  # people in a sentence; further ones are counted


def evenness(meeting: Airtime) -> str:
    """
    Say how even the time was, without a verdict.

    Examples
    --------
    >>> import pandas as pd
    >>> from helpers.voices.airtime import airtime
    >>> spoken = pd.DataFrame({"person": ["A", "B"], "start": [0, 60], "end": [60, 80]})
    >>> "is 0.25. Here 0 means all alike, and 0.50 means one person alone" in evenness(airtime(spoken))
    True
    """
    if meeting.gini is None:
        return ""
    equal = said_time(meeting.seconds / len(meeting.speakers))
    gini, ceiling = f"{meeting.gini:.2f}", f"{meeting.ceiling:.2f}"
    said = [SAID["even"].format(equal=equal), SAID["gini"].format(gini=gini, ceiling=ceiling)]
    return " ".join(said + [SAID["small"]] * meeting.is_small)


def first_minutes(meeting: Airtime) -> str:
    """Say who was heard in the first five minutes, and who was not."""
    if meeting.length < EARLY or not meeting.speakers:
        return str(SAID["early_short"])
    heard = [one.person for one in meeting.early]
    missing = [one.person for one in meeting.speakers if one.person not in heard]
    said = [SAID["early"].format(heard=listed(heard))]
    if missing:
        said.append(SAID["early_not"].format(missing=listed(missing)))
    return " ".join(said)


def beside(meeting: Airtime) -> str:
    """Say the longest turn, speech at once, silence, and speech that is nobody's."""
    said = []
    if meeting.speakers:
        longest = max(meeting.speakers, key=lambda one: one.longest)
        said.append(SAID["longest"].format(time=said_time(longest.longest), person=longest.person))
    for name in ("together", "silence", "unnamed"):
        seconds = getattr(meeting, name)
        if seconds >= 0.5 and (name != "unnamed" or meeting.speakers):
            said.append(SAID[name].format(time=said_time(seconds)))
    return " ".join(said)


def shown(meeting: Airtime) -> str:
    """Return what the mirror shows as HTML."""
    first = f"<p><b>{SAID['early_title']}.</b> {escape(first_minutes(meeting))}</p>"
    others = (escape(part) for part in (evenness(meeting), beside(meeting)) if part)
    told = "".join(f"<p>{part}</p>" for part in others)
    return f"<h3>{SAID['heading']}</h3>{told}{first if meeting.speakers else ''}"


def roles(meeting: Airtime) -> str:
    """Return the time by role as an HTML table; nothing where no role is given."""
    found = meeting.by_role()
    if not found:
        return ""
    columns, said = WORDS["columns"], WORDS["roles"]
    names = (columns["role"], said["people"], columns["time"], columns["share"], columns["turns"])
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    cells = (
        (f'<th scope="row">{escape(one.role)}</th>', one.people, said_time(one.seconds),
         percent(one.share), one.turns)
        for one in found
    )  # fmt: skip
    body = "".join(
        f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>" for name, *rest in cells
    )
    caption = f"<caption>{said['table']}</caption>"
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="kit-scroll" tabindex="0" role="region" aria-label="{said["table"]}">{table}</div>'


def questions() -> str:
    """Return the questions to ask before anybody judges, as HTML."""
    items = "".join(f"<li>{question}</li>" for question in WORDS["ask"]["questions"])
    return f"<h3>{WORDS['ask']['title']}</h3><ul>{items}</ul>"


def contested() -> str:
    """Return the cards of what speaks for the benefit of even turns, and against it."""
    cards = (evidence.card_html(evidence.fact(name)) for name in FOR_AND_AGAINST)
    return f"{''.join(cards)}<p>{WORDS['ask']['so']}</p>"


def listed(names: Sequence[str]) -> str:
    """
    List people in a sentence.

    Examples
    --------
    >>> listed(["Person A", "Person B", "Nurse"])
    'Person A, Person B and Nurse'
    """
    more = len(names) - NAMED
    told = [*names[:NAMED], SAID["others"].format(count=more)] if more > 1 else list(names)
    return f" {SAID['and']} ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
