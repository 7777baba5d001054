"""Files that come in broken, hostile or from a later release; and what may be left out of one."""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.journal import Journal, Prompt
from helpers.journal.export import as_json, bring_in
from helpers.journal.export.checked import validator
from helpers.journal.export.opened import LARGEST_MB
from tests.journal.written import at, journal_of

HEAD = '"format": "leading-for-improvement/journal", "version": 1'
PROMISE = {"if": "Monday", "then": "ask", "by": "2026-03-20", "created": at(0)}


def refused(data):
    """Bring in a file that must be refused; return what is said, once nothing came in."""
    journal = Journal.in_memory()
    before = journal.contents()
    with pytest.raises(Problem) as said:
        bring_in(journal, data if isinstance(data, bytes) else json.dumps(data).encode())
    assert journal.contents() == before
    assert "Nothing in your journal was changed." in str(said.value)
    return str(said.value)


def with_version(**fields):
    """Write a file with one good answer, then one whose version has these fields."""
    contents = journal_of(("a.good", (0, "good")), ("a.b", (0, "words")))
    contents["entries"][1]["versions"][0] |= fields
    return contents


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "(JSON): it cannot be read on from line 1, column 1."),
        (b"PK\x03\x04\xff", "not a data file from this kit"),
        (b'{\n"entries": [}', "line 2, column 13"),
        (b"[1, 2]", "no journal that this kit exported"),
        (b'"words"', "no journal that this kit exported"),
        (b'{"format": "somebody/else", "version": 1}', "no journal that this kit exported"),
        (b'{"format": "leading-for-improvement/journal"}', "version should be a whole number"),
        (f'{{{HEAD}, "entries": [{{"mood": NaN}}]}}'.encode(), "holds NaN"),
        (f'{{{HEAD}, "mood": -Infinity}}'.encode(), "holds -Infinity"),
        (f'{{{HEAD}, "mood": 1e999}}'.encode(), "a number too large"),
        (f'{{{HEAD}, "mood": {"9" * 5000}}}'.encode(), "thousands of digits"),
        (f'{{{HEAD}, "a": {{"b": 1, "b": 2}}}}'.encode(), "a has the name 'b' twice"),
        (f'{{{HEAD}, "version": 1}}'.encode(), "The file has the name 'version' twice"),
        (f'{{{HEAD}, "a": [0, "\\ud83d"]}}'.encode(), "a[1] holds half of a character"),
        (f'{{{HEAD}, "a": {{"\\udc00": 1}}}}'.encode(), "a has a name with half of a character"),
        (f'{{{HEAD}, "deep": {"[" * 100}{"]" * 100}}}'.encode(), "deep[0][0]"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
    ],
)
def test_a_broken_file_is_refused_and_says_where(data, said):
    assert said in refused(data)


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (journal_of(entries={}), "entries should be a list"),
        (journal_of(entries=[1]), "entries[0] should be an answer: a group with 'prompt'"),
        (journal_of(entries=[{"versions": []}]), "entries[0].prompt is missing"),
        (with_version(at="yesterday"), "entries[1].versions[0].at should be a date and time"),
        (with_version(at="2026-02-31T09:00:00Z"), "entries[1].versions[0].at should be"),
        (with_version(at="2026-03-02T09:00:00"), "entries[1].versions[0].at should be"),
        (with_version(at=1772442000), "entries[1].versions[0].at should be a date and time"),
        (with_version(value=["words"]), "entries[1].versions[0].value should be text"),
        (with_version(value=None), "entries[1].versions[0].value should be text"),
        (with_version(kind="audit"), "versions[0].value should be a group of named values"),
        (with_version(kind="poem"), "versions[0].kind should be one of text, choice, prediction"),
        (with_version(prompt_version=10**30), "prompt_version should be a whole number from 0"),
        (with_version(prompt_version=True), "prompt_version should be a whole number from 0"),
        (with_version(outcome={"value": "up"}), "entries[1].versions[0].outcome.at is missing"),
        (journal_of(commitments=[PROMISE | {"by": "2026-02-31"}]), "commitments[0].by should be"),
        (journal_of(commitments=[PROMISE | {"review_days": [0]}]), "review_days[0] should be"),
        (journal_of(commitments=[PROMISE | {"uid": "a b"}]), "commitments[0].uid should be"),
        (journal_of(demonstration="no"), "demonstration should be true or false"),
    ],
)
def test_a_file_with_one_thing_wrong_is_refused_whole_and_says_where(contents, said):
    assert said in refused(contents)


def test_what_is_said_of_a_bad_file_holds_no_word_of_the_person():
    assert "secret" not in refused(with_version(value=["secret"]))
    assert "secret" not in refused(with_version(at="secret"))


