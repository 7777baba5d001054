"""Copies of the template, changed as a facilitator changes them, and shown as a page shows them."""

import json
import shutil

import pytest

from helpers.page.notebooks import NOTEBOOKS
from helpers.page.own import block
from helpers.page.own.read import read_page
from helpers.page.own.rhythm import check
from helpers.page.own.steps import Step
from tests.driven import parts

TEMPLATE = NOTEBOOKS / block.TEMPLATE


@pytest.fixture
def copy(tmp_path):
    """Copy the template as a facilitator does, and change some of its words."""

    def make(file="07-kindness.ipynb", **changes):
        path = tmp_path / file
        shutil.copy(TEMPLATE, path)
        return change(path, changes)

    return make


def change(path, changes):
    """Replace words of the block; each must be there once."""
    notebook = json.loads(path.read_text("utf-8"))
    box = next(cell for cell in notebook["cells"] if cell["cell_type"] == "raw")
    text = "".join(box["source"])
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    box["source"] = text.splitlines(keepends=True)
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def put_right(path):
    return [slip.text for slip in check(read_page(path)) if slip.must]


def shown(cell):
    """Return every part of a cell, from top to bottom, once the page has shown it."""
    cell.show()
    return parts(cell)


def fields(path, step, journal):
    """Return the questions of a step by what they ask, as a reader meets them."""
    seen = shown(Step(step, notebook=path, journal=journal))
    asked = {part.label: part for part in seen if hasattr(part, "saved")}
    for field in asked.values():
        field.on_shown()
    return asked


def html(seen):
    return "\n".join(part.html for part in seen if hasattr(part, "html"))
