"""What a co-writer changed, laid beside what was sent."""

import pytest

from helpers.statement.merge import Sent, compare
from helpers.statement.pieces import key, own_mark
from helpers.statement.returned import Comment, Paragraph
from helpers.statement.spans import Span

TELL = "I tell people what to do, every single day."
WAIT = "Then I wait until somebody asks me why."
SENT = [
    Sent("a", "think", "Your email", TELL, TELL),
    Sent("b", "do", "Your promise", WAIT, WAIT),
]
OWN = ["What I think", "What I will do", "You have not said yet: what did you see?"]
HEADINGS = {"What I think": "think", "What I will do": "do"}
WORKS = {"Ann, 2014"}
NOTE = Comment("Why?", "people", "Bo")


def marked(piece, *spans, version=1, comments=()):
    return Paragraph(_spans(spans), (f"p_{key(piece)}_{version}",), comments)


def plain(*spans, comments=()):
    return Paragraph(_spans(spans), (), comments)


def _spans(spans):
    return tuple(span if isinstance(span, Span) else Span(span) for span in spans)


def changes(*paragraphs, sent=SENT, **more):
    return compare(paragraphs, sent, own=OWN, headings=HEADINGS, works=WORKS, **more).changes


def test_nothing_changed_is_nothing_to_look_at():
    assert changes(marked("a", TELL + " (Ann, 2014)"), marked("b", WAIT)) == ()


def test_tracked_changes_are_taken_one_by_one():
    removed, added = Span("tell", "removed", "Ann"), Span("ask", "added", "Ann")
    [change] = changes(
        marked(
            "a",
            "I ",
            removed,
            added,
            " people what to do, every ",
            Span("single ", "removed", "Bo"),
            "day.",
        )
    )
    assert [edit.author for edit in change.edits] == ["Ann", "Bo"]
    assert change.taken({1}) == "I ask people what to do, every single day."
    assert change.taken({2}) == "I tell people what to do, every day."


def test_words_typed_without_tracking_are_told_word_by_word():
    [change] = changes(marked("a", TELL.replace("tell", "ask")))
    assert [(edit.removed, edit.added) for edit in change.edits] == [("tell", "ask")]


def test_tracked_and_untracked_together_lose_no_word():
    untracked = TELL.replace("every single day.", "always.")
    [change] = changes(marked("a", untracked, Span(" Really.", "added", "Ann")))
    assert change.taken({edit.number for edit in change.edits}) == untracked + " Really."


def test_a_citation_is_no_word_of_the_reader():
    [change] = changes(marked("a", TELL.replace("tell", "ask") + " (Ann, 2014)"))
    assert "2014" not in change.taken({1})


def test_a_paragraph_without_its_mark_is_known_by_its_words():
    [change] = changes(plain(TELL.replace("single", "blessed")), marked("b", WAIT))
    assert (change.kind, change.id) == ("changed", "a")


def test_what_is_like_nothing_is_new_and_stands_where_its_heading_is():
    [change] = changes(plain("What I will do"), plain("Quite another thought."))
    assert (change.kind, change.id, change.section) == ("new", "", "do")


def test_a_paragraph_between_two_of_a_piece_belongs_to_it():
    both = [Sent("a", "think", "", "One thing.\n\nAnother.", "One thing.\n\nAnother.")]
    [change] = changes(
        marked("a", "One thing."), plain("In between."), marked("a", "Another."), sent=both
    )
    assert change.taken({1}) == "One thing.\n\nIn between.\n\nAnother."


def test_two_alike_paragraphs_belong_to_two_pieces():
    both = [Sent(name, "do", "", WAIT, WAIT) for name in "cd"]
    found = compare([plain(WAIT), plain(WAIT)], both)
    assert found.changes == ()
    assert sorted(name for _section, name in found.order) == ["c", "d"]


def test_only_what_was_in_the_copy_can_be_left_out():
    assert changes(marked("a", TELL)) == ()
    [change] = changes(marked("a", TELL), copied={"a", "b"})
    assert (change.kind, change.id) == ("removed", "b")


def test_a_piece_struck_out_is_left_out():
    [change] = changes(marked("a", Span(TELL, "removed", "Ann")), marked("b", WAIT))
    assert change.kind == "removed"


def test_a_moved_piece_is_no_change_of_its_words():
    gone, come = Span(TELL, "removed", "Ann"), Span(TELL, "added", "Ann")
    found = compare([marked("a", gone), marked("b", WAIT), plain(come)], SENT, copied={"a", "b"})
    assert found.changes == ()
    assert [name for _section, name in found.order] == ["b", "a"]


def test_an_answer_behind_a_question_of_the_kit_is_not_lost():
    asked = Paragraph((Span(OWN[2] + " I saw the queue."),), ("own_q_1_00000000",))
    [change] = changes(asked)
    assert (change.kind, change.spans[0].text) == ("new", "I saw the queue.")


def test_a_line_of_the_kit_that_is_no_longer_in_the_draft_is_not_new():
    gone = "You have not said yet: what will you do?"
    assert changes(Paragraph((Span(gone),), (own_mark("q_3", gone),))) == ()


def test_comments_are_listed_whether_or_not_words_changed():
    [noted] = changes(marked("a", TELL, comments=(NOTE,)))
    assert (noted.kind, noted.comments) == ("noted", (NOTE,))
    [changed] = changes(marked("a", "I ask.", comments=(NOTE,)))
    assert (changed.kind, changed.comments) == ("changed", (NOTE,))


def test_a_comment_on_a_heading_is_listed():
    [noted] = changes(plain("What I think", comments=(NOTE,)))
    assert (noted.kind, noted.label) == ("noted", "What I think")


def test_a_file_of_an_older_version_is_laid_beside_that_version():
    older = "I tell people."
    [change] = changes(
        marked("a", "I ask people.", version=7),
        sent_before=lambda piece, version: older if (piece, version) == ("a", 7) else None,
    )
    assert change.taken(()) == older
    assert change.overtaken == TELL


def test_what_the_reader_has_taken_over_meanwhile_is_no_change():
    old = changes(marked("a", TELL, version=7), sent_before=lambda *_: "I tell people.")
    assert old == ()


def test_paragraphs_parted_and_joined_are_changes_too():
    [parted] = changes(
        Paragraph(
            (Span("I tell people what to do,"),),
            (f"p_{key('a')}_1",),
            end=Span("\n\n", "added", "Ann"),
        ),
        marked("a", " every single day."),
    )
    assert parted.taken({1}) == "I tell people what to do,\n\n every single day."
    assert parted.taken(()) == TELL


@pytest.mark.parametrize("mark", ["p_zzzzzzzzzzzz_1", "p_" + "0" * 12 + "_1", "own_", "<script>"])
def test_a_foreign_mark_is_no_mark(mark):
    [change] = changes(Paragraph((Span("Something else."),), (mark,)))
    assert change.kind == "new"


def test_hundreds_of_foreign_paragraphs_are_all_shown_as_new():
    foreign = [plain(f"Sentence number {n} of a wholly other text.") for n in range(900)]
    assert len(changes(*foreign)) == 900
