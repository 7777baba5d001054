"""Looking back on a page: what is due, what became of promises, and the calendar."""

from helpers.page.look_back.activity import LookBack

__all__ = ["LookBack"]
