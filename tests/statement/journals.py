"""Journals for these tests: invented words of an invented leader, written on invented days."""

from datetime import UTC, date, datetime

from helpers.journal import Journal, Prompt
from helpers.page import words
from tests.clock import Clock

MARCH = datetime(2026, 3, 2, 9, tzinfo=UTC)
MEANING = Prompt("start.meaning", 1, "What does “leading for improvement” mean to you?", "start")
MISSING = Prompt("start.missing", 1, "What would be missing if nobody did this?", "start")
SEAL = Prompt("start.missing_seal", 1, "When this was sealed", "start")
APRIL = Prompt("expectations.email_april", 1, "Your email in April", "expectations")
MAY = Prompt("expectations.email_may", 1, "Your email in May", "expectations")
MARKS = Prompt(
    "expectations.board_marks", 1, "What would you do about each measure?", "expectations"
)
GUESS = Prompt("voices.guess", 1, "Whose answers are missing?", "voices")


def filled(path, clock=None):
    """Return a journal with words on four pages, a sealed answer, a promise and a question."""
    clock = clock or Clock(MARCH)
    journal = Journal.open(path, now=clock)
    journal.write(MEANING, "To lead is to set targets and hold people to them.")
    journal.write(MISSING, "Nobody would ask for results.")
    journal.write_result(SEAL, {"sealed": "2026-03-02", "opened": None})
    clock.later(days=7)
    journal.write(APRIL, "Well done, all of you! <Friday>")
    journal.write(MAY, "What went wrong?\n\nPlease send me a plan.")
    journal.write_result(MARKS, {"Falls": "act"})
    guess = journal.write(GUESS, "People who work at night.", kind="prediction")
    journal.outcome(guess.version.id, "Carers were missing.")
    journal.promise("a number moves", "ask for two years of it", date(2026, 5, 4), "expectations")
    journal.take_question("Who is not in the room?", "voices")
    clock.later(days=100)
    return journal


def prompt(name):
    return words.prompt("statement", name)


def markup(box):
    """Return all the words that the parts inside a box show."""
    own = [box.html] if hasattr(box, "html") else []
    return "".join(own) + "".join(markup(child) for child in getattr(box, "children", ()))
