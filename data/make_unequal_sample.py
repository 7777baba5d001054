"""Make the sample of "How unequal?": ``python data/make_unequal_sample.py``.

Everything is invented. What is in it stands in DICTIONARY.md. The script needs only the standard
library, and every run writes the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from written import run, write_table

MONTHS = tuple(f"{2024 + (5 + i) // 12}-{(5 + i) % 12 + 1:02d}-01" for i in range(24))
NEW_LETTER = 12  # months before the invitation was written anew
FIFTHS = (
    "the most deprived fifth", "the second fifth", "the middle fifth", "the fourth fifth",
    "the least deprived fifth",
)  # fmt: skip
NO_ADDRESS = ""  # people without a fixed address: no postcode, so no fifth
# Area: how many of its people live in each fifth, as parts of its invitations.
AREAS = {
    "Ashdown": (30, 10, 6, 3, 1), "Birchley": (22, 12, 9, 5, 2), "Cedar Hill": (5, 11, 15, 20, 18),
    "Dunmore": (18, 22, 22, 16, 12), "Eastgate": (26, 14, 6, 3, 1), "Fern Valley": (1, 3, 5, 8, 9),
    "Grange": (5, 6, 7, 7, 5), "Harbour": (7, 3, 2, 1, 1),
}  # fmt: skip
EASTGATE = -0.10  # Eastgate's clinic has no bus: the share that comes is that much lower there
BEFORE = (0.22, 0.28, 0.33, 0.38, 0.42)  # share that comes, fifth by fifth
AFTER = (0.52, 0.60, 0.67, 0.75, 0.82)  # all gain; the gap grows, and the ratio shrinks
HOMELESS, HOMELESS_COMES = 0.14, 0.25  # chance that one is invited, a month and area; of coming
SEED = 13  # one of some whose two years tell that story clearly


def binomial(people: int, chance: float, generator: random.Random) -> int:
    """Draw how many of so many people come."""
    return sum(generator.random() < chance for _ in range(people))


def cell(month: int, area: str, fifth: int, generator: random.Random) -> tuple[int, int]:
    """Make one month of one fifth in one area: people who came, people invited."""
    usual = AREAS[area][fifth]
    invited = max(0, round(usual + usual**0.5 * generator.uniform(-1, 1)))
    chance = (BEFORE if month < NEW_LETTER else AFTER)[fifth]
    return binomial(invited, chance + EASTGATE * (area == "Eastgate"), generator), invited


def rows(seed: int = SEED):
    """Yield a row for each month, area and fifth, and those for people without an address."""
    generator = random.Random(seed)
    for month, when in enumerate(MONTHS):
        for area in AREAS:
            for fifth, name in enumerate(FIFTHS):
                came, invited = cell(month, area, fifth, generator)
                if invited:
                    yield when, area, name, invited, came
            if generator.random() < HOMELESS:
                yield when, area, NO_ADDRESS, 1, binomial(1, HOMELESS_COMES, generator)


def make(folder: Path) -> None:
    """Write the sample into a folder, with the same line endings on every machine."""
    header = ("Month", "Area", "Deprivation fifth", "Invited", "Screened")
    write_table(folder / "unequal_sample.csv", header, rows())


if __name__ == "__main__":
    run(make, __doc__)
