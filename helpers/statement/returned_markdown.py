"""A Markdown file that came back: its paragraphs by their marks, and its comments."""

from __future__ import annotations

import re
from collections.abc import Callable

from helpers.intake import Problem
from helpers.statement.returned import Comment, Paragraph
from helpers.statement.spans import Span
from helpers.statement.word_parts import KEPT

LARGEST = 2 * 1024**2  # bytes; a long book
_MARK = re.compile(r"<!--[ \t]*kit:(\w{1,60})[ \t]*-->")


def read_markdown(data: bytes, name: str, unescaped: Callable[[str], str] = str) -> list[Paragraph]:
    """
    Return the paragraphs of a Markdown file.

    Parameters
    ----------
    unescaped
        Turns Markdown back to plain words, one paragraph at a time.

    Raises
    ------
    Problem
        The file is empty, too large, or no text.

    Examples
    --------
    >>> [one] = read_markdown(b"<!-- kit:p_1 -->\\nI ask. <!-- Why? -->", "draft.md")
    >>> one.marks, one.spans[0].text, one.comments[0].said
    (('p_1',), 'I ask.', 'Why?')
    """
    text = _text(data, name)
    found: list[Paragraph] = []
    mark = ""
    for block in re.split(r"\n[ \t]*\n", _apart(text)):
        if marked := _MARK.fullmatch(block.strip()):
            mark = marked[1]
            continue
        words, comments = _parted(block)
        heading = re.match(r"#{1,6}[ \t]+", words)
        if heading or (words.startswith(">") and mark.startswith("own")):
            words = re.sub(r"^(#{1,6}|>)[ \t]*", "", words)
        if heading and not mark.startswith("own"):
            mark = ""
        if words or comments:
            spans = (Span(unescaped(_plain(words, mark))),) if words else ()
            found.append(Paragraph(spans, (mark,) if mark else (), comments))
        if mark.startswith("own"):  # the kit's own lines are one paragraph each
            mark = ""
    return found


def _parted(block: str) -> tuple[str, tuple[Comment, ...]]:
    """Part the words of a block from the comments in it, which stand between <!-- and -->."""
    words, said, at = [], [], 0
    while (start := block.find("<!--", at)) >= 0 and (end := block.find("-->", start)) >= 0:
        words.append(block[at:start])
        said.append(block[start + 4 : end].strip())
        at = end + 3
    words.append(block[at:])
    return "".join(words).strip(), tuple(Comment(each) for each in said if each)


def _apart(text: str) -> str:
    """Put each mark of the kit on a paragraph of its own, wherever an editor left it."""
    return _MARK.sub(lambda mark: f"\n\n{mark[0]}\n\n", text)


def _plain(words: str, mark: str) -> str:
    # the kit's own lines may hold slanted titles; a person's signs are escaped
    return re.sub(r"(?<!\\)\*", "", words) if mark.startswith("own") else words


def _text(data: bytes, name: str) -> str:
    if not data.strip():
        raise Problem(f"'{name}' is empty. Choose the file that your co-writer sent. {KEPT}")
    if len(data) > LARGEST:
        raise Problem(f"'{name}' is longer than a book. Choose the draft itself. {KEPT}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            f"'{name}' is not plain text. Save it as UTF-8 text with the ending .md. {KEPT}"
        ) from error
    if "\0" in text:
        raise Problem(f"'{name}' is not plain text. Choose a .docx or a .md file. {KEPT}")
    return re.sub("\r\n?", "\n", text)
