"""Where the notebooks are, and what they have in common; see ``shelf`` for which there are."""

from __future__ import annotations

import os
from pathlib import Path

_OTHER = os.environ.get("KIT_NOTEBOOKS")  # a copy of the folder, for whoever keeps their own
NOTEBOOKS = Path(_OTHER or Path(__file__).parents[2] / "notebooks").expanduser().absolute()
START = "00-start-here.ipynb"
PACKS = "facilitator/combine-packs.ipynb"  # a facilitator's page: on no shelf, and led to by name
GATHERS = "statement"  # the folder of the one notebook that gathers what the others asked for

# The same seven steps in every reflection: the id in an address, and the words on the page.
STEPS = {
    "the-question": "The question",
    "slow-down": "Slow down",
    "try-it": "Try it",
    "what-we-know": "What we know",
    "your-own-data": "Your own data",
    "think-together": "Think together",
    "now-what": "Now what",
}
