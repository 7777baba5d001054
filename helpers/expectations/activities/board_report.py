"""The board report: mark it as it is sent, then see the same data as control charts."""

from __future__ import annotations

from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from helpers import spc
from helpers.expectations.board_charts import board_charts
from helpers.expectations.board_report import Row, report
from helpers.expectations.charts.core import flipping_chart
from helpers.expectations.data import load_board_report, load_truth
from helpers.expectations.marks import Judgement, Score, score, what_was_there
from helpers.expectations.targets import flips, recolour, steady_series
from helpers.intake import Problem
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Marks, Select, Slider
from helpers.page.layout import Activity, fold, reveal, stack
from helpers.page.part import Button, Markup
from helpers.spc.board import BOARD_CSS, board
from helpers.spc.drawings import control_chart
from helpers.spc.said import sentences
from helpers.spc.words import figure

if TYPE_CHECKING:
    from helpers.journal import Version

WORDS = words.load("expectations")
SAID = WORDS["board_report"]
ARROWS = {"up": "▲ up", "down": "▼ down", "level": "► level"}


class ReadTheBoardReport(Activity):
    """
    Mark what you would do about each line of a report; then look at what is really there.

    Examples
    --------
    >>> activity = ReadTheBoardReport()
    >>> activity.compare({"Falls": "act"}).counts["reacting_to_noise"]
    1
    """

    def __init__(self, journal=None, *, core: bool = True):
        self._core = core
        self.truth = load_truth(core=core)
        scene = SAID["scene"] if core else WORDS["twenty_measures"]["scene"]
        name = "board_marks" if core else "twenty_marks"
        self.marks = Marks(
            "",
            {mark: meaning.split(":")[0] for mark, meaning in SAID["marks"].items()},
            [_line(row) for row in report(load_board_report(core=core))],
            **words.question("expectations", name, journal),
            asked="what would you do?",
            placeholder="Your mark",
        )
        self.shown = stack()
        self.show = Button(SAID["button"], self.reveal)
        meanings = "".join(f"<li>{meaning}</li>" for meaning in SAID["marks"].values())
        head = Markup(f"<p>{scene}</p><p>{SAID['rag']}</p><ul>{meanings}</ul>")
        super().__init__(head, self.marks, self.show, self.shown)

    def compare(self, marks: dict) -> Score:
        """Judge the marks against what is really there."""
        return score(marks, self.truth, SAID["judgement"])

    def reveal(self) -> None:
        """Show the marks beside the truth, then every measure as a control chart."""
        self.result = self.compare(self.marks.value or {})
        self.charts = board_charts(core=self._core)
        self.one = Select("Look at one measure closely", {name: name for name in self.charts})
        self.one.value = next(iter(self.charts))
        self.figure = Figure(control_chart(self.charts[self.one.value]))
        self.reading = Markup(_read(self.charts[self.one.value]), live=True)
        self.one.observe(self._on_measure, "value")
        reveal(
            self.shown,
            Markup(self._expected()),
            Markup(_mistakes(self.result)),
            Markup(_truths(self.result)),
            Markup(
                f"<h3>The same report, with what chance alone would do</h3><p>{SAID['charts']}</p>"
            ),
            _board(self.charts),
            Markup(f"<p>{SAID['harm']['no_chart']}</p>"),
            self.one,
            self.figure,
            self.reading,
            fold(SAID["moving_target"]["title"], 2, MovingTarget),
        )

    def _expected(self) -> str:
        """What the reader wrote before seeing anything, beside what was there."""
        wrote = self.marks.journal.latest("expectations.prediction")
        if not self._core:
            return f"<p>{WORDS['twenty_measures']['key']}</p>"
        if wrote is None or not wrote.value.strip():
            return ""
        said = WORDS["prediction"]
        there = what_was_there(self.truth, said["there"])
        self._note(wrote, there)
        return (
            f"<p>{said['beside']}</p><blockquote>{escape(wrote.value)}</blockquote><p>{there}</p>"
        )

    def _note(self, wrote: Version, there: str) -> None:
        """Keep beside the prediction what came of it; the page shows both even where it cannot."""
        journal = self.marks.journal
        known = {each.version.id: each.outcome for each in journal.predictions("expectations")}
        if known.get(wrote.id, there) != there:
            with suppress(Problem):
                journal.outcome(wrote.id, there)

    def _on_measure(self, change) -> None:
        chart = self.charts[change["new"]]
        self.figure.redraw(control_chart(chart))
        self.reading.html = _read(chart)


