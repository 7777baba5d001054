"""The combined packs as one page to print, which loads nothing and sends nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from helpers.packs.lines import Line, answer_of, columns_of, counted_with_promises, lines
from helpers.packs.results import Combined, Told
from helpers.packs.seen import plain
from helpers.page.single_file import single_file

STYLE = """
*{box-sizing:border-box} body{margin:0;background:#fbfaf6;color:#1c2530;font:400 1.0625rem/1.6
system-ui,"Segoe UI",Roboto,sans-serif} main{max-width:46rem;margin:2.5rem auto 4rem;padding:0 1.25rem}
h1{font-size:1.9rem;line-height:1.2} h2{font-size:1.2rem;line-height:1.35;margin:2.25rem 0 .5rem}
table{border-collapse:collapse;width:100%} th,td{text-align:left;vertical-align:top;
padding:.3rem .6rem .3rem 0;border-bottom:1px solid #d9d6cc;overflow-wrap:anywhere}
tbody th{font-weight:400} td.n{font-variant-numeric:tabular-nums}
blockquote{margin:.6rem 0;padding:.2rem 0 .2rem 1rem;border-left:3px solid #d9d6cc;
white-space:pre-wrap;overflow-wrap:anywhere}
@media print{body{background:#fff;font-size:10.5pt} main{max-width:none;margin:0;padding:0}
h2{break-after:avoid} tr,blockquote{break-inside:avoid} thead{display:table-header-group}
@page{size:A4;margin:16mm}}
"""


def report_html(combined: Combined, said: Mapping[str, Any], notes: Sequence[str]) -> str:
    """
    Return everything that is shown as one HTML file.

    Parameters
    ----------
    combined : Combined
    said : mapping
        The words of this slice.
    notes : sequence of str
        Sentences for the top: how many packs, how many files were left out, the rule. Files are
        counted there and not named, since a name may be somebody's.

    Returns
    -------
    str
        The whole document. Every word that came from a pack is escaped.
    """
    title = said["report"]["title"]
    opening = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(text)}</p>" for text in notes)]
    names = said["combine"]["promises_title"], said["statuses"]
    numbers = [
        _numbers(each.asked.wording, lines(each), said)
        for each in counted_with_promises(combined, *names)
    ]
    told = [_words(each, said) for each in combined.told]
    return single_file(title, STYLE, "\n".join([*opening, *numbers, *told]))


def _numbers(title: str, told: Sequence[Line], said: Mapping[str, Any]) -> str:
    columns = columns_of(told, said)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(_line(line, len(columns) > 2, said) for line in told)
    return (
        f"<h2>{escape(plain(title))}</h2>\n<table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _line(line: Line, with_rows: bool, said: Mapping[str, Any]) -> str:
    about = [line.row] * with_rows + [answer_of(line, said)]
    cells = "".join(f'<th scope="row">{escape(plain(text))}</th>' for text in about)
    number = line.value if line.spread else line.people
    shown = escape(line.why) if number is None else f"{number:,.12g}"
    return f'<tr>{cells}<td class="n">{shown}</td></tr>'


def _words(told: Told, said: Mapping[str, Any]) -> str:
    texts = "".join(f"<blockquote>{escape(plain(text))}</blockquote>" for text in told.texts)
    count = said["combine"]["told"].format(count=len(told.texts))
    return f"<h2>{escape(plain(told.asked.wording))}</h2>\n<p>{escape(count)}</p>{texts}"
