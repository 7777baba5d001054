"""The figure of a meeting's airtime: for each person the share of the time and of the turns."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import ink, key, label, percent, rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, INK, SOFT, TEAL
from helpers.voices.airtime import Airtime, Speaker

SAID = words.load("voices")["who_speaks"]["result"]
COLUMNS = words.load("voices")["who_speaks"]["columns"]
MOST = 20  # rows of the figure; the table holds everybody
ROW, AROUND = 56, 78  # pixels


def said_time(seconds: float) -> str:
    r"""
    Say a time as a person does, with a space that no line breaks at.

    Examples
    --------
    >>> [said_time(seconds).replace("\xa0", " ") for seconds in (9.6, 60, 125, 3780)]
    ['10 s', '1 min', '2 min 5 s', '1 h 3 min']
    """
    whole = round(seconds)
    if whole >= 3600:
        parts = {"h": whole // 3600, "min": round(whole % 3600 / 60)}
    else:
        parts = {"min": whole // 60, "s": whole % 60}
    told = [f"{count}\N{NO-BREAK SPACE}{unit}" for unit, count in parts.items() if count]
    return " ".join(told) or "0\N{NO-BREAK SPACE}s"


def speakers_chart(meeting: Airtime) -> Drawing:
    """Draw who spoke for how long and how often, the longest at the top."""
    shown = meeting.speakers[:MOST]
    turns = sum(one.turns for one in meeting.speakers) or 1
    reach = max([one.share for one in shown] + [one.turns / turns for one in shown] + [0.05])
    figure = rows(
        [
            _bars([one.share for one in shown], 0.0, 0.26, BLUE),
            _bars([one.turns / turns for one in shown], 0.24, 0.12, TEAL),
        ],
        [_name(one) for one in shown],
        [_value(one) for one in shown],
        reach=(0, 1.02 * reach),
        below=28,
    )
    figure.update_annotations(bgcolor=CARD)  # a time stays readable where the line passes it
    _equal_line(figure, 1 / len(meeting.speakers))
    figure.add_annotation(_key())
    figure.update_layout(height=AROUND + ROW * len(shown), margin={"t": 34}, barmode="overlay")
    return Drawing(figure, SAID["title"], finding(meeting), table(meeting))


def all_speech(meeting: Airtime) -> Drawing:
    """Draw the time of a meeting in which nobody is named: speech and silence."""
    length = meeting.length or 1.0
    share = (meeting.length - meeting.silence) / length
    time = said_time(meeting.unnamed)
    figure = rows(
        [_bars([share], 0.0, 0.26, BLUE)], [SAID["total"]], [time], reach=(0, 1.02), below=8
    )
    figure.update_layout(height=AROUND + ROW)
    numbers = pd.DataFrame({COLUMNS["person"]: [SAID["total"]], COLUMNS["time"]: [time]})
    return Drawing(figure, SAID["title"], SAID["nobody_named"].format(time=time), numbers)


def finding(meeting: Airtime) -> str:
    r"""
    Say in one or two sentences how the time was shared.

    Examples
    --------
    >>> from helpers.voices.airtime import airtime
    >>> spoken = pd.DataFrame({"person": ["A", "B"], "start": [0, 60], "end": [60, 80]})
    >>> finding(airtime(spoken)).replace("\xa0", " ")
    'One of 2 people had half of the time or more. A spoke longest: 1 min, or 75%.'
    """
    first, people = meeting.speakers[0], len(meeting.speakers)
    said = {"person": first.person, "time": said_time(first.seconds), "people": people}
    if people == 1:
        return str(SAID["only"].format(**said))
    half = SAID[{1: "half_one", 2: "half_two"}.get(meeting.half, "half_many")]
    sentences = (half.format(half=meeting.half, **said), SAID["most"])
    return " ".join(sentences).format(share=percent(first.share), **said)


def table(meeting: Airtime) -> pd.DataFrame:
    """Return every number of the figure, for everybody, as text."""
    speakers = meeting.speakers
    found: dict[str, list[Any]] = {
        "person": [one.person for one in speakers],
        "role": [one.role for one in speakers],
        "time": [said_time(one.seconds) for one in speakers],
        "share": [percent(one.share, 1) for one in speakers],
        "turns": [one.turns for one in speakers],
        "longest": [said_time(one.longest) if one.turns else "" for one in speakers],
        "first": ["" if one.first is None else said_time(one.first) for one in speakers],
    }
    if not any(found["role"]):
        del found["role"]
    return pd.DataFrame({COLUMNS[name]: cells for name, cells in found.items()})


def _name(one: Speaker) -> str:
    role = f", {one.role}" if one.role and not one.person.startswith(one.role) else ""
    return escape(f"{one.person}{role}")


def _value(one: Speaker) -> str:
    which = {0: "value_none", 1: "value_one"}.get(one.turns, "value")
    return str(SAID[which].format(time=said_time(one.seconds), turns=one.turns))


def _bars(shares: list[float], below: float, width: float, colour: str) -> go.Bar:
    places = np.arange(len(shares)) + below
    look = {"color": colour}
    return go.Bar(x=shares, y=places, orientation="h", width=width, marker=look, hoverinfo="skip")


def _equal_line(figure: go.Figure, share: float) -> None:
    figure.add_vline(share, line={"color": INK, "width": 1.2, "dash": "3px,4px"})
    written = label(SAID["equal"], share, 0, colour=SOFT, yref="paper", yanchor="top", yshift=-4)
    figure.add_annotation(written | {"xanchor": "left" if share < 0.2 else "center"})


def _key() -> dict[str, Any]:
    return key(f"{ink('█', BLUE)} {SAID['key_time']}    {ink('▬', TEAL)} {SAID['key_turns']}")
