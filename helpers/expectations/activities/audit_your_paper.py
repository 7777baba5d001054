"""Audit your own board paper: three counts, beside your last audit and what others found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from helpers.expectations.activities.audits_kept import Audit, beside, keep, kept
from helpers.expectations.activities.watch_one_meeting import WatchOneMeeting
from helpers.expectations.charts.deeper import paper_shares
from helpers.expectations.paper_audit import CHANCE_FOUND, TRAINING, Paper, Share, audit, wilson
from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.figures import Drawing, Figure
from helpers.page.forms import Choice, Number, Text, show_problem
from helpers.page.layout import Activity, card, fold, row, stack
from helpers.page.part import Button, Markup, Told

SAID = words.load("expectations")["paper_audit"]
CHART = SAID["chart"]
OTHERS = [
    (CHART["before_2017"], wilson(*CHANCE_FOUND)),
    (CHART["untrained"], wilson(*TRAINING[0])),
    (CHART["trained"], wilson(*TRAINING[1])),
]


class AuditYourPaper(Activity):
    """Count the charts of one board paper, and see the counts beside earlier ones and others'."""

    figure: Figure
    result: Paper | None = None

    def __init__(self, journal=None, *, today: Callable[[], date] = date.today):
        self._today = today
        self.guess = Choice(SAID["guess"], SAID["guesses"], inline=True)
        self.paper = Text(rows=1, **words.question("expectations", "audit_paper", journal))
        self.charts = Number("", 0, **words.question("expectations", "audit_charts", journal))
        self.show_chance = Number(
            "", 0, **words.question("expectations", "audit_show_chance", journal)
        )
        self.say_limits = Number(
            "", 0, **words.question("expectations", "audit_say_limits", journal)
        )
        self.said, self.shown = Markup(f"<p>{SAID['waiting']}</p>", live=True), stack()
        self.told, self.kept = Markup(live=True), Told(self._list)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p class='eyebrow'>{SAID['care']}</p>"),
            self.guess,
            card(self.paper, *self._counts),
            self.shown,
            self.said,
            row(
                Button(SAID["button_keep"], self.keep),
                Button(SAID["button_new"], self.begin, quiet=True),
            ),
            self.told,
            self.kept,
            Text(**words.question("expectations", "audit_next", journal)),
            fold(SAID["meeting"]["title"], None, lambda: WatchOneMeeting(journal)),
        )
        for field in (self.paper, *self._counts):
            field.observe(self._refresh, "value")

    @property
    def _counts(self) -> tuple[Number, Number, Number]:
        return self.charts, self.show_chance, self.say_limits

    def keep(self) -> None:
        """Keep the audit as it stands, with today's date."""
        if self.result is None:
            self.told.html = f"<p>{SAID['not_kept']}</p>"
            return
        show_problem(self.say_limits, lambda: keep(self.charts.journal, self._counted()))
        if not self.say_limits.problem:
            self.told.html = f"<p>{SAID['kept']}</p>"
            self.kept.on_shown()
            self._refresh()

    def begin(self) -> None:
        """Empty the counts for another paper; what was kept stays."""
        for field in (self.paper, *self._counts):
            field.answer("" if field is self.paper else None)
        self.told.html = f"<p>{SAID['cleared']}</p>"

    def _refresh(self, change=None) -> None:
        for field in self._counts:
            field.problem = ""
        self.result = result = None
        asked = change.owner if change and change.owner in self._counts else self.say_limits
        if all(field.value is not None for field in self._counts):
            self.result = result = show_problem(asked, self._audited)
        if result is None:
            self.shown.children, self.said.html = (), f"<p>{SAID['waiting']}</p>"
        else:
            show_problem(asked, lambda: self._show(result))

    def _audited(self) -> Paper:
        charts, chance, limits = (field.value for field in self._counts)
        return audit(charts, chance, limits)

    def _show(self, result: Paper) -> None:
        drawing = self._drawing(result)
        if self.shown.children:
            self.figure.redraw(drawing)
        else:
            self.figure = Figure(drawing)
            self.shown.children = (self.figure,)
        self.said.html = _found(result, SAID["guesses"].get(self.guess.value))

    def _drawing(self, result: Paper) -> Drawing:
        """Lay this paper beside the last one kept, and beside what others found."""
        earlier = kept(self.charts.journal)
        this, last = beside(self._counted(), earlier)
        name = CHART["kept"].format(day=this.name) if this in earlier else CHART["today"]
        own, said = [(name, result.chance)], {"share": percent(result.chance.value or 0)}
        if last:
            share = wilson(last.show_chance, last.charts)
            own.append((CHART["kept"].format(day=last.name), share))
            said |= {"day": last.name, "last": percent(share.value or 0)}
        finding = CHART["finding_two" if last else "finding_one"].format(**said)
        return paper_shares([*own, *OTHERS], finding, own=len(own))

    def _counted(self) -> Audit:
        counts = (int(field.value) for field in self._counts)
        return Audit(self._today().isoformat(), (self.paper.value or "").strip(), *counts)

    def _list(self) -> str:
        done = kept(self.charts.journal)
        entries = "".join(f"<li>{_entry(each)}</li>" for each in done)
        return f"<h3>{SAID['history']}</h3><ul>{entries}</ul>" if done else ""


def _entry(each: Audit) -> str:
    counts = {"charts": each.charts, "chance": each.show_chance, "limits": each.say_limits}
    return SAID["entry"].format(name=each.name, **counts)


def _found(result: Paper, guess: str | None) -> str:
    """Say both shares, each followed by what others found."""
    chance, limits = result.chance, result.limits
    said = [
        _share(SAID["result_chance"], chance),
        _share(SAID["result_limits"], limits) if limits.whole else SAID["result_limits_none"],
    ]
    if guess:
        said.insert(1, SAID["guessed"].format(guess=guess))
    first = f"<p>{' '.join(said)}</p>"
    found = " ".join(SAID[name] for name in ("found_chance", "found_limits", "found_training"))
    whiskers = f"<p class='eyebrow'>{CHART['whiskers']}</p>"
    return whiskers + first + f"<p>{found}</p>"


def _share(sentence: str, share: Share) -> str:
    ends = {"value": share.value, "low": share.low, "high": share.high}
    told = {name: percent(end or 0) for name, end in ends.items()}
    return sentence.format(part=share.part, whole=share.whole, **told)
