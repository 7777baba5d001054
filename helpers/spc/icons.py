"""Icons: each verdict as a small drawing with a shape, a letter and, if wanted, its word."""

from __future__ import annotations

from html import escape

from helpers.page.look import CARD, FONT, ORANGE
from helpers.spc.marks import Mark, assurance_mark, variation_mark

# Every shape is drawn on a 32 × 32 grid and leaves room for a letter at its optical centre.
SHAPES = {
    "square": '<rect x="3" y="3" width="26" height="26" rx="5" fill="{colour}"/>',
    "diamond": '<path d="M16 .8 31.2 16 16 31.2.8 16Z" fill="{colour}"/>',
    "circle": '<circle cx="16" cy="16" r="13" fill="{card}" stroke="{colour}" stroke-width="3"/>',
    "circle-open": '<circle cx="16" cy="16" r="13" fill="{card}" stroke="{colour}" '
    'stroke-width="2.5" stroke-dasharray="4 3.4"/>',
    "triangle-up": '<path d="M16 1.5 31.5 29.5H.5Z" fill="{colour}"/>',
    "triangle-down": '<path d="M.5 2.5H31.5L16 30.5Z" fill="{colour}"/>',
    "split": '<path d="M16 2H6L1 16 6 30H16Z" fill="{colour}"/>'
    '<path d="M16 2H26L31 16 26 30H16Z" fill="{other}"/>',
    "shield": '<path d="M3 4.5Q16 .5 29 4.5V16C29 24 22 29 16 31 10 29 3 24 3 16Z" '
    'fill="{fill}" stroke="{colour}" stroke-width="2.5"/>',
}
BASELINES = {"triangle-up": 26.0, "triangle-down": 18.0, "shield": 21.0}
SIZES = {"triangle-up": 14, "triangle-down": 14}
OUTLINED = {"common_cause", "too_few", "hit_and_miss", "none"}


def variation_icon(name: str, *, size: int = 32, with_word: bool = False) -> str:
    """
    Draw the icon of a variation verdict.

    Parameters
    ----------
    name : str
        "improving", "concerning", "both", "high", "low", "common_cause" or "too_few".
    size : int, default 32
        Width and height in pixels; readable from 20.
    with_word : bool, default False
        Put the verdict's word beside the drawing.

    Returns
    -------
    str
        An accessible SVG, or a span that holds it and the word.

    Examples
    --------
    >>> variation_icon("improving")[:58]
    '<svg class="kit-icon" role="img" aria-label="Improving. A '
    """
    return _icon(variation_mark(name), size, with_word)


def assurance_icon(name: str | None, *, size: int = 32, with_word: bool = False) -> str:
    """
    Draw the icon of an assurance verdict; None is drawn as "no target".

    Parameters
    ----------
    name : {"will_meet", "will_fail", "hit_and_miss", None}
        The verdict against the target.
    size, with_word
        As in `variation_icon`, which says what is returned, too.

    Examples
    --------
    >>> "Hit and miss" in assurance_icon("hit_and_miss")
    True
    """
    return _icon(assurance_mark(name), size, with_word)


def _icon(mark: Mark, size: int, with_word: bool) -> str:
    if not with_word:
        return _svg(mark, size, f'role="img" aria-label="{escape(f"{mark.word}. {mark.says}")}"')
    # The word is read out; hearing the drawing's name as well would say it twice.
    drawing = _svg(mark, size, 'aria-hidden="true"')
    style = "display:inline-flex;align-items:center;gap:.4em"
    return f'<span class="kit-verdict" style="{style}">{drawing}<span>{escape(mark.word)}</span></span>'


def _svg(mark: Mark, size: int, role: str) -> str:
    outlined = mark.name in OUTLINED
    shape = SHAPES[mark.shape].format(
        colour=mark.colour, card=CARD, other=ORANGE, fill=CARD if outlined else mark.colour
    )
    baseline = BASELINES.get(mark.shape, 22.0)
    return (
        f'<svg class="kit-icon" {role} width="{size}" height="{size}" viewBox="0 0 32 32" '
        f'xmlns="http://www.w3.org/2000/svg">{shape}<text x="16" y="{baseline}" '
        f'text-anchor="middle" font-size="{SIZES.get(mark.shape, 17)}" font-weight="700" '
        f'font-family="{escape(FONT)}" fill="{mark.colour if outlined else CARD}">'
        f"{escape(mark.letter)}</text></svg>"
    )
