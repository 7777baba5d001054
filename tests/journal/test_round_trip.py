import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from helpers.intake import Problem
from helpers.journal import Journal, Prompt, demonstration
from helpers.journal.export import as_json, bring_in
from helpers.journal.export.checked import schema, validator
from tests.journal.written import at, journal_of, journals, texts_in

HELD = ("entries", "commitments", "questions", "places")

drawn = settings(max_examples=40, deadline=None)


def sent(contents):
    return json.dumps(contents, ensure_ascii=False).encode()


def contents_of(journal):
    contents = json.loads(as_json(journal))
    del contents["exported_at"]
    return contents


def holding(*files):
    journal = Journal.in_memory()
    for contents in files:
        bring_in(journal, sent(contents))
    return journal


def words(journal, prompt="a.b"):
    return [version.value for version in journal.versions(prompt)]


@drawn
@given(journals)
def test_export_wipe_import_export_gives_the_same_again(contents):
    with TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder) / "journal.sqlite3")
        bring_in(journal, sent(contents))
        first = as_json(journal)
        assert contents_of(journal) == contents
        journal.forget_everything()
        assert not any(contents_of(journal)[name] for name in HELD)
        bring_in(journal, first.encode())
        assert contents_of(journal) == contents
    assert not list(validator().iter_errors(json.loads(first)))


@drawn
@given(journals)
def test_the_same_file_twice_changes_nothing(contents):
    journal = holding(contents)
    again = bring_in(journal, sent(contents))
    assert contents_of(journal) == contents
    assert (again.entries, again.versions, again.commitments, again.questions) == (0, 0, 0, 0)


@settings(max_examples=25, deadline=None)
@given(journals, journals)
def test_two_journals_brought_together_lose_nothing(one, other):
    journal = holding(one, other)
    both = contents_of(journal)
    assert {*texts_in(one), *texts_in(other)} <= set(texts_in(both))
    bring_in(journal, sent(other))
    bring_in(journal, sent(both))
    assert contents_of(journal) == both


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=9)), max_size=12))
def test_what_was_written_by_hand_comes_back_too(saves):
    journal = Journal.in_memory()
    for page, value in saves:
        journal.write(Prompt("v.x", 1, "What?", "v"), value, client=page)
    other = holding(contents_of(journal))
    assert contents_of(other) == contents_of(journal)
    assert words(other, "v.x") == words(journal, "v.x")


def test_the_published_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_a_journal_that_uses_everything_fits_the_schema_and_comes_back(journal, clock, april):
    saved = journal.write(april, "Three of them", kind="prediction")
    journal.outcome(saved.version.id, "None of them")
    journal.write_result(Prompt("v.beads", 2, "How many red?", "v"), {"bet": 3, "drawn": [9, 11]})
    journal.write_audit(Prompt("v.audit", 1, "Look back", "v"), {"asked": "no"})
    journal.tag(april.id, "falls")
    promise = journal.promise("it is Monday", "ask", date(2026, 3, 20), "v", obstacle="time")
    journal.change_promise(promise.id, by=date(2026, 3, 27))
    clock.later(hours=1)
    journal.review(promise.id, "let_go", "It was not mine to keep")
    journal.take_question("Why?", "v", notebook="05-voices")
    journal.remember_place("05-voices", "try-it")
    journal.set_setting("minutes", 30)
    exported = as_json(journal)
    assert not list(validator().iter_errors(json.loads(exported)))
    other = holding(contents_of(journal))
    assert contents_of(other) == contents_of(journal)
    (back,) = other.commitments()
    assert (back.sequence, back.status, back.uid) == (1, "let_go", promise.uid)
    assert other.predictions()[0].outcome == "None of them"


def test_what_speaks_of_this_computer_only_stays_here(journal):
    journal.set_setting("here.whose_computer", "mine")
    journal.set_setting("minutes", 10)
    assert contents_of(journal)["settings"] == {"minutes": 10}


def test_a_setting_made_here_stays_as_it_is(journal):
    journal.set_setting("minutes", 10)
    bring_in(journal, sent(journal_of(settings={"minutes": 60, "alone": True})))
    assert (journal.setting("minutes"), journal.setting("alone")) == (10, True)


def test_versions_from_two_computers_stand_in_the_order_of_time():
    journal = holding(
        journal_of(("a.b", (1, "home, first"), (5, "home, last"))),
        journal_of(("a.b", (3, "work, between"), (4, "work, later"))),
    )
    assert words(journal) == ["home, first", "work, between", "work, later", "home, last"]
    assert journal.latest("a.b").value == "home, last"


def test_everything_ever_written_is_in_the_order_of_time_after_an_import():
    journal = holding(
        journal_of(("a.b", (2, "two"), (6, "six")), ("a.c", (4, "four"))),
        journal_of(
            ("a.d", (5, "five"), (1, "clock put back"), (7, "seven")), ("a.b", (3, "three"))
        ),
    )
    told = [version.value for version in journal.all_versions()]
    assert told == ["two", "three", "four", "five", "clock put back", "six", "seven"]


