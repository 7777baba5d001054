"""A journal as one HTML file: no script, nothing fetched, good on a screen and on A4."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from helpers.journal.export.shown import Told
from helpers.journal.export.text import paragraphs, printable
from helpers.journal.export.told import words

if TYPE_CHECKING:
    from jinja2 import Template


def html(told: Told) -> str:
    """Return the copy as one HTML document; every word of a person is escaped."""
    return _template().render(told=told, say=words())


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    kitchen = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    kitchen.filters |= {"paragraphs": paragraphs, "printable": printable}
    source = resources.files(__package__).joinpath("journal.html.j2").read_text("utf-8")
    return kitchen.from_string(source)
