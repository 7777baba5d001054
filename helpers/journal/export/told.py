"""A journal as it is told on paper: by reflection, with the questions, the words and the dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from typing import Any

from helpers.journal.carry.form import DATA, Record, dumped
from helpers.journal.export.change import changed
from helpers.journal.export.shown import Answer, LookBack, Part, Promise, Said, Taken, Told, Wanted
from helpers.journal.if_then import IfThen, spoken
from helpers.journal.records import IN_WORDS, Prompt, Version

SEAL = "_seal"  # the answer "x" stays closed while the answer "x_seal" holds "opened": null


@cache
def words() -> dict[str, Any]:
    """Return the words of a journal on paper."""
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))


def told(contents: Record, wanted: Wanted) -> Told:
    """Return a journal's contents as they are told on paper."""
    contents = changed(contents, wanted.get("change"))
    titles, made = wanted.get("titles") or {}, wanted.get("made") or datetime.now(UTC)
    only, lists = wanted.get("reflection"), [contents[name] for name in _LISTS]
    found = dict.fromkeys(one["reflection"] for records in lists for one in records)
    names = [*(name for name in titles if name in found), *(n for n in found if n not in titles)]
    parts = [_part(name, titles, contents, wanted) for name in names if only in (None, name)]
    about = [words()["made"].format(moment=moment(made)), words()["care"]]
    if only is not None:
        about.insert(0, words()["one"].format(title=_title(only, titles)))
    if contents.get("demonstration"):
        about.insert(0, words()["demonstration"])
    whole = tuple(part for part in parts if part.answers or part.promises or part.questions)
    if not whole:
        about.append(words()["nothing"])
    return Told(words()["title"], tuple(about), whole, made)


_LISTS = ("entries", "commitments", "questions")


def moment(at: datetime) -> str:
    """Return the day and the time of a moment, in this computer's time."""
    here = local(at)
    return f"{spoken(here.date())}, {here:%H:%M}"


def local(at: datetime) -> datetime:
    """Return a moment in this computer's time; as it is, where the computer knows none so old."""
    try:
        return at.astimezone()
    except (OSError, OverflowError, ValueError):
        return at


def _title(name: str, titles: Mapping[str, str]) -> str:
    plain = name.replace("_", " ").replace("-", " ").strip()
    return titles.get(name) or (plain[:1].upper() + plain[1:]) or words()["title"]


def _part(name: str, titles: Mapping[str, str], contents: Record, wanted: Wanted) -> Part:
    mine = {kind: [one for one in contents[kind] if one["reflection"] == name] for kind in _LISTS}
    return Part(
        name,
        _title(name, titles),
        tuple(_answers(mine["entries"], wanted)),
        tuple(_promise(one) for one in mine["commitments"] if _stands(one)),
        tuple(_taken(one) for one in mine["questions"]),
    )


def _answers(entries: list[Record], wanted: Wanted) -> Iterator[Answer]:
    written = {one["prompt"]: one for one in entries if one["versions"]}
    for name, one in written.items():
        if name in wanted.get("left_out", ()):
            continue
        if name.endswith(SEAL) and name.removesuffix(SEAL) in written:
            continue
        seal = written.get(name + SEAL)
        closed = None if seal is None or wanted.get("sealed") else _closed_since(seal)
        if answer := _answer(one, closed, wanted):
            yield answer


def _closed_since(seal: Record) -> datetime | None:
    """Return since when a seal is closed; None where it was opened."""
    newest = seal["versions"][-1]
    value = newest["value"]
    if not isinstance(value, dict) or value.get("opened", True) is not None:
        return None
    try:
        return datetime.fromisoformat(str(value.get("sealed")))
    except ValueError:
        return datetime.fromisoformat(newest["at"])


def _answer(entry: Record, closed: datetime | None, wanted: Wanted) -> Answer | None:
    versions, history = entry["versions"], wanted.get("history", False)
    wording, tags = _wording(versions[-1]), ", ".join(entry["tags"])
    if closed:
        sentence = words()["answer"]["sealed"].format(day=spoken(local(closed).date()))
        return Answer(wording, (), tags, sentence)
    shown = list(enumerate(versions, 1))[0 if history else -1 :]
    said = [_said(entry, number, one, wanted) for number, one in shown]
    if not history and not said[0].words:
        return None
    return Answer(wording, tuple(said), tags)


def _wording(version: Record) -> str:
    return version["wording"].strip() or words()["answer"]["no_wording"]


def _said(entry: Record, number: int, version: Record, wanted: Wanted) -> Said:
    say, count = words()["answer"], len(entry["versions"])
    when = moment(datetime.fromisoformat(version["at"]))
    key = "written" if count == 1 else "earlier" if wanted.get("history") else "of_many"
    heading = say[key].format(number=number, count=count, moment=when)
    text = _readable(entry, version, wanted)
    if not text.strip():
        text = say["empty"] if wanted.get("history") else ""
    return Said(text, heading, _wording(version), tuple(_came_of_it(version)))


def _came_of_it(version: Record) -> Iterator[tuple[str, str]]:
    say = words()["answer"]
    if found := version.get("outcome"):
        day = spoken(local(datetime.fromisoformat(found["at"])).date())
        yield say["outcome"].format(day=day), found["value"]
    elif version["kind"] == "prediction":
        yield say["prediction"], say["no_outcome"]


def _readable(entry: Record, version: Record, wanted: Wanted) -> str:
    value, tell = version["value"], wanted.get("tell")
    if version["kind"] in IN_WORDS:
        return value
    if tell is None:
        return "\n".join(_lines(value))
    text = dumped(value) if version["kind"] in DATA else value
    wording, number = version["wording"], version["prompt_version"]
    prompt = Prompt(entry["prompt"], number, wording, entry["reflection"])
    at = datetime.fromisoformat(version["at"])
    return tell(Version(0, prompt, text, at, kind=version["kind"]))


def _lines(value: Any) -> Iterator[str]:
    """Yield the parts of a value that an activity kept, each on its line."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield f"{name.replace('_', ' ')}: {'; '.join(_lines(one))}"
    elif isinstance(value, list):
        for one in value:
            yield "; ".join(_lines(one))
    elif isinstance(value, bool):
        yield words()["answer"]["yes" if value else "no"]
    elif value is not None:
        yield str(value)


def _stands(promise: Record) -> bool:
    """Say whether a promise was meant: one that was taken back never was."""
    reviews = promise["reviews"]
    return not reviews or reviews[-1]["status"] != "taken_back"


def _promise(record: Record) -> Promise:
    say, reviews = words()["promise"], record["reviews"]
    by = date.fromisoformat(record["by"])
    made = local(datetime.fromisoformat(record["created"])).date()
    status = reviews[-1]["status"] if reviews else "open"
    facts = [(say["by"], spoken(by)), (say["status"], say["outcomes"][status])]
    more = [(say[name], record[name]) for name in ("obstacle", "first_step", "buddy")]
    return Promise(
        say["heading"].format(day=spoken(made)),
        IfThen(record["if"], record["then"], by).sentence,
        (*facts, *(fact for fact in more if fact[1].strip())),
        tuple(_look_back(one) for one in reviews),
    )


def _look_back(record: Record) -> LookBack:
    when = spoken(local(datetime.fromisoformat(record["at"])).date())
    return LookBack(when, words()["promise"]["outcomes"][record["status"]], record["note"])


def _taken(record: Record) -> Taken:
    at = datetime.fromisoformat(record["at"])
    return Taken(words()["question"]["taken"].format(moment=moment(at)), record["text"])
