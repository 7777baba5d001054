"""The look of the journal's own rows, as rules beside the kit's stylesheet."""

from functools import cache
from pathlib import Path

from helpers.page.part import Markup


@cache
def _rules() -> str:
    return (Path(__file__).parent / "look.css").read_text("utf-8")


def look(html: str = "") -> Markup:
    """Return markup that brings the rules along."""
    return Markup(f"<style>{_rules()}</style>{html}")
