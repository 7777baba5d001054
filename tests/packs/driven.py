"""Driving an activity without a browser."""

from helpers.page.part import Markup, Part
from tests.driven import parts


def show(box):
    for part in parts(box):
        if isinstance(part, Part):
            part._on_message(part, {"shown": True}, [])


def markup(box):
    return "".join(part.html for part in parts(box) if isinstance(part, Markup))


def downloaded(download):
    """The bytes that the browser gets."""
    sent = []
    download.send = lambda content, buffers=None: sent.append((content, buffers))
    download.on_act({"pressed": True}, [])
    (content, (data,)) = sent[0]
    return content, data
