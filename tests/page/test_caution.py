"""The NHS numbers are from the range 999, which is given to nobody; all people are invented."""

import time

import pytest

from helpers.page.caution import BeforeSharing, caution
from helpers.page.forms import Text

EMAIL = "Ask Mrs Smith, 999 000 0018."
TEXTS = [("Your email", EMAIL), ("<b>Plan</b>", "We meet on 3 March 2026.")]


def typed(field, value, seq=1):
    field.on_act({"draft": {"value": value, "client": "page", "seq": seq}}, [])


def kinds(field):
    return [place["kind"] for place in field.caution]


@pytest.fixture
def field(journal, april):
    return Text(prompt=april, journal=journal)


def test_words_that_may_point_to_a_person_are_saved_and_asked_about(field, journal, april):
    typed(field, EMAIL)
    assert journal.latest(april.id).value == EMAIL
    assert kinds(field) == ["name", "nhs_number"]


def test_the_page_is_told_the_place_and_not_the_words(field):
    typed(field, EMAIL)
    assert field.caution[0] == {
        "kind": "name",
        "start": 4,
        "end": 13,
        "suggestion": "[a colleague or patient]",
        "called": "a person's name",
    }


def test_what_was_left_is_not_asked_again_as_typing_goes_on(field):
    typed(field, EMAIL)
    field.on_act({"leave": "Mrs Smith"}, [])
    typed(field, f"{EMAIL} Mrs Smith knows; Mrs Jones does not.", 2)
    assert kinds(field) == ["nhs_number", "name"]
    assert field.value[field.caution[1]["start"] :].startswith("Mrs Jones")


def test_changed_words_are_no_longer_asked_about(field):
    typed(field, "Ask Mrs Smith.")
    typed(field, "Ask [a colleague or patient].", 2)
    assert field.caution == []


def test_words_written_on_another_day_are_asked_about_when_they_are_shown(journal, april):
    journal.write(april, EMAIL)
    field = Text(prompt=april, journal=journal)
    assert field.caution == []
    field.on_shown()
    assert kinds(field) == ["name", "nhs_number"]


def test_a_box_whose_words_are_not_kept_asks_nothing():
    field = Text("Paste your numbers")
    typed(field, EMAIL)
    assert field.caution == []


def test_looking_through_a_usual_text_costs_little(field):
    field._show("I asked Mrs Smith what the ward had changed in May, and why. " * 8)
    began = time.process_time()
    for _ in range(50):
        field._look()
    assert (time.process_time() - began) / 50 < 0.002  # seconds


def test_every_place_is_found_with_what_its_text_is_called():
    assert [(label, found.kind) for label, found in caution(TEXTS)] == [
        ("Your email", "name"),
        ("Your email", "nhs_number"),
    ]


def test_nothing_is_read_before_the_look_is_shown():
    read = []
    look = BeforeSharing(lambda: read.append("read") or TEXTS)
    assert read == []
    look.told.on_shown()
    assert read == ["read"]


def test_the_look_lists_what_was_found_and_escapes_it():
    look = BeforeSharing(lambda: [("<b>Plan</b>", "Ask Mrs O'Neill.")])
    look.refresh()
    assert "&lt;b&gt;Plan&lt;/b&gt;: “Mrs O&#x27;Neill” may be a person's name" in look.told.html


@pytest.mark.parametrize(("answer", "shared"), [("leave", EMAIL), (None, EMAIL)])
def test_without_a_wish_to_change_the_words_go_as_they_are(answer, shared):
    look = BeforeSharing(lambda: TEXTS)
    look.refresh()
    look.choice.answer(answer)
    assert look.texts()[0] == ("Your email", shared)


def test_the_copy_is_changed_and_the_journal_is_not(journal, april):
    journal.write(april, EMAIL)
    look = BeforeSharing(lambda: [("Your email", journal.latest(april.id).value)])
    look.refresh()
    look.choice.answer("change")
    changed = "Ask [a colleague or patient], [a patient's number]."
    assert look.texts() == [("Your email", changed)]
    assert journal.latest(april.id).value == EMAIL


def test_where_nothing_was_found_nothing_is_asked_but_care_is_advised():
    look = BeforeSharing(lambda: TEXTS[1:])
    look.refresh()
    assert look._asked.children == ()
    assert "read it once more yourself" in look.told.html


def test_many_places_are_listed_in_part_and_changed_in_full():
    many = "Mrs Smith. " * 40
    look = BeforeSharing(lambda: [("Your email", many)])
    look.refresh()
    look.choice.answer("change")
    assert "and 10 more" in look.told.html
    assert "Smith" not in look.copy(many)


def test_no_word_is_in_what_a_notebook_or_a_log_would_show(field):
    typed(field, EMAIL)
    look = BeforeSharing(lambda: TEXTS)
    look.refresh()
    assert "Smith" not in repr(field) + repr(look) + repr(look.told) + repr(caution(TEXTS))
