"""The draft on the page: ordered with buttons, cited, taken away in four forms."""

import io
import re

import pytest
from docx import Document

from helpers.evidence import load_facts
from helpers.intake import Problem
from helpers.statement.activities import keeping
from helpers.statement.activities.article import DraftAnArticle
from helpers.statement.activities.drafting import SAID, Drafting
from tests.statement.journals import prompt

PICKED = ["expectations.email_april", "expectations.email_may", "voices.guess"]


@pytest.fixture
def draft(journal):
    journal.write_result(prompt("picked"), PICKED)
    journal.write(prompt("meaning_today"), "To lead is to ask.")
    made = DraftAnArticle(journal)
    made.order.on_shown()
    return made


def act(draft, name, part):
    draft.order.on_act({"act": name, "row": part, "part": part}, [])


def under(draft, section):
    return Drafting(draft.journal).layout[section]


def test_what_was_ticked_stands_under_what_was_looked_at(draft):
    assert under(draft, "reflections") == PICKED
    assert under(draft, "think") == ["statement.meaning_today"]


def test_a_piece_moves_up_and_the_page_says_where_it_stands(draft):
    act(draft, "up", PICKED[1])
    assert under(draft, "reflections")[:2] == [PICKED[1], PICKED[0]]
    assert "place 1 of 3" in draft.moved.html
    assert draft.order.shown["focus"] == {"row": PICKED[1], "act": "up", "part": PICKED[1]}


def test_at_the_edge_a_piece_goes_to_the_next_part(draft):
    act(draft, "down", PICKED[2])
    assert under(draft, "think")[0] == PICKED[2]
    assert SAID["headings"]["think"] in draft.moved.html


def test_the_order_is_there_when_the_page_is_opened_again(draft):
    act(draft, "up", PICKED[1])
    again = DraftAnArticle(draft.journal)
    again.order.on_shown()
    rows = [row["id"] for row in again.order.shown["rows"]]
    assert rows.index(PICKED[1]) < rows.index(PICKED[0])


def test_what_is_left_out_stays_in_the_journal_and_can_be_put_back(draft):
    act(draft, "leave", PICKED[0])
    assert PICKED[0] not in under(draft, "reflections")
    assert draft.journal.latest(PICKED[0]).value.startswith("Well done")
    act(draft, "back", PICKED[0])
    assert PICKED[0] in under(draft, "reflections")


def test_a_tick_of_evidence_becomes_a_citation_that_can_be_moved(draft):
    first, *_others, last = draft.evidence
    for ticks in draft.evidence:
        ticks.on_shown()
    first.answer(["R3-10"])
    last.answer(["L-03"])
    kept = draft.journal.latest_result("statement.article_evidence")
    assert kept == ["R3-10", "L-03"]
    assert "(Anhøj and Olesen, 2014)" in draft.preview.html
    assert under(draft, "reflections").index("fact:R3-10") == 2  # behind its own page's words
    act(draft, "up", "fact:R3-10")
    assert under(draft, "reflections").index("fact:R3-10") == 1


def test_showing_the_evidence_again_writes_nothing(draft):
    keeping.lean_on(draft.journal, ["R3-10"])
    before = len(draft.journal.all_versions())
    for ticks in DraftAnArticle(draft.journal).evidence:
        ticks.on_shown()
    assert len(draft.journal.all_versions()) == before


def test_other_words_for_the_article_leave_the_reflection_as_it_was(draft):
    draft.rework.answer(PICKED[0])
    [box] = draft.reworked.children
    assert box.value == "Well done, all of you! <Friday>"
    box.answer("I praised them for luck.")
    assert "I praised them for luck." in draft.preview.html
    assert draft.journal.latest(PICKED[0]).value == "Well done, all of you! <Friday>"


def test_an_answer_takes_the_place_of_its_question(draft):
    assert "what question did you set out with?" in draft.preview.html
    draft.answers["article_question"].answer("Why do I praise luck?")
    assert "what question did you set out with?" not in draft.preview.html
    assert "Why do I praise luck?" in draft.preview.html


def test_the_word_file_is_an_outline_with_sources(draft):
    keeping.lean_on(draft.journal, ["R3-10"])
    document = Document(io.BytesIO(draft.made("docx")))
    heads = [(p.style.name, p.text) for p in document.paragraphs if "Heading" in p.style.name]
    assert heads[:3] == [
        ("Heading 1", SAID["untitled"]),
        ("Heading 2", SAID["headings"]["question"]),
        ("Heading 2", SAID["headings"]["reflections"]),
    ]
    assert ("Heading 4", "Your email in April") in heads
    [source] = [p for p in document.paragraphs if p.style.name == "Bibliography"]
    assert [run.text for run in source.runs if run.italic] == ["PLoS ONE"]
    assert document.core_properties.language == "en-GB"


def test_no_mark_of_ours_is_seen_in_the_files_a_reader_takes(draft):
    assert b"kit:" not in draft.made("md")
    names = Document(io.BytesIO(draft.made("docx"))).element.xpath("//w:bookmarkStart/@w:name")
    assert names
    assert all(name.startswith("_") for name in names)  # Word lists no such bookmark


def test_sources_go_to_a_reference_manager_and_none_are_said_to_be_none(draft):
    with pytest.raises(Problem, match="You lean on no evidence yet"):
        draft.made("bib")
    keeping.lean_on(draft.journal, ["R3-10"])
    assert draft.made("bib").startswith("@article{anhoej2014,")


def test_the_plain_text_cites_by_the_keys_of_the_bibtex_file(draft):
    keeping.lean_on(draft.journal, [each.id for each in load_facts()])
    text, keys = draft.made("md").decode(), re.findall(r"^@\w+{(.+),$", draft.made("bib"), re.M)
    cited = [key for group in re.findall(r"\[(@.+?)\]", text) for key in group.split("; ")]
    assert set(cited) == {f"@{key}" for key in keys}  # a work may be cited of two reflections
    assert len(keys) > 20
    sources = text.partition(f"## {SAID['headings']['sources']}")[2]
    assert sorted(re.findall(r"^(\w+): ", sources, re.M)) == sorted(keys)
    # what Pandoc takes for a key without braces
    assert all(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", key) for key in keys)


def test_the_word_file_cites_in_words_and_not_by_key(draft):
    keeping.lean_on(draft.journal, ["R3-10"])
    text = "\n".join(p.text for p in Document(io.BytesIO(draft.made("docx"))).paragraphs)
    assert "(Anhøj and Olesen, 2014)" in text
    assert "anhoej2014" not in text + draft.made("html").decode()


def test_a_readers_own_sign_is_no_citation(draft):
    draft.answers["article_seen"].answer("Ask @home, or write to jo@example.org [@me].")
    assert r"Ask \@home, or write to jo@example.org \[\@me\]." in draft.made("md").decode()


def test_every_word_of_a_reader_is_escaped(draft):
    draft.title.answer("<img src=x onerror=alert(1)>")
    draft.answers["article_unsure"].answer("<script>")
    for html in (draft.preview.html, draft.made("html").decode()):
        assert "<img" not in html
        assert "<script" not in html
