"""The combined packs as a table that a spreadsheet opens well, and runs nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from helpers.packs.lines import answer_of, counted_with_promises, lines
from helpers.packs.results import Combined
from helpers.packs.seen import plain

# What a spreadsheet would run: the signs of a formula, also in their wide Asian form.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def report_csv(combined: Combined, said: Mapping[str, Any]) -> bytes:
    r"""
    Return every number that is shown, and every text, as CSV.

    Parameters
    ----------
    combined : Combined
    said : mapping
        The words of this slice.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, so that Excel reads accents; one line for each answer.
        A text that a spreadsheet would run as a formula gets a quote.

    Examples
    --------
    >>> from helpers.packs.items import Asked
    >>> from helpers.packs.results import Told
    >>> asked = Asked("voices.word", 1, "One word?", "text")
    >>> said = {"columns": ["Question", "About", "Answer", "People", "Value", "Why"]}
    >>> told = Combined(5, told=(Told(asked, ("=1+1", "calm")),))
    >>> print(report_csv(told, {"report": said}).decode("utf-8-sig").replace("\r", ""))
    Question,About,Answer,People,Value,Why
    One word?,,'=1+1,,,
    One word?,,calm,,,
    <BLANKLINE>
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(said["report"]["columns"])
    writer.writerows(_numbers(combined, said))
    for told in combined.told:
        question = harmless(told.asked.wording)
        writer.writerows([question, "", harmless(text), "", "", ""] for text in told.texts)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """
    Put a quote before a text that a spreadsheet would run; leave the rest.

    Examples
    --------
    >>> harmless("=1+1"), harmless("  @SUM(A1)"), harmless("2 = two"), harmless("")
    ("'=1+1", "'  @SUM(A1)", '2 = two', '')
    """
    shown = plain(text)
    risky = shown.startswith(FORMULA) or shown.lstrip().startswith(FORMULA)
    return f"'{shown}" if risky else shown


def _numbers(combined: Combined, said: Mapping[str, Any]) -> Iterator[list[Any]]:
    if not combined.counted and not combined.promises:
        return
    title = said["combine"]["promises_title"]
    for counted in counted_with_promises(combined, title, said["statuses"]):
        for line in lines(counted):
            words = (counted.asked.wording, line.row, answer_of(line, said))
            yield [*map(harmless, words), line.people, line.value, line.why]
