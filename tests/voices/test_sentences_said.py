"""What might get in the way of a sentence: hints that a person would give too."""

import pytest

from helpers.page.words import load
from helpers.voices.sentences_said import hints

SAID = load("voices")["hear"]
CUES = SAID["cues"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("What have we not asked about yet?", ()),
        ("Tell me about your last night shift.", ()),
        ("Could you walk us through what happened on Friday?", ()),
        ("“What’s missing?”", ()),
        ("Any questions?", ("anyone",)),
        ("Is the new form all right?", ("closed",)),
        ("Don’t you think this works?", ("leading",)),
        ("Why did you not say so?", ("why",)),
        ("I want you all to speak up.", ("no_question",)),
        ("How was it? And what would you change?", ("several",)),
        ("", ()),
        ("   ", ()),
    ],
)
def test_an_invitation_is_open(sentence, expected):
    assert hints(sentence, "inviting", CUES) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You asked what happens at night, and nobody else had.", ()),
        ("Thank you for telling us about the broken lift; we will move the clinic.", ()),
        ("Well done!", ("general",)),
        ("Great point, but we have no money.", ("general", "but")),
        ("You are a star.", ("person",)),
        ("That was brave", ("what",)),
        ("", ()),
    ],
)
def test_appreciation_names_what_was_said_or_done(sentence, expected):
    assert hints(sentence, "appreciating", CUES) == expected


def test_a_cue_inside_another_word_is_none():
    assert hints("You noticed when the button butted in on us.", "appreciating", CUES) == ()


def test_a_very_long_sentence_is_said_to_be_long():
    assert hints("what " * 31 + "?", "inviting", CUES) == ("long",)


def test_at_most_two_hints_are_given():
    long = "Surely, why did you " + "do it and " * 20 + "? And then?"
    assert len(hints(long, "inviting", CUES)) == 2


@pytest.mark.parametrize("kind", ["inviting", "appreciating"])
def test_our_own_examples_pass(kind):
    assert [hints(example, kind, CUES) for example in SAID[kind]["examples"]] == [
        () for _ in SAID[kind]["examples"]
    ]


def test_every_hint_has_its_words():
    assert set(SAID["hints"]) == {
        *("no_question", "closed", "anyone", "leading", "why", "several", "long"),
        *("general", "what", "person", "but"),
    }
