"""Files that come back: read as they are, and refused where they are a trap."""

import io
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.page.paper.markdown import MarkdownPaper, escaped, unescaped
from helpers.page.paper.word import WordPaper
from helpers.statement import word_parts
from helpers.statement.returned_markdown import read_markdown
from helpers.statement.returned_word import read_word
from helpers.statement.spans import after, before
from tests.statement.co_writer import (
    comment,
    edited,
    move_paragraph,
    paragraph,
    track,
)

TYPES = "[Content_Types].xml"
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


@pytest.fixture(scope="module")
def sent():
    paper = WordPaper("A draft")
    paper.heading("What I think", 1, "own_s_think_00000000")
    paper.words("I tell people what to do.\nEvery day.\n\nThen I wait.", mark="p_abc_1")
    paper.words("It starts with me.", mark="p_def_2")
    return paper.made()


def text_of(read, mark):
    mine = [each for each in read if any(name.startswith(mark) for name in each.marks)]
    return "\n\n".join(after(each.spans) for each in mine)


def test_a_file_that_nobody_touched_says_what_was_sent(sent):
    read = read_word(sent, "draft.docx")
    assert text_of(read, "p_abc_1") == "I tell people what to do.\nEvery day.\n\nThen I wait."
    assert text_of(read, "p_def_2") == "It starts with me."


def test_a_tracked_change_has_its_author_and_day(sent):
    back = edited(sent, lambda draft: track(paragraph(draft, "I tell"), "tell", "ask"))
    spans = next(each.spans for each in read_word(back, "d.docx") if "p_abc_1" in each.marks)
    assert before(spans).startswith("I tell people")
    assert after(spans).startswith("I ask people")
    assert {(span.author, str(span.on)) for span in spans if span.how != "kept"} == {
        ("Ann Other", "2026-04-07")
    }


def test_words_typed_without_tracking_are_read_too(sent):
    def act(draft):
        paragraph(draft, "It starts").runs[0].text = "It starts with us."

    assert text_of(read_word(edited(sent, act), "d.docx"), "p_def_2") == "It starts with us."


def test_a_moved_paragraph_is_gone_here_and_come_there(sent):
    def act(draft):
        move_paragraph(paragraph(draft, "It starts"), paragraph(draft, "What I think"))

    read = read_word(edited(sent, act), "d.docx")
    assert text_of(read, "p_def_2") == ""
    come = [each for each in read if after(each.spans) == "It starts with me."]
    assert [before(each.spans) for each in come] == [""]


def test_a_comment_has_its_words_its_author_and_what_it_is_about(sent):
    def act(draft):
        comment(draft, paragraph(draft, "It starts"), "Does it?\nReally?")

    noted = [note for each in read_word(edited(sent, act), "d.docx") for note in each.comments]
    assert [(note.said, note.author, note.about) for note in noted] == [
        ("Does it?\nReally?", "Bo Reader", "It starts with me.")
    ]


def test_what_one_added_and_another_removed_was_never_there():
    change = (
        '<w:p><w:r><w:t>Kept</w:t></w:r><w:ins w:id="1" w:author="A"><w:del w:id="2" w:author="B">'
        "<w:r><w:delText>gone</w:delText></w:r></w:del></w:ins></w:p>"
    )
    [read] = read_word(_word(BODY.format(change)), "d.docx")
    assert (before(read.spans), after(read.spans)) == ("Kept", "Kept")


def test_a_mark_that_never_ends_holds_for_its_own_paragraph():
    # as LibreOffice 7 writes a bookmark that went over two paragraphs
    start = '<w:bookmarkStart w:id="{}" w:name="_kit_p_abc_1"/>'
    one = f"<w:p>{start.format(7)}<w:r><w:t>One</w:t></w:r></w:p>"
    two = f'<w:p>{start.format(8)}<w:r><w:t>Two</w:t></w:r><w:bookmarkEnd w:id="8"/></w:p>'
    rest = "<w:p><w:r><w:t>Rest</w:t></w:r></w:p>"
    read = read_word(_word(BODY.format(one + two + rest)), "d.docx")
    assert [each.marks for each in read] == [("p_abc_1",), ("p_abc_1",), ()]


