"""The reading view: notebooks as calm pages, served to this computer only."""

from helpers.page.reading.start import open_kit

__all__ = ["open_kit"]
