"""Evidence cards: one fact as accessible markup for a page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from helpers.evidence.facts import Fact, Source

_NEW_TAB = '<span class="visually-hidden"> (opens in a new tab)</span>'


def card_html(fact: Fact) -> str:
    """
    Return the card of one fact: figure, claim, source, how sure, what it does not show.

    Links open in a new tab, because leaving the page would end what is running on it.

    Examples
    --------
    >>> from helpers.evidence import fact
    >>> print(card_html(fact("R3-04")).splitlines()[1])
    <p class="big">6%</p>
    """
    sources = "<br>".join(_source(source) for source in fact.sources)
    return "\n".join(
        (
            f'<article class="kit-card kit-evidence" aria-label="Evidence: {escape(fact.figure)}">',
            f'<p class="big">{escape(fact.figure)}</p>',
            f"<p>{escape(fact.claim)}</p>",
            f'<p><span class="tag">{escape(fact.kind)}</span> '
            f'<span class="tag">how sure: {escape(fact.sure)}</span></p>',
            f"<p><strong>How sure?</strong> {escape(fact.why)}</p>",
            f"<p><strong>This does not show</strong> {escape(fact.limits)}</p>",
            f'<p class="eyebrow">{sources}</p>',
            "</article>",
        )
    )


def _source(source: Source) -> str:
    line = escape(source.line)
    if not source.address:
        return f"{line}."
    words = f"doi:{source.doi}" if source.doi else f"Read on at {urlsplit(source.link).hostname}"
    link = (
        f'<a href="{escape(source.address)}" target="_blank" rel="noopener">'
        f"{escape(words)}{_NEW_TAB}</a>"
    )
    return f"{line}. {link}"
