"""The words of every slice and screen keep the promises of the house; found, not listed."""

import json
import re
import tomllib
from pathlib import Path
from statistics import mean

import pytest

from tests.reading import acronyms, grade, sentences, syllables, texts

KIT = Path(__file__).resolve().parents[1]
HELPERS = KIT / "helpers"
WORDS = {
    ".".join(path.parent.relative_to(HELPERS).parts): tomllib.loads(path.read_text("utf-8"))
    for path in sorted(HELPERS.rglob("words.toml"))
}
NOTEBOOKS = sorted((KIT / "notebooks").rglob("*.ipynb"))
SCREENS = {name: words for name, words in WORDS.items() if name != "spc"}  # spc speaks to charts
COMMON = {"NHS", "IT", "MB", "KB", "CSV"}  # better known by their letters than by their words

each_screen = pytest.mark.parametrize("name", SCREENS)
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def prose(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def lists_of_things(node):
    if isinstance(node, dict):
        for value in node.values():
            yield from lists_of_things(value)
    elif isinstance(node, list) and node and all(isinstance(one, dict) for one in node):
        yield node


def test_the_words_of_every_slice_are_found():
    assert {"expectations", "start", "statement", "packs"} <= set(WORDS)


@pytest.mark.parametrize(
    ("word", "count"), [("made", 1), ("improvement", 3), ("table", 2), ("the", 1), ("leader", 2)]
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("name", WORDS)
def test_every_question_has_a_version_and_its_wording(name):
    for prompt in WORDS[name].get("prompts", {}).values():
        assert type(prompt["version"]) is int
        assert prompt["version"] >= 1
        assert prompt["wording"].strip()


@pytest.mark.parametrize("name", WORDS)
def test_ids_are_unique(name):
    for things in lists_of_things(WORDS[name]):
        ids = [thing["id"] for thing in things if "id" in thing]
        assert len(ids) == len(set(ids))


@each_screen
def test_no_sentence_is_long(name):
    lengths = [len(words) for words in sentences(texts(SCREENS[name]))]
    assert mean(lengths) <= 15
    assert max(lengths) <= 30


@each_screen
def test_everybody_can_read_it(name):
    assert grade(texts(SCREENS[name])) <= 9


@each_notebook
def test_everybody_can_read_a_notebook(path):
    assert mean(map(len, sentences(prose(path)))) <= 15
    assert grade(prose(path)) <= 9


@each_screen
def test_acronyms_are_spelt_out(name):
    found, spelt_out = acronyms(texts(SCREENS[name]))
    assert found - spelt_out <= COMMON


@pytest.mark.parametrize("name", [name for name in WORDS if "activities" in WORDS[name]])
def test_it_says_what_it_is_not_for(name):
    assert any("league tables" in text for text in texts(WORDS[name]))


@pytest.mark.parametrize(
    "name", [name for name in WORDS if isinstance(WORDS[name].get("promises"), list)]
)
def test_a_menu_of_promises_is_short_and_says_neither_if_nor_then(name):
    menu = WORDS[name]["promises"]
    assert 3 <= len(menu) <= 10
    assert not any(re.match("if |then ", one["if"] + one["then"], re.I) for one in menu)


@pytest.mark.parametrize("name", [name for name in WORDS if "together" in WORDS[name]])
def test_every_group_prompt_works_alone_too(name):
    others = [entry for entry in WORDS[name]["together"] if entry["who"] != "Alone"]
    assert all(entry["alone"].strip() for entry in others)
