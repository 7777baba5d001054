"""A chart as one stand-alone HTML file: picture, reading, table; it asks the network nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from helpers.page.look import CARD, FONT, INK, LINE, PAPER, SOFT, WASH
from helpers.page.single_file import single_file
from helpers.spc.export.picture import NARROW, WIDE, chart_svg
from helpers.spc.icons import assurance_icon, variation_icon
from helpers.spc.marks import POINTS, assurance_mark, kind_name, point_mark, variation_mark, words
from helpers.spc.said import (
    finding,
    limits_text,
    number_text,
    reader_table,
    remark_text,
    remarks,
    sentences,
    title,
)

if TYPE_CHECKING:
    from helpers.spc.record import Chart

STYLE = f"""
*{{box-sizing:border-box}}
body{{margin:0;background:{PAPER};color:{INK};font:400 1.0625rem/1.6 {FONT}}}
main{{max-width:60rem;margin:2.5rem auto 4rem;padding:0 1.25rem}}
h1{{font-size:1.9rem;line-height:1.2;margin:0 0 .3em}} h2{{font-size:1.25rem;margin:2.25rem 0 .5rem}}
.finding{{font-size:1.2rem;margin:0 0 1rem}} p,li{{max-width:42rem}}
.verdicts{{display:flex;flex-wrap:wrap;gap:.5rem 2rem;list-style:none;padding:0;margin:1rem 0}}
.verdicts li{{display:flex;align-items:center;gap:.6rem}} .verdicts small{{color:{SOFT};font-size:1rem}}
figure{{margin:1rem 0;background:{CARD};border:1px solid {LINE};border-radius:.5rem;padding:1rem}}
figcaption{{margin-top:.5rem}} figcaption ol,figcaption ul{{margin:.25rem 0;padding-left:1.5rem}}
.key{{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0!important}}
.narrow{{display:none}} @media screen and (max-width:40rem){{.wide{{display:none}} .narrow{{display:block}}
main{{margin-top:1.5rem}} figure{{padding:.5rem .25rem}} .verdicts li{{flex-wrap:wrap}}}}
.scroll{{overflow-x:auto}} table{{border-collapse:collapse;width:100%;font-size:.95rem}}
caption{{text-align:left;font-weight:600;padding:.3rem 0}}
th,td{{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid {LINE}}}
td.n{{text-align:right;font-variant-numeric:tabular-nums}} thead th{{background:{WASH}}}
@media print{{body{{background:#fff;font-size:10.5pt}} main{{max-width:none;margin:0;padding:0}}
figure{{border:0;padding:0}} figure,tr{{break-inside:avoid}} thead{{display:table-header-group}}
.scroll{{overflow:visible}} @page{{size:A4;margin:16mm}}}}
"""


def page_html(chart: Chart) -> str:
    """
    Return a chart as one HTML file that needs nothing else and prints well.

    Parameters
    ----------
    chart : Chart
        What ``helpers.spc.chart`` returns.

    Returns
    -------
    str
        The whole document; every text that came from a file or a person is escaped.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> "<title>Falls</title>" in page_html(chart([4, 5, 6] * 5, name="Falls"))
    True
    """
    said = words()["page"]
    rest = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences(chart)[1:])
    body = f"""<h1>{escape(title(chart))}</h1>
<p class="finding">{escape(finding(chart))}</p>
{_verdicts(chart)}
{rest}
<figure>{_pictures(chart)}{_caption(chart)}</figure>
<h2>{said["made"]}</h2>
{_how_made(chart)}
<h2>{said["numbers"]}</h2>
{_table(chart)}"""
    return single_file(title(chart), STYLE, body)


def _verdicts(chart: Chart) -> str:
    variation, assurance = variation_mark(chart.variation), assurance_mark(chart.assurance)
    items = [(variation_icon(chart.variation, with_word=True), variation.says)]
    if chart.assurance:
        items.append((assurance_icon(chart.assurance, with_word=True), assurance.says))
    rows = "".join(f"<li>{icon} <small>{escape(says)}</small></li>" for icon, says in items)
    return f'<ul class="verdicts">{rows}</ul>'


def _pictures(chart: Chart) -> str:
    """Draw the chart for wide and for narrow screens; the style shows one of them."""
    alt = f"{title(chart)}. {finding(chart)}"
    sizes = {"wide": WIDE, "narrow": NARROW}
    return "".join(
        f'<div class="{name}">{chart_svg(chart, alt, size)}</div>' for name, size in sizes.items()
    )


def _caption(chart: Chart) -> str:
    """Write what the marks mean and, by number, what happened when."""
    seen, said, glyphs = set(chart.points["verdict"]), words()["points"], words()["glyphs"]
    marks = [(point_mark(name), said[name]) for name in POINTS if name in seen and name != "common"]
    key = "".join(
        f'<li><b style="color:{mark.colour}">{glyphs[mark.shape]} {mark.letter}</b> {word}</li>'
        for mark, word in marks
    )
    if not chart.points["included"].all():
        key += f"<li>{glyphs['circle-open']} {said['excluded']}</li>"
    notes = "".join(f"<li>{escape(remark_text(chart, note))}</li>" for note in remarks(chart))
    lists = f'<ul class="key">{key}</ul>' * bool(key) + f"<ol>{notes}</ol>" * bool(notes)
    return f"<figcaption>{lists}</figcaption>" if lists else ""


def _how_made(chart: Chart) -> str:
    rules = chart.rules
    items = [
        f"{kind_name(chart.kind)}.",
        limits_text(chart),
        f"{words()['page']['rules']} {rules.title}. {rules.description}",
        *chart.notes,
    ]
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items if item)}</ul>"


def _table(chart: Chart) -> str:
    table, texts = reader_table(chart), []
    heads = "".join(f'<th scope="col">{escape(str(head))}</th>' for head in table.columns)
    for first, *rest in table.itertuples(index=False):
        cells = "".join(_cell(item) for item in rest)
        texts.append(f'<tr><th scope="row">{escape(str(first))}</th>{cells}</tr>')
    caption = f"<caption>{escape(title(chart))}</caption>"
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{words()["page"]["numbers"]}">'
        f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{''.join(texts)}</tbody></table></div>"
    )


def _cell(item: object) -> str:
    if isinstance(item, int | float):
        text = f"{item:,.12g}" if item == item else number_text(float("nan"))
        return f'<td class="n">{text}</td>'
    return f"<td>{escape(str(item))}</td>"
