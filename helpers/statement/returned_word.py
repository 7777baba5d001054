"""A Word file that came back: its paragraphs, tracked changes and comments, read and never run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from helpers.intake import Problem
from helpers.statement.returned import Comment, Paragraph
from helpers.statement.spans import Span, joined
from helpers.statement.word_parts import KEPT, read_parts

MARK = "_kit_"  # how the names of the kit's bookmarks begin
MOST_LETTERS = 2_000_000  # of one file; a long book
MOST_OPEN = 20  # marks, or comments, around the same letter; honest files have one or two
_CHANGES = {"ins": "added", "moveTo": "added", "del": "removed", "moveFrom": "removed"}
_SKIPPED = {"Fallback", "txbxContent", "instrText", "delInstrText"}
_LETTERS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read_word(data: bytes, name: str) -> list[Paragraph]:
    """
    Return the paragraphs of a Word file, in order, with what was changed in them.

    Raises
    ------
    Problem
        The file cannot be read, for one of the reasons told by ``read_parts``.
    """
    text, comments = read_parts(data, name)
    ended = {_get(node, "id") for node in text.iter("{*}bookmarkEnd")}
    reader = _Reader(_comments(comments), ended)
    for happens, node in _walk(text):
        reader.take(happens, _local(node), node)
        if reader.letters > MOST_LETTERS:
            raise Problem(f"'{name}' is longer than a book. Choose the draft itself. {KEPT}")
    return reader.finished()


@dataclass
class _Open:
    """The paragraph that is being read."""

    spans: list[Span] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    end: Span = field(default_factory=lambda: Span("\n\n"))


class _Reader:
    """Reads one file from top to bottom; keeps which marks, changes and comments are open."""

    def __init__(self, comments: dict[str, Comment], ended: set[str]):
        self._known, self._noted = comments, set[str]()
        self._ended = ended  # a mark that never ends holds for its own paragraph
        self._said: list[tuple[str, list[str]]] = []  # a comment's number, what it is about
        self._paragraphs: list[_Open] = []
        self._marks: dict[str, str] = {}
        self._about: dict[str, int] = {}
        self._changes: list[tuple[str, Any]] = []
        self.letters = 0

    def take(self, happens: str, what: str, node: Any) -> None:
        """Take in the beginning or the end of one element."""
        if what in _CHANGES:
            self._change(happens, what, node)
        elif happens == "end":
            return
        elif what == "p":
            self._marks = {n: name for n, name in self._marks.items() if n in self._ended}
            self._paragraphs.append(_Open())
        elif what == "bookmarkStart":
            self._begin_mark(node)
        elif what == "bookmarkEnd":
            self._marks.pop(_get(node, "id"), None)
        elif what == "commentRangeStart":
            self._begin_comment(_get(node, "id"))
        elif what == "commentRangeEnd":
            self._about.pop(_get(node, "id"), None)
        elif what == "commentReference" and _get(node, "id") not in self._noted:
            self._begin_comment(_get(node, "id"))
            self._about.pop(_get(node, "id"), None)
        elif what in ("t", "delText"):
            self._text(node.text or "")
        elif what in _LETTERS and _local(node.getparent()) == "r":
            self._text(_LETTERS[what])

    def finished(self) -> list[Paragraph]:
        """Return what was read."""
        return [
            Paragraph(
                joined(each.spans),
                tuple(dict.fromkeys(each.marks)),
                tuple(self._comment(number) for number in each.comments),
                each.end,
            )
            for each in self._paragraphs
        ]

    def _change(self, happens: str, what: str, node: Any) -> None:
        if _local(node.getparent()) == "rPr":  # the end of the paragraph itself was changed
            if happens == "start" and self._paragraphs:
                self._paragraphs[-1].end = self._span("\n\n", [(what, node)])
        elif happens == "start":
            self._changes.append((what, node))
        else:
            self._changes.pop()

    def _begin_mark(self, node: Any) -> None:
        name = _get(node, "name")
        if name.startswith(MARK) and len(self._marks) < MOST_OPEN:
            # some programs begin a mark anew in each paragraph, and end it once
            for number in [n for n, each in self._marks.items() if each == name]:
                del self._marks[number]
            self._marks[_get(node, "id")] = name

    def _begin_comment(self, number: str) -> None:
        if number in self._known and self._paragraphs and number not in self._noted:
            self._noted.add(number)
            if len(self._about) < MOST_OPEN:
                self._about[number] = len(self._said)
            self._paragraphs[-1].comments.append(len(self._said))
            self._said.append((number, []))

    def _comment(self, place: int) -> Comment:
        number, about = self._said[place]
        known = self._known[number]
        return Comment(known.said, "".join(about).strip(), known.author, known.on)

    def _text(self, text: str) -> None:
        if not self._paragraphs or not text:
            return
        self.letters += len(text)
        here, span = self._paragraphs[-1], self._span(text, self._changes)
        here.marks.extend(name.removeprefix(MARK) for name in self._marks.values())
        here.spans.append(span)
        if span.how != "removed":
            for place in self._about.values():
                self._said[place][1].append(text)

    def _span(self, text: str, changes: list[tuple[str, Any]]) -> Span:
        how = {_CHANGES[what] for what, _node in changes}
        if len(how) == 2:  # added by one person and removed by another: never there, and gone
            return Span("")
        if not how:
            return Span(text)
        node = changes[-1][1]
        return Span(text, how.pop(), _get(node, "author"), _day(_get(node, "date")))  # type: ignore[arg-type]


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield each element where it begins and where it ends, without what is not the text."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for happens, node in walk:
        if not isinstance(node.tag, str):
            continue
        if happens == "start" and _local(node) in _SKIPPED:
            walk.skip_subtree()
            continue
        yield happens, node


def _comments(root: Any | None) -> dict[str, Comment]:
    found: dict[str, Comment] = {}
    for node in root if root is not None else ():
        if not isinstance(node.tag, str) or _local(node) != "comment":
            continue
        said = [
            "".join(each.text or "" for each in line.iter() if _local(each) == "t")
            for line in node.iter()
            if _local(line) == "p"
        ]
        text = "\n".join(said).strip()
        found[_get(node, "id")] = Comment(text, "", _get(node, "author"), _day(_get(node, "date")))
    return found


def _local(node: Any) -> str:
    tag = node.tag if node is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _get(node: Any, name: str) -> str:
    """Return an attribute, whichever of Word's two name spaces it is in."""
    return next((value for key, value in node.attrib.items() if key.endswith(f"}}{name}")), "")


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None
