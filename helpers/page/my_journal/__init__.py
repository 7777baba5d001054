"""My journal: where a person reads, sorts, takes away and deletes what they wrote.

Each is one call that takes ``journal=None`` (the person's own) and reads only when it is shown:

- ``MyJournalFolds()``: reading, taking away (and bringing in) and deleting, folded, each built
  when it is opened; what one changes, the others show. One cell on the page where a person starts.
- ``OnThisDay()``: what was written a week, a month or years ago today, beside now. It shows
  nothing on a day without such words, so it may stand near the top of that page.
- ``ReadMyJournal()``, ``TakeItWithMe()``, ``DeleteMyWords()``: the three inside the folds, for
  a page that has room for only one of them.

Words are in ``words.toml``. A slice whose answers are ids can name their menu in its own words,
``options = "order_form.places"`` under the prompt; else the nearest table that holds the ids is
taken (``labels``).
"""

from helpers.page.my_journal.delete import DeleteMyWords
from helpers.page.my_journal.folds import MyJournalFolds
from helpers.page.my_journal.read import ReadMyJournal
from helpers.page.my_journal.take import TakeItWithMe
from helpers.page.my_journal.then import OnThisDay

__all__ = [
    "DeleteMyWords",
    "MyJournalFolds",
    "OnThisDay",
    "ReadMyJournal",
    "TakeItWithMe",
]
