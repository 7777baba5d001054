"""Make a year of reports of harm at Willow: ``python data/make_reports_of_harm.py``.

Everything is invented. What is put in stands in reports_of_harm.toml: how often harm comes to each
group, and how much of it is ever reported. The script needs only the standard library, and every
run writes the same bytes. Each group and theme has its own seed, so that one can be changed without
the others.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from written import run, write_table

MONTHS = tuple(f"{2025 + (5 + i) // 12}-{(5 + i) % 12 + 1:02d}-01" for i in range(12))
CONTENT = tomllib.loads(Path(__file__).with_name("reports_of_harm.toml").read_text("utf-8"))
GROUPS, THEMES, SEVERITIES = CONTENT["groups"], CONTENT["themes"], CONTENT["severities"]
WORSE = {(each["theme"], each["group"]): each["mix"] for each in CONTENT["worse"]}

Harm = tuple[str, ...]


def drawn(names: Sequence[str], weights: Sequence[int], generator: random.Random) -> str:
    """Draw one name by its weight, the same on every machine and Python version."""
    at, reached = generator.random() * sum(weights), 0
    for name, weight in zip(names, weights, strict=True):
        reached += weight
        if at < reached:
            return name
    return names[-1]


def fifth(group: dict[str, Any], generator: random.Random) -> str:
    """Draw where a patient lives: "1" is the most deprived fifth; of staff nobody asks."""
    return drawn("12345", group["fifths"], generator) if "fifths" in group else ""


def source(theme: dict[str, Any], group: dict[str, Any], generator: random.Random) -> str:
    """Draw the way in which a harm would be reported."""
    kind = {"patients": "complaint", "staff": "concern"}[group["whose"]]
    name = {"complaint": "complaint", "concern": "concern raised by staff"}[kind]
    return drawn((name, "incident report"), (theme[kind], 100 - theme[kind]), generator)


def harms(theme: dict[str, Any], group: dict[str, Any], count: int) -> Iterator[tuple[Harm, bool]]:
    """Yield each harm of one kind to one group, as it would be reported, and whether it was."""
    generator = random.Random(f"{theme['name']} {group['id']} 6")
    mix = WORSE.get((theme["name"], group["id"]), theme["mix"])
    for _ in range(count):
        month = MONTHS[int(generator.random() * len(MONTHS))]
        how = source(theme, group, generator)
        lives, severity = fifth(group, generator), drawn(SEVERITIES, mix, generator)
        reported = generator.random() * 100 < group["reported_of_100"]
        yield (month, how, theme["name"], group["whose"], group["name"], lives, severity), reported


def year() -> Iterator[tuple[dict[str, Any], dict[str, Any], list[tuple[Harm, bool]]]]:
    """Yield the harms of the year, theme by theme and group by group."""
    for theme in THEMES:
        for group, count in zip(GROUPS, theme["harms"], strict=True):
            yield theme, group, list(harms(theme, group, count))


def report_rows() -> list[Harm]:
    """Return what reached the trust, month by month."""
    known = [harm for _, _, all_of_it in year() for harm, reported in all_of_it if reported]
    random.Random(80).shuffle(known)
    return sorted(known, key=lambda row: row[0])


def truth_rows() -> Iterator[tuple[str, str, int, int, int, int]]:
    """Yield what happened and what was reported of it, for each theme and group."""
    serious = {"moderate harm", "severe harm"}
    for theme, group, happened in year():
        known = [row for row, reported in happened if reported]
        yield (
            theme["name"], group["name"], len(happened), len(known),
            sum(row[-1] in serious for row, _ in happened), sum(row[-1] in serious for row in known),
        )  # fmt: skip


def group_rows() -> Iterator[tuple[str, str, int, int]]:
    """Yield the groups, how many people are in each, and how much of their harm is reported."""
    for group in GROUPS:
        yield group["name"], group["whose"], group["people"], group["reported_of_100"]


def make(folder: Path) -> None:
    """Write the reports, the groups and the truth into a folder."""
    write_table(folder / "incidents_and_complaints.csv", (
        "month", "source", "theme", "whose", "group", "deprivation_fifth", "severity",
    ), report_rows())  # fmt: skip
    write_table(folder / "groups_of_willow.csv", (
        "group", "whose", "people", "reported_of_100",
    ), group_rows())  # fmt: skip
    write_table(folder / "truth_of_harm.csv", (
        "theme", "group", "happened", "reported", "serious_happened", "serious_reported",
    ), truth_rows())  # fmt: skip


if __name__ == "__main__":
    run(make, __doc__)
