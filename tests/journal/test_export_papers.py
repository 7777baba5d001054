"""Copies to read: Markdown, Word and HTML, opened again and looked at."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from helpers.journal import Journal, Prompt
from helpers.journal.export import as_html, as_markdown, as_word
from helpers.journal.export.markdown import quoted
from helpers.journal.export.text import paragraphs, printable

NASTY = "# Head\n\n```\nfence\n***\n<script>alert(1)</script>\n===\n- item\n\n    code\x00\n\n| a |\n|---|"
FORMS = {
    "markdown": as_markdown,
    "html": as_html,
    "word": lambda journal, **wanted: texts_of(as_word(journal, **wanted)),
}
each_form = pytest.mark.parametrize("copy", FORMS.values(), ids=FORMS)


def texts_of(data):
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.fixture
def full(journal, clock, april):
    """A journal in which everything stands that a copy can show."""
    journal.write(april, "First words")
    clock.later(days=1)
    journal.write(Prompt(april.id, 2, "Your email in spring", april.reflection), "Last words")
    journal.tag(april.id, "falls")
    guess = journal.write(
        Prompt("voices.guess", 1, "How many?", "voices"), "Ten", kind="prediction"
    )
    journal.outcome(guess.version.id, "Three")
    journal.write_result(Prompt("voices.bars", 1, "Which bar?", "voices"), {"guess_now": [1, True]})
    promise = journal.promise(
        "it is Monday", "ask why", date(2026, 3, 20), "voices", buddy="A friend"
    )
    journal.review(promise.id, "started", "It was hard.\nI will go on.")
    journal.promise("a slip", "nothing", date(2026, 3, 20), "voices")
    journal.review(journal.commitments()[-1].id, "taken_back")
    journal.take_question("Whose 80%?", "voices")
    return journal


@each_form
def test_a_copy_says_the_questions_the_words_the_dates_and_the_promises(copy, full):
    text = copy(full, titles={"voices": "Whose eighty per cent?"})
    for said in (
        *("Whose eighty per cent?", "Expectations", "Your email in spring", "Last words"),
        *("3 March 2026", "the last of 2 versions", "falls", "Ten", "Three", "guess now: 1; yes"),
        *("If it is Monday, then I will ask why.", "20 March 2026", "started", "It was hard."),
        *("A friend", "Whose 80%?", "Please ask them before you pass this on"),
    ):
        assert said in text
    assert "a slip" not in text


@each_form
def test_earlier_versions_are_told_only_where_they_are_wanted(copy, full):
    assert "First words" not in copy(full)
    told = copy(full, history=True)
    assert told.index("First words") < told.index("Last words")
    assert "Version 1 of 2" in told
    assert "The question then: Your email in April" in told


@each_form
def test_a_copy_may_hold_one_reflection_and_changed_texts(copy, full):
    text = copy(full, reflection="voices", change=lambda text: text.replace("friend", "colleague"))
    assert "Last words" not in text
    assert "Only one part is in this copy: Voices." in text
    assert "A colleague" in text


@each_form
def test_sealed_words_stay_closed_until_they_are_opened(copy, journal):
    missing, seal = (Prompt(f"start.missing{end}", 1, "What?", "start") for end in ("", "_seal"))
    journal.write(missing, "Closed words")
    journal.write_result(seal, {"opened": None, "sealed": "2026-02-27T12:00:00+00:00"})
    for history in (False, True):
        told = copy(journal, history=history)
        assert "Closed words" not in told
        assert "Sealed on 27 February 2026" in told
    assert "Closed words" in copy(journal, sealed=True)
    journal.write_result(seal, {"opened": "2026-06-01T12:00:00+00:00"})
    assert "Closed words" in copy(journal)
    assert "opened" not in copy(journal)


@each_form
def test_an_empty_journal_says_so(copy, journal):
    journal.write(Prompt("voices.a", 1, "What?", "voices"), "")
    text = copy(journal)
    assert "Nothing is written here yet." in text
    assert "What?" not in text


@each_form
def test_a_demonstration_says_that_its_words_are_invented(copy, journal):
    journal.set_setting("demonstration", True)
    assert "Every word in it is invented." in copy(journal)


@each_form
def test_an_answer_that_is_no_text_may_be_told_by_who_knows_it(copy, full):
    told = copy(full, tell=lambda version: f"{version.prompt.id} as told")
    assert "voices.bars as told" in told


# --- Markdown -----------------------------------------------------------------------------------


def rendered(text):
    """Parse Markdown; return the kinds of blocks, and the words of each inline block."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = [token.type for token in tokens if not token.type.endswith("_close")]
    pieces = [piece for token in tokens if token.children for piece in token.children]
    words = "".join("\n" if "break" in one.type else one.content for one in pieces)
    return set(kinds), {piece.type for piece in pieces}, words