def test_what_came_of_a_prediction_moves_with_it(journal, clock, april):
    clock.later(hours=1)
    saved = journal.write(april, "It will last", kind="prediction")
    journal.outcome(saved.version.id, "it held")
    bring_in(journal, sent(journal_of((april.id, (1, "earlier")))))
    told = contents_of(journal)["entries"][0]["versions"]
    assert [version.get("outcome", {}).get("value") for version in told] == [None, "it held"]


def test_an_id_is_never_used_again_by_an_import():
    journal = holding(journal_of(("a.b", (1, "one"), (5, "five"))))
    before = {version.id: version.value for version in journal.versions("a.b")}
    bring_in(journal, sent(journal_of(("a.b", (3, "three")))))
    after = {version.id: version.value for version in journal.versions("a.b")}
    assert all(after[number] == before[number] for number in before.keys() & after.keys())


def test_an_answer_begun_on_two_computers_began_at_the_earlier_time():
    journal = holding(journal_of(("a.b", (5, "later"))), journal_of(("a.b", (1, "earlier"))))
    assert contents_of(journal)["entries"][0]["created"] == at(1)


def test_of_a_promise_the_state_changed_most_often_shows_and_the_other_is_kept():
    promise = {"uid": "p1", "if": "Monday", "then": "ask", "by": "2026-03-20", "created": at(0)}
    changed = promise | {"by": "2026-04-20", "sequence": 1}
    for first, second in [(promise, changed), (changed, promise)]:
        journal = holding(journal_of(commitments=[first]), journal_of(commitments=[second]))
        (kept,) = contents_of(journal)["commitments"]
        assert kept["by"] == "2026-04-20"
        assert kept["other_states"] == [{"by": "2026-03-20", "sequence": 0}]


def test_looks_back_from_two_computers_stand_in_the_order_of_time():
    promise = {"uid": "p1", "if": "Monday", "then": "ask", "by": "2026-03-20", "created": at(0)}
    looks = [{"at": at(minute), "status": "started"} for minute in (1, 2, 3)]
    journal = holding(
        journal_of(commitments=[promise | {"reviews": [looks[0], looks[2]]}]),
        journal_of(commitments=[promise | {"reviews": [looks[1]]}]),
    )
    assert [review.at.isoformat() for review in journal.commitments()[0].reviews] == [
        at(1),
        at(2),
        at(3),
    ]


def test_of_two_outcomes_the_newer_shows_and_the_other_is_kept():
    version = {"value": "It rises", "at": at(0), "kind": "prediction"}
    outcomes = [{"value": "It fell", "at": at(1)}, {"value": "It rose after all", "at": at(2)}]
    files = [
        journal_of(entries=[{"prompt": "a.b", "versions": [version | {"outcome": one}]}])
        for one in outcomes
    ]
    for order in (files, files[::-1]):
        kept = contents_of(holding(*order))["entries"][0]["versions"][0]["outcome"]
        assert kept == outcomes[1] | {"other_states": [outcomes[0]]}


def test_unknown_things_of_two_files_are_both_kept():
    files = [journal_of(("a.b", (1, "same")), mood=mood, rooms=["A"]) for mood in ("calm", "cross")]
    for mood, contents in zip((3, 4), files, strict=True):
        contents["entries"][0] |= {"energy": mood}
    kept = contents_of(holding(*files, *files))
    assert (kept["mood"], kept["rooms"]) == ("calm", ["A"])
    assert kept["other_states"] == [{"mood": "cross"}]
    assert kept["entries"][0]["energy"] == 3
    assert kept["entries"][0]["other_states"] == [{"energy": 4}]


def test_a_question_without_an_id_is_still_known_again():
    contents = journal_of(questions=[{"text": "Whose 80%?", "at": at(0), "reflection": "voices"}])
    journal = holding(contents, contents)
    assert [question.text for question in journal.questions()] == ["Whose 80%?"]


def test_a_demonstration_and_a_person_s_own_journal_never_meet(tmp_path, journal, april):
    shown = demonstration.make(tmp_path / "shown.sqlite3")
    journal.write(april, "Mine")
    with pytest.raises(Problem, match=r"demonstration.*nothing was brought in"):
        bring_in(journal, as_json(shown).encode())
    with pytest.raises(Problem, match=r"demonstration.*nothing was brought in"):
        bring_in(shown, as_json(journal).encode())
    assert [entry.latest.value for entry in journal.entries()] == ["Mine"]


def test_one_demonstration_takes_another(tmp_path):
    shown = demonstration.make(tmp_path / "shown.sqlite3")
    other = demonstration.make(tmp_path / "other.sqlite3")
    bring_in(other, as_json(shown).encode())
    assert contents_of(other)["demonstration"] is True


def test_an_import_that_fails_half_way_leaves_nothing(journal, monkeypatch):
    from helpers.journal.carry import promised

    def fails(*_):
        raise RuntimeError

    monkeypatch.setattr(promised, "bring_in_questions", fails)
    with pytest.raises(RuntimeError):
        bring_in(journal, sent(journal_of(("a.b", (1, "words")))))
    assert journal.entries() == []


def test_contents_are_not_changed_by_bringing_them_in(journal):
    contents = journal_of(("a.b", (1, "one")), mood=1)
    before = deepcopy(contents)
    journal.bring_in(contents)
    assert contents == before
