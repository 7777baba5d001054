"""A pack: what one person hands in, without a name, a day or anything that leads to a journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.intake import Problem
from helpers.packs.items import WITH_OPTIONS, Item
from helpers.packs.limits import LARGEST_PACK
from helpers.packs.seen import visible

FORMAT = "leading-for-improvement/pack"
VERSION = 1


@dataclass(frozen=True)
class Pack:
    """
    One person's pack.

    Attributes
    ----------
    id
        32 random hexadecimal digits. It says only whether two files are the same pack.
    items
        One for each question.
    promises
        How many promises have each status; empty where they were not ticked.
    invented
        Whether it was made from a demonstration journal.
    """

    id: str
    items: tuple[Item, ...] = field(repr=False)
    promises: Mapping[str, int] = field(default_factory=dict, repr=False)
    invented: bool = False


def written(pack: Pack) -> str:
    r"""
    Return a pack as the very text that is shown, downloaded and read again.

    Raises
    ------
    Problem
        Where it is larger than a pack may be.

    Examples
    --------
    >>> print(written(Pack("0" * 32, ())))
    {
      "format": "leading-for-improvement/pack",
      "version": 1,
      "id": "00000000000000000000000000000000",
      "answers": []
    }
    <BLANKLINE>
    """
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION, "id": pack.id}
    if pack.invented:
        content["invented"] = True
    content["answers"] = answers(pack.items)
    if pack.promises:
        content["promises"] = dict(pack.promises)
    text = visible(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"
    if len(text.encode("utf-8")) > LARGEST_PACK:
        raise Problem(
            f"This pack would be larger than {LARGEST_PACK // 1024} KB, more than can be combined. "
            "Untick the longest texts."
        )
    return text


def answers(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Return items as a pack's file holds them."""
    return [_answer(item) for item in items]


def _answer(item: Item) -> dict[str, Any]:
    asked = item.asked
    told: dict[str, Any] = {
        "question": asked.id,
        "question_version": asked.version,
        "wording": asked.wording,
        "sensitive": asked.sensitive,
        "kind": asked.kind,
    }
    if asked.kind in WITH_OPTIONS:
        told["options"] = list(asked.options)
    answer = item.answer
    told["answer"] = list(answer) if isinstance(answer, tuple) else answer
    return told