def test_a_file_of_a_hundred_megabytes_is_refused_without_reading_it():
    data = b'{"a": "' + b"x" * (100 * 2**20) + b'"}'
    tracemalloc.start()
    try:
        assert f"The file has 100 MB; the kit reads up to {LARGEST_MB} MB." in refused(data)
        assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
    finally:
        tracemalloc.stop()


def test_a_file_of_millions_of_nothings_is_refused_without_unfolding_it():
    assert "more parts than any journal" in refused(b"[" + b"{}," * 3_000_000 + b"{}]")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_are_refused_with_a_problem_and_nothing_else(data):
    with pytest.raises(Problem):
        bring_in(Journal.in_memory(), data)


def newer():
    """Write a file of a later release: some of it as today, some of it not."""
    contents = journal_of(
        ("a.b", (0, "words")), ("a.c", (1, "more")), sounds=[{"at": 1}], version=7
    )
    contents["entries"][0]["versions"].append({"kind": "drawing", "value": [1], "at": at(2)})
    contents["entries"][0]["tags"] = ["kept", {"name": "new kind of tag"}]
    contents["entries"].append({"prompts": ["x", "y"], "versions": []})
    return contents | {"commitments": {"one": PROMISE}}


def test_of_a_later_release_what_is_known_comes_in_and_the_rest_is_kept():
    journal = Journal.in_memory()
    brought = bring_in(journal, json.dumps(newer()).encode())
    assert (brought.entries, brought.versions, brought.tags) == (2, 2, 1)
    assert "newer release" in brought.notes[0]
    assert "(4 parts)" in brought.notes[0]
    exported = json.loads(as_json(journal))
    assert not list(validator().iter_errors(exported))
    assert exported["sounds"] == [{"at": 1}]
    assert exported["kept"] == [
        {"where": "commitments", "value": {"one": PROMISE}},
        {"where": "entries[2]", "value": {"prompts": ["x", "y"], "versions": []}},
    ]
    assert exported["entries"][0]["kept"] == [
        {"where": "tags[1]", "value": {"name": "new kind of tag"}},
        {"where": "versions[1]", "value": {"kind": "drawing", "value": [1], "at": at(2)}},
    ]


def test_a_file_of_a_later_release_twice_is_kept_once():
    journal = Journal.in_memory()
    bring_in(journal, json.dumps(newer()).encode())
    once = journal.contents()
    bring_in(journal, json.dumps(newer()).encode())
    bring_in(journal, as_json(journal).encode())
    assert journal.contents() == once


def test_a_file_may_leave_out_all_that_can_be_guessed(journal):
    bring_in(journal, json.dumps(journal_of(("voices.first", (0, "Theirs")))).encode())
    (entry,) = journal.entries("voices")
    assert (entry.latest.value, entry.latest.kind, entry.prompt.version) == ("Theirs", "text", 1)


def test_times_with_other_offsets_are_the_same_moments(journal):
    bring_in(journal, json.dumps(with_version(at="2026-03-02T10:00:00+01:00")).encode())
    again = bring_in(journal, json.dumps(with_version(at="2026-03-02T09:00:00Z")).encode())
    assert again.versions == 0


def test_an_export_may_hold_one_reflection_only(journal):
    for name in ("voices.a", "learning.a"):
        journal.write(Prompt(name, 1, "What?", name.split(".")[0]), name)
    journal.take_question("Whose?", "voices")
    journal.remember_place("05-voices", "try-it")
    contents = json.loads(as_json(journal, reflection="voices"))
    assert [entry["prompt"] for entry in contents["entries"]] == ["voices.a"]
    assert len(contents["questions"]) == 1
    assert "places" not in contents
    assert not list(validator().iter_errors(contents))


def test_a_change_reaches_every_text_and_no_id(journal, april):
    journal.write(april, "Ann said so")
    journal.write_result(Prompt("v.r", 1, "Who?", "v"), {"who": ["Ann", 3], "at": "Ann"})
    promise = journal.promise("Ann asks", "answer", journal.versions(april.id)[0].at.date(), "v")
    journal.review(promise.id, "done", "Ann was glad")
    journal.tag(april.id, "Ann")
    exported = as_json(journal, change=lambda text: text.replace("Ann", "A."))
    assert "Ann" not in exported
    assert exported.count("A.") == 6
    assert json.loads(exported)["commitments"][0]["uid"] == promise.uid


def test_twenty_thousand_versions_go_out_and_come_back_in_seconds(journal):
    import time

    contents = journal_of(
        *((f"a.{n}", *((m, "words " * 80) for m in range(200))) for n in range(100))
    )
    started = time.process_time()
    journal.bring_in(contents)
    exported = as_json(journal)
    assert exported.count('"value"') == 20_000
    assert time.process_time() - started < 8  # 1 second on an idle computer
