"""The same words on three kinds of paper."""

import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from helpers.page.paper.html import HtmlPaper
from helpers.page.paper.markdown import MarkdownPaper, escaped, unescaped
from helpers.page.paper.word import WordPaper

PAPERS = [WordPaper, HtmlPaper, MarkdownPaper]


def text_of(kind, made):
    if kind is WordPaper:
        return "\n".join(each.text for each in Document(io.BytesIO(made)).paragraphs)
    return made.decode()


@pytest.mark.parametrize("kind", PAPERS)
def test_all_papers_take_the_same_calls(kind):
    paper = kind("A title")
    paper.heading("A heading", 1)
    paper.words("One.\nStill one.\n\nTwo.", after=[("(Ann, 2014)", False)])
    paper.line([("Plain and ", False), ("slanted", True)], kind="reference")
    paper.items(["first", "second"])
    paper.table("A table", ("Name", "Day"), [("Ann", "Monday")])
    text = text_of(kind, paper.made())
    for said in ("A title", "A heading", "Still one.", "Two. (Ann, 2014)", "first"):
        assert said in text.replace("\\(", "(").replace("\\)", ")")


@pytest.mark.parametrize("kind", PAPERS)
def test_signs_that_no_file_can_hold_do_not_break_it(kind):
    paper = kind("A\x00title")
    paper.words("one\x0btwo\x00\ud800")
    assert "one" in text_of(kind, paper.made())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_markdown_signs_come_back(words):
    assert unescaped(escaped(words)) == words.replace("\u2028", "\n").replace("\u2029", "\n")


@pytest.mark.parametrize(
    "words", ["# no heading", "- no point", "1. no list", "> no quote", "a_b_"]
)
def test_words_are_never_markup(words):
    assert escaped(words).count("\\") >= 1


def test_each_paragraph_of_a_marked_text_has_a_bookmark_that_word_does_not_list():
    paper = WordPaper("A title")
    paper.words("One.\n\nTwo.", mark="p_abc_1", after=[("(Ann, 2014)", False)])
    body = Document(io.BytesIO(paper.made())).element.body
    names = body.xpath("//w:bookmarkStart/@w:name")
    assert names == ["_kit_p_abc_1", "_kit_p_abc_1_1"]
    assert len(body.xpath("//w:bookmarkEnd")) == 2


def test_a_page_of_its_own_size_has_no_page_number():
    assert (
        Document(io.BytesIO(WordPaper("A", size=16).made())).sections[0].footer.paragraphs[0].text
        == ""
    )


def test_the_headings_of_a_preview_stand_below_the_pages_own():
    paper = HtmlPaper("A title", top=4)
    paper.heading("Deep", 3)
    assert paper.body().startswith("<h4")
    assert "<h6" in paper.body()


def test_a_web_page_may_load_nothing_whatever_words_are_in_it():
    paper = HtmlPaper("A title")
    paper.words("<img src='https://example.org/x.png'>")
    page = paper.made().decode()
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in page
    assert "<img" not in page


def test_columns_are_as_wide_to_each_other_as_was_asked():
    word, page = WordPaper("A title"), HtmlPaper("A title")
    for paper in (word, page):
        paper.table("", ("☐", "What"), [("☐", "Ask")], [1, 3])
    narrow, wide = Document(io.BytesIO(word.made())).tables[0].columns
    assert wide.width == pytest.approx(3 * narrow.width, rel=0.01)
    assert "width:25.0%" in page.made().decode()
    assert "<caption>" not in page.made().decode()
