"""A draft is headings, questions, citations, and the reader's own words: nothing else."""

import re
from datetime import date

import pytest

from helpers.evidence import bibtex, fact, load_facts
from helpers.statement.activities import keeping
from helpers.statement.activities.drafting import SAID, Drafting
from helpers.statement.activities.pick import PickFromWhatYouWrote
from helpers.statement.article import Gap, draft, together
from helpers.statement.bibliography import bibliography, csl
from helpers.statement.pieces import Piece
from tests.statement.journals import prompt

PIECES = {
    "a.x": Piece("a.x", "a", "Page A", "Why?", "Because.\n \n\nReally.", date(2026, 3, 2), 5),
    "b.y": Piece("b.y", "b", "Page B", "How?", "Slowly.", date(2026, 3, 3), 6),
}


def sentences(text):
    return {each.strip() for each in re.split(r"(?<=[.!?])\s+", text) if each.strip()}


def ticked(journal):
    """Tick everything the picker shows, and answer half of what the outline asks."""
    picker = PickFromWhatYouWrote(journal)
    picker.read()
    for row in picker.list.shown["rows"]:
        if not row["id"].startswith("reflection:"):
            picker.tick(row["id"])
    journal.write(prompt("meaning_today"), "To lead is to ask. Then to wait.")
    journal.write(prompt("article_title"), "On asking")
    keeping.lean_on(journal, ["R3-04", "R3-10", "M-04", "no-longer-known"])
    return journal


def test_the_kit_writes_no_sentence_of_its_own(journal):
    now = Drafting(ticked(journal))
    written = set()
    for entry in journal.entries():
        written |= sentences(entry.latest.value)
    for promise in journal.commitments():
        written.add(f"If {promise.if_}, then I will {promise.then}.")
    written |= {question.text for question in journal.questions()}
    written |= {"Falls – Act: ask for something to be done"}  # a mark, in the words of its menu
    blocks = now.blocks()
    words = {each for block in blocks if block.kind == "words" for each in sentences(block.text)}
    assert len(words) > 8
    assert words <= written
    assert next(block.text for block in blocks if block.kind == "title") == "On asking"


def test_everything_else_is_a_heading_a_question_or_a_citation(journal):
    blocks = Drafting(ticked(journal)).blocks()
    kinds = {block.kind for block in blocks}
    assert kinds == {"title", "heading", "reflection", "asked", "words", "question", "listed"}
    assert all(block.text.endswith("?") for block in blocks if block.kind == "question")
    headings = [block.text for block in blocks if block.kind == "heading"]
    assert headings == list(SAID["headings"].values())
    assert all(re.fullmatch(r"\(.+, (\d{4}|no date)\)", b.cited) for b in blocks if b.cited)


def test_an_empty_draft_is_an_outline_that_asks(empty):
    blocks = Drafting(empty).blocks()
    assert {block.kind for block in blocks} == {"title", "heading", "question"}
    assert len([block for block in blocks if block.kind == "question"]) == 8


def test_an_answer_closes_its_gap(empty):
    before = len(Drafting(empty).gaps)
    empty.write(prompt("article_seen"), "I saw the queue.")
    assert len(Drafting(empty).gaps) == before - 1


def test_a_promise_answers_what_will_be_done(journal):
    def asks(now):
        return any("what will you do" in gap.text for gap in now.gaps)

    assert asks(Drafting(journal))
    assert not asks(Drafting(ticked(journal)))


@pytest.mark.parametrize("section", ["reflections", "do", "unsure"])
def test_a_citation_alone_closes_no_gap(empty, section):
    def asked(now):
        return [gap.text for gap in now.gaps if gap.section == section]

    before = asked(Drafting(empty))
    empty.write_result(prompt("article_evidence"), ["R3-10"])
    keeping.arrange(empty, {section: ["fact:R3-10"]})
    assert Drafting(empty).layout[section] == ["fact:R3-10"]
    assert asked(Drafting(empty)) == before != []


def test_each_page_has_its_heading_once_and_each_answer_its_question():
    blocks = draft(
        "T", {"reflections": "What I looked at"}, {"reflections": ["a.x", "b.y"]}, PIECES
    )
    assert [block.text for block in blocks[1:]] == [
        "What I looked at", "Page A", "Why?", "Because.\n\nReally.", "Page B", "How?", "Slowly.",
    ]  # fmt: skip


def test_a_citation_stands_behind_the_words_before_it():
    layout = {"think": ["fact:R3-10", "a.x", "fact:R3-10", "fact:R3-04"]}
    sources = bibliography([fact("R3-10"), fact("R3-04")])
    blocks = draft("T", {"think": "I think", "sources": "Sources"}, layout, PIECES, (), sources)
    alone, words = blocks[2], blocks[3]
    assert (alone.kind, alone.text) == ("cited", "(Anhøj and Olesen, 2014)")
    assert words.cited == "(Anhøj and Olesen, 2014; Schmidtke et al., 2017)"


def test_a_gap_stands_at_the_end_of_its_section():
    blocks = draft(
        "T", {"think": "A", "do": "B"}, {"think": ["a.x"]}, PIECES, [Gap("think", "Why?")]
    )
    assert [block.kind for block in blocks] == ["title", "heading", "words", "question", "heading"]


def test_only_the_cited_is_listed_in_the_order_of_the_style():
    listed = bibliography([fact("R3-04"), fact("R3-10")]).listed
    assert ["".join(text for text, _ in line)[:9] for line in listed] == ["Anhøj, J.", "Schmidtke"]


def test_every_fact_of_the_kit_can_be_cited_and_listed():
    facts = load_facts()
    made = bibliography(facts)
    assert set(made.cited) == {each.id for each in facts}
    sources = {source for each in facts for source in each.sources}
    assert len(made.listed) == len(sources)
    assert len(set(made.listed)) == len(made.listed)


def test_a_title_in_a_list_is_slanted_and_its_signs_are_its_own():
    [line] = bibliography([fact("R3-04")]).listed
    assert ("BMJ Quality & Safety", True) in line
    assert "Preprint" not in "".join(text for text, _slanted in line)


def test_works_of_one_year_by_the_same_people_are_told_apart():
    from dataclasses import replace

    one = fact("R3-10")
    other = replace(one, id="other", sources=(replace(one.sources[0], key="o", title="Other"),))
    made = bibliography([one, other])
    assert made.cited == {
        "R3-10": "(Anhøj and Olesen, 2014a)",
        "other": "(Anhøj and Olesen, 2014b)",
    }


def test_an_author_in_braces_is_an_organisation():
    assert csl(fact("R3-12-left").sources[0])["author"] == [{"literal": "Care Quality Commission"}]


def test_citations_together_name_each_work_once():
    assert together("(A, 2014)", "(B, 2015; A, 2014)") == "(A, 2014; B, 2015)"


def test_the_sources_in_the_file_are_those_that_are_cited(journal):
    facts = Drafting(ticked(journal)).facts
    assert [each.id for each in facts] == ["R3-04", "R3-10", "M-04"]
    assert bibtex(facts).count("@") == 4
