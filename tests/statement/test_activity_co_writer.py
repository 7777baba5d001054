"""A co-writer sends the draft back: what they did is listed, taken or left, and nothing is lost."""

import io

import pytest
from docx import Document

from helpers.evidence import load_facts
from helpers.intake import Problem
from helpers.page.files import Upload
from helpers.statement.activities import keeping
from helpers.statement.activities.co_writer import BringBackAFile
from helpers.statement.activities.drafting import Drafting
from tests.statement.co_writer import comment, edited, move_paragraph, paragraph, track, unmarked
from tests.statement.journals import markup, prompt

APRIL, MAY = "expectations.email_april", "expectations.email_may"


@pytest.fixture
def desk(journal):
    journal.write_result(prompt("picked"), [APRIL, MAY, "voices.guess"])
    journal.write(prompt("meaning_today"), "To lead is to ask, and to wait for the answer.")
    keeping.lean_on(journal, ["R3-10"])
    return BringBackAFile(journal)


def bring(desk, data, name="draft.docx"):
    desk.bring(name, data)
    return desk.changes


def words(desk, name):
    return Drafting(desk.journal).pieces[name].said


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_copy_that_nobody_touched_brings_nothing(desk, form):
    assert bring(desk, desk.copied(form), f"draft.{form}") == []
    assert "the words are as they are in your draft" in desk.said.html


def test_a_copy_in_plain_text_cites_by_key_and_its_citations_are_no_words_of_a_piece(desk):
    keeping.lean_on(desk.journal, [each.id for each in load_facts()])
    copy = desk.copied("md").decode()
    assert "answer. [@" in copy
    assert bring(desk, copy.encode(), "d.md") == []
    [change] = bring(desk, copy.replace("To lead is to ask", "To lead is to hear").encode(), "d.md")
    change.tick_all()
    desk.take()
    assert words(desk, "statement.meaning_today").endswith("to hear, and to wait for the answer.")


@pytest.mark.parametrize("then", [[], ["R3-04"]])
def test_a_copy_in_plain_text_is_read_though_other_evidence_is_leant_on_since(desk, then):
    keeping.arrange(desk.journal, {"unsure": ["fact:R3-10"]})
    copy = desk.copied("md")
    assert b"\n[@anhoej2014]\n" in copy
    keeping.lean_on(desk.journal, then)
    assert bring(desk, copy, "d.md") == []


def test_a_citation_that_the_reader_typed_stays_theirs(desk):
    desk.journal.write(prompt("meaning_today"), "I lean on [@anhoej2014].")
    assert bring(desk, desk.copied("md"), "d.md") == []
    copy = desk.copied("md").replace(b"I lean on", b"I still lean on")
    [change] = bring(desk, copy, "d.md")
    change.tick_all()
    desk.take()
    assert words(desk, "statement.meaning_today") == "I still lean on [@anhoej2014]."


def test_a_tracked_change_is_listed_with_author_and_day_and_nothing_is_taken(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "listen")

    copy = desk.copied("docx")
    before = len(desk.journal.all_versions())
    [change] = bring(desk, edited(copy, act))
    assert change.ticks.options == {"1": "7 April 2026, Ann Other: “ask” becomes “listen”"}
    assert change.ticks.value is None
    assert "<del>" in markup(change)
    desk.take()
    assert "nothing was changed" in desk.said.html
    assert len(desk.journal.all_versions()) == before


def test_a_change_that_is_taken_is_a_new_version_and_the_old_one_stays(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "listen")

    [change] = bring(desk, edited(desk.copied("docx"), act))
    change.ticks.answer(["1"])
    desk.take()
    assert (
        words(desk, "statement.meaning_today")
        == "To lead is to listen, and to wait for the answer."
    )
    kept = desk.journal.versions("statement.article.statement.meaning_today")
    assert [version.value for version in kept] == [
        "To lead is to ask, and to wait for the answer.",
        "To lead is to listen, and to wait for the answer.",
    ]
    assert desk.journal.latest("statement.meaning_today").value.startswith("To lead is to ask")


def test_one_of_two_changes_can_be_left(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "listen")
        track(paragraph(draft, "and to wait"), "wait", "stay", author="Bo Reader")

    [change] = bring(desk, edited(desk.copied("docx"), act))
    assert len(change.ticks.options) == 2
    change.ticks.answer(["2"])
    desk.take()
    assert (
        words(desk, "statement.meaning_today") == "To lead is to ask, and to stay for the answer."
    )


def test_a_comment_is_kept_as_a_note_where_the_reader_ticks_it(desk):
    def act(draft):
        comment(draft, paragraph(draft, "To lead"), "<b>Says who?</b>")

    [change] = bring(desk, edited(desk.copied("docx"), act))
    assert "Bo Reader" in change.notes.options["0"]
    change.notes.answer(["0"])
    desk.take()
    [note] = keeping.notes(desk.journal)
    assert (note["author"], note["said"]) == ("Bo Reader", "<b>Says who?</b>")
    assert "&lt;b&gt;Says who?&lt;/b&gt;" in desk.kept.html


def test_a_new_paragraph_is_asked_where_it_should_go(desk):
    def act(draft):
        paragraph(draft, "What I am unsure of").insert_paragraph_before("A wholly new thought.")

    [change] = bring(desk, edited(desk.copied("docx"), act))
    assert change.change.kind == "new"
    assert change.where.value == "do"
    change.where.answer("unsure")
    change.ticks.answer(["whole"])
    desk.take()
    assert Drafting(desk.journal).layout["unsure"] == ["added:1"]
    assert words(desk, "added:1") == "A wholly new thought."