def test_what_is_shown_twice_in_the_file_is_read_once():
    twice = (
        '<w:p><w:r><w:t>Once</w:t></w:r><mc:Fallback xmlns:mc="x"><w:r><w:t>Twice</w:t></w:r>'
        "</mc:Fallback><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    [read] = read_word(_word(BODY.format(twice)), "d.docx")
    assert after(read.spans) == "Once"


def _word(document, kinds="<Types/>", extra=()):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, kinds)
        archive.writestr("word/document.xml", document)
        for name, content in extra:
            archive.writestr(name, content)
    return stream.getvalue()


BOMB = _word(BODY.format("<w:p><w:r><w:t>" + "a" * 18_000_000 + "</w:t></w:r></w:p>"))
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
) + BODY.format("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>")
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
) + BODY.format("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")

TRAPS = {
    "empty": b"",
    "text": b"no archive at all",
    "cut off": _word(BODY.format("<w:p/>"))[:-40],
    "a bomb": BOMB,
    "entities that unfold": _word(LAUGHS),
    "an entity from outside": _word(OUTSIDE),
    "an entity hidden in UTF-16": _word(
        OUTSIDE.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    ),
    "deep nesting": _word(BODY.format("<w:p>" * 100_000)),
    "no text inside": _word("<w:document"),
    "another kind of archive": _word("x", extra=[("xl/workbook.xml", "x")]).replace(
        b"word/document.xml", b"xl/xxxxxxxxxx.xml"
    ),
    "old Word or a password": b"\xd0\xcf\x11\xe0" + bytes(600),
    "macros": _word(BODY.format("<w:p/>"), extra=[("word/vbaProject.bin", b"x")]),
    "macros by its kind": _word(BODY.format("<w:p/>"), kinds="<Types>macroEnabled</Types>"),
    "thousands of parts": _word(BODY.format(""), extra=[(f"a/{n}", "") for n in range(6000)]),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_refused_in_words_and_nothing_is_lost(trap):
    with pytest.raises(Problem, match=r"'draft\.docx'.*Nothing you had before is lost\."):
        read_word(TRAPS[trap], "draft.docx")


def test_a_bomb_is_not_unpacked():
    assert len(BOMB) < 200_000
    tracemalloc.start()
    with pytest.raises(Problem, match="unpacks to far more"):
        read_word(BOMB, "draft.docx")
    assert tracemalloc.get_traced_memory()[1] < 3 * word_parts.LARGEST_PART
    tracemalloc.stop()


def test_a_file_of_100_mb_is_refused_before_it_is_opened():
    with pytest.raises(Problem, match="100 MB; the limit is 20 MB"):
        read_word(bytes(100 * 1024**2), "draft.docx")


def test_many_marks_around_one_letter_cost_no_time():
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="_kit_{n}"/>' for n in range(20_000))
    words = "<w:r><w:t>a</w:t></w:r>" * 20_000
    [read] = read_word(_word(BODY.format(f"<w:p>{marks}{words}</w:p>")), "d.docx")
    assert len(read.marks) <= 20


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    for read, name in ((read_word, "d.docx"), (read_markdown, "d.md")):
        with suppress(Problem):
            assert isinstance(read(data, name), list)


def test_any_damage_to_a_good_file_is_read_or_refused(sent):
    for place in range(0, len(sent), 997):
        broken = sent[:place] + struct.pack("B", sent[place] ^ 0xFF) + sent[place + 1 :]
        with suppress(Problem):
            assert isinstance(read_word(broken, "d.docx"), list)


@given(st.text(max_size=80).filter(str.strip))
@example("a last line of nothing\n\t")
def test_markdown_gives_any_words_back(words):
    paper = MarkdownPaper("A draft")
    paper.words(words, mark="p_abc_1")
    read = read_markdown(paper.made(), "d.md", unescaped)
    text = "\n\n".join(after(each.spans) for each in read if each.marks == ("p_abc_1",))
    kept = escaped(words)  # what no file can hold is told by a sign in both
    assert text.split() == unescaped(kept).split()


def test_a_comment_in_markdown_is_a_comment_and_not_a_word():
    [read] = read_markdown(b"<!-- kit:p_abc_1 -->\nI ask. <!-- Why? --> Always.", "d.md")
    assert after(read.spans) == "I ask.  Always."
    assert [note.said for note in read.comments] == ["Why?"]


def test_markdown_that_is_no_text_is_refused():
    for data in (b"", b"\xff\xfe\x00a", b"a\0b", b"a" * 3_000_000):
        with pytest.raises(Problem, match=r"'d\.md'"):
            read_markdown(data, "d.md")
