"""Whose harm the choice would touch: one plain statement for each group."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from helpers.page import words
from helpers.voices.activities.whose_80.said import joined
from helpers.voices.eighty.few import Reach, Worst, reach
from helpers.voices.eighty.harm import Harm

SAID = words.load("voices")["whose_80"]["touch"]


def least_touched(harm: Harm, chosen: Collection[str]) -> Reach:
    """
    Return the group of which the choice touches least; groups without a report are left out.

    Examples
    --------
    >>> from helpers.voices.eighty.harm import load_harm
    >>> least_touched(load_harm(), ["Falls", "Medicines", "Long waits and delays"]).group
    'Staff recruited from abroad'
    """
    known = [each for each in reach(harm, chosen) if each.of]
    return min(known, key=lambda each: (each.small, each.share))


def touched_share(harm: Harm, chosen: Collection[str]) -> float:
    """Return what share of all reports is about the chosen themes (0 to 1)."""
    return sum(each.touched for each in reach(harm, chosen)) / harm.total


def touch_html(
    harm: Harm, chosen: Collection[str], worsts: Sequence[Worst], points: Sequence[float]
) -> str:
    """Say for each group what the choice touches, and where its harm weighs most with these points."""
    least = least_touched(harm, chosen)
    found = sorted(zip(reach(harm, chosen), worsts, strict=True), key=_least_first)
    rows = "".join(_row(part, bad, chosen) for part, bad in found)
    head = "".join(f"<th scope='col'>{SAID[name]}</th>" for name in ("group", "touched", "worst"))
    share = round(100 * touched_share(harm, chosen))
    told = SAID["every" if least.share == 1 else "least"]
    return (
        f"<h3>{SAID['title']}</h3><p>{SAID['lead'].format(total=f'{harm.total:,.0f}', share=share)}</p>"
        f"<p><strong>{told.format(group=escape(least.group), share=round(100 * least.share))}"
        f"</strong></p><table class='kit-sentences'><caption>{SAID['caption']}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p class='eyebrow'>{_weighs(harm, points)}</p>"
    )


def _weighs(harm: Harm, points: Sequence[float]) -> str:
    if len(harm.severities) < 2:
        return str(SAID["weighs_alike"])
    each = [
        SAID["point"].format(severity=escape(name), points=f"{count:g}")
        for name, count in zip(harm.severities, points, strict=True)
    ]
    return str(SAID["weighs"].format(points=joined(each)))


def _least_first(pair: tuple[Reach, Worst]) -> tuple[bool, float]:
    return not pair[0].of, pair[0].share


def _row(part: Reach, bad: Worst, chosen: Collection[str]) -> str:
    says = f"data-says='{SAID['worst']}'"
    return (
        f"<tr><th scope='row'>{escape(part.group)}</th><td data-says='{SAID['touched']}'>{_share(part)}</td>"
        f"<td {says}>{_worst(bad, chosen)}</td></tr>"
    )


def _share(part: Reach) -> str:
    if part.small:
        return f"{SAID['counts'].format(touched=part.touched, of=part.of)}; {SAID['small_group']}"
    value = SAID["value"].format(share=round(100 * part.share))
    counts = SAID["counts"].format(touched=f"{part.touched:,}", of=f"{part.of:,}")
    return f"<strong>{value}</strong> <span class='eyebrow'>({counts})</span>"


def _worst(bad: Worst, chosen: Collection[str]) -> str:
    if not bad.theme:
        return str(SAID["none"])
    where = SAID["inside" if bad.theme in chosen else "outside"]
    small = f" <span class='eyebrow'>({SAID['small']})</span>" if bad.small else ""
    return f"{escape(bad.theme)}, <strong>{where}</strong>{small}"
