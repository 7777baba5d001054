"""A draft that came back: its paragraphs with their changes, comments and marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from helpers.statement.spans import Span


@dataclass(frozen=True)
class Comment:
    """What a co-writer noted beside some words."""

    said: str = field(repr=False)
    about: str = field(default="", repr=False)
    author: str = field(default="", repr=False)
    on: date | None = None


@dataclass(frozen=True)
class Paragraph:
    """
    One paragraph of a file.

    Attributes
    ----------
    marks
        The marks of the kit that stand around it, without what all of them begin with.
    after
        How the paragraph ends: an empty line, or nothing where the next one was joined to it.
    """

    spans: tuple[Span, ...] = field(repr=False)
    marks: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    end: Span = field(default=Span("\n\n"), repr=False)


def suffix(name: str) -> str:
    """
    Return the ending of a file's name, in small letters.

    Examples
    --------
    >>> suffix("Draft.DOCX"), suffix("draft")
    ('docx', '')
    """
    return name.rpartition(".")[2].lower() if "." in name else ""