SIGNS = st.text(st.sampled_from("#>*_-+=~`|[](){}<!&;:.1 \t\n\\a$^"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(SIGNS | st.text(max_size=60))
def test_whatever_a_person_writes_stays_one_quotation_in_markdown(text):
    kinds, pieces, words = rendered(quoted(text))
    assert kinds <= {"blockquote_open", "paragraph_open", "inline"}
    assert pieces <= {"text", "hardbreak", "text_special"}
    bare = "".join(paragraphs(text)).replace("\n", "")
    assert re.sub(r"\s", "", words) == re.sub(r"\s", "", bare)


def test_a_question_cannot_break_the_markdown_either(journal):
    journal.write(Prompt("v.x", 1, "# What?\n\n<b>now</b>\n---", "v"), NASTY)
    journal.tag("v.x", "* tag\n# no")
    kinds, pieces, words = rendered(as_markdown(journal))
    assert kinds == {"heading_open", "inline", "paragraph_open", "blockquote_open"}
    assert pieces <= {"text", "hardbreak", "softbreak", "text_special"}
    assert "<script>alert(1)</script>" in words


# --- Word ---------------------------------------------------------------------------------------


@pytest.fixture
def word(full):
    return Document(BytesIO(as_word(full, made=datetime(2026, 4, 1, 12, tzinfo=UTC))))


def test_a_word_copy_has_real_headings_in_order(word):
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in word.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert levels[:3] == [1, 2, 3]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_word_copy_says_its_language_its_title_and_when(word):
    defaults = word.styles.element.xpath("w:docDefaults//w:lang")
    assert [place.get(qn("w:val")) for place in defaults] == ["en-GB"]
    assert word.settings.element.xpath("w:themeFontLang")[0].get(qn("w:val")) == "en-GB"
    about = word.core_properties
    assert (about.title, about.language, about.author) == ("My journal", "en-GB", "")
    assert about.created.replace(tzinfo=UTC) == datetime(2026, 4, 1, 12, tzinfo=UTC)


def test_a_word_table_repeats_its_heads_and_cuts_no_row(word):
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["When", "How it went", "In my words"]
    heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert heads == [True, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert table._tbl.xpath("w:tblPr/w:tblCaption")[0].get(qn("w:val")) == "Looking back"


def test_no_empty_paragraph_stands_for_white_space_in_word(word):
    assert all(paragraph.text.strip() for paragraph in word.paragraphs)


def test_a_word_page_is_a4(word):
    page = word.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_what_xml_forbids_is_marked_and_the_line_breaks_stay(journal):
    journal.write(Prompt("v.x", 1, "What\x0b?", "v"), "one\x00\r\ntwo\ufffe\n\nthree\x85four")
    document = Document(BytesIO(as_word(journal)))
    quotes = [one.text for one in document.paragraphs if one.style.name == "Quote"]
    assert quotes == ["one\ufffd\ntwo\ufffd", "three\nfour"]


def test_words_from_right_to_left_are_marked_so_in_word(journal):
    journal.write(Prompt("v.x", 1, "What?", "v"), "שלום\n\nHello")
    document = Document(BytesIO(as_word(journal)))
    quotes = [one for one in document.paragraphs if one.style.name == "Quote"]
    assert [bool(one._p.xpath("w:pPr/w:bidi")) for one in quotes] == [True, False]


# --- HTML ---------------------------------------------------------------------------------------


def tree(text):
    """Read the page as strictly as XML is read, void elements closed first."""
    closed = re.sub(r"<((?:meta|br|hr)\b[^>]*)>", r"<\1/>", text.replace("<!doctype html>", ""))
    return etree.fromstring(closed)


def test_an_html_copy_is_well_formed_with_every_id_once_and_every_link_led(full):
    page = tree(as_html(full, history=True))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link.removeprefix("#") for link in page.xpath("//nav//a/@href")]
    assert len(links) == 2
    assert set(links) | set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_an_html_copy_has_landmarks_a_language_and_headings_in_order(full):
    page = tree(as_html(full, history=True))
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title") == "My journal"
    assert [len(page.xpath(f"//{name}")) for name in ("main", "header", "nav", "h1")] == [
        1,
        1,
        1,
        1,
    ]
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(head.get("scope") for head in page.iter("th"))


def test_an_html_copy_runs_nothing_and_fetches_nothing(full):
    text = as_html(full)
    page = tree(text)
    assert not page.xpath("//script | //img | //link | //iframe | //@src | //@onclick")
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://", text)
    assert "@page" in text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.sampled_from([NASTY, "</blockquote></main>", '"><img src=x>']))
def test_whatever_a_person_writes_stays_text_in_html(text):
    journal = Journal.in_memory()
    journal.write(Prompt("v.x", 1, f"What? {text}", "v"), f"Words {text}")
    page = tree(as_html(journal))
    quote = page.find(".//blockquote")
    assert {one.tag for one in quote} == {"p"}
    assert "".join(quote.itertext()).split() == printable(f"Words {text}").split()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_a_word_copy_opens_whatever_a_person_writes(text):
    journal = Journal.in_memory()
    journal.write(Prompt("v.x", 1, f"What? {text}", "v"), f"Words {text}")
    data = as_word(journal)
    quotes = [one.text for one in Document(BytesIO(data)).paragraphs if one.style.name == "Quote"]
    assert "\n".join(quotes).split() == printable(f"Words {text}").split()
    with ZipFile(BytesIO(data)) as file:
        for part in file.namelist():
            if part.endswith(".xml"):
                etree.fromstring(file.read(part))


def test_the_exports_cost_nothing_until_they_are_asked_for():
    heavy = "docx lxml jinja2 jsonschema sqlalchemy"
    code = f"""
import sys, helpers.journal.export, helpers.journal.export.paper
sys.exit(", ".join(name for name in {heavy.split()} if name in sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.strip() == ""
