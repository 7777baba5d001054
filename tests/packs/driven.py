"""Driving an activity without a browser."""

from helpers.page.part import Button, Markup, Part


def everything(box):
    """Every part inside a box."""
    return [box] + [part for child in getattr(box, "children", ()) for part in everything(child)]


def show(box):
    for part in everything(box):
        if isinstance(part, Part):
            part._on_message(part, {"shown": True}, [])


def markup(box):
    return "".join(part.html for part in everything(box) if isinstance(part, Markup))


def button(box, label):
    return next(p for p in everything(box) if isinstance(p, Button) and p.label == label)


def downloaded(download):
    """The bytes that the browser gets."""
    sent = []
    download.send = lambda content, buffers=None: sent.append((content, buffers))
    download.on_act({"pressed": True}, [])
    (content, (data,)) = sent[0]
    return content, data
