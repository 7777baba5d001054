"""Promises on a page: making one, keeping it at hand, changing it, and its days in a calendar."""

from helpers.page.promise.activity import Promise

__all__ = ["Promise"]