class MovingTarget(Activity):
    """Move the target past a measure that never changes, and watch the colours flip."""

    def __init__(self, seed: int = 3):
        self.mean, self.sd = 80.0, 2.0
        self.values = steady_series(self.mean, self.sd, 36, np.random.default_rng(seed))
        said = SAID["moving_target"]
        self.target = Slider(said["control"], 75, 85, step=0.5, unit="%", value=80)
        self.figure = Figure(self._drawing())
        self.said = Markup(self._sentence(), live=True)
        super().__init__(Markup(f"<p>{said['explain']}</p>"), self.target, self.figure, self.said)
        self.target.observe(self._refresh, "value")

    def _drawing(self):
        return flipping_chart(
            self.values, self.target.value, recolour(self.values, self.target.value)
        )

    def _sentence(self) -> str:
        chance = flips(self.target.value, self.mean, self.sd)
        red, flip = (f"{share:.0%}" for share in (chance.red, chance.flip))
        return f"<p>{SAID['moving_target']['result'].format(red=red, flip=flip)}</p>"

    def _refresh(self, _change) -> None:
        self.figure.redraw(self._drawing())
        self.said.html = self._sentence()


def _line(row: Row) -> dict:
    """One line of the report, as a board member sees it."""
    sense = {True: "better", False: "worse", None: "no change"}[row.better]
    target = "no target" if row.target is None else f"target {figure(row.target, row.unit)}"
    html = (
        f"<p class='name'>{escape(row.measure)}</p><p><span class='rag rag-{row.colour}'>"
        f"{row.colour[0].upper()}<span class='visually-hidden'> {row.colour}</span></span> "
        f"<strong>{figure(row.value, row.unit)}</strong> {ARROWS[row.arrow]}, {sense} "
        f"<span class='eyebrow'>last month {figure(row.last, row.unit)}, {target}</span></p>"
    )
    return {"id": row.measure, "label": row.measure, "html": html}


def _board(charts: dict[str, spc.Chart]) -> Markup:
    shown = Markup(f"<style>{BOARD_CSS}</style>{board(charts.values())}")
    shown.add_class("kit-wide")
    return shown


def _read(chart) -> str:
    return f"<p>{escape(' '.join(sentences(chart)[1:]))}</p>"


def _mistakes(result: Score) -> str:
    if not result.judgements:
        return f"<p>{SAID['none_marked']}</p>"
    cards = "".join(_mistake(kind, result) for kind in result.counts)
    return (
        f"<p>{SAID['prior']}</p><p>{SAID['mistakes_apart']}</p><div class='kit-three'>{cards}</div>"
    )


def _mistake(kind, result: Score) -> str:
    said, made, chances = SAID["mistakes"][kind], result.counts[kind], result.chances[kind]
    told = said["some" if made else "none"].format(made=made, chances=chances)
    return (
        f"<div class='kit-card'><p class='name'>{said['name']}</p><p class='big'>{made}</p>"
        f"<p>{told}</p><p class='eyebrow'>{said['meaning']}</p></div>"
    )


def _truths(result: Score) -> str:
    rows = "".join(_truth(each) for each in result.judgements)
    harm = SAID["harm"]
    said = "" if result.outside else f"<p><strong>{harm['name']}.</strong> {harm['unmarked']}</p>"
    table = (
        "<table class='kit-sentences'><caption>Your marks, beside what is really there</caption>"
        "<thead><tr><th scope='col'>Measure</th><th scope='col'>You</th>"
        "<th scope='col'>What is there</th><th scope='col'>What that mark does</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    return said + (table if rows else "")


def _truth(each: Judgement) -> str:
    mark = SAID["marks"][each.mark].split(":")[0]
    return (
        f"<tr><th scope='row'>{escape(each.measure)}</th><td data-says='You'>{mark}</td>"
        f"<td>{SAID['truths'][each.truth]}</td><td>{escape(each.sentence)}</td></tr>"
    )
