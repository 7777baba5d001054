"""The markup of one row: folded to its first words, or opened with its versions and tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from helpers.journal.if_then import spoken
from helpers.page import words
from helpers.page.my_journal import labels
from helpers.page.my_journal.changes import marked, sentence
from helpers.page.my_journal.counted import one
from helpers.page.my_journal.items import Item
from helpers.page.my_journal.readable import day, moment, said
from helpers.page.my_journal.search import Hit
from helpers.page.my_journal.shelf import Row

if TYPE_CHECKING:
    from helpers.journal import Version

SAID = words.load("page.my_journal")["read"]
OPEN, ASK = SAID["open"], SAID["ask"]
PREVIEW, BEFORE = 220, 60  # characters shown of a folded answer, and before the first word found
LINES = 3  # of them at most
FEW = 5  # versions shown at first
TOP = 4  # the level of a row's heading, where no other stands above it


@dataclass(frozen=True)
class Opened:
    """What is open in the list: a row, all its versions or a few, and what is asked about."""

    key: str
    all: bool = False
    asking: str | None = None  # "" for the whole answer, or the id of a version
    level: int = TOP  # of its heading


def group(reflection: str) -> Row:
    """Return the heading above the answers of one reflection."""
    return Row(f"reflection:{reflection}", f"<h4>{escape(labels.title(reflection))}</h4>")


def folded(hit: Hit, terms: Sequence[str], level: int = TOP) -> Row:
    """Return a row with its question, its date and the first of its words."""
    head = _head(hit.item, "false", level)
    return Row(hit.item.key, head + _preview(hit, terms) + _small(hit.item))


def opened(item: Item, versions: Sequence[Version], tags: Sequence[str], state: Opened) -> Row:
    """Return a row with all that can be read of it and done with it; ``tags`` are those in use."""
    parts = [_head(item, "true", state.level)]
    if item.sealed:
        parts.append(f"<p>{_sealed(item)} {SAID['sealed_export']}</p>")
    elif item.kind == "entry":
        inner = f"h{state.level + 1}"
        parts += [_quoted(item.words), _came(item, versions[-1]), _tags(item, tags, inner)]
        parts.append(_versions(item, versions, state, inner))
    else:
        parts.append(_quoted(item.words))
    parts.append(_delete(item, state))
    return Row(item.key, f"<div class='kit-open'>{''.join(parts)}</div>")


def _head(item: Item, unfolded: str, level: int) -> str:
    # below the heading of its reflection, a row need not name it again
    where = day(item.at) if level > TOP else f"{day(item.at)} · {_title(item)}"
    return (
        f"<h{level}><button type='button' class='kit-rowhead' data-act='open' "
        f"aria-expanded='{unfolded}'>{escape(item.wording)}</button></h{level}>"
        f"<p class='eyebrow'>{where}</p>"
    )


def _title(item: Item) -> str:
    return escape(labels.title(item.reflection))


def _preview(hit: Hit, terms: Sequence[str]) -> str:
    item = hit.item
    if item.sealed:
        return f"<p>{_sealed(item)}</p>"
    if hit.then:
        told = SAID["earlier"].format(moment=moment(hit.then))
        return f"<p><span class='eyebrow'>{told}</span> {_found(hit.old, terms)}</p>"
    if not item.words.strip():
        return f"<p class='eyebrow'>{SAID['nothing' if item.count > 1 else 'nothing_one']}</p>"
    return f"<p class='kit-preview'>{_found(item.words, terms)}</p>"


def _sealed(item: Item) -> str:
    return SAID["sealed"].format(day=spoken(item.sealed)) if item.sealed else ""


def _found(text: str, terms: Sequence[str]) -> str:
    """Return the piece of a text that holds the first word found, with every found word marked."""
    found = re.compile("|".join(re.escape(term) for term in terms), re.I) if terms else None
    first = found.search(text) if found else None
    start = max(0, first.start() - BEFORE) if first else 0
    piece, cut = _cut(text[start:], len(text) if first else LINES)
    shown = found.sub("\0\\g<0>\1", piece) if found else piece
    shown = escape(shown).replace("\0", "<mark>").replace("\1", "</mark>")
    return f"{'… ' if start else ''}{shown}{' …' if cut else ''}"


def _cut(text: str, most: int) -> tuple[str, bool]:
    """
    Return the first lines of a text, cut between words, and whether anything was cut.

    Examples
    --------
    >>> _cut("If it rains, then I will ask.\\n\\nDone on 3 May 2026.\\nWhy?", 2)
    ('If it rains, then I will ask.\\nDone on 3 May 2026', True)
    """
    cut = len(text) > PREVIEW
    piece = re.sub(r"\S+$", "", text[:PREVIEW]) or text[:PREVIEW] if cut else text
    lines = [line for line in piece.splitlines() if line.strip()]
    cut = cut or len(lines) > most
    kept = "\n".join(lines[:most])
    return (kept.rstrip(" .,;:–\n") if cut else kept), cut  # no full stop before the dots


def _small(item: Item) -> str:
    told = [f"<span class='tag'>{escape(tag)}</span>" for tag in item.tags]
    if item.count > 1 and not item.sealed:
        told.append(f"<span class='eyebrow'>{one('version', item.count)}</span>")
    before = f"<span class='visually-hidden'>{SAID['tags']}</span> " if item.tags else ""
    return f"<p class='kit-small'>{before}{' '.join(told)}</p>" if told else ""


def _quoted(text: str) -> str:
    shown = escape(text) if text.strip() else f"<em>{SAID['nothing_one']}</em>"
    return f"<blockquote>{shown}</blockquote>"


def _came(item: Item, version: Version) -> str:
    told = item.came.get(version.id, "")
    return f"<p>{escape(told)}</p>" if told else ""


def _tags(item: Item, known: Sequence[str], heading: str) -> str:
    each = "".join(
        f"<li><span class='tag'>{escape(tag)}</span>"
        + _button("untag", "×", part=tag, label=OPEN["untag"].format(tag=tag))
        + "</li>"
        for tag in item.tags
    )
    shown = f"<ul class='kit-tags'>{each}</ul>" if each else f"<p>{OPEN['no_tags']}</p>"
    field = re.sub(r"\W", "-", f"tag-{item.key}")
    choices = "".join(f"<option value='{escape(tag)}'>" for tag in known if tag not in item.tags)
    return (
        f"<{heading}>{OPEN['tags']}</{heading}>{shown}<form data-act='tag' class='kit-tagform'>"
        f"<label for='{field}'>{OPEN['tag_label']}</label>"
        f"<input id='{field}' name='value' list='{field}-known' maxlength='60' autocomplete='off'>"
        f"<datalist id='{field}-known'>{choices}</datalist>"
        f"<button type='submit' class='kit-quiet'>{OPEN['tag_button']}</button></form>"
    )


def _versions(item: Item, versions: Sequence[Version], state: Opened, heading: str) -> str:
    if len(versions) == 1:
        told = OPEN["one_version"].format(moment=moment(versions[0].at))
        return f"<p class='eyebrow'>{told}</p>"
    newest = list(enumerate(versions))[::-1]
    shown = newest if state.all else newest[:FEW]
    rest = len(newest) - len(shown)
    items = "".join(_version(item, versions, place, state) for place, _ in shown)
    more = _button("older", OPEN["older"].format(n=rest)) if rest else ""
    marks = "<ins>" in items or "<del>" in items
    explained = f"<p class='eyebrow'>{OPEN['changed']}</p>" if marks else ""
    return (
        f"<{heading}>{OPEN['versions']}</{heading}>{explained}"
        f"<ol class='kit-versions' reversed>{items}</ol>{more}"
    )


def _version(item: Item, versions: Sequence[Version], place: int, state: Opened) -> str:
    one_of, last = versions[place], len(versions) - 1
    before = versions[place - 1] if place else None
    shown = marked(before, one_of) if before else escape(said(one_of))
    told = f"<p class='eyebrow'>{escape(sentence(before, one_of))}</p>" if before else ""
    which = {last: f" ({OPEN['newest']})", 0: f" ({OPEN['first']})"}.get(place, "")
    at, part = moment(one_of.at), str(one_of.id)
    acts = "" if place == last else _button("restore", OPEN["restore"], part=part, about=at)
    acts += _button("ask", OPEN["delete_version"], part=part, about=at)
    if state.asking == part:
        asked = [ASK["version"].format(moment=at)]
        asked += [ASK["newest"]] if place == last else []
        acts = _asked(asked, part)
    shown = shown if shown.strip() else f"<em>{SAID['nothing_one']}</em>"
    # the newest stands above already: it is told once more only to mark what changed
    again = place == last and "<ins>" not in shown and "<del>" not in shown
    quoted = "" if again else f"<blockquote>{shown}</blockquote>"
    quoted += "" if place == last else _came(item, one_of)  # the newest one's stands above
    return f"<li><p class='name'>{at}{which}</p>{told}{quoted}{acts}</li>"


def _delete(item: Item, state: Opened) -> str:
    if state.asking != "":
        return f"<p>{_button('ask', OPEN[f'delete_{item.kind}'], about=item.wording)}</p>"
    asked = [ASK[item.kind].format(count=one("version", item.count))]
    asked += [ASK["sealed"]] if item.sealed else []
    return _asked(asked, "")


def _asked(sentences: list[str], part: str) -> str:
    told = f"<p>{' '.join(sentences)}</p>"
    no = _button("keep", ASK["no"], part=part, kind="kit-button")  # the safe one first, and filled
    yes = _button("delete", ASK["yes"], part=part, kind="kit-quiet")
    group = f"class='kit-card kit-asked' role='group' aria-label='{ASK['group']}'"
    return f"<div {group}>{told}{no}{yes}</div>"


def _button(
    act: str, text: str, *, part: str = "", about: str = "", label: str = "", kind: str = "kit-link"
) -> str:
    spoken_as = label or f"{text}: {about}"  # begins with what is seen, so that it can be said
    named = f" aria-label='{escape(spoken_as)}'" if label or about else ""
    return (
        f"<button type='button' class='{kind}' data-act='{act}' data-part='{escape(part)}'{named}>"
        f"{escape(text)}</button>"
    )
