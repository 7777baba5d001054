"""Drive what a page shows without a browser."""

from helpers.page.part import Button, Part


def parts(box):
    """Return a box and every part inside it, from top to bottom."""
    return [box] + [part for child in getattr(box, "children", ()) for part in parts(child)]


def press(box, label):
    """Press the button that a reader sees under this name."""
    pressed = [part for part in parts(box) if isinstance(part, Button) and part.label == label]
    assert len(pressed) == 1, label
    pressed[0].press()


def appear(box):
    """Let every part appear, from top to bottom, as on a page."""
    if isinstance(box, Part):
        box.on_shown()
    for child in getattr(box, "children", ()):
        appear(child)


def sent(box):
    """Return all that the parts inside a box hold for the page to show."""
    return " ".join(str(value) for part in parts(box) for value in part.get_state().values())
