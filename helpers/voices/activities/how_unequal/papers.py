"""Papers: the guarded table for a spreadsheet, a browser and Word."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.page import words
from helpers.page.paper import Paper
from helpers.voices.own_file.away import Leaving

SAID = words.load("voices")["how_unequal"]["away"]
COLUMNS = ("group", "count", "of", "figure", "lower", "upper", "why")
RISKY = "=+-@\t\r"  # a spreadsheet takes a cell that begins so for a formula


def heads(found: Leaving) -> list[str]:
    """Return the names of the table's columns."""
    return [SAID[name].format(per=f"{found.per:,g}") for name in COLUMNS]


def cells(found: Leaving) -> list[list[str]]:
    """
    Return the table as text, the row for all last.

    A cell that is hidden says so; an empty one would be taken for nobody.
    """
    frame = found.results.frame
    return [
        [SAID["all"] if name == "all" else str(name), *map(_text, row[:-1]), str(row[-1])]
        for name, row in zip(frame.index, frame.itertuples(index=False, name=None), strict=True)
    ]


def _text(value: object) -> str:
    if value is None or pd.isna(value):
        return str(SAID["hidden"])
    return f"{value:g}" if isinstance(value, float) else str(value)


def as_csv(found: Leaving) -> bytes:
    """Return the table for a spreadsheet, which opens it as it is meant."""
    rows = [
        [f"'{cell}" if cell[:1] in RISKY and cell else cell for cell in row] for row in cells(found)
    ]
    text = pd.DataFrame(rows, columns=heads(found)).to_csv(index=False, lineterminator="\n")
    return text.encode("utf-8-sig")


def as_paper(
    kind: str, found: Leaving, what: str, source: str, gap: Sequence[str], side: Sequence[str]
) -> bytes:
    """Return the table with its sentences as a page or a Word document."""
    title = SAID["page_title"].format(what=what[:1].upper() + what[1:]).strip()
    paper = _paper(kind, title)
    for line in gap:
        paper.words(line)
    paper.table(SAID["caption"], heads(found), cells(found))
    paper.heading(SAID["other_side"], 1)
    paper.items(side)
    paper.line([(SAID["source"].format(source=source), False)], kind="small")
    return paper.made()


def _paper(kind: str, title: str) -> Paper:
    if kind == "word":
        from helpers.page.paper.word import WordPaper

        return WordPaper(title)
    from helpers.page.paper.html import HtmlPaper

    return HtmlPaper(title)
