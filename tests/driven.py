"""Drive what a page shows without a browser."""

from helpers.page.part import Button


def parts(box):
    """Return a box and every part inside it, from top to bottom."""
    return [box] + [part for child in getattr(box, "children", ()) for part in parts(child)]


def press(box, label):
    """Press the button that a reader sees under this name."""
    pressed = [part for part in parts(box) if isinstance(part, Button) and part.label == label]
    assert len(pressed) == 1, label
    pressed[0].press()
