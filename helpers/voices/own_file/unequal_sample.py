"""Unequal sample: the invented screening programme that "How unequal?" opens with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from helpers.intake.sheets import Sheet, read_table
from helpers.voices.own_file.table import Chosen

SAMPLE = Path(__file__).parents[3] / "data" / "unequal_sample.csv"
CHOSEN = Chosen(
    group="Deprivation fifth", events="Screened", people="Invited", area="Area", when="Month"
)
WHAT = "screened"


@cache
def load_sample() -> Sheet:
    """
    Return the sample as a table; its columns stand in data/DICTIONARY.md.

    Examples
    --------
    >>> list(load_sample().table)
    ['Month', 'Area', 'Deprivation fifth', 'Invited', 'Screened']
    """
    return read_table(SAMPLE.read_bytes(), SAMPLE.name)
