"""A journal as one plain structure, and back: what ``helpers.journal.export`` writes and reads."""

from helpers.journal.carry.arrive import bring_in
from helpers.journal.carry.brought import BroughtIn
from helpers.journal.carry.leave import contents

__all__ = ["BroughtIn", "bring_in", "contents"]
