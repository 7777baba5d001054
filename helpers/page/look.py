"""The look in one place: colour, type and spacing tokens, for the page and for figures."""

from functools import cache
from pathlib import Path

# Colours are told apart by people with any common colour blindness, and never used alone.
INK = "#1c2530"
SOFT = "#566270"
PAPER = "#fbfaf6"
CARD = "#ffffff"
LINE = "#d9d6cc"
BLUE = "#12436d"
TEAL = "#1d7f77"
PLUM = "#801650"
ORANGE = "#c2500f"
GREY = "#6b7681"
WASH = "#eef3f6"
MARK = "#fff4d6"
SHARE = "#f1eef5"

FONT = '"Atkinson Hyperlegible Next", system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'

RULES = ("look.css", "my_journal/look.css", "paper/look.css")

TOKENS = {
    "ink": INK,
    "soft": SOFT,
    "paper": PAPER,
    "card": CARD,
    "line": LINE,
    "blue": BLUE,
    "teal": TEAL,
    "plum": PLUM,
    "orange": ORANGE,
    "grey": GREY,
    "wash": WASH,
    "mark": MARK,
    "share": SHARE,
    "font": FONT,
    "text": "1.0625rem",
    "measure": "42rem",
    "radius": ".5rem",
}


@cache
def stylesheet() -> str:
    """Return the whole stylesheet: the tokens as CSS variables, then the rules that use them."""
    variables = "".join(f"--{name}:{value};" for name, value in TOKENS.items())
    rules = ((Path(__file__).parent / name).read_text("utf-8") for name in RULES)
    return f":root{{{variables}}}\n" + "\n".join(rules)
