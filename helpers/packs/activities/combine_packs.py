"""Combine the packs of a group: a folder or single files in, what the group may see out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

import ipywidgets as ipw

from helpers.disclosure import PACKS
from helpers.intake import Problem
from helpers.packs.activities.from_journal import title_of
from helpers.packs.activities.printed import report_html
from helpers.packs.charts import count_of, row_chart
from helpers.packs.folder import combine
from helpers.packs.gathering import Gathering
from helpers.packs.lines import counted_with_promises
from helpers.packs.results import Combined, Counted, LeftOut, Told
from helpers.packs.seen import plain, plain_name
from helpers.packs.spreadsheet import report_csv
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.files import Download, Upload
from helpers.page.forms import Select, Text, show_problem
from helpers.page.layout import Activity, Fold, card, fold, reveal, row, stack
from helpers.page.part import Button, Markup

WORDS = words.load("packs")
SAID = WORDS["combine"]
MOST_NAMED = 100  # files in the list of what was left out


class CombinePacks(Activity):
    """
    Combine packs from a folder, or one by one. No journal is opened here.

    Examples
    --------
    >>> packs = CombinePacks()
    >>> packs.add("note.json", b"[]")
    >>> packs.combine_added()
    >>> packs.result.left_out[0].reason
    'It is not a pack, but some other data.'
    """

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.result: Combined | None = None
        self.folder = Text(
            SAID["folder"], rows=1, placeholder=SAID["folder_placeholder"], hint=SAID["folder_hint"]
        )
        self.upload = Upload(SAID["upload"], self.add, accept=".json", hint=SAID["upload_hint"])
        self.came = Markup(live=True)
        self.buttons = (
            Button(SAID["upload_button"], self.combine_added),
            Button(SAID["again"], self.begin, quiet=True),
        )
        self.said, self.shown = Markup(f"<p>{SAID['waiting']}</p>", live=True), stack()
        super().__init__(
            card(self.folder, Button(SAID["folder_button"], self.combine_folder)),
            card(self.upload, self.came, row(*self.buttons)),
            self.said,
            self.shown,
        )

    def combine_folder(self) -> None:
        """Combine the folder whose path was written."""
        found = show_problem(self.folder, lambda: combine(_path(self.folder.value)))
        if found is not None:
            self._show(found)

    def add(self, name: str, data: bytes) -> None:
        """Take one more file; nothing is shown yet, or the last pack could be read off."""
        self.gathering.add(name, data)
        packs, left_out = len(self.gathering.packs), self.gathering.left_out
        told = [count_of(SAID["added"], packs), count_of(SAID["left_out"], len(left_out))]
        last = left_out[-1:] if left_out and left_out[-1].name == plain_name(name) else []
        told += [f"“{each.name}”: {each.reason}" for each in last]
        self.came.html = "".join(f"<p>{escape(text)}</p>" for text in told if text)

    def combine_added(self) -> None:
        """Combine the packs that were added one by one."""
        if self.gathering.packs or self.gathering.left_out:
            self._show(self.gathering.combined())
        else:
            self.said.html = f"<p>{SAID['waiting']}</p>"

    def begin(self) -> None:
        """Forget every pack that was added."""
        self.gathering, self.result, self.shown.children = Gathering(), None, ()
        self.came.html, self.said.html = "", f"<p>{SAID['cleared']}</p>"

    def _show(self, found: Combined) -> None:
        self.result = found
        first, *rules = notes(found)
        self.said.html = f"<p><strong>{first}</strong></p>"
        folds = _folds(found)
        parts = [*_left_out(found.left_out), _paragraphs(rules), *folds]
        reveal(self.shown, *parts, *([_downloads(found)] if folds else []))


class OneRow(Activity):
    """The figure of a question; where it has several rows, of the one that is looked at."""

    def __init__(self, counted: Counted):
        self._counted, self._rows = counted, {str(at): row for at, row in enumerate(counted.rows)}
        self.figure = Figure(row_chart(counted, counted.rows[0]))
        names = {at: row.name for at, row in self._rows.items()}
        self.which = Select(WORDS["chart"]["which"], names, value="0")
        self.which.observe(self._refresh, "value")
        more = count_of(WORDS["chart"]["rows_hidden"], counted.rows_not_shown)
        chooser = [self.which] if len(names) > 1 else []
        remark = [Markup(f"<p class='eyebrow'>{more}</p>")] if more else []
        super().__init__(*chooser, self.figure, *remark)

    def _refresh(self, change) -> None:
        self.figure.redraw(row_chart(self._counted, self._rows[change["new"]]))


def notes(found: Combined) -> list[str]:
    """Say how many packs are combined, what is not shown, and by which rule."""
    came = count_of(SAID["came"], found.packs) or SAID["came_none"]
    told = [f"{came} {count_of(SAID['left_out'], len(found.left_out))}".strip()]
    if found.packs < PACKS.fewest:
        told.append(SAID["few"].format(fewest=PACKS.fewest))
    elif not (found.counted or found.told or found.promises):
        told.append(SAID["nothing"])
    else:
        told += [count_of(SAID["too_few"], found.too_few), SAID["rule"], SAID["once"]]
    return [note for note in (*told, SAID["care"]) if note]


def _paragraphs(told: Sequence[str]) -> Markup:
    return Markup("".join(f"<p>{text}</p>" for text in told))


def _path(typed: str | None) -> str:
    """Return a path as a file window gives it, without the quotes that Windows puts around."""
    path = (typed or "").strip().strip("\"'“”").strip()
    if not path:
        raise Problem(SAID["folder_empty"])
    return path


def _left_out(files: Sequence[LeftOut]) -> list[ipw.Widget]:
    if not files:
        return []
    name, why = SAID["left_out_columns"]
    heads = f"<th scope='col' style='width:38%'>{name}</th><th scope='col'>{why}</th>"
    rows = "".join(_file(each) for each in files[:MOST_NAMED])
    more = len(files) - MOST_NAMED
    after = f"<p>{SAID['left_out_more'].format(count=more)}</p>" if more > 0 else ""
    return [
        Markup(
            f"<table class='kit-sentences'><caption>{SAID['left_out_caption']}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{after}"
        )
    ]


def _file(each: LeftOut) -> str:
    said = SAID["left_out_columns"][1]
    return (
        f"<tr><th scope='row' style='overflow-wrap:anywhere'>{escape(each.name)}</th>"
        f"<td data-says='{said}'>{escape(each.reason)}</td></tr>"
    )


def _folds(found: Combined) -> list[ipw.Widget]:
    """Return one fold for each part of the kit; the first is open, the others are built later."""
    questions: list[Counted | Told] = [*found.counted, *found.told]
    questions.sort(key=lambda each: each.asked.reflection)
    grouped = groupby(questions, lambda each: each.asked.reflection)
    folds = [_fold(title_of(name), list(group)) for name, group in grouped]
    promises = counted_with_promises(found, SAID["promises_title"], WORDS["statuses"])
    if found.promises:
        folds.append(_fold(SAID["promises_part"], promises[-1:]))
    if folds:
        folds[0].unfold()
    return list(folds)


def _fold(title: str, questions: Sequence[Counted | Told]) -> Fold:
    said = {"title": title, "count": count_of(SAID["questions"], len(questions))}
    return fold(SAID["part"].format(**said), None, lambda: stack(*map(_question, questions)))


def _question(each: Counted | Told) -> ipw.Widget:
    if isinstance(each, Counted):
        return OneRow(each)
    texts = "".join(f"<blockquote>{escape(plain(text))}</blockquote>" for text in each.texts)
    count = SAID["told"].format(count=len(each.texts))
    return Markup(f"<h4>{escape(each.asked.wording)}</h4><p class='eyebrow'>{count}</p>{texts}")


def _downloads(found: Combined) -> ipw.Widget:
    files: Mapping[str, Download] = {
        "csv": Download(SAID["csv"], "packs.csv", lambda: report_csv(found, WORDS)),
        "html": Download(
            SAID["html"], "packs.html", lambda: report_html(found, WORDS, notes(found))
        ),
    }
    explained = Markup(f"<p class='eyebrow'>{SAID['csv_name']}</p>")
    return stack(row(*files.values()), explained)
