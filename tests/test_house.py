"""The promises that notebooks, modules and documents make to whoever opens them."""

import json
import re
import shlex
import tomllib
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.__main__ import parser
from helpers.page.notebooks import STEPS
from helpers.page.shelf import Reflection

KIT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(
    path
    for path in (KIT / "notebooks").glob("**/*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
REFLECTIONS = sorted(
    path
    for path in (KIT / "notebooks").glob("0[1-9]-*.ipynb")
    if '"own": true' not in path.read_text(encoding="utf-8")  # a facilitator's own page
)
DOCUMENTS = [KIT / "README.md", KIT / "CONTRIBUTING.md"]
CORE_MINUTES, CORE_ACTIVITIES = 30, 4
LONGEST_MODULE, LONGEST_CELL, LONGEST_README = 250, 5, 500
LONGEST_TESTS = 350  # a list of short claims reads well at greater length than code does

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_reflection = pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.stem)
each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def notebook(path):
    return json.loads(path.read_text(encoding="utf-8"))


def code_cells(path):
    return [cell for cell in notebook(path)["cells"] if cell["cell_type"] == "code"]


def lines_of_code(cell):
    """Return a cell's lines that do something: a comment that greets the reader is none."""
    lines = "".join(cell["source"]).splitlines()
    return [line for line in lines if line.strip() and not line.strip().startswith("#")]


def words_of(path):
    subject = notebook(path)["metadata"]["kit"]["slice"]
    return tomllib.loads((KIT / "helpers" / subject / "words.toml").read_text(encoding="utf-8"))


def test_there_are_notebooks_to_check():
    assert NOTEBOOKS
    assert REFLECTIONS


@each_notebook
def test_a_cell_has_at_most_five_lines(path):
    assert max(len(lines_of_code(cell)) for cell in code_cells(path)) <= LONGEST_CELL


@each_notebook
def test_words_come_before_every_code_cell(path):
    kinds = [cell["cell_type"] for cell in notebook(path)["cells"]]
    assert kinds[0] == "markdown"
    assert ("code", "code") not in pairwise(kinds)


@each_notebook
def test_only_checked_results_are_stored(path):
    stored = [cell["metadata"].get("tags", []) for cell in code_cells(path) if cell["outputs"]]
    assert all({"nbval-check-output", "keep_output"} <= set(tags) for tags in stored)


@each_notebook
def test_a_notebook_carries_no_widgets_and_no_count_of_runs(path):
    assert "widgets" not in notebook(path)["metadata"]
    counts = [(cell["execution_count"], bool(cell["outputs"])) for cell in code_cells(path)]
    assert all(count == (1 if kept else None) for count, kept in counts)


@each_notebook
def test_a_notebook_opens_with_any_python3_kernel(path):
    assert notebook(path)["metadata"]["kernelspec"]["name"] == "python3"


@each_reflection
def test_a_reflection_keeps_the_seven_headings(path):
    texts = ["".join(c["source"]) for c in notebook(path)["cells"] if c["cell_type"] == "markdown"]
    headings = re.findall(r"^## (.+?)\s*$", "\n".join(texts), re.M)
    assert headings == list(STEPS.values())


@each_reflection
def test_a_reflection_tells_the_shelf_what_it_is(path):
    needed = {field.name for field in fields(Reflection)} - {"notebook"}
    assert set(notebook(path)["metadata"]["kit"]) == needed


@each_reflection
def test_the_core_path_is_short_and_its_minutes_are_honest(path):
    core = [a["minutes"] for a in words_of(path)["activities"].values() if a.get("core")]
    assert 0 < len(core) <= CORE_ACTIVITIES
    assert sum(core) <= notebook(path)["metadata"]["kit"]["minutes"] <= CORE_MINUTES


@pytest.mark.parametrize("folder", ["helpers", "benchmarks", "data", "tests"])
def test_no_module_is_long(folder):
    lengths = {
        str(path.relative_to(KIT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (KIT / folder).glob("**/*.py")
    }
    longest = LONGEST_TESTS if folder == "tests" else LONGEST_MODULE
    assert {name: lines for name, lines in lengths.items() if lines > longest} == {}


@each_document
def test_every_command_in_a_document_exists(path):
    commands = re.findall(r"kit\.py (?!--help)([^\n`#]+)", path.read_text(encoding="utf-8"))
    assert commands
    for command in commands:
        parser().parse_args(shlex.split(command))


@each_document
def test_every_file_a_document_points_to_exists(path):
    links = re.findall(r"\]\((?!http|#)([^)]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (KIT / link).exists()] == []


def test_the_readme_is_short_and_starts_with_how_to_start():
    text = (KIT / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) <= LONGEST_README
    assert "python3 kit.py open" in "\n".join(text.splitlines()[:16])
