"""Take it with you: what was chosen and filled in, with a table in which small numbers are hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.layout import Activity, fold
from helpers.page.paper.take_away import TakeAway, blank
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.disclosure import Table
    from helpers.voices.activities.whose_80.explore import Explore
    from helpers.voices.eighty.harm import Harm

WORDS = words.load("voices")
SAID = WORDS["own_80"]["away"]
WIDE = 5  # columns of numbers that fit a page beside the themes


class TakeMine(Activity):
    """Two files of what is shown, below what could be merged and a look at the names in it."""

    def __init__(self, explore: Explore):
        self.explore = explore
        self.take = TakeAway(self.texts, self.made, SAID, ("docx", "html"))
        self.merging = Markup()
        head = Markup(f"<h3>{SAID['title']}</h3><p>{SAID['lead']}</p>")
        super().__init__(head, fold(SAID["merge_title"], None, self._merging), self.take)

    def texts(self) -> list[tuple[str, str]]:
        """Return the names of themes and groups, which come from the reader's own list."""
        harm = self.explore.harm
        names = ((SAID["theme"], harm.themes), (SAID["group"], harm.groups))
        return [(called, name) for called, several in names for name in several]

    def _merging(self) -> Markup:
        from helpers.disclosure import offer_merging

        offered = offer_merging(_counts(self.explore.harm, by_group=True))
        said = [SAID["merge"], *map(escape, offered.said)]
        self.merging.html = f"<p>{' '.join(said)}</p>"
        return self.merging

    def made(self, form: str, copy: Callable[[str], str] = str) -> bytes:
        """Return the paper as a file: docx or html; ``copy`` is what each name becomes in it."""
        from helpers.disclosure import tell

        paper = blank(form, SAID["heading"])
        paper.line([(SAID["what_if"], False)])
        chosen = self.explore.choose.ticked
        few = (
            SAID["chose"].format(few=copy(", ".join(chosen))) if chosen else SAID["nothing_chosen"]
        )
        paper.line([(few, False)])
        paper.items(list(map(copy, self._filled())))
        table = shown_table(self.explore.harm, self.explore.choose.bars.themes)
        for at in range(0, len(table.columns) + 1, WIDE):
            head, rows = _part(table, slice(at, at + WIDE))
            cells = [[copy(name), *shown] for name, *shown in rows]
            paper.table(SAID["table"], list(map(copy, head)), cells, [2] + [1] * (len(head) - 1))
        for sentence in tell(table):
            paper.line([(copy(sentence), False)], kind="small")
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
    >>> from helpers.voices.eighty.harm import load_harm
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
