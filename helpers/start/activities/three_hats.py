"""Three hats: put what leaders do under the hat it belongs to, and see what only one hat holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers import evidence
from helpers.page import words
from helpers.page.cards import Cards
from helpers.page.layout import Activity, reveal, stack
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.start.days import said as said_day
from helpers.start.days import when
from helpers.start.hats import changed, last_of_each_day, piles

if TYPE_CHECKING:
    from helpers.journal import Journal

WORDS = words.load("start")
SAID = WORDS["hats"]
TEXTS = {card["id"]: card["text"] for card in WORDS["card"]}


def core_cards() -> list[str]:
    """Return the ids of the twelve cards of the core."""
    return [card["id"] for card in WORDS["card"] if card["core"]]


class ThreeHats(Activity):
    """Place the twelve cards, or all 36; a later placing stands beside the earlier one."""

    def __init__(
        self,
        journal: Journal | None = None,
        *,
        core: bool = True,
        today: Callable[[], date] = date.today,
    ):
        self._core, self._given, self._today = core, journal, today
        self._ids = core_cards() if core else list(TEXTS)
        name = "hats" if core else "all_hats"
        self._kept = words.prompt("start", f"{name}_kept")
        self.cards = Cards(
            "",
            SAID["names"],
            [_face(card) for card in WORDS["card"] if card["id"] in self._ids],
            SAID["table"],
            **words.question("start", name, journal),
        )
        self.said, self.shown = Markup(live=True), stack()
        self.piles, self.beside = Markup(), Told(self._beside)
        scene = SAID["scene"] if core else SAID["scene_all"]
        super().__init__(
            Markup(f"<p>{scene}</p><p>{SAID['no_key']}</p>"),
            self.cards,
            Button(SAID["button"], self.reveal),
            self.said,
            self.shown,
            self.beside,
        )
        self.cards.observe(self._on_cards, "value")

    @property
    def placed(self) -> dict[str, str]:
        """Which card lies under which hat."""
        return {card: hat for card, hat in (self.cards.value or {}).items() if card in self._ids}

    def reveal(self) -> None:
        """Show what only one hat holds, and keep this placing with its date."""
        if not self.placed:
            self.said.html = f"<p>{SAID['nothing']}</p>"
            return
        kept = self._keep()
        self.said.html = f"<p>{SAID['kept']}</p>" if kept else ""
        self.piles.html = self._told()
        reveal(self.shown, self.piles, *self._questions())
        self.beside.refresh()

    def begin(self) -> None:
        """Clear the table; what was placed is kept with its date."""
        self.cards.answer({})
        self.shown.children = ()
        self.said.html = f"<p>{SAID['again_said']}</p>"

    def _keep(self) -> bool:
        journal = self.cards.journal
        before = journal.audits(self._kept.id)
        if before and before[-1].answers == self.placed:
            return False
        journal.write_audit(self._kept, self.placed)
        return True

    def _questions(self) -> list:
        again = Button(SAID["again"], self.begin, quiet=True)
        if not self._core:  # its two questions stand with the twelve; here the group talks
            return [Markup(f"<p>{SAID['group']}</p>"), again]
        asks = [ask("start", name, journal=self._given) for name in ("special", "label")]
        return [*asks, again]

    def _on_cards(self, _change) -> None:
        if not self.placed:  # begun anew, or deleted
            self.shown.children, self.said.html = (), ""
        elif self.shown.children:
            self.piles.html = self._told()

    def _told(self) -> str:
        """Tell the three hats and what needs more than one, in the reader's own placing."""
        lie = piles(self.placed, self._ids)
        left = len(self._ids) - len(self.placed)
        single = "".join(
            _pile(SAID["only"].format(hat=_low(SAID["names"][hat])), lie[hat])
            for hat in ("leadership", "improvement", "technical")
        )
        several = _pile(SAID["names"]["several"], lie["several"])
        look = SAID["look" if lie["improvement"] else "look_none"]
        rest = "".join(f"<p class='eyebrow'>{part}</p>" for part in _unplaced(left))
        return f"<div class='kit-three kit-wide'>{single}</div>{several}{rest}<p>{look}</p>"

    def _beside(self) -> str:
        audits = self.cards.journal.audits(self._kept.id)
        days = last_of_each_day((one.at.astimezone().date(), one.answers) for one in audits)
        if len(days) < 2:
            return ""
        (first, then), (last, now) = days[0], days[-1]
        change = changed(then, now, self._ids)
        today = self._today()
        told = SAID["beside" if change.moves else "beside_same"].format(
            then=when(first, today), both=change.both, same=change.both - len(change.moves)
        )
        head = f"<h3>{SAID['now']}</h3><p>{told}</p>"
        if not change.moves:
            return head
        named = [
            name.format(then=said_day(first, today), now=said_day(last, today))
            for name in SAID["columns"]
        ]
        columns = "".join(f"<th scope='col'>{name}</th>" for name in named)
        rows = "".join(
            f"<tr><th scope='row'>{escape(TEXTS[move.card])}</th>"
            f"<td data-says='{named[1]}'>{SAID['names'][move.then]}</td>"
            f"<td data-says='{named[2]}'>{SAID['names'][move.now]}</td></tr>"
            for move in change.moves
        )
        return (
            f"{head}<table class='kit-sentences'><thead><tr>{columns}</tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


def _face(card: dict) -> dict[str, str]:
    """Return a card as the table shows it; what is known stands folded, and places nothing."""
    text, known = escape(card["text"]), f"<p class='eyebrow'>{SAID['wording']}</p>"
    if "fact" in card:
        fact = evidence.card_html(evidence.fact(card["fact"]))
        known = (
            f"<details><summary>{SAID['known']}</summary>"
            f"<p class='eyebrow'>{SAID['known_wording']}</p>{fact}</details>"
        )
    return {"id": card["id"], "label": card["text"], "html": f"<p>{text}</p>{known}"}


def _pile(title: str, cards: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(TEXTS[card])}</li>" for card in cards)
    held = f"<ul>{items}</ul>" if items else f"<p class='eyebrow'>{SAID['empty']}</p>"
    return f"<section class='kit-card'><h4>{title}</h4>{held}</section>"


def _unplaced(count: int) -> list[str]:
    return [SAID["unplaced"]["one" if count == 1 else "many"].format(count=count)] if count else []


def _low(name: str) -> str:
    return name[0].lower() + name[1:]
