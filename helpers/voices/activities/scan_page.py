"""A scan on one page: as a preview, a Word file or a web page that prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.page import words
from helpers.page.paper import take_away
from helpers.page.past import said_day
from helpers.voices.consequences import KINDS, Row, Scan

if TYPE_CHECKING:
    from datetime import date

    from helpers.page.paper import Paper

SAID = words.load("voices")["for_whom"]
SIZE = 10  # points, so that three groups fit one page


def texts(scan: Scan) -> list[tuple[str, str]]:
    """Return every text of a scan with what it is called, to be looked through before it is shared."""
    told = [(SAID["page_change"], scan.change)]
    for row in scan.begun:
        told.append((SAID["page_group"], row.group))
        told += [(SAID["boxes"][kind], row.boxes[kind]) for kind in row.filled]
    told += [(SAID["page_watch"], scan.watch), (SAID["page_watcher"], scan.watcher)]
    return [(name, text) for name, text in told if text.strip()]


def written(
    scan: Scan, form: str, today: date, copy: Callable[[str], str] = lambda text: text
) -> bytes:
    """
    Return a scan as a file.

    Parameters
    ----------
    scan : Scan
    form : {"docx", "html"}
    today : date
    copy : callable
        What each text becomes in the file.
    """
    paper = take_away.blank(form, SAID["page_title"], SIZE)
    _write(paper, scan, today, copy)
    return paper.made()


def preview(scan: Scan, today: date) -> str:
    """Return the page as markup for the screen."""
    return take_away.preview(
        SAID["page_title"], lambda paper: _write(paper, scan, today, lambda text: text)
    )


def example(said: Mapping[str, Any]) -> str:
    """Return the invented example as markup."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(SAID['boxes'][kind])}</th>"
        + "".join(
            f"<td data-says='{escape(row['group'])}'>{escape(row[kind])}</td>"
            for row in said["rows"]
        )
        + "</tr>"
        for kind in KINDS
    )
    heads = "".join(f"<th scope='col'>{escape(row['group'])}</th>" for row in said["rows"])
    watched = "".join(
        f"<li>{SAID[f'page_{name}']}: {escape(said[name])}</li>"
        for name in ("watch", "watcher", "pause")
    )
    return (
        f"<p>{said['note']}</p><p><strong>{escape(said['change'])}</strong></p>"
        f"<table class='kit-sentences'><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><ul>{watched}</ul>"
    )


def _write(paper: Paper, scan: Scan, today: date, copy: Callable[[str], str]) -> None:
    paper.heading(SAID["page_change"], 1)
    paper.words(copy(scan.change) or SAID["page_empty"])
    for row in scan.begun:
        named = copy(row.group) or SAID["page_unnamed"]
        paper.heading(named, 1)
        paper.items([f"{name}: {text}" for name, text in _cells(row, copy)])
    watched = [(SAID["page_watch"], scan.watch), (SAID["page_watcher"], scan.watcher)]
    day = said_day(scan.pause, today) if scan.pause else ""
    watched.append((SAID["page_pause"], day))
    paper.heading(SAID["watch_title"], 1)
    paper.items([f"{name}: {copy(text) or SAID['page_empty']}" for name, text in watched])
    paper.line([(SAID["page_ask"], False)], kind="question")
    paper.line(
        [(SAID["page_written"].format(day=f"{today.day} {today:%B %Y}"), False)], kind="small"
    )


def _cells(row: Row, copy: Callable[[str], str]) -> list[tuple[str, str]]:
    return [
        (SAID["boxes"][kind], copy(row.boxes.get(kind, "")).strip() or SAID["page_empty"])
        for kind in KINDS
    ]
