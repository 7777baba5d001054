"""The words of packs keep the promises of the house."""

import json
import re
from itertools import chain
from pathlib import Path
from statistics import mean

from helpers.packs.items import STATUSES
from helpers.page.words import load
from tests.packs.test_reading import BOMBS, refused

WORDS = load("packs")
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "facilitator" / "combine-packs.ipynb"


def texts(node):
    """Yield every string in a tree of words."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        inner = node.values() if isinstance(node, dict) else node
        yield from chain.from_iterable(map(texts, inner))


def notebook():
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def reasons():
    return [refused(data) for data, _reason in BOMBS.values()]


def sentences(told):
    found = (re.split(r"(?<=[.?!]) |\n+", re.sub("<[^>]+>", " ", text)) for text in told)
    return [words for words in map(str.split, chain.from_iterable(found)) if len(words) > 2]


def test_no_sentence_is_long():
    lengths = [len(words) for words in sentences([*texts(WORDS), *notebook(), *reasons()])]
    assert len(lengths) > 100
    assert mean(lengths) <= 14
    assert max(lengths) <= 25


def test_acronyms_are_spelt_out():
    said = " ".join([*texts(WORDS), *notebook(), *reasons()])
    acronyms = set(re.findall(r"\b[A-Z]{2,}\b", said)) - {"KB"}
    assert all(f"({acronym})" in said for acronym in acronyms)


def test_every_status_of_a_promise_has_a_name():
    assert set(WORDS["statuses"]) == set(STATUSES)


def test_both_screens_say_what_packs_are_not_for():
    assert all("league tables" in WORDS[screen]["care"] for screen in ("make", "combine"))
