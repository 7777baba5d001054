"""The page's own script: native controls and figures, in small files joined into one module."""

from functools import cache
from pathlib import Path

ORDER = (
    "core",
    "past",
    "keeper",
    "fields",
    "cards",
    "acts",
    "files",
    "figure",
    "shelf",
    "taps",
    "page",
)


@cache
def script() -> str:
    """Return the one JavaScript module that draws every part of a page."""
    folder = Path(__file__).parent
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in ORDER)
