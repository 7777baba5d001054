"""Combining packs, driven without a browser."""

from html import unescape

import pytest

from helpers.packs.activities.combine_packs import CombinePacks, OneRow
from helpers.packs.pack import written
from helpers.page.figures import Figure
from helpers.page.files import Download
from helpers.page.layout import Fold
from tests.driven import parts
from tests.packs.driven import downloaded, markup, show
from tests.packs.made import MARKS, STANCE, WORD, chosen, pack, save


@pytest.fixture
def folder(tmp_path):
    packs = [
        pack(at, (STANCE, each.items[0].answer), (WORD, f"word {at} <i>"))
        for at, each in enumerate(chosen(7, 6, 0))
    ]
    return save(tmp_path, packs)


def test_a_folder_is_shown_with_a_figure_for_each_question(folder):
    packs = CombinePacks()
    packs.folder.answer(f'  "{folder}" ')
    packs.combine_folder()
    figures = [part for part in parts(packs) if isinstance(part, Figure)]
    assert [figure.title for figure in figures] == ["Who is asked first?"]
    assert all(figure.finding and figure.table["rows"] for figure in figures)
    assert "13 packs are combined." in packs.said.html
    assert "word 3 &lt;i&gt;" in markup(packs)


def test_of_several_rows_one_is_looked_at_at_a_time():
    packs = CombinePacks()
    for at in range(12):
        marks = {"Falls": MARKS.options[at < 7], "Waits": MARKS.options[at < 5]}
        packs.add(f"{at}.json", written(pack(at, (MARKS, marks))).encode())
    packs.combine_added()
    (question,) = [part for part in parts(packs) if isinstance(part, OneRow)]
    assert (question.figure.title, question.which.options) == (
        "What would you do? Falls",
        {"0": "Falls", "1": "Waits"},
    )
    question.which.answer("1")
    assert question.figure.finding == "“Praise” was chosen most often: by 7 of 12 people."


def test_what_was_left_out_is_named_with_its_reason(folder):
    (folder / "<b>bad.json").write_bytes(b"{")
    packs = CombinePacks()
    packs.folder.answer(str(folder))
    packs.combine_folder()
    assert "One file was left out" in packs.said.html
    assert "&lt;b&gt;bad.json" in markup(packs.shown)
    assert "cannot be read to its end" in unescape(markup(packs.shown))


@pytest.mark.parametrize("typed", ["", "   ", None, "/no/such/folder"])
def test_a_folder_that_is_none_is_told_beside_its_box(typed):
    packs = CombinePacks()
    packs.folder.answer(typed)
    packs.combine_folder()
    assert (
        "No folder is named" in packs.folder.problem or "There is no folder" in packs.folder.problem
    )


def test_packs_added_one_by_one_combine_like_a_folder(folder):
    packs = CombinePacks()
    for path in sorted(folder.iterdir()):
        packs.add(path.name, path.read_bytes())
    packs.combine_added()
    one_by_one = packs.result
    packs.folder.answer(str(folder))
    packs.combine_folder()
    assert packs.result == one_by_one


def test_while_packs_come_in_nothing_shows_what_the_last_one_said(folder):
    packs = CombinePacks()
    for path in sorted(folder.iterdir()):
        packs.add(path.name, path.read_bytes())
    packs.add("bad.json", b"{")
    assert "13 packs are in." in packs.came.html
    assert "“bad.json”: It is broken" in packs.came.html
    assert packs.shown.children == ()


def test_four_packs_say_what_is_missing_and_offer_no_files():
    packs = CombinePacks()
    for each in chosen(4, 0, 0):
        packs.add(f"{each.id}.json", written(each).encode())
    packs.combine_added()
    assert "at least 5 packs" in markup(packs)
    assert not [part for part in parts(packs) if isinstance(part, Download | Fold)]


def test_beginning_again_forgets_the_packs():
    packs = CombinePacks()
    packs.add("one.json", written(pack(1)).encode())
    packs.begin()
    packs.add("two.json", written(pack(2)).encode())
    packs.combine_added()
    assert packs.result.packs == 1


def test_the_files_hold_what_is_shown(folder):
    packs = CombinePacks()
    packs.folder.answer(str(folder))
    packs.combine_folder()
    csv, html = [part for part in parts(packs) if isinstance(part, Download)]
    assert downloaded(csv)[1].decode("utf-8-sig").count(",word ") == 13
    assert downloaded(html)[1].decode().count("<blockquote>") == 13


def test_no_journal_is_opened_to_combine(folder, monkeypatch):
    opened = []
    monkeypatch.setattr("helpers.journal.mine", lambda: opened.append("a journal"))
    packs = CombinePacks()
    show(packs)
    packs.folder.answer(str(folder))
    packs.combine_folder()
    show(packs)
    assert (packs.result is not None, opened) == (True, [])
