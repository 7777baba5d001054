"""Journals for the export tests: drawn by Hypothesis, or written out in full."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from helpers.journal.carry.form import LEVELS
from helpers.journal.carry.merge import LISTS
from helpers.journal.records import KINDS, OUTCOMES

ODD = [
    *("", "\x00", "a\x00b", "\x1b[31m\x07", "\ufffe\uffff", "\u2028\u2029\x85\x0b\x0c", "\r\n"),
    *("👩🏽‍⚕️ 🏳️‍🌈 🇬🇧", "שלום, עולם", "مرحبا", "\u202eright to left\u202c", "e\u0301\u0327 ñ Å"),
    *("Z̸̢͈̈́a̷l̶g̵o̶", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "ﬁ ẞ İ ı", "\ufeff", "<b>&amp;</b>", "'; DROP TABLE entry; --", '"\\'),
]
texts = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
numbers = st.integers(0, 10**9)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | texts | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
times = st.integers(0, 10**12).map(lambda n: (START + timedelta(microseconds=n)).isoformat())
days = st.dates(datetime(2000, 1, 1).date(), datetime(2100, 1, 1).date()).map(str)
KNOWN = frozenset().union(*LEVELS.values(), LISTS)
unknown = (
    st.just({})
    | st.fixed_dictionaries({"mood": values})
    | st.dictionaries(names.filter(lambda n: n not in KNOWN), values, max_size=2)
)


def record(**fields):
    """Draw one record: its known fields, and sometimes others besides."""
    return st.builds(lambda known, more: known | more, st.fixed_dictionaries(fields), unknown)


uids = st.sampled_from(["one", "two"]) | st.uuids().map(lambda uid: uid.hex)
outcomes = record(value=texts, at=times)


def versions(kind):
    value = {"result": values, "audit": st.dictionaries(texts, values, max_size=3)}.get(kind, texts)
    fields = {"prompt_version": numbers, "wording": texts, "kind": st.just(kind), "value": value}
    plain = record(**fields, began=times, at=times)
    judged = record(**fields, began=times, at=times, outcome=outcomes)
    return plain | judged if kind == "prediction" else plain


entries = record(
    prompt=st.sampled_from(["v.one", "v.two"]) | names,
    reflection=names,
    created=times,
    tags=st.lists(texts, unique=True, max_size=3).map(lambda tags: sorted(tags)),
    versions=st.lists(st.sampled_from(KINDS).flatmap(versions), min_size=1, max_size=4),
)
reviews = record(at=times, status=st.sampled_from(OUTCOMES), note=texts)
commitments = record(
    uid=uids,
    reflection=names,
    **{"if": texts, "then": texts, "by": days, "obstacle": texts, "first_step": texts},
    buddy=texts,
    review_days=st.lists(st.integers(1, 3650), max_size=4),
    sequence=numbers,
    created=times,
    notebook=texts,
    wording=texts,
    prompt_version=numbers,
    reviews=st.lists(reviews, max_size=3),
)
questions = record(uid=uids, reflection=names, text=texts, notebook=texts, at=times)
places = record(notebook=names, step=texts, at=times)
settings_kept = st.dictionaries(
    names.filter(lambda name: name not in ("demonstration", "brought along")), values, max_size=3
)


def _by(name):
    return lambda one: one[name]


journals = record(
    format=st.just("leading-for-improvement/journal"),
    version=st.just(1),
    demonstration=st.just(False),
    entries=st.lists(entries, max_size=4, unique_by=_by("prompt")),
    commitments=st.lists(commitments, max_size=2, unique_by=_by("uid")),
    questions=st.lists(questions, max_size=2, unique_by=_by("uid")),
    places=st.lists(places, max_size=2, unique_by=_by("notebook")).map(
        lambda found: sorted(found, key=_by("notebook"))
    ),
    settings=settings_kept,
)


def at(minute):
    return (START + timedelta(minutes=minute)).isoformat()


def journal_of(*entries, **more):
    """Write a file's contents: each entry is an id and its (minute, words)."""
    listed = [
        {"prompt": name, "versions": [{"value": words, "at": at(m)} for m, words in said]}
        for name, *said in entries
    ]
    return {"format": "leading-for-improvement/journal", "version": 1, "entries": listed, **more}


def texts_in(value, name=""):
    """Yield every text below a value; times and places, of which the newer one counts, left out."""
    if isinstance(value, str) and name not in ("created", "began", "at"):
        yield value
    if isinstance(value, list):
        for one in value:
            yield from texts_in(one, name)
    if isinstance(value, dict):
        for key, one in value.items():
            if name or key not in ("places", "settings"):
                yield from texts_in(one, key)