def test_a_paragraph_that_was_deleted_is_left_out_only_when_the_reader_says_so(desk):
    def act(draft):
        gone = paragraph(draft, "People who work at night.")._p
        gone.getparent().remove(gone)

    copy = edited(desk.copied("docx"), act)
    [change] = bring(desk, copy)
    assert change.change.kind == "removed"
    desk.take()
    assert "voices.guess" in Drafting(desk.journal).layout["reflections"]
    [change] = bring(desk, copy)
    change.ticks.answer(["whole"])
    desk.take()
    assert "voices.guess" not in Drafting(desk.journal).layout["reflections"]
    assert desk.journal.latest("voices.guess").value == "People who work at night."


def test_another_order_can_be_taken(desk):
    def act(draft):
        move_paragraph(paragraph(draft, "To lead"), paragraph(draft, "Your email in April"))

    assert bring(desk, edited(desk.copied("docx"), act)) == []
    assert desk.order is not None
    desk.order.tick_all()
    desk.take()
    layout = Drafting(desk.journal).layout
    assert layout["reflections"][0] == "statement.meaning_today"
    assert layout["think"] == []


def test_a_file_without_our_marks_is_known_by_its_words(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "listen")

    back = unmarked(edited(desk.copied("docx"), act))
    [change] = bring(desk, back)
    assert change.change.id == "statement.meaning_today"
    assert desk.order is None


def test_markdown_that_was_edited_comes_back(desk):
    text = desk.copied("md").decode()
    text = text.replace("to wait for", "to wait <!-- how long? --> long for")
    [change] = bring(desk, text.encode(), "draft.md")
    assert [note.said for note in change.change.comments] == ["how long?"]
    desk.tick_all()
    desk.take()
    said = " ".join(words(desk, "statement.meaning_today").split())
    assert said == "To lead is to ask, and to wait long for the answer."


def test_words_changed_after_the_copy_are_told_and_stay_in_the_history(desk):
    copy = desk.copied("docx")
    desk.journal.write(prompt("meaning_today"), "To lead is to be quiet.")
    back = edited(copy, lambda draft: track(paragraph(draft, "To lead"), "ask", "listen"))
    [change] = bring(desk, back)
    assert "To lead is to be quiet." in markup(change)
    change.ticks.answer(["1"])
    desk.take()
    kept = [each.value for each in desk.journal.all_versions()]
    assert "To lead is to be quiet." in kept
    assert words(desk, "statement.meaning_today").startswith("To lead is to listen")


def test_words_changed_for_the_copy_are_not_taken_for_the_co_writers(desk):
    desk.journal.write(prompt("article_unsure"), "Would Mrs Smith agree?")
    desk.copy.refresh()
    desk.copy.caution.choice.answer("change")
    copy = desk.copy.made("docx")
    text = "\n".join(each.text for each in Document(io.BytesIO(copy)).paragraphs)
    assert "Smith" not in text
    assert bring(desk, copy) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [("draft.docx", b"PK\x03\x04 broken"), ("draft.pdf", b"%PDF"), ("draft.docm", bytes(10))],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_what_was_there_stays(desk, name, data):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "listen")

    bring(desk, edited(desk.copied("docx"), act))
    shown = desk.review.children
    with pytest.raises(Problem, match=name):
        desk.bring(name, data)
    assert desk.review.children == shown


def test_the_problem_is_shown_beside_the_upload(desk):
    upload = desk.upload
    assert isinstance(upload, Upload)
    assert upload.accept == ".docx,.md"
    upload.on_act({"run": 1, "start": {"name": "x.docx", "size": 3}}, [])
    upload.on_act({"run": 1, "piece": 0}, [b"abc"])
    upload.on_act({"run": 1, "finish": True}, [])
    assert "'x.docx' is damaged" in upload.problem


@pytest.mark.parametrize(("size", "said"), [(100 * 1024**2, "100 MB"), (0, "is empty")])
def test_a_file_that_can_be_no_draft_is_refused_before_it_is_sent_over(desk, size, said):
    desk.upload.on_act({"run": 1, "start": {"name": "x.docx", "size": size}}, [])
    assert said in desk.upload.problem
    assert "Nothing you had before is lost." in desk.upload.problem


def test_what_the_reader_moved_meanwhile_is_not_the_co_writers_order(desk):
    copy = desk.copied("docx")
    keeping.move(desk.journal, MAY, -1)
    assert bring(desk, copy) == []
    assert desk.order is None


def test_a_file_that_is_brought_again_after_all_was_taken_brings_nothing(desk):
    back = edited(
        desk.copied("docx"), lambda draft: track(paragraph(draft, "To lead"), "ask", "listen")
    )
    bring(desk, back)
    desk.tick_all()
    desk.take()
    assert bring(desk, back) == []


def test_what_a_co_writer_wrote_is_escaped(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "<img src=x onerror=alert(1)>", author="<script>")

    changes = bring(desk, edited(desk.copied("docx"), act))
    assert "<img" not in "".join(markup(change) for change in changes)


def test_no_words_of_the_co_writer_are_in_the_representation(desk):
    def act(draft):
        track(paragraph(draft, "To lead"), "ask", "SECRET", author="SECRET")

    [change] = bring(desk, edited(desk.copied("docx"), act))
    assert "SECRET" not in repr(change.change) + repr(desk.comparison) + repr(desk)
