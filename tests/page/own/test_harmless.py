"""No word of a page becomes markup, and no page reads another's file."""

import os
import re
from itertools import chain

import pytest

from helpers.intake import Problem
from helpers.page.notebooks import STEPS
from helpers.page.own import block
from helpers.page.own.page import slug
from helpers.page.own.prose import prose
from helpers.page.own.steps import Opening, Step
from tests.driven import parts
from tests.page.own.conftest import TEMPLATE, change, html, shown

HOSTILE = "<img src=x onerror=alert(1)>\"'<script>"


def test_no_word_of_the_block_becomes_markup(copy, journal):
    path = copy(**{"It is invented.": HOSTILE, 'who = "In pairs"': "who = '''<b>pairs</b>'''"})
    change(path, {"A message on a busy morning": "<i>one</i>", 'for = "anybody': 'for = "<u>any'})
    change(path, {'question = "What do I say first': 'question = "<s>What'})
    cells = [Opening(notebook=path, journal=journal)]
    cells += [Step(step, notebook=path, journal=journal) for step in STEPS]
    said = html(chain.from_iterable(map(shown, cells)))
    assert not re.search(r"<(img|script|b|i|u|s)\b", said)
    assert "&lt;img src=x onerror=alert(1)&gt;" in said


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x"])
def test_a_link_that_would_do_something_leads_nowhere(address):
    assert f'href="{address}' not in prose(f"[Press]({address}) <{address}>")


def test_a_picture_is_never_fetched():
    assert "<img" not in prose("![A chart](https://example.org/chart.png)")


def test_a_heading_in_the_words_is_none_of_the_seven():
    assert prose("# Try it\n## Try it") == "<h3>Try it</h3>\n<h3>Try it</h3>\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path


def test_the_page_says_which_notebook_it_is(folder, copy):
    path = copy("our handover.ipynb")
    assert block.this_notebook("our handover.ipynb") == path
    assert block.this_notebook("our%20handover.ipynb") == path


def test_jupyterlab_tells_its_kernel(folder, copy, monkeypatch):
    path = copy()
    monkeypatch.setenv("JPY_SESSION_NAME", os.fspath(path))
    assert block.this_notebook() == path


def test_the_page_is_believed_before_a_kernel_that_was_told_long_ago(folder, copy, monkeypatch):
    copy("a.ipynb")
    second = copy("b.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", "a.ipynb")
    assert block.this_notebook("b.ipynb") == second


def test_a_file_that_was_renamed_under_the_page_is_said(folder, journal):
    with pytest.raises(Problem, match="is not here any more"):
        block.this_notebook("gone.ipynb")
    cell = Opening(journal=journal)
    cell.show("gone.ipynb")
    assert "is not here any more" in html(parts(cell))


def test_nothing_outside_the_folder_is_read(folder, copy):
    copy()
    with pytest.raises(Problem):
        block.this_notebook("../../etc/passwd.ipynb")


def test_where_nobody_says_it_is_the_template(folder):
    assert block.this_notebook() == TEMPLATE


@pytest.mark.parametrize(("text", "name"), [("Our handover (2)", "our-handover-2"), ("Cŵl!", "cŵl"), ("…", "page")])  # fmt: skip
def test_a_name_is_made_fit_for_an_id(text, name):
    assert slug(text) == name
