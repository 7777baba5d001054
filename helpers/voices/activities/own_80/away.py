"""Take it with you: what was chosen and filled in, with a table in which small numbers are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.files import Download
from helpers.page.layout import Activity, fold
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.disclosure import Table
    from helpers.page.paper import Paper
    from helpers.voices.activities.whose_80.explore import Explore
    from helpers.voices.harm import Harm

WORDS = words.load("voices")
SAID = WORDS["own_80"]["away"]
WIDE = 5  # columns of numbers that fit a page beside the themes


class TakeAway(Activity):
    """Two files of what is shown; they are made when they are asked for."""

    def __init__(self, explore: Explore):
        self.explore = explore
        self.html = Download(SAID["html"], "whose-80.html", self.make_html)
        self.word = Download(SAID["word"], "whose-80.docx", self.make_word)
        self.merging = Markup()
        head = Markup(f"<h3>{SAID['title']}</h3><p>{SAID['lead']}</p>")
        super().__init__(head, self.html, self.word, fold(SAID["merge_title"], None, self._merging))

    def _merging(self) -> Markup:
        from helpers.disclosure import offer_merging

        offered = offer_merging(_counts(self.explore.harm, by_group=True))
        said = [SAID["merge"], *map(escape, offered.said)]
        self.merging.html = f"<p>{' '.join(said)}</p>"
        return self.merging

    def make_html(self) -> bytes:
        """Return the paper as one page that prints."""
        from helpers.page.paper.html import HtmlPaper

        return self._written(HtmlPaper(SAID["heading"]))

    def make_word(self) -> bytes:
        """Return the paper for Word."""
        from helpers.page.paper.word import WordPaper

        return self._written(WordPaper(SAID["heading"]))

    def _written(self, paper: Paper) -> bytes:
        from helpers.disclosure import tell

        paper.line([(SAID["what_if"], False)])
        chosen = self.explore.choose.ticked
        few = SAID["chose"].format(few=", ".join(chosen)) if chosen else SAID["nothing_chosen"]
        paper.line([(few, False)])
        paper.items(self._filled())
        table = shown_table(self.explore.harm, self.explore.choose.bars.themes)
        for at in range(0, len(table.columns) + 1, WIDE):
            head, rows = _part(table, slice(at, at + WIDE))
            paper.table(SAID["table"], head, rows)
        for sentence in tell(table):
            paper.line([(sentence, False)], kind="small")
        paper.heading(SAID["ask"], 1)
        paper.items(SAID["questions"])
        paper.line([(WORDS["care"], False)], kind="small")
        return paper.made()

    def _filled(self) -> list[str]:
        silence = self.explore.silence
        moved = {} if silence is None else {n: s.value for n, s in silence.sliders.items()}
        lines = [
            SAID["filled"].format(group=group, share=share)
            for group, share in moved.items()
            if share < 100
        ]
        return lines or [SAID["not_filled"]]


def _counts(harm: Harm, *, by_group: bool = False) -> dict[str, dict[str, int]]:
    """Return whole counts by theme and group, or by group and theme."""
    counts = harm.by_group.round().astype(int)
    rows, columns = harm.themes, harm.groups
    if by_group:
        rows, columns, counts = columns, rows, counts.T
    return {
        row: dict(zip(columns, map(int, line), strict=True))
        for row, line in zip(rows, counts, strict=True)
    }


def shown_table(harm: Harm, themes: Sequence[str] = ()) -> Table:
    """
    Return the table of themes and groups as it may be shown to others.

    Parameters
    ----------
    harm : Harm
    themes : sequence of str
        The order of the rows.

    Examples
    --------
    >>> from helpers.voices.harm import load_harm
    >>> shown_table(load_harm()).frame().loc["Falls", "All other patients"]
    np.int64(575)
    """
    from helpers.disclosure import TABLES, show_table

    counts = _counts(harm)
    ordered = {theme: counts[theme] for theme in themes or harm.themes}
    return show_table(ordered, TABLES, sums_of_shown=True)


def _part(table: Table, columns: slice) -> tuple[list[str], list[list[str]]]:
    """Return some columns of the table, beside the names of the rows."""
    head = [SAID["theme"], *(*table.columns, SAID["all"])[columns]]
    rows = [
        [name, *(SAID["hidden"] if cell.hidden else f"{cell.count:,}" for cell in line[columns])]
        for name, line in zip((*table.rows, SAID["all"]), table.cells, strict=True)
    ]
    return head, rows
