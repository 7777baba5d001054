"""Preview: the first rows of a table as they stand in the file, with nobody named."""

from __future__ import annotations

from html import escape

from helpers.intake.columns import SAMPLE
from helpers.intake.names import identifies, letters, looks_like_people
from helpers.intake.sheets import Sheet
from helpers.page import words

SAID = words.load("page.own_file")["preview"]
ROWS = 5
LONG = 40  # characters of a cell that are enough to know it by


def first_rows(sheet: Sheet) -> str:
    """
    Return the first rows as an HTML table, and what was done to read them.

    Names of people become letters, and what identifies a person is not shown.

    Examples
    --------
    >>> from helpers.intake.sheets import read_pasted
    >>> "Dr Ash" in first_rows(read_pasted("Month\\tWho\\nJan 2026\\tDr Ash\\nFeb 2026\\tDr Elm"))
    False
    """
    name = escape(sheet.filename)
    columns = {str(column): _cells(sheet, str(column)) for column in sheet.table}
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    rows = zip(*columns.values(), strict=True)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<h3 style='margin:0'>{SAID['title']}</h3><p>{SAID['confirm'].format(name=f'<b>{name}</b>')}</p>"
        f"<p><b>{SAID['rows']}</b></p>"
        f'<div class="kit-scroll" tabindex="0" role="region" aria-label="{SAID["rows"]}"><table>'
        f"<thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>{told(sheet.notes)}"
    )


def told(notes: tuple[str, ...], title: str = "") -> str:
    """
    Return notes as a list under a title; nothing where there are none.

    Examples
    --------
    >>> told(("Skipped 1 blank row.",), "Notes")
    '<p><b>Notes</b></p><ul><li>Skipped 1 blank row.</li></ul>'
    """
    items = "".join(f"<li>{escape(note)}</li>" for note in dict.fromkeys(notes))
    return f"<p><b>{title or SAID['notes']}</b></p><ul>{items}</ul>" if items else ""


def _cells(sheet: Sheet, column: str) -> list[str]:
    cells = sheet.table[column].head(SAMPLE)
    if identifies(cells, column):
        return [SAID["hidden"]] * min(ROWS, len(cells))
    if looks_like_people(cells, column):
        cells = letters(cells)
    return [escape(_short(cell)) for cell in cells.head(ROWS)]


def _short(cell: object) -> str:
    text = f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else str(cell)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
