"""How a promise is told on a page; every word of a person is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from helpers.journal.if_then import IfThen, spoken
from helpers.page import words
from helpers.page.listed import listed

if TYPE_CHECKING:
    from datetime import date, datetime

    from helpers.journal import Commitment
    from helpers.journal.records import Review

SAID = words.load("page")["kept"]
ANSWERS: dict[str, str] = words.load("page")["look_back"]["answers"]
HISTORY = words.load("page")["look_back"]
STRONGER = ("obstacle", "first_step", "buddy")


def sentence(promise: Commitment) -> str:
    """Return the promise itself."""
    return escape(IfThen(promise.if_, promise.then, promise.by).sentence)


def local(at: datetime) -> str:
    """Say the day of a moment, where the reader is."""
    return spoken(at.astimezone().date())


def whole(promise: Commitment, today: date) -> str:
    """Return the promise with all that makes it stronger, and its days."""
    more = [(name, getattr(promise, name)) for name in STRONGER]
    lines = [SAID[name].format(words=escape(text)) for name, text in more if text]
    listed = f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
    return f"<p><strong>{sentence(promise)}</strong></p>{listed}{days(promise, today)}"


def days(promise: Commitment, today: date) -> str:
    """Say when a promise was made, and when it is to be looked back at."""
    ahead = [spoken(day) for day in promise.look_backs if day >= today]
    made = SAID["made"].format(day=local(promise.created))
    if promise.finished:
        return f"<p class='eyebrow'>{made}</p>"
    said = SAID["look_backs"].format(days=listed(ahead)) if ahead else SAID["no_look_back"]
    return f"<p class='eyebrow'>{made} {said}</p>"


def history(promise: Commitment) -> str:
    """Return what was said about a promise, oldest first."""
    said = [review for review in promise.reviews if review.status != "taken_back"]
    lines = "".join(f"<li>{_said(review)}</li>" for review in said)
    return f"<ul>{lines}</ul>" if lines else ""


def last(promise: Commitment) -> str:
    """Return what was said about a promise last."""
    return _said(promise.reviews[-1]) if promise.reviews else ""


def _said(review: Review) -> str:
    form = HISTORY["because"] if review.note else HISTORY["said_on"]
    answer = ANSWERS[review.status].lower()
    return form.format(day=local(review.at), answer=answer, note=escape(review.note))
