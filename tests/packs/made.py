"""Packs for the tests, all invented."""

import json

from helpers.packs.items import Asked, Item
from helpers.packs.pack import Pack, written

STANCE = Asked("voices.stance", 1, "Who is asked first?", "choice", ("Staff", "Patients", "Nobody"))
ASKED_FOR = Asked("voices.asked", 2, "What do you ask for?", "ticks", ("A date", "A badge"))
MARKS = Asked("voices.marks", 1, "What would you do?", "marks", ("Praise", "Act"))
CHARTS = Asked("voices.charts", 1, "How many charts?", "number")
AUDIT = Asked("voices.audit", 1, "What did you count?", "numbers")
WORD = Asked("voices.word", 1, "One word for it?", "text")


def pack(at, *items, **more):
    """A pack with the number ``at``, of pairs of a question and an answer."""
    return Pack(f"{at:032x}", tuple(Item(asked, answer) for asked, answer in items), **more)


def chosen(*counts, asked=STANCE):
    """One pack for each person who chose the first option, the second, and so on."""
    labels = [asked.options[at] for at, count in enumerate(counts) for _ in range(count)]
    return [pack(at, (asked, label)) for at, label in enumerate(labels)]


def save(folder, packs, start="pack"):
    """Write packs into a folder, as the kit would."""
    for at, each in enumerate(packs):
        (folder / f"{start}-{at:03}.json").write_text(written(each), encoding="utf-8")
    return folder


def raw(**changes):
    """The bytes of a good pack, with some keys changed; None takes a key out."""
    found = json.loads(written(pack(1, (STANCE, "Staff"), (WORD, "calm")))) | changes
    return json.dumps({k: v for k, v in found.items() if v is not None}).encode()


def answer(**changes):
    """The bytes of a pack whose only answer has some keys changed."""
    found = json.loads(written(pack(1, (STANCE, "Staff"))))
    found["answers"][0] |= changes
    return json.dumps(found).encode()
