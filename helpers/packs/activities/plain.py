"""A pack in plain words: every question with its answer, and the very file folded under it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from helpers.packs.charts import count_of
from helpers.packs.items import Item
from helpers.packs.pack import Pack
from helpers.page import words
from helpers.page.listed import listed

SAID = words.load("packs")["make"]
STATUSES = words.load("packs")["statuses"]
# the file as it is: nothing is cut off at the side, and a long one scrolls in its own box
PRE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;max-height:26rem;overflow:auto;margin:.5rem 0;"
    "padding:.8rem 1rem;border:1px solid var(--line);border-radius:var(--radius);"
    "background:var(--card);font:.95rem/1.5 ui-monospace,monospace"
)


def in_words(pack: Pack, text: str) -> str:
    """Return what a pack holds as HTML: a list to read, then the file, every character of it."""
    texts = sum(item.asked.kind == "text" for item in pack.items)
    parts = [
        count_of(SAID["said_answers"], len(pack.items) - texts),
        count_of(SAID["said_texts"], texts) or SAID["said_texts"]["none"],
        SAID["said_promises"] if pack.promises else "",
    ]
    lines = "".join(
        f"<li><strong>{escape(asked)}</strong>{answer}</li>" for asked, answer in _lines(pack)
    )
    file = (
        f"<p class='eyebrow'>{SAID['file_holds']} {SAID['number']}</p><pre style='{PRE}' tabindex='0' "
        f"role='region' aria-label='{SAID['file']}'>{escape(text)}</pre>"
    )
    folded = SAID["very_file"].format(size=_size(text))
    return (
        f"<p>{SAID['said'].format(what=listed(filter(None, parts)))}</p>"
        f"<ul style='overflow-wrap:anywhere;white-space:pre-wrap'>{lines}</ul>"
        f"<details><summary>{folded}</summary>{file}</details>"
    )


def _lines(pack: Pack) -> Iterator[tuple[str, str]]:
    for item in pack.items:
        yield item.asked.wording, _answer(item)
    if pack.promises:
        counts = (f"{n} {STATUSES[name]}" for name, n in pack.promises.items())
        yield SAID["promises"], f" – {listed(counts)}"


def _answer(item: Item) -> str:
    """
    Return an answer as it follows its question: in one line, or one line for each row.

    Examples
    --------
    >>> from helpers.packs.items import Asked
    >>> _answer(Item(Asked("voices.who", 1, "Who?", "text"), "Staff & patients"))
    ' – Staff &amp; patients'
    >>> _answer(Item(Asked("voices.who", 1, "Who?", "marks"), {"Ward": "Yes"}))
    '<ul><li>Ward – Yes</li></ul>'
    """
    if isinstance(item.answer, dict):
        rows = (f"{row.rstrip('.')} – {_plain(each)}" for row, each in item.answer.items())
        return f"<ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>"
    several = item.answer if isinstance(item.answer, tuple) else (_plain(item.answer),)
    return f" – {escape('; '.join(several))}"


def _plain(answer: Any) -> str:
    return answer if isinstance(answer, str) else f"{answer:,}"


def _size(text: str) -> str:
    return f"{max(1, round(len(text.encode('utf-8')) / 1024))} KB"
