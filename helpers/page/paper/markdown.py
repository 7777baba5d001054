"""Markdown in which somebody's own signs stay what they typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.page.paper import Run, paragraphs, plain, printable

# Signs that would be read as markup: anywhere, or only where a line begins.
_ANYWHERE = re.compile(r"[\\`*_<\[\]~|]|&(?=#?\w+;)|!(?=\[)|(?<!\w)@(?=[\w{])")
_AT_THE_START = re.compile(r"^(\s*)([#>+=-])", re.M)
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)  # four spaces would be a block of code
_BACK = re.compile(r"\\([\\`*_<\[\]~|&!#>+=.)@-])")


def escaped(text: str) -> str:
    r"""
    Return words as Markdown that shows them as they are; ``unescaped`` gives them back.

    Examples
    --------
    >>> escaped("# No heading, 2 * 3 and <b>")
    '\\# No heading, 2 \\* 3 and \\<b>'
    >>> escaped("1. one\nnext line")
    '1\\. one\\\nnext line'
    """
    told = _ANYWHERE.sub(r"\\\g<0>", printable(text))
    told = _NUMBER.sub(r"\1\\\2", told)
    told = _AT_THE_START.sub(r"\1\\\2", told)
    return told.replace("\n", "\\\n")


def unescaped(text: str) -> str:
    r"""
    Return what ``escaped`` was given.

    Examples
    --------
    >>> unescaped('1\\. one\\\nnext line')
    '1. one\nnext line'
    """
    return _BACK.sub(r"\1", text.replace("\\\n", "\n"))


def by_key(keys: Sequence[str]) -> str:
    """
    Return a citation as Pandoc reads it; the keys are those of a BibTeX file.

    Examples
    --------
    >>> by_key(["anhoej2014", "schmidtke2017"])
    '[@anhoej2014; @schmidtke2017]'
    """
    return f"[{'; '.join(f'@{key}' for key in keys)}]"


def keyed(key: str, line: str) -> str:
    """
    Return a line of a list of sources with the key by which the text cites it.

    Examples
    --------
    >>> keyed("deming1986", "Deming, W.E. (1986)")
    'deming1986: Deming, W.E. (1986)'
    """
    return f"{key}: {line}"


class MarkdownPaper:
    """
    A Markdown file. Where works are cited with their keys, it cites by them.

    Examples
    --------
    >>> paper = MarkdownPaper("One page")
    >>> paper.words("I ask *before* I answer.")
    >>> print(paper.made().decode())
    # One page
    <BLANKLINE>
    I ask \\*before\\* I answer.
    <BLANKLINE>
    """

    def __init__(self, title: str, *, size: float = 11):
        self._blocks: list[str] = []
        self.heading(title, 0)

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Write a heading; level 0 is the title."""
        self._add("#" * (level + 1) + " " + escaped(" ".join(text.split())), mark)

    def words(
        self, text: str, *, mark: str = "", after: Sequence[Run] = (), keys: Sequence[str] = ()
    ) -> None:
        """Write somebody's words, with their own breaks; ``after`` ends their last paragraph."""
        parts = [escaped(_INDENT.sub("", part).strip()) for part in paragraphs(text)]
        if not parts:
            return
        if after:
            parts[-1] += " " + (by_key(keys) if keys else escaped(plain(after)))
        self._add("\n\n".join(parts), mark)

    def line(
        self,
        runs: Sequence[Run],
        *,
        kind: str = "plain",
        mark: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        """Write one line; ``kind`` is plain, small, question, or reference."""
        told = "".join(f"*{escaped(text)}*" if slanted else escaped(text) for text, slanted in runs)
        if keys:
            told = keyed(keys[0], told) if kind == "reference" else by_key(keys)
        self._add(f"> {told}" if kind == "question" else told, mark)

    def items(self, texts: Sequence[str]) -> None:
        """Write a list of points."""
        told = (escaped(" ".join(text.split())) for text in texts)
        self._add("\n".join(f"- {text}" for text in told), "")

    def table(
        self,
        caption: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float] | None = None,
    ) -> None:
        """
        Write a table with its caption and one row of headings.

        ``shares``, how wide the columns are to each other, is for paper that has widths.
        """
        lines = [head, ["---"] * len(head), *rows]
        told = (
            [text if number == 1 else escaped(" ".join(text.split())) for text in row]
            for number, row in enumerate(lines)
        )
        table = "\n".join("| " + " | ".join(row) + " |" for row in told)
        self._add(f"{escaped(caption)}\n\n{table}", "")

    def made(self) -> bytes:
        """Return the file."""
        return ("\n\n".join(self._blocks) + "\n").encode()

    def _add(self, block: str, mark: str) -> None:
        self._blocks.append(f"<!-- kit:{mark} -->\n{block}" if mark else block)
