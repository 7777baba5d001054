"""How quiet a group would have to be before its worst harm comes among the first few."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from helpers.page import words
from helpers.voices.activities.whose_80.said import number
from helpers.voices.eighty.few import Worst
from helpers.voices.eighty.harm import Harm
from helpers.voices.eighty.silence import break_even

SAID = words.load("voices")["whose_80"]["quiet"]


def quiet_html(harm: Harm, worsts: Collection[Worst], few: int) -> str:
    """Say it for each group that has a report, on its own, all others as reported."""
    items = "".join(f"<li>{_line(harm, each, few)}</li>" for each in worsts if each.theme)
    return f"<p>{SAID['lead']}</p><ul>{items}</ul>"


def _line(harm: Harm, each: Worst, few: int) -> str:
    theme, group = harm.themes.index(each.theme), harm.groups.index(each.group)
    share = break_even(harm.by_group, theme, group, few)
    key = "never" if share is None else "here" if share == 100 else "line"
    names = {"group": escape(each.group), "theme": escape(each.theme), "few": number(few)}
    return str(SAID[key].format(share=share, **names))
