"""What one person wrote and promised, kept in one file on their own computer.

Start with ``mine()``: the person's own journal. Words are on the disk when a call returns, every
earlier version is kept, and nothing here prints or logs them.
"""

from helpers.journal.folder import journal_path
from helpers.journal.forgotten import Forgotten
from helpers.journal.journal import Journal
from helpers.journal.own import mine
from helpers.journal.records import (
    Audit,
    Commitment,
    Entry,
    Place,
    Prediction,
    Prompt,
    Question,
    Review,
    Saved,
    Version,
)
from helpers.journal.trouble import Locked

__all__ = [
    "Audit",
    "Commitment",
    "Entry",
    "Forgotten",
    "Journal",
    "Locked",
    "Place",
    "Prediction",
    "Prompt",
    "Question",
    "Review",
    "Saved",
    "Version",
    "journal_path",
    "mine",
]
