"""A block of words as somebody typed it: read what can be read, and name each slip in plain words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers.page import words

THREE = '"""'
# Where a part begins; a link in Markdown, [like this](address), begins none.
_HEAD = re.compile(r"^\s*(\[{1,2})\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]*\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")


@dataclass(frozen=True)
class Slip:
    """One thing to put right: on which line of the block, and what to do. ``must`` or could."""

    text: str
    line: int | None = None
    must: bool = True


@dataclass(frozen=True)
class Block:
    """What could be read of a block: its values, the slips, and the text line by line as it was read."""

    values: dict[str, Any]
    slips: tuple[Slip, ...]
    text: str


def read_block(text: str) -> Block:
    """
    Read a block, part by part where the whole cannot be read.

    A line that cannot be read is left out, so that the rest of the page can be shown.

    Examples
    --------
    >>> block = read_block('question = "Who asks?"\\nminutes = 5 or so\\n[try-it]\\ntext = "Ask."')
    >>> block.values["question"], block.values["try-it"]["text"], block.slips[0].line
    ('Who asks?', 'Ask.', 2)
    """
    text = text.replace("\r\n", "\n")
    try:
        return Block(tomllib.loads(text), (), text)
    except tomllib.TOMLDecodeError:
        pass
    read: list[str] = []
    slips: list[Slip] = []
    for first, lines in _parts(text):
        mended, slip = _mend(lines, first)
        slips += [slip] if slip else []
        try:
            tomllib.loads("\n".join([*read, *mended]))
        except tomllib.TOMLDecodeError:  # it can be read alone, so it stood here before
            slips.append(Slip(_say("twice_part", line=lines[0].strip()), first))
            mended = [""] * len(lines)
        read += mended  # as many lines as there were, so that each keeps its number
    whole = "\n".join(read)
    return Block(tomllib.loads(whole), tuple(slips), whole)


def places(text: str) -> dict[tuple, int]:
    """
    Return on which line each part and each word before an = sign stands, counted from 1.

    Examples
    --------
    >>> places('[[try-it.ask]]\\nid = "one"')
    {('try-it', 'ask', 0): 1, ('try-it', 'ask', 0, 'id'): 2}
    """
    found: dict[tuple, int] = {}
    here: tuple = ()
    seen: Counter[tuple] = Counter()
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        head, key = _HEAD.match(line), _KEY.match(line)
        if not inside and head:
            here = tuple(re.split(r"\s*\.\s*", head[2]))
            if head[1] == "[[":
                seen[here] += 1
                here = (*here, seen[here] - 1)
            found.setdefault(here, number)
        elif not inside and key:
            found.setdefault((*here, key[1]), number)
        inside ^= line.count(THREE) % 2 == 1
    return found


def _parts(text: str) -> Iterator[tuple[int, list[str]]]:
    """Cut a block before each line in square brackets; tell where each part begins."""
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if _HEAD.match(line)]
    starts = sorted({0, *heads})
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, lines[start:end]


def _mend(lines: list[str], first: int) -> tuple[list[str], Slip | None]:
    """Leave out what cannot be read; name only the first slip, since one often causes others."""
    lines, slip = list(lines), None
    for _ in range(2 * len(lines) + 2):
        try:
            tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            said = str(error)
        else:
            return lines, slip
        found = re.search(r"at line (\d+)", said)
        at = int(found[1]) - 1 if found else len(lines) - 1
        opened = _left_open(lines)
        if opened is not None and (not found or at >= len(lines)):
            slip = slip or Slip(_say("never_closed"), first + opened)
            lines = _closed(lines, opened)
            continue
        at = min(at, len(lines) - 1)
        slip = slip or Slip(_explained(said, lines[at]), first + at)
        head = _HEAD.match(lines[at]) if at == 0 else None
        whole = f"{head[1]}{head[2]}{']' * len(head[1])}" if head else ""
        lines[at] = "" if lines[at] == whole else whole
    return [""] * len(lines), slip


def _left_open(lines: list[str]) -> int | None:
    """Return the line whose three quotation marks are never closed."""
    opened = None
    for at, line in enumerate(lines):
        if line.count(THREE) % 2:
            opened = at if opened is None else None
    return opened


def _closed(lines: list[str], opened: int) -> list[str]:
    """Close the words before the next line that looks like one of the block's own."""
    later = range(opened + 1, len(lines))
    end = next((at for at in later if _KEY.match(lines[at])), len(lines))
    return [*lines[: end - 1], lines[end - 1] + THREE, *lines[end:]]


def _explained(said: str, line: str) -> str:
    """Say what is wrong with a line, from what the parser said and from what stands there."""
    value = line.partition("=")[2].strip()
    if re.search(r"=\s*\[?\s*[“”„‘’]|[“”]\s*,?\s*$", line):
        return _say("curly")
    if "twice" in said or "Cannot" in said:
        return _say("twice")
    if "Unescaped" in said:
        return _say("backslash")
    if "declaration" in said or line.lstrip().startswith("["):
        return _say("bracket")
    if "array" in said:
        return _say("list")
    if "Illegal" in said or "Unterminated" in said:
        return _say("open_end")
    if "Expected newline" in said:
        return _say("bare_number" if value[:1].isdigit() else "inner")
    if "Invalid value" in said:
        known = "capital" if value in ("True", "False", "TRUE", "FALSE") else "no_marks"
        return _say(known if value else "nothing")
    if "Expected '='" in said and "=" in line:
        return _say("spaces")
    return _say("unreadable" if "=" in line else "no_equals")


def _say(name: str, **named: object) -> str:
    return words.load("page.own")["slips"][name].format(**named)
