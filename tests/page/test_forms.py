import pytest

from helpers.intake import Problem
from helpers.page.forms import Choice, Date, Slider, Text, Ticks, show_problem
from helpers.page.layout import Activity

COLOURS = {"a": "Amber", "b": "Blue"}


def typed(field, value, seq=1, client="page"):
    field.on_act({"draft": {"value": value, "client": client, "seq": seq}}, [])


def test_a_typed_answer_is_in_the_journal_when_the_page_is_told_so(journal, april):
    field = Text(prompt=april, journal=journal)
    typed(field, "Thank you all.")
    assert journal.latest(april.id).value == "Thank you all."
    assert field.saved["seq"] == 1
    assert field.saved["at"]


def test_a_field_reads_the_journal_when_it_is_shown_not_when_it_is_made(journal, april):
    field = Text(prompt=april, journal=journal)
    journal.write(april, "written later")
    assert field.value is None
    field.on_shown()
    assert field.value == "written later"


def test_showing_a_field_again_writes_nothing(journal, april):
    journal.write(april, "once")
    Text(prompt=april, journal=journal).on_shown()
    assert len(journal.versions(april.id)) == 1


def test_the_label_is_the_question_the_journal_keeps(april, journal):
    assert Text(prompt=april, journal=journal).label == april.wording


def test_an_answer_from_code_is_kept_like_one_by_hand(journal, april):
    Text(prompt=april, journal=journal).answer("from code")
    assert journal.latest(april.id).value == "from code"


def test_two_windows_keep_both_texts_and_say_so(journal, april):
    first, second = Text(prompt=april, journal=journal), Text(prompt=april, journal=journal)
    typed(first, "from the first window", client="one")
    typed(second, "from the second window", client="two")
    assert second.saved["elsewhere"]["at"]
    assert [v.value for v in journal.versions(april.id)] == [
        "from the first window",
        "from the second window",
    ]
    second.on_act({"other": True}, [])
    assert "from the first window" in second.hint


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (lambda **k: Choice("Pick", COLOURS, **k), "b"),
        (lambda **k: Choice("Pick", COLOURS, **k), None),
        (lambda **k: Ticks("Pick", COLOURS, **k), ["a", "b"]),
        (lambda **k: Slider("How far?", 0, 10, **k), 7),
    ],
)
def test_every_kind_of_answer_comes_back_as_it_was_given(journal, april, field, answer):
    typed(field(prompt=april, journal=journal), answer)
    again = field(prompt=april, journal=journal)
    again.on_shown()
    assert again.value == answer


def test_nothing_is_chosen_beforehand():
    assert Choice("Pick", COLOURS).value is None


def test_a_journal_that_cannot_be_written_keeps_the_text_and_says_what_to_do(april):
    class Full:
        def write(self, *_args, **_more):
            raise Problem("The disk is full. Make room, then type on.")

    field = Text(prompt=april, journal=Full())
    typed(field, "my words")
    assert field.value == "my words"
    assert field.saved["problem"] == "The disk is full. Make room, then type on."


def test_only_a_problem_is_shown_and_a_bug_stays_loud():
    with pytest.raises(ZeroDivisionError):
        show_problem(Text("Number"), lambda: 1 / 0)


def test_an_old_complaint_goes_when_the_answer_changes():
    date = Date("By when?")
    date.problem = "That day has passed. Choose a later one."
    date.answer("2026-12-09")
    assert date.problem == ""


def test_a_field_of_another_journal_never_sends_its_words_to_the_persons_own(journal, april):
    field = Text(prompt=april, journal=journal)
    field.on_shown()
    assert field.prompt == {}


def test_what_a_notebook_would_store_of_a_field_holds_no_answer(journal, april):
    field = Text(prompt=april, journal=journal)
    field.answer("my words")
    stored = field._repr_mimebundle_()
    assert "my words" not in str(stored)
    assert "my words" not in repr(Activity(field))


def test_an_answer_deleted_elsewhere_leaves_the_box_as_it_was_at_first(journal, april):
    field = Ticks("Pick", COLOURS, prompt=april, journal=journal, value=["a"])
    typed(field, ["a", "b"])
    journal.forget_entry(april.id)
    field.on_shown()
    assert (field.value, field.saved) == (["a"], {})
