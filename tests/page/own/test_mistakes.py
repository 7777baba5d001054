"""Whatever is wrong in a page is named in plain words, and the rest of it is shown."""

import json
import re

import pytest

from helpers.page.notebooks import STEPS
from helpers.page.own.prose import spoken
from helpers.page.own.read import read_page
from helpers.page.own.rhythm import check
from helpers.page.own.slips import places, read_block
from helpers.page.own.steps import CheckMyPage, Opening, Step
from tests.page.own.conftest import TEMPLATE, change, html, put_right, shown

BROKEN = [
    ('minutes = 16', 'minutes = "16"', "whole number without quotation marks"),
    ("minutes = 16", "minutes = 16 or so", "Only a number may stand"),
    ("minutes = 16", "minutes = 10", "add up to 14 minutes, but the page says 10"),
    ("minutes = 16", "minutes = 45", "30 is the most"),
    ("group_minutes = 35", "group_minutes = 20", "add up to 32 minutes, but the page says 20"),
    ("group_minutes = 35", "group_minutes = 90", "60 is the most"),
    ('question = "What do I say first when the news is bad?"\n', "", "no question of its own"),
    ('promise = "You leave', "promise = “You leave", "curly"),
    ('example = "I said …"', 'exampel = "I said …"', "Did you mean example?"),
    ('id = "first_words"', 'id = "last_time"', "Two questions have the id “last_time”"),
    ('id = "first_words"', 'id = "promise_if"', "Two questions have the id “promise_if”"),
    ('show_again = "last_time"', 'show_again = "first_time"', "is not on this page"),
    ('cards = ["M-05"]', 'cards = ["M-4"]', "no evidence card called “M-4”"),
    ("minutes = 10\ndeeper = true", "minutes = 10\ndeeper = True", "small letters"),
    ("minutes = 10\ndeeper = true", "minutes = 10\nminutes = 10", "stands twice"),
    ("[[slow-down.ask]]", "[[slow-down.ask]", "A square bracket is missing"),
    ("[try-it]", "[slow-down]", "The line [slow-down] stands twice"),
    ("Leave out names.\n\"\"\"", "Leave out names.", "never closed"),
    ('"Why was I not told?",', '"Why was I not told?"', "A comma stands between"),
    ('"Who decided that?",', '"Why was I not told?",', "the same answer twice"),
    ('question = "What was the first', 'choose_one = ["Who?", "Why?"]\nquestion = "What was the first', "Nobody writes anything before"),
    ('then = "say thank you before I ask anything"', "", "A promise needs both parts"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BROKEN, ids=[said for _, _, said in BROKEN])
def test_each_mistake_is_named_with_what_to_do(copy, old, new, said):
    assert any(said in text for text in put_right(copy(**{old: new})))


@pytest.mark.parametrize(("old", "new", "said"), BROKEN, ids=[said for _, _, said in BROKEN])
def test_no_mistake_takes_the_rest_of_the_page_away(copy, journal, old, new, said):
    path = copy(**{old: new})
    assert "Bad news reaches you" in html(
        shown(Step("the-question", notebook=path, journal=journal))
    )
    assert "it will be a busy one" in html(shown(Step("now-what", notebook=path, journal=journal)))
    assert len(read_page(path).asks) >= 4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('question = "Who asks?', "A quotation mark is missing at the end"),
        ("question = Who asks?", "need a quotation mark before and after"),
        ("question =", "Nothing stands after the = sign"),
        ('question = "Who says "yes"?"', "after the closing quotation mark"),
        ("question = “Who asks?”", "curly"),
        ("Who asks?", "There is no = sign"),
        ('a question = "Who asks?"', "without spaces"),
        ('question = """C:\\docs"""', "backslash"),
        ("minutes = 05", "nought in front"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_by_its_number(line, said):
    read = read_block(f'name = "a"\n\n{line}\n\n[try-it]\ntext = "Ask."')
    [slip] = read.slips
    assert slip.line == 3
    assert said in slip.text
    assert read.values == {"name": "a", "try-it": {"text": "Ask."}}


def test_words_that_were_never_closed_end_before_the_next_line_of_the_block():
    text = 'a = 1\n[one]\ntext = """\nFirst.\nminutes = 5\n\n[two]\ntext = """\nSecond.\n"""'
    read = read_block(text)
    [slip] = read.slips
    assert (slip.line, read.values["one"]) == (3, {"text": "First.", "minutes": 5})
    assert read.values["two"]["text"] == "Second.\n"


def test_what_looks_like_a_part_inside_a_text_is_none():
    assert places('text = """\n[try-it]\nid = 1\n"""\n[now-what]') == {
        ("text",): 1,
        ("now-what",): 5,
    }


def test_long_sentences_are_counted_over_the_page(copy):
    long = "word " * 800
    [said] = put_right(copy(**{"It is invented.": f"{long}."}))
    assert re.search(r"have 2\d words on average", said)


def test_sentences_are_counted_without_their_marks():
    text = "Ask *once*. [Read on](https://a.b/c.d)!\n\n- one thing\n- another thing"
    assert [len(words) for words in spoken(text)] == [2, 2, 2, 2]


def test_only_four_activities_are_core(copy):
    more = "\n".join(f'[[try-it.ask]]\nid = "q{n}"\nminutes = 1\nquestion = "{n}?"' for n in (1, 2))
    path = copy(**{"# show_again has": f"{more}\n\n# show_again has"})
    assert put_right(path) == [
        "The page has 5 activities; four is the most that fits. Leave some out, or add "
        "deeper = true to fold one away."
    ]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_was_deleted_is_missed(copy, step):
    path = copy()
    notebook = json.loads(path.read_text("utf-8"))
    kept = [cell for cell in notebook["cells"] if f'Step("{step}")' not in "".join(cell["source"])]
    path.write_text(json.dumps(notebook | {"cells": kept}), "utf-8")
    assert any(f"shows “{STEPS[step]}” is missing" in text for text in put_right(path))


def test_a_page_without_its_box_says_so_and_shows_its_title(copy, journal):
    path = copy()
    notebook = json.loads(path.read_text("utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] != "raw"]
    path.write_text(json.dumps(notebook | {"cells": cells}), "utf-8")
    said = html(shown(Opening(notebook=path, journal=journal)))
    assert "The grey box with the words is missing." in said
    assert "<h1>07-kindness</h1>" in said


def test_a_box_that_became_markdown_is_found(copy):
    path = copy()
    notebook = json.loads(path.read_text("utf-8"))
    box = next(cell for cell in notebook["cells"] if cell["cell_type"] == "raw")
    box |= {"cell_type": "markdown", "source": ["```toml\n", *box["source"], "\n```"]}
    path.write_text(json.dumps(notebook), "utf-8")
    assert put_right(path) == []


def test_the_check_says_what_is_good_and_under_which_name_answers_are_kept(copy, journal):
    cell = CheckMyPage(notebook=copy(), journal=journal)
    shown(cell)
    cell.fold.unfold()
    cell.button.press()
    assert "3 activities" in cell.result.html
    assert "14 minutes alone" in cell.result.html
    assert "<strong>07-kindness</strong>" in cell.result.html
    assert "The page has no name yet." in cell.result.html


def test_a_good_page_says_nothing_above_its_title(copy, journal):
    said = html(shown(Opening(notebook=copy(), journal=journal)))
    assert "For whoever made this page" not in said
    assert "Make this page your own" not in said
    assert "Make this page your own" in html(shown(Opening(notebook=TEMPLATE, journal=journal)))


def test_each_of_several_mistakes_has_its_own_line(copy):
    path = copy(
        **{'Leave out names.\n"""': "Leave out names.", "minutes = 16": "minutes = 16 or so"}
    )
    text = "".join(json.loads(path.read_text("utf-8"))["cells"][1]["source"]).splitlines()
    marks = ["minutes = 16 or so", 'text = """', 'exampel = "I said …"']
    path = change(path, {'example = "I said …"': marks[2]})
    lines = [slip.line for slip in check(read_page(path)) if slip.must]
    slow_down = text.index("[slow-down]") + 1
    assert lines == [
        text.index(marks[0]) + 1,
        slow_down + 1,
        text.index('example = "I said …"') + 1,
    ]
