"""A web page in one file, made to be printed: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from helpers.journal.export.paper import FONT
from helpers.page.look import BLUE, INK, LINE, SOFT
from helpers.page.paper import Run, paragraphs, printable
from helpers.page.single_file import single_file

_SHEET = """
@page {{ size: A4; margin: 20mm; }}
body {{ font-family: {font}, "Liberation Sans", Helvetica, sans-serif; font-size: {size}pt; line-height: 1.45; color: {ink};
  max-width: 166mm; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }}
h1, h2, h3, h4 {{ color: {blue}; line-height: 1.25; margin: 1.2em 0 .4em; break-after: avoid; }}
h1 {{ font-size: 1.9em; margin-top: 0; }} h2 {{ font-size: 1.45em; }} h3 {{ font-size: 1.2em; }}
h4 {{ font-size: 1em; }} p, li {{ margin: 0 0 .6em; white-space: pre-line; }}
.small {{ color: {soft}; font-size: .9em; }}
.question {{ color: {blue}; border-left: 3px solid {blue}; padding-left: .8em; font-style: italic; }}
.reference {{ padding-left: 1cm; text-indent: -1cm; }}
table {{ border-collapse: collapse; width: calc(100% - 1px); margin: 1em 0; }}
caption {{ text-align: left; font-weight: 600; }}
th, td {{ border: 1px solid {line}; padding: .3em .5em; text-align: left; vertical-align: top; white-space: pre-line; }}
tr {{ break-inside: avoid; }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none; line-height: 1.3; }}
  h2 {{ margin-top: .9em; }} }}
"""


class HtmlPaper:
    """
    A page of HTML that prints on A4.

    Parameters
    ----------
    size
        The size of the text, in points.
    top
        Which heading the title is: 1 on a page of its own, a lower one in a preview.

    Examples
    --------
    >>> paper = HtmlPaper("One page")
    >>> paper.words("<b>not bold</b>")
    >>> "&lt;b&gt;not bold&lt;/b&gt;" in paper.made().decode()
    True
    """

    def __init__(self, title: str, *, size: float = 11, top: int = 1):
        self._title, self._size, self._top = printable(title), size, top
        self._body: list[str] = []
        self.heading(title, 0)

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Write a heading; level 0 is the title."""
        tag = f"h{min(6, self._top + level)}"
        self._add(tag, escape(printable(text)), f"level-{level}")

    def words(
        self, text: str, *, mark: str = "", after: Sequence[Run] = (), keys: Sequence[str] = ()
    ) -> None:
        """Write somebody's words, with their own breaks; ``after`` ends their last paragraph."""
        parts = [escape(part) for part in paragraphs(text)]
        if parts and after:
            parts[-1] += " " + _runs(after)
        for part in parts:
            self._add("p", part)

    def line(
        self,
        runs: Sequence[Run],
        *,
        kind: str = "plain",
        mark: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        """Write one line; ``kind`` is plain, small, question, or reference."""
        self._add("p", _runs(runs), "" if kind == "plain" else kind)

    def items(self, texts: Sequence[str]) -> None:
        """Write a list of points."""
        points = "".join(f"<li>{escape(printable(text).strip())}</li>" for text in texts)
        self._add("ul", points)

    def table(
        self,
        caption: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float] | None = None,
    ) -> None:
        """
        Write a table with its caption and one row of headings.

        ``shares`` is how wide the columns are to each other; None for the browser's choice.
        """
        heads = "".join(f"<th scope='col'>{escape(printable(text))}</th>" for text in head)
        lines = "".join(
            "<tr>" + "".join(f"<td>{escape(printable(text))}</td>" for text in row) + "</tr>"
            for row in rows
        )
        wide = "".join(
            f"<col style='width:{100 * each / sum(shares or []):.1f}%'>" for each in shares or []
        )
        named = f"<caption>{escape(printable(caption))}</caption>" if caption else ""
        inside = f"{named}<colgroup>{wide}</colgroup><thead><tr>{heads}</tr></thead>"
        self._add("table", f"{inside}<tbody>{lines}</tbody>")

    def made(self) -> bytes:
        """Return the file."""
        look = {"font": FONT, "ink": INK, "blue": BLUE, "soft": SOFT, "line": LINE}
        sheet = _SHEET.format(size=self._size, **look)
        return single_file(self._title, sheet, self.body()).encode()

    def body(self) -> str:
        """Return what stands on the page, for a preview on another page."""
        return "\n".join(self._body)

    def _add(self, tag: str, inside: str, kind: str = "") -> None:
        named = f" class='{kind}'" if kind else ""
        self._body.append(f"<{tag}{named}>{inside}</{tag}>")


def _runs(runs: Sequence[Run]) -> str:
    return "".join(
        f"<i>{escape(printable(text))}</i>" if slanted else escape(printable(text))
        for text, slanted in runs
    )
