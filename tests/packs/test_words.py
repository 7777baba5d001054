"""The words of packs keep the promises of the house."""

import json
import re
from pathlib import Path
from statistics import mean

from helpers.packs.items import STATUSES
from helpers.page.words import load
from tests.packs.test_reading import BOMBS, refused
from tests.reading import sentences, texts

WORDS = load("packs")
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "facilitator" / "combine-packs.ipynb"


def notebook():
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def reasons():
    return [refused(data) for data, _reason in BOMBS.values()]


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
