"""The look of this page's lists and papers, as rules beside the kit's stylesheet."""

from functools import cache
from pathlib import Path

from helpers.page.my_journal import look as lists
from helpers.page.part import Markup


@cache
def _rules() -> str:
    return (Path(__file__).parent / "look.css").read_text("utf-8")


def look() -> Markup:
    """Return the rules of a list and of this page, as a part that shows nothing."""
    return Markup(f"{lists.look().html}<style>{_rules()}</style>")
