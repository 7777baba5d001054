"""What is taken away: a table that runs nothing, a page that loads nothing, figures that say all."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from helpers.packs.activities.combine_packs import notes
from helpers.packs.activities.printed import report_html
from helpers.packs.charts import finding, row_chart
from helpers.packs.counting import count
from helpers.packs.results import LeftOut
from helpers.packs.spreadsheet import harmless, report_csv
from helpers.page import words
from tests.packs.made import CHARTS, MARKS, STANCE, WORD, chosen, pack

SAID = words.load("packs")
EVIL = '=HYPERLINK("http://evil","x")</td><script>alert(1)</script>\u202e'
OWN_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p"}
OWN_TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "blockquote"}
HOSTILE = replace(
    STANCE, wording="=cmd|' /C calc'!A0", options=("<img src=x onerror=alert(1)>", "+1")
)


def chart(counted):
    return row_chart(counted, counted.rows[0])


def said(counted):
    return finding(counted.rows[0])


@pytest.fixture
def evil():
    """Eleven packs of people who agreed to be hostile together."""
    packs = [
        pack(at, (HOSTILE, HOSTILE.options[at < 6]), (WORD, f"{EVIL}{at}")) for at in range(11)
    ]
    return count(packs, [LeftOut("Anna Smith.json", "It is broken.")])


def rows(found):
    return list(csv.reader(io.StringIO(report_csv(found, SAID).decode("utf-8-sig"))))


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.text += data


def page(found):
    return Tags(report_html(found, SAID, notes(found)))


def test_every_number_and_every_word_that_is_shown_is_in_the_table():
    found = count(
        [pack(at, (STANCE, STANCE.options[at % 2]), (WORD, f"word {at}")) for at in range(12)]
    )
    told = [row[:4] for row in rows(found)]
    assert [
        "Who is asked first?",
        "",
        "Staff",
        "",
    ] in told  # with nobody else, six and six guard it
    assert sum(row[2].startswith("word ") for row in told) == 12


def test_a_spreadsheet_runs_nothing_of_a_pack(evil):
    cells = [cell for row in rows(evil) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "|", "%"))]
    assert "'=cmd|' /C calc'!A0" in cells


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r\n=", " =", "＝", "\u202e=", "\xa0="]
)
def test_a_text_that_a_spreadsheet_would_run_gets_a_quote(start):
    assert harmless(f"{start}1+1").startswith("'")


def test_a_page_holds_only_its_own_tags_whatever_the_words_are(evil):
    told = page(evil)
    assert set(told.tags) <= OWN_TAGS
    assert not [name for name in told.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in told.text
    assert "\u202e" not in told.text


def test_a_page_may_load_nothing(evil):
    text = report_html(evil, SAID, [])
    assert "default-src 'none'" in text
    assert "src=" not in text.replace("src=x onerror", "")


def test_files_that_were_left_out_are_counted_and_not_named_in_a_page(evil):
    assert "One file was left out" in page(evil).text
    assert "Anna Smith" not in page(evil).text


def test_a_figure_has_every_number_of_its_question_in_its_table():
    drawing = chart(count(chosen(9, 6, 2)).counted[0])
    assert drawing.title == "Who is asked first?"
    people = dict(drawing.table.itertuples(index=False))
    assert people["Staff"] == "9"
    assert "fewer than 5" in people["Patients"]
    assert people["No answer"] == "0"


def test_a_finding_says_what_stands_out_and_what_is_missing():
    assert said(count(chosen(9, 6, 2)).counted[0]) == (
        "“Staff” was chosen most often: by 9 of 17 people. 2 numbers are not shown."
    )


def test_a_finding_without_any_number_says_why():
    assert said(count(chosen(3, 3, 2)).counted[0]).startswith("No answer can be shown")


def test_a_hidden_bar_has_no_length_of_its_own():
    figure = chart(count(chosen(9, 6, 2)).counted[0]).figure
    staff, patients, nobody = (shape["x1"] for shape in figure.layout.shapes)
    assert patients == nobody < staff


def test_labels_are_escaped_in_a_figure(evil):
    texts = [note["text"] for note in chart(evil.counted[0]).figure.layout.annotations]
    assert "&lt;img src=x onerror=alert(1)&gt;" in texts


def test_a_row_of_marks_is_named_in_the_title():
    packs = [pack(at, (MARKS, {"Falls": "Act" if at < 6 else "Praise"})) for at in range(12)]
    drawing = chart(count(packs).counted[0])
    assert drawing.title == "What would you do? Falls"
    assert drawing.finding == "“Praise” was chosen most often: by 6 of 12 people."


def test_numbers_are_told_by_their_middle():
    drawing = chart(count([pack(at, (CHARTS, at)) for at in range(20)]).counted[0])
    assert drawing.finding == (
        "Around the middle of the answers stands 9.5; half of them lie between about 4 and 15."
    )
    assert "number around the lower quarter" in set(drawing.table["Answer"])
