"""A copy of the template works as it is, shows its words, and keeps its readers' answers."""

import shutil

import pytest

from helpers.page.notebooks import STEPS
from helpers.page.own import block
from helpers.page.own.prose import prose
from helpers.page.own.read import read_page
from helpers.page.own.rhythm import core_minutes
from helpers.page.own.steps import CheckMyPage, Opening, Step
from helpers.page.own.whose import kept_under
from helpers.page.shelf import reflections
from tests.driven import parts
from tests.page.own.conftest import TEMPLATE, change, fields, html, put_right, shown


def test_the_template_itself_keeps_the_rhythm():
    assert put_right(TEMPLATE) == []
    assert core_minutes(read_page(TEMPLATE)) == [3, 6, 5]


def test_an_unedited_copy_is_on_the_shelf_and_the_template_is_not(copy, tmp_path):
    copy("our handover.ipynb")
    shutil.copy(TEMPLATE, tmp_path / block.TEMPLATE)
    [found] = reflections(tmp_path)
    assert (found.notebook, found.slice) == ("our handover.ipynb", "own-our-handover")
    assert (found.question, found.minutes, found.group_minutes) == (
        "What do I say first when the news is bad?",
        16,
        35,
    )


def test_the_shelf_tells_the_words_of_the_block(copy, tmp_path):
    path = copy(**{"What do I say first when the news is bad?": "Who is kind to the kind?"})
    change(path, {"minutes = 16": "minutes = 20", 'name = ""': 'name = "Kindness"'})
    [found] = reflections(tmp_path)
    assert (found.question, found.minutes, found.slice) == (
        "Who is kind to the kind?",
        20,
        "own-kindness",
    )


def test_a_page_with_mistakes_stays_on_the_shelf(copy, tmp_path):
    copy(**{'question = "What do I say first when the news is bad?"': "question = What?"})
    assert [found.question for found in reflections(tmp_path)] == ["07-kindness"]


def test_a_cell_says_nothing_before_it_is_shown():
    assert all(len(cell().children) == 1 for cell in (Opening, CheckMyPage, lambda: Step("try-it")))


@pytest.mark.parametrize("step", STEPS)
def test_each_step_shows_its_words(step, copy, journal):
    path = copy()
    seen = shown(Step(step, notebook=path, journal=journal))
    assert prose(read_page(path).stages[step].text) in html(seen)


def test_an_edit_is_there_when_the_page_is_shown_again(copy, journal):
    path = copy()
    cell = Step("try-it", notebook=path, journal=journal)
    assert "It is invented." in html(shown(cell))
    change(path, {"It is invented.": "I made it up."})
    assert "I made it up." in html(shown(cell))


def test_what_stands_on_the_page_stays_where_nothing_was_edited(copy, journal):
    cell = Step("slow-down", notebook=copy(), journal=journal)
    before = shown(cell)
    assert shown(cell) == before


def test_an_answer_is_kept_under_the_pages_name_with_the_question_as_it_read(copy, journal):
    path = copy(**{'name = ""': 'name = "kindness"'})
    fields(path, "slow-down", journal)["What was the first thing you said?"].answer("Thank you.")
    [entry] = journal.entries("own-kindness")
    assert (entry.prompt.id, entry.prompt.version) == ("own-kindness.last_time", 1)
    assert entry.prompt.wording == "What was the first thing you said?"
    assert entry.latest.value == "Thank you."


def test_a_choice_is_kept_as_words_that_can_be_read_without_the_page(copy, journal):
    asked = fields(copy(), "try-it", journal)
    asked["Which is nearest to your first thought?"].answer("Who decided that?")
    assert journal.latest("own-07-kindness.first_thought").value == "Who decided that?"


def test_an_answer_that_the_list_no_longer_offers_is_still_shown(copy, journal):
    path = copy()
    fields(path, "try-it", journal)["Which is nearest to your first thought?"].answer(
        "Who decided that?"
    )
    change(path, {"Who decided that?": "Whose idea was that?"})
    again = fields(path, "try-it", journal)["Which is nearest to your first thought?"]
    assert again.value == "Who decided that?"
    assert "no longer on this list" in again.options["Who decided that?"]


def test_a_reworded_question_finds_its_answer(copy, journal):
    path = copy()
    fields(path, "slow-down", journal)["What was the first thing you said?"].answer("Who?")
    change(path, {"What was the first thing you said?": "What did you say first?"})
    assert fields(path, "slow-down", journal)["What did you say first?"].value == "Who?"


def test_what_was_written_first_can_be_shown_beside_what_comes_later(copy, journal):
    path = copy()
    fields(path, "slow-down", journal)["What was the first thing you said?"].answer("<b>Who?</b>")
    seen = shown(Step("try-it", notebook=path, journal=journal))
    next(part for part in seen if part.__class__.__name__ == "Button").press()
    assert "<blockquote>&lt;b&gt;Who?&lt;/b&gt;</blockquote>" in html(seen)


def test_a_promise_from_the_pages_own_menu_is_kept_with_the_page(copy, journal):
    path = copy(**{'name = ""': 'name = "kindness"'})
    step = Step("now-what", notebook=path, journal=journal)
    shown(step)
    promise = step.children[-1]
    promise.menu.answer("0")
    promise.keep_promise()
    [kept] = journal.commitments("own-kindness")
    assert (kept.if_, kept.then) == (
        "somebody brings me bad news",
        "say thank you before I ask anything",
    )


def test_what_is_folded_away_is_built_when_it_is_opened(copy, journal):
    seen = shown(Step("your-own-data", notebook=copy(), journal=journal))
    [folded] = [part for part in seen if hasattr(part, "unfold")]
    assert (folded.head.label, folded.head.hint) == ("Ask one person", "10 minutes")
    folded.unfold()
    assert any(
        part.label.startswith("Ask somebody")
        for part in parts(folded.inside)
        if hasattr(part, "label")
    )


def test_two_copies_never_show_each_others_answers(copy, journal):
    first, second = copy("first.ipynb"), copy("second.ipynb")
    label = "What was the first thing you said?"
    fields(first, "slow-down", journal)[label].answer("Who?")
    assert fields(second, "slow-down", journal)[label].value is None


def test_a_named_page_keeps_its_answers_when_its_file_is_renamed(copy, journal):
    path = copy(**{'name = ""': 'name = "kindness"'})
    label = "What was the first thing you said?"
    fields(path, "slow-down", journal)[label].answer("Who?")
    renamed = path.rename(path.with_name("our own kindness.ipynb"))
    assert fields(renamed, "slow-down", journal)[label].value == "Who?"


def test_of_two_pages_with_one_name_the_second_is_kept_apart_and_says_so(copy, journal, tmp_path):
    first, second = (
        copy(file, **{'name = ""': 'name = "kind"'}) for file in ("a.ipynb", "b.ipynb")
    )
    assert kept_under(read_page(first), tmp_path, journal) == ("kind", "")
    assert kept_under(read_page(second), tmp_path, journal) == ("kind+b", "a.ipynb")
    assert kept_under(read_page(first), tmp_path, journal) == ("kind", "")
    assert "The page “a.ipynb” has the same name." in html(
        shown(Opening(notebook=second, journal=journal))
    )


def test_a_name_in_a_broken_line_still_leads_to_the_answers(copy, journal):
    path = copy(**{'name = ""': 'name = "kindness"'})
    change(path, {'name = "kindness"': 'name = "kindness'})
    assert read_page(path).name == "kindness"
    change(path, {'name = "kindness': "name = “kindness”"})
    assert read_page(path).name == "kindness"
