"""Whose 80%: bars, what the few biggest touch, other lenses, and what if silence is filled in."""
