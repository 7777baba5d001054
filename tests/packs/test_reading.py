"""One pack: written, read again, and refused with a reason where it is not what it should be."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import packs
from helpers.intake import Problem
from helpers.packs.items import STATUSES, Asked
from helpers.packs.limits import LARGEST_PACK
from helpers.packs.pack import written
from helpers.packs.reading import read_pack
from tests.packs.made import ASKED_FOR, AUDIT, CHARTS, MARKS, STANCE, WORD, answer, pack, raw

SCHEMA = json.loads((Path(packs.__file__).parent / "pack.schema.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
FULL = pack(
    7,
    (STANCE, "Staff"),
    (ASKED_FOR, ("A date", "A badge")),
    (MARKS, {"Falls": "Act", "Waits": "Praise"}),
    (CHARTS, 20),
    (AUDIT, {"charts": 20, "share": 0.25}),
    (WORD, "calm – «ruhig» 🙂\nand =1+1 <b>"),
    promises={"open": 2, "done": 1},
)


def refused(data):
    with pytest.raises(Problem) as caught:
        read_pack(data)
    return str(caught.value)


def test_what_is_written_is_read_again():
    assert read_pack(written(FULL).encode()) == FULL


def test_a_pack_keeps_the_published_format():
    VALID.check_schema(SCHEMA)
    assert VALID.is_valid(json.loads(written(FULL)))


def test_a_pack_holds_no_day_and_no_time():
    assert set(json.loads(written(FULL))) == {"format", "version", "id", "answers", "promises"}


def test_every_character_of_a_pack_can_be_seen():
    text = written(
        pack(
            1,
            (
                WORD,
                "left\u202eright\u200b\ud83d\ude42".encode("utf-16", "surrogatepass").decode(
                    "utf-16"
                ),
            ),
        )
    )
    assert "\\u202e" in text
    assert all(letter.isprintable() or letter == "\n" for letter in text)
    assert read_pack(text.encode()).items[0].answer == "left\u202eright\u200b🙂"


def test_words_stay_out_of_logs():
    assert "calm" not in repr(FULL)


def test_unknown_keys_are_ignored():
    assert read_pack(raw(colour="blue", nested=[{"a": [1]}])).items[1].answer == "calm"


def test_a_pack_that_would_be_too_large_is_not_written():
    many = [(Asked(f"voices.w{at}", 1, "?", "text"), "x" * 20_000) for at in range(30)]
    with pytest.raises(Problem, match="Untick the longest"):
        written(pack(1, *many))


DEEP = 100_000
BOMBS = {
    "empty": (b"", "empty"),
    "spaces": (b" \n ", "empty"),
    "broken JSON": (raw()[:-20], "cannot be read to its end"),
    "two documents": (raw() + raw(), "cannot be read to its end"),
    "other JSON": (b'{"type": "FeatureCollection"}', "some other data"),
    "a list": (b"[1, 2]", "some other data"),
    "a number": (b"1", "some other data"),
    "another format": (raw(format="somebody/else"), "some other data"),
    "a format that is a list": (raw(format=["leading-for-improvement/pack"]), "some other data"),
    "a newer format": (raw(version=2), "newer kit .format 2"),
    "format nought": (raw(version=0), "broken"),
    "a version in words": (raw(version="1"), "broken"),
    "a version that is true": (raw(version=True), "broken"),
    "a demonstration": (raw(invented=True), "demonstration"),
    "nested objects": (b'{"":' * DEEP + b"1" + b"}" * DEEP, "deeper than a pack"),
    "nested lists": (b"[" * DEEP, "deeper than a pack"),
    "nesting in a known key": (raw(answers=[[[[[[[]]]]]]]), "deeper than a pack"),
    "brackets in a text are no nesting": (raw(id="[" * 100), "own number"),
    "too large": (b" " * (LARGEST_PACK + 1), "larger than any pack"),
    "NaN": (raw().replace(b'"calm"', b"NaN"), "NaN or Infinity"),
    "Infinity": (raw().replace(b'"calm"', b"-Infinity"), "NaN or Infinity"),
    "an endless float": (raw().replace(b'"calm"', b"1e999"), "NaN or Infinity"),
    "a huge whole number": (raw().replace(b'"calm"', b"9" * 5000), "longer than anybody's"),
    "a large number": (answer(kind="number", answer=10**13), "larger than anybody's"),
    "duplicate keys": (raw().replace(b'"version": 1', b'"version": 1, "version": 1'), "twice"),
    "no UTF-8": (raw().replace(b"calm", b"\xff\xfe\xfa"), "no text at all"),
    "UTF-16": (raw().decode().encode("utf-16"), "saved it again"),
    "UTF-16 without a mark": (raw().decode().encode("utf-16-le"), "not text"),
    "a byte order mark": (b"\xef\xbb\xbf" + raw(), "saved it again"),
    "half a character": (raw().replace(b"calm", b"\\ud800"), "half a character"),
    "a zip archive": (b"PK\x03\x04" + b"\0" * 100, "not text|no text"),
    "no id": (raw(id=None), "own number"),
    "an id in words": (raw(id="Anna"), "own number"),
    "no answers": (raw(answers=None), "list of answers"),
    "an answer that is none": (raw(answers=["yes"]), "list of answers"),
    "a thousand answers": (raw(answers=[{}] * 1000), "list of answers"),
    "an unknown kind": (answer(kind="script"), "kind of answer"),
    "a kind that is a list": (answer(kind=["choice"]), "kind of answer"),
    "the same question twice": (raw(answers=json.loads(raw())["answers"][:1] * 2), "twice"),
    "a label nobody offered": (answer(answer="<script>alert(1)</script>"), "not be chosen"),
    "a choice of two": (answer(answer=["Staff", "Nobody"]), "not be chosen"),
    "the same option twice": (answer(options=["Staff", "Staff"]), "what could be chosen"),
    "no options": (answer(options=[]), "what could be chosen"),
    "a thousand options": (answer(options=list(map(str, range(1000)))), "what could be chosen"),
    "a tick given twice": (answer(kind="ticks", answer=["Staff", "Staff"]), "what was ticked"),
    "more ticks than options": (answer(kind="ticks", answer=["Staff"] * 9), "what was ticked"),
    "no rows": (answer(kind="marks", answer={}), "rows of an answer"),
    "many rows": (answer(kind="numbers", answer=dict.fromkeys(map(str, range(101)), 1)), "rows"),
    "a number in words": (answer(kind="number", answer="7"), "a number"),
    "a number that is true": (answer(kind="number", answer=True), "a number"),
    "an empty text": (answer(kind="text", answer="  "), "a text"),
    "an endless text": (answer(kind="text", answer="a" * 20_001), "longer than 20,000"),
    "a long wording": (answer(wording="a" * 501), "longer than 500"),
    "a wording that turns": (answer(wording="a\u202eb"), "cannot be seen"),
    "an id with a script": (answer(question="<b>.x"), "id of a question"),
    "sensitive in words": (answer(sensitive="yes"), "sensitive"),
    "an unknown status": (raw(promises={"broken": 1}), "promises"),
    "a promise below nought": (raw(promises={"open": -1}), "promises"),
    "half a promise": (raw(promises={"open": 0.5}), "promises"),
}


@pytest.mark.parametrize(("data", "reason"), BOMBS.values(), ids=BOMBS.keys())
def test_a_pack_that_cannot_be_used_says_why(data, reason):
    with pytest.raises(Problem, match=reason):
        read_pack(data)


def test_a_reason_repeats_nothing_from_the_file():
    assert not [name for name, (data, _) in BOMBS.items() if "script" in refused(data)]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**13), 10**13)
    | st.text(max_size=8)
    | st.sampled_from(
        ["Staff", "choice", "text", "number", "numbers", "marks", "ticks", *STATUSES]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = [*json.loads(written(FULL))["answers"][0], "promises", "id", "version", "answers"]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 5), st.sampled_from(KEYS), ANYTHING)
def test_what_is_read_keeps_the_published_format(at, key, value):
    found = json.loads(written(FULL))
    (found if key in found else found["answers"][at])[key] = value
    try:
        read = read_pack(json.dumps(found).encode())
    except Problem:
        return
    VALID.validate(found)
    assert read_pack(written(read).encode()) == read


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_any_bytes_are_read_or_refused_with_a_reason(data):
    assert refused(data)
