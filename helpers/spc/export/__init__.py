"""Export: a chart as a table, as a page and as a slide, for people who have no notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.spc.export.page import page_html
from helpers.spc.export.table import points_csv

if TYPE_CHECKING:
    from helpers.spc.export.slide import slide_pptx

__all__ = ["page_html", "points_csv", "slide_pptx"]


def __getattr__(name: str) -> Any:
    """Load the slide only when it is asked for: python-pptx is not light."""
    if name == "slide_pptx":
        from helpers.spc.export.slide import slide_pptx

        return slide_pptx
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
